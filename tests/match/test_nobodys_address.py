"""Addresses that fit nobody who shares them."""

import pytest

from keycafe_clean.match.identity_keys import people_of
from keycafe_clean.match.nobodys_address import asked_of_keepers, fitting_rows
from tests.match.people import people


@pytest.mark.parametrize(
    ("first", "last", "local", "fits"),
    [
        ("Ida", "Post", "ida", True),
        ("Ida", "Post", "i.post2", True),
        ("Ida", "Post", "post.nord", True),
        ("Ida", "Post", "ip", True),
        ("Ida", "Post", "pi", True),
        ("Ida", "Post", "pforte", False),
        ("Ann", "Lee", "tele", False),
        ("Ed", "Lo", "edv", False),
        ("Ed", "Lo", "ed", True),
        ("Ed", "Lo", "elo", True),
        ("Ed", "Lo", "edlo", True),
        ("Li", "Wu", "wuli", True),
        ("Ed", "Lo", "loe", True),
        ("Ed", "Lo", "edl", True),
        ("Alexander", "Wood", "alex", True),
        ("Alexander", "Wood", "al.x", False),
        ("Marie", "Müller", "mueller", True),
        ("Jean-Luc", "Petit", "jlp", True),
        ("Иван", "Лис", "lis", True),
        ("小明", "王", "desk", False),
        (None, None, "desk", False),
    ],
)
def test_address_has_a_part_of_a_name(first: str | None, last: str | None, local: str, *, fits: bool) -> None:
    """A part of three letters wherever it stands, a short one as a word, initials, the beginning of a part."""
    rows = people_of(people(first=[first], last=[last], email=[f"{local}@example.com"]))

    assert fitting_rows(rows).to_list() == ([0] if fits else [])


def test_every_keeper_is_asked_once() -> None:
    """In the order of rows; an address of whose people one is called so is somebody's."""
    addresses = ["gate@example.com", "eva@example.com"] * 3
    rows = people_of(people(first=["Bo", "Cy", "Eva", "Eva", "Flo", "Gil"], last=["Ng"] * 6, email=addresses))

    asked = asked_of_keepers(rows, rows.get_column("row_id").filter(rows.get_column("row_id").is_in([1, 4])))

    assert asked.select("row_id", "code", "column", "value", "reason").rows() == [
        (4, "address_of_none", "Email Address", "gate@example.com", "3 rows")
    ]
