"""Delimited text as a grid of cells."""

from itertools import islice

import polars as pl

from keycafe_clean.read.grid import MARKS, Grid, grid_of
from keycafe_clean.read.records import Stray, records

#: Records that become a frame at a time; Python's lists of them would take ten times the memory.
RECORDS_AT_A_TIME = 50_000


def text_grid(text: str, delimiter: str) -> Grid:
    """Get the cells of delimited text; every record is a row, blank lines included."""
    strays: list[Stray] = []
    stream = records(text, delimiter, strays=strays)
    batches = [grid_of(batch) for batch in iter(lambda: list(islice(stream, RECORDS_AT_A_TIME)), [])]
    return Grid(
        cells=pl.concat([batch.cells for batch in batches], how="diagonal"),
        widths=pl.concat([batch.widths for batch in batches if batch.widths is not None]),
        marks=_stray_quotes(strays),
    )


def _stray_quotes(strays: list[Stray]) -> pl.DataFrame:
    schema = {"source_row": pl.UInt32, "position": pl.UInt32, "value": pl.String}
    found = pl.DataFrame(strays, schema=schema, orient="row")
    return found.select("source_row", "position", pl.lit("stray_quote").alias("code"), "value").match_to_schema(MARKS)
