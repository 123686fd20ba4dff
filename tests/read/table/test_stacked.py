"""Tables below a first one."""

from collections import Counter

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export
from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.stacked import in_one_order

ANN, BO = "Ann,Lee,ann@example.com", "Bo,Roe,bo@example.com"


def read(*lines: str) -> Source:
    """Read a text of these lines."""
    return read_export(("staff.csv", "\n".join(lines).encode())).sources[0]


def people(source: Source) -> list[dict[str, str | None]]:
    """Get the filled cells of everybody, by the names of their columns."""
    rows = source.cells.filter(source.rows.get_column("not_people").is_null()).rows(named=True)
    return [{name: cell for name, cell in row.items() if cell} for row in rows]


def said(source: Source) -> list[tuple[str, int | None, str | None]]:
    """Get code, row as a spreadsheet shows it, and value of every finding."""
    joined = source.findings.join(source.rows, on="row_id", how="left", maintain_order="left")
    return joined.select("code", "source_row", "value").rows()


BO_IN_PARTS = {"First Name": "Bo", "Last Name": "Roe", "Email": "bo@example.com"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Last Name,First Name,Email", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        (["Email,First Name,Last Name", "bo@example.com,Bo,Roe"], BO_IN_PARTS),
        (["", "Surname,Given name,E-mail", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        (["Surname,Called,Mail", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        ([",,", "Lager,,", "Nachname,Vorname,E-Mail-Adresse", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        ([",,", "Apellidos,Nombre,Correo electrónico", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        (["", "Nom de famille,Prénom,Courriel", "Roe,Bo,bo@example.com"], BO_IN_PARTS),
        (["Last Name,First Name", "Roe,Bo"], {"First Name": "Bo", "Last Name": "Roe"}),
        (["Last Name,First Name,Phone", "Roe,Bo,77"], {"First Name": "Bo", "Last Name": "Roe", "Phone": "77"}),
        (["Last Name,,First Name", "Roe,x,Bo"], {"First Name": "Bo", "Last Name": "Roe", "Column 4": "x"}),
    ],
)
def test_a_table_is_read_by_its_own_column_names(lines: list[str], expected: dict[str, str]) -> None:
    """In another order, in other words, with others beside them: no cell is put under a name that is not its own."""
    source = read("First Name,Last Name,Email", ANN, *lines)

    assert people(source)[1:] == [expected]
    assert ("other_order", len(lines) + 1, "1") in said(source)


def test_every_table_has_its_own_order() -> None:
    """The third one in the first order again, the fourth in another one with a name that the second has added."""
    source = read(
        "First Name,Last Name,Email", ANN, "Phone,Last Name,First Name", "7,Roe,Bo",
        "First Name,Last Name,Email", ANN, "Last Name,First Name,Phone", "Roe,Bo,8",
    )  # fmt: skip

    assert [person.get("Phone") for person in people(source)] == [None, "7", None, "8"]
    assert [person["First Name"] for person in people(source)] == ["Ann", "Bo", "Ann", "Bo"]


def test_a_table_with_more_columns_does_not_hide_the_first() -> None:
    """The first names of people count, though further ones are more."""
    source = read("First Name,Last Name,Email", ANN, BO, "", "Surname,Given name,E-mail,Department,Phone", "R,C,,IT,1")

    assert (source.header_row, len(people(source)), people(source)[2]["Last Name"]) == (1, 3, "R")


def test_rows_of_a_table_without_people_are_asked_about() -> None:
    """Neither names nor addresses: nobody is read from it in silence."""
    source = read("First Name,Last Name,Email", ANN, "", "Department,City", "IT,London", "HR,Paris")

    assert said(source) == [("other_table", 5, "4"), ("other_table", 6, "4")]
    assert people(source)[1:] == [{"Department": "IT", "City": "London"}, {"Department": "HR", "City": "Paris"}]


@pytest.mark.parametrize(
    ("names", "row"),
    [
        ("Sleutel,Ruimte,Inhaber", "S-1,Lager,Bo Roe"),
        ("Device,Serial Number,Issued to", "Tablet,T-1,Bo Roe"),
        ("N° de clé,Local,Remise le", "7,Atelier,12/01/2025"),
    ],
)
def test_rows_of_keys_and_devices_are_asked_about(names: str, row: str) -> None:
    """Whoever has one may stand there, and no column of that table is one of the people's."""
    source = read("First Name,Last Name,Email", ANN, "", "Sundry", names, row)

    assert said(source) == [("other_table", 6, "5")]
    assert source.first_table.headers == ("First Name", "Last Name", "Email")


def test_people_with_keys_are_people() -> None:
    """Where the table has their names or addresses."""
    source = read("First Name,Last Name,Email", ANN, "", "Key,Last Name,First Name", "S-1,Roe,Bo")

    assert people(source)[1] == {"First Name": "Bo", "Last Name": "Roe", "Key": "S-1"}
    assert [code for code, *_ in said(source)] == ["other_order"]


@pytest.mark.parametrize("names", ["Company,Contact name,E-mail", "Firma,Kundennummer,E-Mail"])
def test_people_of_a_table_without_known_names_are_asked_about(names: str) -> None:
    """Nobody goes in without a name, nor with that of a company; a total is no person there either."""
    source = read("First Name,Last Name,Email", ANN, "", "Contractors", names, "Volt Ltd,Q,q@volt.com", "Total,1,")

    asked = source.findings.filter(pl.col("code") == "other_names").select("row_id", "column", "value").rows()
    assert asked == [(4, "Last Name", "5")]
    assert people(source)[1]["Email"] == "q@volt.com"


def test_people_of_whom_one_part_of_the_name_is_known_are_asked_about() -> None:
    """Nobody goes in with half a name because the other half stands under a word that nobody knows."""
    source = read("First Name,Last Name,Email", ANN, "Surname,Xyz,Mail", "Roe,Bo,bo@example.com")

    asked = source.findings.filter(pl.col("code") == "other_names").select("row_id", "column", "value").rows()
    assert asked == [(2, "Last Name", "3")]
    assert people(source)[1] == {"Last Name": "Roe", "Xyz": "Bo", "Email": "bo@example.com"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nachname,Vorname,E-Mail\nLee,Ann,ann@example.com", "Name,E-Mail,Status\nBo Roe,bo@example.com,aktiv"),
        ("Vorname,Name,E-Mail\nAnn,Lee,ann@example.com", "Name,E-Mail,Status\nBo Roe,bo@example.com,aktiv"),
    ],
)
def test_whole_names_stand_under_a_name_of_their_own(first: str, second: str) -> None:
    """A plain `Name` is the last name beside first names, and the whole name where there are none."""
    found = people(read(*first.split("\n"), *second.split("\n")))[1]

    assert list(found.values()) == ["bo@example.com", "Bo Roe", "aktiv"]


def test_a_title_of_a_table_is_no_person() -> None:
    """One text between a blank line and column names; right below people it may be one of them."""
    source = read("First Name,Last Name,Email", ANN, ",,", "Workshop,,", "Last Name,First Name,Email", "Roe,Bo,b@c.de")
    doubted = read("First Name,Last Name,Email", ANN, "Madonna,,", "Last Name,First Name,Email", "Roe,Bo,b@c.de")

    assert source.rows.get_column("not_people").to_list() == [None, "blank", "heading", "header", None]
    assert doubted.rows.get_column("not_people").to_list() == [None, None, "header", None]


def test_a_row_that_is_too_long_stays_so() -> None:
    """A cell right of the second table's names is right of all names, and asked about."""
    source = read("First Name,Last Name,Email", ANN, "Last Name,First Name", "Roe,Bo,more")

    assert people(source)[1] == {"First Name": "Bo", "Last Name": "Roe", "Column 4": "more"}
    assert ("long_row", 4, "more") in said(source)


def test_annotations_move_with_their_cells() -> None:
    """A stray quote mark is said of the column under which its cell stands now."""
    source = read("First Name,Last Name,Email", ANN, "Last Name,First Name,Email", 'Roe,"Bo,bo@example.com')

    stray = source.findings.filter(pl.col("code") == "stray_quote")
    assert stray.select("column", "value").rows() == [("First Name", '"Bo')]


words = st.sampled_from(["", "First Name", "Last Name", "Email", "Phone", "Ann", "x@y.de", "7", "Surname"])


@given(st.lists(st.lists(words, min_size=1, max_size=6), min_size=1, max_size=12))
def test_no_cell_is_lost_or_made(rows: list[list[str]]) -> None:
    """Whatever the tables are: every row has the same cells, in some order, but for names added to the first row."""
    cells, widths = cells_of([["First Name", "Last Name", "Email"], *rows])

    moved, _ = in_one_order(Grid(cells, widths), 0, ["First Name", "Last Name", "Email"])

    assert [_cells(moved, row) for row in range(1, len(rows) + 1)] == [Counter(filter(None, row)) for row in rows]
    assert moved.widths is not None
    assert moved.widths.len() == moved.cells.height


def _cells(grid: Grid, row: int) -> Counter[str]:
    return Counter(filter(None, grid.row(row)))
