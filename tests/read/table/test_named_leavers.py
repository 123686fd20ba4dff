"""Lines of text that name a person and speak of leaving."""

import pytest

from keycafe_clean.read.reader import read_export

PEOPLE = ["Zoë,Berg,1,z@x.de", "Ann,Lee,2,a@x.de", "Jan,van Dam,3,j@x.de", "Cy,Poe,4,c@x.de", "Di,Fox,5,d@x.de"]


def asked(*rows: str, header: str = "First Name,Last Name,No,Email") -> list[tuple[int, str]]:
    """Get row from 0, and the row of the line, of whoever is asked about."""
    findings = read_export(("staff.csv", "\n".join([header, *rows]).encode())).sources[0].findings
    return findings.filter(findings["code"] == "named_leaver").select("row_id", "reason").rows()


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Note: Zoe Berg left us on 3 May", 0),
        ("Hinweis: LEE Ann ist zum 31.10. ausgeschieden", 1),
        ("Let op: Jan van Dam is per 1 november vertrokken", 2),
        ("Please note that Zoë Berg has resigned", 0),
    ],
)
def test_whom_a_line_names_is_asked_about(line: str, row: int) -> None:
    """In either order, whatever the letters, below the people; the others are not."""
    assert asked(*PEOPLE, ",,,", f"{line},,,") == [(row, "8")]


@pytest.mark.parametrize(
    "line",
    [
        "Note: Zoe Berg is on holiday till May",
        "Note: Zoe Bergmann left us on 3 May",
        "Note: Zoe left us on 3 May",
        "Prepared by Zoe Berg: leavers of May",
        "Leavers",
    ],
)
def test_other_lines_ask_nothing(line: str) -> None:
    """No word of leaving, another name, half a name, who made the report, nobody."""
    assert asked(*PEOPLE, ",,,", f"{line},,,") == []


def test_line_above_the_column_names_is_read_too() -> None:
    """The row is the one that a spreadsheet shows."""
    header = "Staff list,,,\nAnn Lee has left the company,,,\nFirst Name,Last Name,No,Email"

    assert asked(*PEOPLE, header=header) == [(1, "2")]


@pytest.mark.parametrize(
    ("header", "person"),
    [
        ("Name,Team,No,Email", "Ann Lee,IT,2,a@x.de"),
        ("Name,Vorname,No,Email", "Lee,Ann,2,a@x.de"),
        ("Achternaam,Voorvoegsel,Voornaam,Email", "Lee,van,Ann,a@x.de"),
    ],
)
def test_name_is_put_together(header: str, person: str) -> None:
    """Of a whole name, of parts, and with what stands between them."""
    name = "Ann van Lee" if "van" in person else "Ann Lee"

    assert asked(person, ",,,", f"Note that {name} has left,,,", header=header) == [(0, "4")]
