"""What the text of a sheet does not say, whatever kind of workbook says it: annotations of cells and rows."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import polars as pl

from keycafe_clean.read.annotations import ANNOTATIONS, Annotation
from keycafe_clean.read.workbook.number_format import shown_as

#: Row from 1, and place from 0, of a cell.
Place = tuple[int, int]

#: First row and last row, counted from 1, and first column, from 0, of cells merged into one.
Merged = tuple[int, int, int]

#: The most cells that are filled from merged ones.
MOST_MERGED = 200_000

#: How many digits of a whole number a workbook keeps (Excel's limit, that of a double); more are lost.
DIGITS_KEPT = 15

#: A whole number of more digits than that, as the XML of a workbook writes it.
LONG_NUMBER = r"-?\d{16,}|-?\d(?:\.\d+)?[eE]\+?0*(?:1[5-9]|[2-9]\d)"

#: The days on which times of a day lie that have no date: those from which workbooks count.
DAY_OF_TIMES = "(?:1899-12-3[01]|1904-01-01)"


def annotation_frame(found: Iterable[Annotation], merged: Iterable[Merged], cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS`: those found, and one for each cell that is filled from its merged cell.

    `merged` is looked at after all of `found`. `cells` are as the library wrote them.
    """
    annotations = list(found)
    filled = _filled(merged, cells.with_columns(without_midnight()), annotations)
    return pl.DataFrame([*annotations, *filled], schema=ANNOTATIONS, orient="row")


def of_number(row: int, place: int, number: float, mask: str | None) -> Iterator[Annotation]:
    """Yield what is to be said about a number; `mask` is its number format if that pads with zeros."""
    if not number.is_integer():
        return
    text = shown_as(str(int(number)), mask) if mask else None
    if text:
        yield row, place, "as_shown", text
    elif abs(number) >= 10**DIGITS_KEPT:
        yield row, place, "long_number", None


def linked_address(target: str) -> str | None:
    """Get the address to which a link leads; None where it leads elsewhere."""
    scheme, _, address = target.strip().partition(":")
    found = unquote(address.partition("?")[0]).strip()
    return found if scheme.casefold() == "mailto" and "@" in found else None


def without_midnight() -> pl.Expr:
    """Yield days without a time of midnight, and times without the day from which workbooks count."""
    dates = pl.all().str.replace(r"^(\d{4}-\d\d-\d\d)[T ]00:00:00$", "$1")
    return dates.str.replace(rf"^{DAY_OF_TIMES}[T ](\d\d:\d\d:\d\d)$", "$1")


def shortened(cells: pl.DataFrame) -> dict[Place, str]:
    """Get the cells that `without_midnight` shortens, as the library wrote them: wrongly where they are texts."""
    found: dict[Place, str] = {}
    for column, short in zip(cells, cells.select(without_midnight()), strict=True):
        rows = (column != short).arg_true()
        found.update(((row + 1, int(column.name)), text) for row, text in zip(rows, column.gather(rows), strict=True))
    return found


def _filled(merged: Iterable[Merged], cells: pl.DataFrame, annotations: list[Annotation]) -> Iterator[Annotation]:
    """Yield the cells under a cell that is merged downwards, with its text."""
    shown = {(row, place): text for row, place, _, text in annotations if text is not None}
    left = MOST_MERGED
    for top, last, place in merged:
        bottom = min(last, cells.height)
        left -= max(bottom - top, 0)
        if top >= bottom or place >= cells.width or left < 0:
            continue
        text = shown.get((top, place), cells.item(top - 1, place))
        yield from ((row, place, "merged_cell", text) for row in range(top + 1, bottom + 1) if text)
