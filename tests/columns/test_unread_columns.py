"""Filled columns that nothing is read from."""

from dataclasses import replace

import polars as pl
import pytest

from keycafe_clean.columns.unread_columns import nameless_columns, remarks_about_others
from keycafe_clean.findings import findings_of
from tests.columns.sources import source_of

FIRST, SECOND = "Column 4", "Column 5"


def told(cells: list[str | None], *, elsewhere: tuple[str, ...] = (), header: int | None = 1) -> list[tuple[str, str]]:
    """Get code and reason of what is said of a column without a name beside two people."""
    people: dict[str, list[str | None]] = {
        "First": ["Ann", "Bo"], "Last": ["Lee", "Ray"], "Mail": ["ann.lee@x.de", "bo@x.de"]
    }  # fmt: skip
    source = replace(source_of({**people, FIRST: cells}), header_row=header)
    return nameless_columns(source, elsewhere).select("code", "reason").rows()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("on site", "nameless_column"),
        ("also Kim Oz kim.oz@x.de", "nameless_people"),
        ("kim.oz@x.de", "nameless_people"),
        ("with Peter Wood", "nameless_people"),
        ("see BO@x.de", "nameless_column"),
        ("lee77@home.de", "nameless_column"),
        ("with Peter Ray", "nameless_column"),
        ("Sales Team", "nameless_column"),
    ],
)
def test_people_of_whom_no_row_is_are_a_question(cell: str, code: str) -> None:
    """An address or a usual given name with a last name that no row has; whatever else stands there is a note."""
    assert told([cell, None]) == [(code, f"'{cell}' in row 2")]


def test_cells_are_told_with_their_rows() -> None:
    """The first three of them, each up to sixty letters, and how many more there are."""
    source = source_of({"First": ["Ann"] * 5, FIRST: ["x" * 61, "b", None, "c", "d"]})

    found = nameless_columns(replace(source, header_row=1), ())

    assert found.item(0, "reason") == f"'{'x' * 60}...' in row 2, 'b' in row 3, 'c' in row 5 and 1 more"


@pytest.mark.parametrize(
    ("count", "said"),
    [(20, "'x' in row 2, 'x' in row 3, 'x' in row 4 and 17 more"), (21, "21 cells, the first in row 2")],
)
def test_many_cells_are_only_counted(count: int, said: str) -> None:
    """What fills a column may be private."""
    source = source_of({"First": ["Ann"] * count, FIRST: ["x"] * count})

    assert nameless_columns(replace(source, header_row=1), ()).item(0, "reason") == said


@pytest.mark.parametrize(("others", "said"), [(1, "1 other filled cell"), (2, "2 other filled cells")])
def test_other_cells_beside_people_are_counted(others: int, said: str) -> None:
    """Every filled cell of the column is in some count."""
    source = source_of({"First": ["Ann"] * 3, FIRST: ["kim@x.de", "b", "c" if others == 2 else None]})

    found = nameless_columns(replace(source, header_row=1), ())

    assert found.item(0, "reason") == f"'kim@x.de' in row 2, beside {said}"


@pytest.mark.parametrize("cells", [[None, None], ["  ", None], ["n/a", "-"]])
def test_blank_columns_say_nothing(cells: list[str | None]) -> None:
    """Nor does what says that there is nothing."""
    assert told(cells) == []


def test_what_is_used_or_has_no_header_is_not_told() -> None:
    """A column that is used, asked about or said to be none, and every column of a file without column names."""
    assert told(["on site", None], elsewhere=(FIRST,)) == []
    assert told(["on site", None], header=None) == []


def test_cell_that_is_asked_about_with_its_row_is_not_told_again() -> None:
    """One beyond the end of its row, and one of what stands beside the table."""
    source = replace(source_of({"First": ["Ann", "Bo"], FIRST: ["a", "b"], SECOND: ["c", None]}), header_row=1)
    long = findings_of(
        "long_row", pl.DataFrame({"row_id": [0], "column": [FIRST]}, schema_overrides={"row_id": pl.UInt32})
    )

    found = nameless_columns(replace(source, findings=long, beside=(SECOND,)), ())

    assert found.get_column("reason").to_list() == ["'b' in row 3"]


@pytest.mark.parametrize(
    ("cell", "is_said"),
    [
        ("please invite Kim Oz, kim.oz@x.de", True),
        ("auch kim.oz@x.de", True),
        ("Kim Oz <kim.oz@x.de>", False),
        ("kim.oz@x.de", False),
        ("please invite Kim Oz", False),
        ("same as bo@x.de", False),
        ("ask at ann77@home.de", False),
    ],
)
def test_a_remark_about_somebody_else_is_said(cell: str, *, is_said: bool) -> None:
    """A sentence with an address that no row has; alone it is a manager's, and the row's own is nobody else's."""
    source = source_of({"First": ["Ann", "Bo"], "Mail": ["ann.lee@x.de", "bo@x.de"], "Comment": [cell, None]})

    assert remarks_about_others(source, ("First", "Mail")).get_column("reason").to_list() == (
        [f"'{cell}' in row 2"] if is_said else []
    )


@pytest.mark.parametrize(("count", "said"), [(20, 1), (21, 0)])
def test_what_fills_a_column_is_no_remark(count: int, said: int) -> None:
    """A column of whom to ask speaks of others in every row."""
    source = source_of({"First": ["Ann"] * count, "Ask": ["please ask kim.oz@x.de"] * count})

    assert remarks_about_others(source, ("First",)).height == said


def test_a_column_that_is_used_is_no_remark() -> None:
    """What is read, asked about or said to be none has its own questions."""
    source = source_of({"First": ["Ann"], "Comment": ["please ask kim.oz@x.de"]})

    assert remarks_about_others(source, ("First", "Comment")).is_empty()


@pytest.mark.parametrize(("cells", "said"), [(["x"], "1 cell"), (["x", "y"], "2 cells")])
def test_beside_private_columns_no_cell_is_told(cells: list[str | None], said: str) -> None:
    """A comma too many puts a private cell into any other column."""
    source = source_of({"First": ["Ann"] * len(cells), FIRST: cells}, dropped=("IBAN",))

    found = nameless_columns(replace(source, header_row=1), ())

    assert found.item(0, "reason") == f"{said}, the first in row 2"
