"""Sources and working frames made of a few cells, for the tests of columns."""

import polars as pl

from keycafe_clean.columns.suggest import Suggestion, suggest_columns, taken
from keycafe_clean.export import Source


def source_of(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> Source:
    """Get a source with these columns; every row is a person."""
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    places = pl.Series(range(frame.height), dtype=pl.UInt32)
    rows = pl.DataFrame({"row_id": places, "source_row": places + 2}).with_columns(
        not_people=pl.lit(None, pl.String), source_row=pl.col("source_row").cast(pl.UInt32)
    )
    return Source("hr.csv", frame, rows, dropped=dropped)


def suggested(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Get the columns that are surely suggested for these cells, each with its headers."""
    return taken(suggest_columns(source_of(cells, dropped=dropped)))


def unsure(cells: dict[str, list[str | None]], *, dropped: tuple[str, ...] = ()) -> list[Suggestion]:
    """Get the suggestions for these cells that are asked about."""
    return [it for it in suggest_columns(source_of(cells, dropped=dropped)) if not it.sure]


def names_frame(**columns: list[str | None]) -> pl.DataFrame:
    """Get the columns of a working frame that `split_full_name` reads; those not given are null."""
    height = len(next(iter(columns.values())))
    wanted = ("full_name", "First Name", "Last Name", "name_prefix", "Email Address", "name_order", "file")
    blank: list[str | None] = [None] * height
    cells = {name: columns.get(name.lower().replace(" ", "_"), blank) for name in wanted}
    return pl.DataFrame(cells, schema=dict.fromkeys(wanted, pl.String)).with_columns(file=pl.lit("hr.csv"))
