"""Rows whose name is a known person's, in one of which a blank stands for an apostrophe: `N DIAYE`, `N'Diaye`."""

import polars as pl

from keycafe_clean.match.known import are_told_apart
from keycafe_clean.match.name_fit import in_any_order

#: A single letter before a name: what stood between them may have been an apostrophe.
_LETTER_ALONE = r"(^| )(\p{L}) (\p{L}{2,})"


def names_with_apostrophes(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the whole name of a known person, but for a blank in the place of an apostrophe.

    Either has one (`Dell'Orto`, `Dell Orto`), or a single letter belongs to the name behind it (`O Brien`, `Obrien`).
    `here` is `people_here()`, `there` the keys of known people with `is_row`: who is a row for certain is none else.
    The columns are those of both (`..._known`); in no order, a row perhaps several times.
    """
    others = there.filter(~pl.col("is_row"))
    keys = (("name", "parted"), ("parted", "name"), ("joined", "joined"))
    rows, known = _with_joined(here), _with_joined(others)
    found = [_met(rows, known, *both) for both in keys]
    return pl.concat(found).filter((pl.col("name") != pl.col("name_known")) & ~are_told_apart())


def _with_joined(people: pl.DataFrame) -> pl.DataFrame:
    """Get people with `joined`: the name, in any order, with single letters joined to what stands behind them."""
    return people.with_columns(joined=in_any_order(pl.col("whole").str.replace_all(_LETTER_ALONE, "${1}${2}${3}")))


def _met(rows: pl.DataFrame, known: pl.DataFrame, left: str, right: str) -> pl.DataFrame:
    """Get the rows and the known people of whom one cell is the other's."""
    met = rows.with_columns(met_by=left).drop_nulls("met_by")
    return met.join(known.with_columns(met_by=right), on="met_by", suffix="_known", maintain_order="left").drop(
        "met_by"
    )
