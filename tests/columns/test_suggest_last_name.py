"""What may be the last name where no column is called so."""

import pytest

from tests.columns.sources import suggested, unsure

FIRSTS: list[str | None] = ["Liya", "Dawit", "Marta"]
FATHERS: list[str | None] = ["Girma", "Alemu", "Desta"]
GRANDFATHERS: list[str | None] = ["Tadesse", "Worku", "Lemma"]


def addresses(lasts: list[str | None]) -> list[str | None]:
    """Get addresses made of the first names and these."""
    return [f"{first}.{last}@example.com".lower() for first, last in zip(FIRSTS, lasts, strict=True)]


def asked(cells: dict[str, list[str | None]]) -> list[tuple[str, tuple[str, ...], str]]:
    """Get column, headers and reason of what is asked about these cells."""
    return [(it.column, it.headers, it.reason) for it in unsure(cells)]


@pytest.mark.parametrize("header", ["Father Name", "Father's Name", "FATHERS NAME", "نام پدر"])
@pytest.mark.parametrize("first", ["First Name", "Name"])
def test_name_of_the_father_is_asked_about_where_there_is_no_last_name(first: str, header: str) -> None:
    """It stands where a last name would, in some countries."""
    reason = "it is the name of the father or of his, and there is no last name"

    assert asked({first: FIRSTS, header: FATHERS}) == [("Last Name", (header,), reason)]


def test_name_of_the_father_is_nothing_beside_a_last_name() -> None:
    """Nor is it asked about."""
    cells = {"First Name": FIRSTS, "Father's Name": FATHERS, "Last Name": GRANDFATHERS}

    assert (asked(cells), suggested(cells)["Last Name"]) == ([], ("Last Name",))


@pytest.mark.parametrize(
    ("lasts", "likely", "other"),
    [
        (None, "Father's Name", "Grandfather's Name"),
        (FATHERS, "Father's Name", "Grandfather's Name"),
        (GRANDFATHERS, "Grandfather's Name", "Father's Name"),
    ],
)
def test_one_question_is_about_what_the_addresses_have(lasts: list[str | None] | None, likely: str, other: str) -> None:
    """The father's name before the grandfather's, unless addresses have that one."""
    cells = {"First Name": FIRSTS, "Father's Name": FATHERS, "Grandfather's Name": GRANDFATHERS}
    beside = {} if lasts is None else {"Email": addresses(lasts)}
    reason = f"it is the name of the father or of his, and there is no last name, beside '{other}'"

    assert asked(cells | beside) == [("Last Name", (likely,), reason)]


@pytest.mark.parametrize("header", ["Guardian", "Preferred Name", "Clan"])
def test_any_column_that_addresses_have_is_asked_about(header: str) -> None:
    """Whatever it is called, where there is no last name."""
    reason = "its cells stand in the addresses, and there is no last name"

    assert asked({"First Name": FIRSTS, "Email": addresses(FATHERS), header: FATHERS}) == [
        ("Last Name", (header,), reason)
    ]


def test_other_people_are_not_asked_about() -> None:
    """Names of which the addresses know nothing, under a name for somebody else."""
    assert asked({"First Name": FIRSTS, "Email": addresses(FATHERS), "Guardian": GRANDFATHERS}) == []


@pytest.mark.parametrize(("header", "cells"), [("Preferred Name", FIRSTS), ("User name", ["girma", "alemu", "desta"])])
def test_first_names_said_twice_and_logins_are_not_asked_about(header: str, cells: list[str | None]) -> None:
    """Though addresses have them."""
    assert asked({"First Name": FIRSTS, "Email": addresses(FATHERS), header: cells}) == []
