"""Rows that somebody has coloured, and what a legend says of the colour."""

from collections.abc import Callable

import polars as pl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

HEADER = ["First Name", "Last Name", "Email"]
PEOPLE = [[first, last, f"{last.lower()}@x.de"] for first, last in zip("ABCDEFG", "PQRSTUV", strict=True)]
RED, GREEN = "FFFF8888", "FF88FF88"


def painted(colours: dict[str, str]) -> Callable[[Worksheet], None]:
    """Get a change that paints ranges of cells."""

    def change(sheet: Worksheet) -> None:
        for cells, colour in colours.items():
            for row in sheet[cells] if ":" in cells else ((sheet[cells],),):
                for cell in row:
                    cell.fill = PatternFill("solid", fgColor=colour)

    return change


def read(colours: dict[str, str], *rows: list[str | None]) -> Source:
    """Read a workbook of people, and of rows below them, painted."""
    data = workbook(HEADER, *PEOPLE, *rows, change=painted(colours))
    return read_export(("staff.xlsx", data)).sources[0]


def beside(colours: dict[str, str], *texts: str | None) -> Source:
    """Read a workbook of people with these texts right of a blank column, beside the first of them."""
    lines = [[*person, None, *texts] if not place else person for place, person in enumerate(PEOPLE)]
    data = workbook(HEADER, *lines, change=painted(colours))
    return read_export(("staff.xlsx", data)).sources[0]


def said(source: Source) -> list[tuple[int | None, str, str | None]]:
    """Get row, code, and reason or value of what is said about colours."""
    found = source.findings.filter(pl.col("code").str.starts_with("filled_"))
    return found.select("row_id", "code", pl.coalesce("value", "reason")).rows()


@pytest.mark.parametrize(
    "texts", [("red = left the firm",), ("Rot: ausgeschieden",), ("rojo → dado de baja",), (None, "uit dienst")]
)
def test_rows_of_a_colour_that_means_leaving_are_asked_about(texts: tuple[str | None, ...]) -> None:
    """The legend stands in a cell of the colour or right of it, and is no cell of the person beside it."""
    source = beside({"A3:C3": RED, "A6:C6": RED, "E2": RED}, *texts)

    assert [(row, code) for row, code, _ in said(source)] == [(1, "filled_leaver"), (4, "filled_leaver")]
    assert set(source.headers) == {*HEADER, *source.beside}


@pytest.mark.parametrize(
    ("texts", "colours"),
    [
        ({"E3": "on leave", "E4": "left"}, {"E3": GREEN, "E4": RED}),
        ({"E3": "left", "E4": "on leave"}, {"E3": RED, "E4": GREEN}),
        ({"E3": "1", "F3": "on leave", "E6": "2", "F6": "left"}, {"E3": GREEN, "E6": RED}),
        ({"E3": "on leave", "F3": "left"}, {"E3": GREEN, "F3": RED}),
        ({"D3": "on leave", "D4": "left"}, {"D3": GREEN, "D4": RED}),
    ],
)
def test_legend_beside_coloured_rows_is_none_of_their_cells(texts: dict[str, str], colours: dict[str, str]) -> None:
    """Of another colour or the same one, in one cell or two, behind a blank column or the last column name."""

    def change(sheet: Worksheet) -> None:
        for place, text in texts.items():
            sheet[place] = text
        painted({"A3:C3": RED, "A6:C6": RED, **colours})(sheet)

    source = read_export(("staff.xlsx", workbook(HEADER, *PEOPLE, change=change))).sources[0]

    assert said(source) == [(1, "filled_leaver", "left"), (4, "filled_leaver", "left")]


def test_legend_below_the_table() -> None:
    """A cell that stands alone in its row is one too."""
    source = read({"A3:C3": RED, "A10": RED}, [None], ["red = has left"])

    assert said(source)[:1] == [(1, "filled_leaver", "has left")]


def test_colours_without_a_legend_are_a_note() -> None:
    """Fewer than half of the people have one, and nothing says what it means."""
    assert said(read({"A3:C3": RED, "A6:C6": GREEN})) == [(None, "filled_rows", "2 of 7")]


@pytest.mark.parametrize(
    "colours",
    [
        {},
        {"A1:C1": RED},
        {"A1:C8": RED},
        {"A3:C3": RED, "A5:C5": RED, "A7:C7": RED},
        {"C3": RED},
        {"A3:C3": "FFFFFFFF"},
        {"A2:C5": RED},
    ],
)
def test_paint_is_no_mark(colours: dict[str, str]) -> None:
    """Column names, whole tables, stripes, single cells, white, and most of the people."""
    assert said(read(colours)) == []


def test_legend_of_something_else_explains_its_rows() -> None:
    """Nobody is asked about a colour that the legend says is something else."""
    assert said(beside({"A3:C3": GREEN, "E2": GREEN}, "green = part time")) == []


def test_nothing_is_said_without_annotations() -> None:
    """A table of text has no colours."""
    assert said(read_export(("a.csv", b"First Name,Last Name\nA,P\n")).sources[0]) == []
