"""Annotations: what is known of a cell beside its text, noticed while the file is taken apart.

A quote mark that is never closed, a letter of a second encoding; in a workbook the zeros of a number format, an error,
a merged cell, a hidden row.
"""

import polars as pl

#: `source_row` is the row that a spreadsheet shows, `position` counts columns from 0 (null: the whole row). `value` is
#: what the code speaks of; while a workbook is read, also what its cell holds (zero-length: nothing; null: as read).
ANNOTATIONS = pl.Schema({"source_row": pl.UInt32, "position": pl.UInt32, "code": pl.String, "value": pl.String})

#: One row of `ANNOTATIONS`.
Annotation = tuple[int, int | None, str, str | None]


def no_annotations() -> pl.DataFrame:
    """Get an empty frame of annotations."""
    return ANNOTATIONS.to_frame()


def annotations_of(code: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS` with one code; `cells` has `source_row`, `position` and `value` of any types."""
    coded = cells.with_columns(code=pl.lit(code))
    return coded.select(pl.col(name).cast(dtype) for name, dtype in ANNOTATIONS.items())
