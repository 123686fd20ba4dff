"""A file taken apart, and the same as bytes, in which the child process hands it over."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from keycafe_clean.read.table.grid import Grid


@dataclass(frozen=True)
class Parsed:
    """The grid of a file, or of the sheet that was read, and how it was read.

    `encoding` is that of a text, `sheet` the name of a sheet; `sheets` are the names of the others with something in
    them, and whether each is put aside (`sheet_choice.sheets_beside()`). `doubts` are findings about the whole file:
    values by code. `from_1904`: numbers that are days count from then.
    """

    grid: Grid
    sheet: str | None = None
    encoding: str | None = None
    doubts: dict[str, str] = field(default_factory=dict)
    sheets: Mapping[str, bool] = field(default_factory=dict)
    from_1904: bool = False

    @property
    def delimiter(self) -> str | None:
        """Get what stood between the cells of a text; None in a workbook."""
        return self.grid.delimiter or None


def as_bytes(parsed: Parsed) -> bytes:
    """Get a line of JSON and behind it the tables, of the sizes that the JSON names."""
    grid = parsed.grid
    tables = [_packed(grid.cells), _packed(grid.annotations)]
    tables += [] if grid.widths is None else [_packed(grid.widths.alias("widths").to_frame())]
    about: dict[str, Any] = {
        "sheet": parsed.sheet,
        "encoding": parsed.encoding,
        "doubts": parsed.doubts,
        "sheets": parsed.sheets,
        "from_1904": parsed.from_1904,
        "first_row": grid.first_row,
        "delimiter": grid.delimiter,
        "sizes": [len(table) for table in tables],
    }
    return b"".join([line(about), *tables])


def of_bytes(about: dict[str, Any], tables: bytes) -> Parsed:
    """Get what `as_bytes` was given, from its JSON and its tables."""
    frames, start = [], 0
    for size in about["sizes"]:
        frames.append(pl.read_ipc(io.BytesIO(tables[start : start + size])))
        start += size
    widths = frames[2].to_series() if len(frames) > 2 else None
    grid = Grid(frames[0], widths, about["first_row"], frames[1], about["delimiter"])
    return Parsed(grid, about["sheet"], about["encoding"], about["doubts"], about["sheets"], about["from_1904"])


def line(about: dict[str, Any]) -> bytes:
    """Get facts as a line of JSON."""
    return json.dumps(about).encode() + b"\n"


def _packed(table: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    table.write_ipc(buffer, compression="lz4")
    return buffer.getvalue()
