"""The rows of a file as one a key: cells in which rows of one key differ are nobody's."""

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import thousands
from keycafe_clean.join.key_cells import as_compared, filled_cells
from keycafe_clean.read.describe import ROWS_NAMED

#: What stands before a header of the file in a frame of ours.
THERE = "there."

#: What stands before a header in a frame of how many different cells are under it.
_COUNT = "count."

_TEXTS = pl.List(pl.String)


def one_row_a_key(there: pl.DataFrame, source: Source, headers: list[str]) -> pl.DataFrame:
    """Get a line a key of `there` (`key_cells()` of the source): `target`, and `there.<header>` for each of `headers`.

    `row_ids` are its rows, `place` the same in words; `differing` has the headers in which rows of the key have
    different cells, which are null then. A blank cell differs from nothing.
    """
    cells = source.rows.select("row_id").hstack(source.cells.select(pl.col(headers).name.prefix(THERE)))
    keyed = there.select("row_id", "source_row", target="exact").join(cells, on="row_id", maintain_order="left")
    is_alone = keyed.select(~pl.col("target").is_duplicated()).to_series()
    lines = pl.concat([_alone(keyed.filter(is_alone)), _together(keyed.filter(~is_alone), headers)], how="diagonal")
    place = pl.format("{} of {}", _rows_in_words("source_rows"), pl.lit(source.file))
    return lines.with_columns(place=place).drop("source_rows")


def _alone(keyed: pl.DataFrame) -> pl.DataFrame:
    lists = {"row_ids": pl.concat_list("row_id"), "source_rows": pl.concat_list("source_row")}
    return keyed.with_columns(**lists, differing=pl.lit([], _TEXTS)).drop("row_id", "source_row")


def _together(keyed: pl.DataFrame, headers: list[str]) -> pl.DataFrame:
    named = {header: f"{THERE}{header}" for header in headers}
    told = keyed.with_columns(filled_cells(list(named.values())))
    counts = {f"{_COUNT}{header}": as_compared(cell).drop_nulls().n_unique() for header, cell in named.items()}
    first = (pl.col(cell).drop_nulls().first() for cell in named.values())
    lines = told.group_by("target", maintain_order=True).agg("row_id", "source_row", *first, **counts)
    differs = {header: pl.col(f"{_COUNT}{header}") > 1 for header in headers}
    differing = [pl.when(holds).then(pl.lit(header)) for header, holds in differs.items()]
    return lines.select(
        "target",
        row_ids="row_id",
        source_rows="source_row",
        differing=pl.concat_list(*differing).list.drop_nulls() if headers else pl.lit([], _TEXTS),
        **{named[header]: pl.when(~holds).then(named[header]) for header, holds in differs.items()},
    )


def _rows_in_words(column: str) -> pl.Expr:
    """Yield rows as they are named: `row 90`, `rows 90 and 164`, `rows 5, 90, 164 and 10 more`."""
    rows = pl.col(column).list.eval(thousands(pl.element()))
    count = rows.list.len()
    first, last = rows.list.head(pl.min_horizontal(count - 1, ROWS_NAMED)).list.join(", "), rows.list.last()
    more = pl.format("{} more", thousands(count - ROWS_NAMED))
    rest = pl.when(count > ROWS_NAMED).then(more).otherwise(last)
    return pl.when(count == 1).then(pl.format("row {}", last)).otherwise(pl.format("rows {} and {}", first, rest))
