"""What is known of a column: filled, different, empty, the most common cells, and those that look odd."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text

#: So many of the most common cells are shown, and so many odd ones.
_MOST, _ODD = 5, 5

_ADDRESS = "Email Address"
_DOMAIN = r"@([^@]+)$"


@dataclass(frozen=True)
class ColumnAbout:
    """What is known of a column (`key`): sentences, and its most common cells with how many of `filled` have them."""

    key: str
    name: str
    lines: tuple[str, ...]
    most: tuple[tuple[str, int], ...]
    filled: int


def import_column(run: Run, column: str) -> ColumnAbout:
    """Get what is known of a column of the import, as its cells are now; rows that are no people have no say."""
    people = run.cleaned.rows.filter(pl.col("outcome") != "not_people")
    return _about(run, column, column, people.get_column(column), (column,))


def file_column(run: Run, file: str, column: str) -> ColumnAbout:
    """Get what is known of the headers that are taken for a column of ours, as their cells were read in a file."""
    source = next(source for source in run.cleaned.export.sources if source.file == file)
    headers = tuple(h for h in run.cleaned.setup.columns_for(source.headers).get(column, ()) if h in source.headers)
    joined = pl.concat_str(pl.col(headers), separator=" ", ignore_nulls=True) if headers else pl.lit(None, pl.String)
    cells = source.cells.with_columns(cell=joined).select("cell").hstack(source.rows.select("not_people"))
    people = cells.filter(pl.col("not_people").is_null()).get_column("cell")
    return _about(run, f"{file}:{column}", " + ".join(headers) or column, people, (column, *headers))


def _about(run: Run, key: str, name: str, cells: pl.Series, named: tuple[str, ...]) -> ColumnAbout:
    there = cells.replace("", None).drop_nulls()
    is_address = _ADDRESS in named
    counted = there.str.extract(_DOMAIN).str.to_lowercase().drop_nulls() if is_address else there
    most = counted.value_counts(name="count").sort("count", counted.name, descending=[True, False]).head(_MOST).rows()
    doubted = run.cleaned.findings.filter(pl.col("column").is_in(named), pl.col("severity") != "note")
    odd = doubted.get_column("value").drop_nulls().unique(maintain_order=True).head(_ODD)
    lines = (
        text(
            "about.counts",
            name=name,
            filled=there.len(),
            different=there.n_unique(),
            empty=cells.len() - there.len(),
        ),
        text("about.domain" if is_address else "about.most", cell=most[0][0], count=most[0][1]) if most else "",
        text("about.odd", cells=", ".join(odd)) if odd.len() else "",
    )
    return ColumnAbout(key, name, tuple(filter(None, lines)), tuple(most), there.len())
