"""Lists of who leaves in a column beside the people."""

import pytest

from keycafe_clean.read.reader import read_export

PEOPLE = ["Ann,Lee,1,a@x.de", "Bo,Roe,2,b@x.de", "Zoë,van Dam,3,z@x.de", "Di,Fox,4,d@x.de"]


def asked(header: str, *cells: str) -> list[tuple[int, str, str]]:
    """Get row from 0, column and cell of whoever is asked about, with a column of these cells beside the people."""
    column = [*cells, *[""] * (len(PEOPLE) - len(cells))]
    rows = [f"{person},,{cell}" for person, cell in zip(PEOPLE, column, strict=True)]
    text = "\n".join([f"First Name,Last Name,No,Email,,{header}", *rows])
    findings = read_export(("staff.csv", text.encode())).sources[0].findings
    return findings.filter(findings["code"] == "listed_leaver").select("row_id", "column", "value").rows()


@pytest.mark.parametrize("header", ["Leaving this month", "Leavers", "Ausgeschieden", "Départs", "Resigned"])
def test_who_is_named_below_a_word_of_leaving_is_asked_about(header: str) -> None:
    """Also whoever is named in their own row, by chance."""
    cells = ["Ann Lee (18 Dec)", "Di Fox"]

    assert asked(header, *cells) == [(0, header, "Ann Lee (18 Dec)"), (3, header, "Di Fox")]


def test_list_of_one_may_name_the_person_beside_it() -> None:
    """Few are named: their names are not said once more."""
    assert asked("Leavers", "Ann Lee") == [(0, "Leavers", "Ann Lee")]


@pytest.mark.parametrize("cell", ["van Dam Zoë", "ZOE VAN DAM", "2. Zoe van Dam", "Zoë van Dam - 30/11/2026"])
def test_name_may_be_written_otherwise(cell: str) -> None:
    """In either order, in capitals, without accents, with a number before it and a day behind."""
    assert asked("Leavers", cell) == [(2, "Leavers", cell)]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("First aiders", ["Di Fox"]),
        ("Former manager", ["Di Fox"]),
        ("Leavers", ["Ann Lee", "Bo Roe"]),
        ("Leavers", ["Di Foxley", "Gus Ode", "Di"]),
    ],
)
def test_others_are_not(header: str, cells: list[str]) -> None:
    """Another header, who leads people, everybody in their own row, other names or half of one."""
    assert asked(header, *cells) == []
