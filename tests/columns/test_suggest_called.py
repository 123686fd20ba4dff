"""Names that people go by, where no other column has that part."""

import pytest

from tests.columns.sources import suggested, unsure
from tests.columns.test_suggest_names import FIRST, LAST, WHOLE

WORK: list[str | None] = ["a1@acme.com", "b2@acme.com", "c3@acme.com"]


@pytest.mark.parametrize(
    "header", ["Preferred Name", "Preferred First Name", "Known As", "Rufname", "Prénom usuel", "Nome social"]
)
def test_name_that_people_go_by_is_the_first_name_where_there_is_no_other(header: str) -> None:
    """Nobody goes in without a first name that stands in the row."""
    assert suggested({"Last Name": LAST, header: FIRST})["First Name"] == (header,)


@pytest.mark.parametrize("header", ["Preferred Last Name", "Preferred Surname"])
def test_last_name_that_people_go_by_is_the_last_name_where_there_is_no_other(header: str) -> None:
    """Nobody goes in without a last name that stands in the row."""
    assert suggested({"First Name": FIRST, header: LAST})["Last Name"] == (header,)


def test_both_parts_that_people_go_by() -> None:
    """A file of nothing but such names has names."""
    columns = suggested({"Preferred First Name": FIRST, "Preferred Last Name": LAST, "Email": WORK})

    assert (columns["First Name"], columns["Last Name"]) == (("Preferred First Name",), ("Preferred Last Name",))


def test_whole_names_that_people_go_by_are_full_names() -> None:
    """The cells say that the last name is in them too."""
    assert suggested({"Preferred Name": WHOLE, "Email": WORK})["full_name"] == ("Preferred Name",)


def test_first_name_goes_before_the_one_that_people_go_by() -> None:
    """Beside a first name, another one is none."""
    assert suggested({"First Name": FIRST, "Last Name": LAST, "Preferred Name": FIRST})["First Name"] == ("First Name",)


@pytest.mark.parametrize(
    ("header", "cells"), [("Nickname", FIRST), ("AKA", FIRST), ("Preferred Name", ["Ana", None, None])]
)
def test_other_names_are_asked_about(header: str, cells: list[str | None]) -> None:
    """A nickname need be none that people go by, and a column that few people have is of few."""
    asked = unsure({"Last Name": LAST, header: cells})

    assert [(it.column, it.headers, it.reason) for it in asked] == [
        ("First Name", (header,), "people go by it, and there is no other first name")
    ]


@pytest.mark.parametrize("header", ["Supervisor Preferred Name", "Manager Preferred Name", "Preferred Location"])
def test_what_others_go_by_is_nobodys_name(header: str) -> None:
    """Somebody else's name, and anything else that is preferred, is not suggested."""
    found = {"Last Name": LAST, header: FIRST}

    assert (suggested(found), unsure(found)) == ({"Last Name": ("Last Name",)}, [])
