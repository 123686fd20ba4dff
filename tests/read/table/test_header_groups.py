"""Labels above the column names."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.table.header_groups import with_groups


@pytest.mark.parametrize(
    ("above", "names", "joined"),
    [
        (["Worker", "", "Manager", ""], ["Id", "Email", "Id", "Email"],
         ["Worker: Id", "Worker: Email", "Manager: Id", "Manager: Email"]),
        (["Id", "Name", "", "Status"], ["", "First", "Last", ""], ["Id", "Name: First", "Name: Last", "Status"]),
        (["Staff as of today", "", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["Printed", "2026-11-01", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["Printed 01/12/2026 by Ann Lee", "", "Page 1/2", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Keller AG, 1.12.2026", "", "Personal", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Personal", "", "Geprüft: A. Vogel", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Personal", "", "Seite 3", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["2025年", "", "2026年", ""], ["Id", "Team", "Id", "Team"],
         ["2025年: Id", "2025年: Team", "2026年: Id", "2026年: Team"]),
        ([], ["Id", "Email"], ["Id", "Email"]),
    ],
)  # fmt: skip
def test_group_headings_are_joined(above: list[str], names: list[str], joined: list[str]) -> None:
    """Headings over several columns say what the names below mean; titles, page numbers, days and people do not."""
    assert with_groups(names, above) == joined


@pytest.mark.parametrize(
    ("above", "names", "joined"),
    [
        (["Worker", "", "Contact", "", "Manager", ""], ["First", "Last", "Work", "Home", "Name", "Email"],
         ["Worker: First", "Worker: Last", "Contact: Work", "Contact: Home", "Manager: Name", "Manager: Email"]),
        (["Person", "", "Kontakt", "", ""], ["Nr", "Team", "Mobil", "Raum", "E-Mail"],
         ["Person: Nr", "Person: Team", "Kontakt: Mobil", "Kontakt: Raum", "Kontakt: E-Mail"]),
        (["Staff", "", "Contact", "Ann Lee"], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["Employee", "Manager", ""], ["Name", "Name", "Email"], ["Name", "Manager: Name", "Manager: Email"]),
    ],
)  # fmt: skip
def test_contact_is_a_label(above: list[str], names: list[str], joined: list[str]) -> None:
    """Unless somebody's name stands right beside it; nor need a label of others stand far to the right."""
    assert with_groups(names, above) == joined


@pytest.mark.parametrize(
    ("above", "names", "joined"),
    [
        (["", "", "", "Vorgesetzter", ""], ["Nachname", "Vorname", "E-Mail", "Name", "E-Mail"],
         ["Nachname", "Vorname", "E-Mail", "Vorgesetzter: Name", "Vorgesetzter: E-Mail"]),
        (["", "", "Noodcontact", ""], ["Naam", "E-mail", "Naam", "E-mail"],
         ["Naam", "E-mail", "Noodcontact: Naam", "Noodcontact: E-mail"]),
        (["Managers", "", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["", "Managers", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["", "", "Staff in Leeds", ""], ["Id", "Name", "Team", "Email"], ["Id", "Name", "Team", "Email"]),
        (["", "", "Whom managers may call", ""], ["Id", "Name", "Team", "Email"], ["Id", "Name", "Team", "Email"]),
    ],
)  # fmt: skip
def test_one_label_is_enough_right_of_the_names_where_it_says_of_whom(
    above: list[str], names: list[str], joined: list[str]
) -> None:
    """A title over the table stays one: at its left, over all names of people, of something else, or long."""
    assert with_groups(names, above) == joined


@pytest.mark.parametrize(
    ("above", "names", "joined"),
    [
        (["Salarié", "", "Responsable", ""], ["Nom", "Prénom", "Nom", "E-mail"],
         ["Nom", "Salarié: Prénom", "Responsable: Nom", "Responsable: E-mail"]),
        (["Personal", "", "Puesto", ""], ["Nombre", "Correo", "Departamento", "Sede"],
         ["Nombre", "Correo", "Puesto: Departamento", "Puesto: Sede"]),
        (["Contact", "", "Work", ""], ["Name", "Email", "Team", "Site"],
         ["Name", "Contact: Email", "Work: Team", "Work: Site"]),
        (["Person", "", "Private", ""], ["First", "Last", "Email", "Mobile"],
         ["Person: First", "Person: Last", "Private: Email", "Private: Mobile"]),
    ],
)  # fmt: skip
def test_a_label_that_says_of_nobody_else_changes_no_meaning(
    above: list[str], names: list[str], joined: list[str]
) -> None:
    """Staff is called `Personal` as well: over the only names it does not make them private, beside others it does."""
    assert with_groups(names, above) == joined


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["Name", "Email", "Name", "Exit date"], ["Name", "Employee: Email", "Manager: Name", "Exit date"]),
        (["Name", "Exit date", "Name", "Exit date"],
         ["Name", "Employee: Exit date", "Manager: Name", "Manager: Exit date"]),
    ],
)  # fmt: skip
def test_what_one_column_says_of_a_job_is_the_persons(names: list[str], joined: list[str]) -> None:
    """Nobody would hear of a last day that stands right of the manager."""
    assert with_groups(names, ["Employee", "", "Manager", ""]) == joined


def test_a_manager_beside_is_no_second_table() -> None:
    """Although the columns repeat those of the employee."""
    lines = "Employee,,Manager,\nName,Email,Name,Email\nAnn Lee,ann@example.com,Bo Roe,bo@example.com\n"
    source = read_export(("staff.csv", lines.encode())).sources[0]

    assert source.cells.columns == ["Name", "Employee: Email", "Manager: Name", "Manager: Email"]
    assert "tables_beside" not in source.findings.get_column("code")


def test_a_label_reaches_no_column_of_a_table_below() -> None:
    """What only the second table has stands right of the first one's columns."""
    first = "Employee,,Manager,\nName,Team,Name,Phone\nAnn Lee,A,Bo Roe,1\nCid Fox,B,Bo Roe,1\n"
    second = "\nName,Email,Team,\nDot Hay,dot@example.com,C,\n"
    source = read_export(("staff.csv", (first + second).encode())).sources[0]

    assert source.cells.columns[4:] == ["Email"]
