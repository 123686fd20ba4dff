"""Names that are there twice on one address or number, and names that merely fit."""

from typing import Any

import pytest

from keycafe_clean.match import match_certain
from tests.match.people import people

DESK = ["desk@example.com"] * 2
HIRED = {"start_date": ["2020-02-01", "2020-02-01"]}


@pytest.mark.parametrize(
    ("first", "last", "email"),
    [
        (["Jo", "Jo"], ["Ng", "ng"], "desk@example.com"),
        (["Zoë", "ZOE"], ["Ng", "Ng"], "desk@example.com"),
        (["Jo Ann", "Joann"], ["Ng", "Ng"], "desk@example.com"),
        (["Jo", "Jo"], ["Ng", "Ng-Berg"], "jo.ng@example.com"),
        (["Jo", "Jo Ann"], ["Ng", "Ng"], "jng@example.com"),
        (["Hoàng", "Hoang"], ["Đỗ", "Do"], "desk@example.com"),
        (["Jürgen", "Juergen"], ["Höß", "Hoess"], "desk@example.com"),
        (["Алёна", "Алена"], ["Белёва", "Белева"], "desk@example.com"),
    ],
)
def test_names_agree(first: list[str], last: list[str], email: str) -> None:
    """The same words are one person's at any address; a longer name is at one that is made of both."""
    matched = match_certain(people(first=first, last=last, email=[email] * 2))

    assert matched.get_column("reason").to_list() == ["same_address_and_name"] * 2


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"first": ["Jo", "Jo Ann"], "last": ["Ng", "Ng"], "email": DESK}, id="more given names"),
        pytest.param({"first": ["Jo", "Jo"], "last": ["Ng", "Ng Roa"], "email": DESK}, id="more last names"),
        pytest.param(
            {"first": ["Jo", "Jo Ann"], "last": ["Ng", "Ng"], "email": ["jo@example.com"] * 2},
            id="more given names at an address of a first name alone",
        ),
        pytest.param(
            {
                "first": ["Jo", "Jo"],
                "last": ["Ng", "Ng Roa"],
                "email": ["jo.ng@example.com"] * 2,
                "location": ["A", "B"],
            },
            id="more last names at another place",
        ),
        pytest.param(
            {"first": ["Jo", "Jo"], "last": ["Ng", "Ng Roa"], "email": ["jo.ng@example.com"] * 2, "badge": ["1", "2"]},
            id="more last names on another badge",
        ),
        pytest.param({"full_name": ["Jo Ng", "Jo en Bea Ng"], "email": DESK}, id="a couple at a mailbox"),
        pytest.param(
            {"first": ["Jo", "Jo & Bea"], "last": ["Ng", "Ng"], "email": ["jo.ng@example.com"] * 2},
            id="a couple at an address of one",
        ),
        pytest.param({"first": ["Jo", "Jo y Bea"], "last": ["Ng", "Ng"], "employee_id": ["7"] * 2}, id="a couple"),
        pytest.param({"full_name": ["Jo Ng", "Jo und Bea Ng"], "employee_id": ["7"] * 2}, id="a couple, not cut"),
        pytest.param({"first": ["Thảo", "Thạo"], "last": ["Đỗ", "Đỗ"], "email": DESK}, id="other marks"),
        pytest.param({"first": ["Tan", "Tân"], "last": ["Đỗ", "Đỗ"], "email": DESK}, id="a mark on one side"),
        pytest.param({"full_name": ["Đỗ Thảo", "Đỗ Thạo"], "employee_id": ["7"] * 2}, id="other marks, not cut"),
        pytest.param({"first": ["Thảo", "Thạo"], "last": ["Đỗ", "Đỗ"], **HIRED}, id="other marks in equal rows"),
        pytest.param({"first": ["सीमा", "सोमा"], "last": ["राय", "राय"], "email": DESK}, id="other vowels"),
    ],
)
def test_names_that_merely_fit(columns: dict[str, Any]) -> None:
    """A part of a name, two people in one cell, and other marks are never certain."""
    assert match_certain(people(**columns)).get_column("cluster_id").null_count() == 2


def test_rows_of_one_name_are_one_person_beside_a_longer_one() -> None:
    """Whoever may be somebody else keeps nobody from being one person with a row of the very same name."""
    rows = people(first=["Jo", "Jo", "Jo Ann"], last=["Ng"] * 3, email=["desk@example.com"] * 3)

    assert match_certain(rows).get_column("cluster_id").to_list() == [0, 0, None]
