"""What each row of a source found in another file by a key: cells, several lines that differ, somebody else, nobody."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.join.meeting import meet
from keycafe_clean.join.one_cell_a_key import THERE, one_row_a_key
from keycafe_clean.join.side import WHO_GOES_IN, Side
from keycafe_clean.join.strangers import with_strangers
from keycafe_clean.steps.frame_columns import ADDRESS, NUMBER

#: How a row met the other file (`Joined.rows`).
FOUND, NOBODY, SEVERAL, ZEROS, NAME = "found", "nobody", "several", "zeros", "name"

#: Words of an address that are somebody's name: one alone is a first name or the name of a place, too.
_WORDS_OF_A_NAME = 2

#: Every row of the source, in order, with how it met the other file: the columns of `Joined.rows`, `name_there` (the
#: name beside the key) and `row_ids` (of the file). All but row_id null for who is no person.
MET = ("row_id", "value", "met", "place", "differs", "may_leave", "name_there", "row_ids")


@dataclass(frozen=True)
class Matched:
    """The rows of a source (`MET`), and beside each the cells that it found: under the headers of the file, else null.

    `wanted` is `Joined.wanted`.
    """

    rows: pl.DataFrame
    cells: pl.DataFrame
    wanted: pl.Series


def match_rows(here: Side, there: Side, key: tuple[str, str]) -> Matched:
    """Get what the rows of `here` find in `there` by a key (the header here, the header there)."""
    headers = [header for header in there.source.first_table.headers if header != key[1]]
    others = there.keys(key[1])
    met = meet(here.keys(key[0]), others)
    found = met.join(one_row_a_key(others, there.source, headers), on="target", how="left", maintain_order="left")
    everybody = here.source.rows.select("row_id", "not_people")
    rows = everybody.join(_judged(found, here, there), on="row_id", how="left", maintain_order="left")
    # Who has no key found nobody.
    met_by = pl.when(pl.col("not_people").is_null()).then(pl.col("met").fill_null(NOBODY))
    told = rows.with_columns(met=met_by)
    cells = [pl.when(pl.col("met") == FOUND).then(f"{THERE}{header}").alias(header) for header in headers]
    wanted = others.filter(pl.col("loose").is_in(met.get_column("loose").implode())).get_column("row_id")
    return Matched(told.select(MET), told.select(cells), wanted)


def _judged(found: pl.DataFrame, here: Side, there: Side) -> pl.DataFrame:
    """Add `met`, `differs`, `may_leave` and `name_there`."""
    pairs = found.select("row_id", other_id=pl.col("row_ids").list.first())
    named = with_strangers(pairs, here, there, _WORDS_OF_A_NAME).select("name_there", "is_other")
    leaving = [header for header, ours in there.telling.items() if ours != ADDRESS and ours in WHO_GOES_IN]
    differ = pl.when(pl.col("differing").list.len() > 0)
    return found.hstack(named).with_columns(
        # Two accounts with numbers of their own may be one person's all the same.
        met=_met([header for header, ours in there.telling.items() if ours != NUMBER]),
        differs=differ.then(pl.format("'{}'", pl.col("differing").list.join("', '"))),
        may_leave=differ.then(_has_any("differing", leaving)).otherwise(pl.lit(bool(leaving))),
    )


def _met(telling: list[str]) -> pl.Expr:
    """Yield how a row met the other file: the first of these that holds."""
    is_so = {
        ZEROS: pl.col("is_unclear"),
        NOBODY: pl.col("target").is_null(),
        SEVERAL: _has_any("differing", telling),
        NAME: pl.col("is_other").fill_null(value=False),
    }
    return pl.coalesce(*(pl.when(holds).then(pl.lit(met)) for met, holds in is_so.items()), pl.lit(FOUND))


def _has_any(column: str, headers: list[str]) -> pl.Expr:
    """Yield whether one of these headers is in a list of headers; false where there is no list."""
    return pl.any_horizontal(
        pl.lit(value=False), *(pl.col(column).list.contains(it).fill_null(value=False) for it in headers)
    )
