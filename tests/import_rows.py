"""Rows of an import file with invented people, as validation takes them."""

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS

FULL_USER = dict(
    zip(IMPORT_COLUMNS, ("Jana", "Novak", "jana@example.com", "true", "true", "false", None, "true"), strict=True)
)
SMARTBOX_USER = dict(zip(IMPORT_COLUMNS, ("Piotr", "Lis", None, "false", "false", "true", None, "true"), strict=True))


def changed(row: dict[str, str | None], **cells: str | None) -> dict[str, str | None]:
    """Get a row with some cells changed; names are written with underscores."""
    return row | {name.replace("_", " "): cell for name, cell in cells.items()}


def import_rows(*rows: dict[str, str | None]) -> pl.DataFrame:
    """Get the rows as a frame, with row_id counted from 0, source_row from 2, all in `staff.csv`."""
    frame = pl.DataFrame(list(rows), schema=dict.fromkeys(IMPORT_COLUMNS, pl.String)).with_row_index("row_id")
    return frame.with_columns(source_row=pl.col("row_id") + 2, file=pl.lit("staff.csv"))
