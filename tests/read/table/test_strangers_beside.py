"""Lists of people behind a blank column of whom no row is."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.strangers_beside import has_names_of_strangers
from tests.runs import run

STAFF = [("Ann", "Lee"), ("Bo", "Roe"), ("Cy", "Poe"), ("Di", "Fox"), ("Ed", "Hay")]


def beside(header: str, *names: str) -> bool:
    """Tell whether these cells beside five people list strangers."""
    column = [*names, *[""] * (len(STAFF) - len(names))]
    rows = ([first, last, name] for (first, last), name in zip(STAFF, column, strict=True))
    cells = [["First Name", "Last Name", header], *rows]
    return has_names_of_strangers(table_of(Grid(cells_of(cells)[0]), 1), [header], ["First Name", "Last Name"])


@pytest.mark.parametrize("header", ["Also needs a key", "Wer noch", "Zq"])
@pytest.mark.parametrize(
    "names", [("Peter Hale",), ("Peter Hale", "Xiu Vang"), ("Hale, Peter", "van Dam, Anna"), ("Anna van der Post",)]
)
def test_list_of_strangers_is_known(header: str, names: tuple[str, ...]) -> None:
    """Whole names in either order, some with a usual given name, whatever their column is called."""
    assert beside(header, *names)


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Also needs a key", ("Bo Roe", "Peter Hale")),
        ("Also needs a key", ("Lee, Ann",)),
        ("Manager", ("Peter Hale",)),
        ("Buddy", ("Peter Hale",)),
        ("Department", ("Peter Hale",)),
        ("Zq", ("Peter",)),
        ("Zq", ("Main Gate", "Tool Shed")),
        ("Zq", ("Peter Hale", "Peter Hale")),
        ("Zq", ("", "Peter Hale")),
        ("Zq", ("ask Peter Hale",)),
        ("Zq", ("Peter Hale", "Anna Post", "Maria Vane", "John Tull")),
        ("Zq", ()),
        ("Column 3", ("Peter Hale",)),
    ],
)
def test_cells_of_the_rows_are_no_list(header: str, names: tuple[str, ...]) -> None:
    """People of the table, who lead or work with them, places, sentences, a name twice, one in nearly every row."""
    assert not beside(header, *names)


def test_list_of_strangers_is_asked_about_behind_a_blank_column_alone() -> None:
    """A column of the people themselves may be called anything."""
    rows = [("Ann", "Peter Hale"), ("Bo", "Anna Post"), ("Cy", ""), ("Di", ""), ("Ed", "")]

    def asked(between: str) -> list[str]:
        lines = [f"{first},{first}son,{first}@example.com,{between}{name}" for first, name in rows]
        text = "\n".join([f"First Name,Last Name,Email,{between}Also needs a key", *lines])
        return run(text).findings.filter(code="tables_beside").get_column("value").to_list()

    assert asked(",") == ["Also needs a key (2 rows)"]
    assert asked("") == []
