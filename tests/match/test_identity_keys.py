"""Rows of people as they are compared."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.match.identity_keys import half_named, is_made_of_name, is_own_address, people_of, present_start


def key_of(name: str, cells: dict[str, str | None]) -> object:
    """Get one key of one row with these cells."""
    row = {"First Name": "Jana", "Last Name": "Novak", **cells}
    return people_of(pl.DataFrame([row], schema=dict.fromkeys(row, pl.String)).with_row_index("row_id")).item(0, name)


@pytest.mark.parametrize(
    ("name", "cells", "key"),
    [
        ("first", {"First Name": "  JÁNA "}, "jana"),
        ("last", {"Last Name": "O'Neill"}, "oneill"),
        ("email", {"Email Address": "Jana.Novak@Example.com"}, "jana.novak@example.com"),
        ("email", {"Email Address": "jnovak"}, None),
        ("email", {}, None),
        ("whole", {}, "jana novak"),
        ("whole", {"First Name": "美咲", "Last Name": "野村"}, "野村 美咲"),
        ("whole", {"First Name": "ケン", "Last Name": None}, "ケン"),
        ("first", {"First Name": "jana@example.com"}, None),
        ("whole", {"First Name": None, "Last Name": None, "full_name": "jana@example.com"}, None),
        (
            "whole",
            {"First Name": None, "Last Name": None, "full_name": "J.Novak", "Email Address": "j.novak@example.com"},
            None,
        ),
        (
            "whole",
            {"First Name": None, "Last Name": None, "full_name": "Jana", "Email Address": "jana@example.com"},
            "jana",
        ),
        ("employee_id", {"employee_id": " E-042 "}, "e-042"),
        ("employee_id", {"employee_id": "   "}, None),
        ("employee_id", {}, None),
        ("is_active", {}, None),
        ("department", {}, None),
    ],
)
def test_a_key_is_folded_and_a_blank_is_null(name: str, cells: dict[str, str | None], key: object) -> None:
    """Case, blanks and accents are no difference; what is no address is none; a column that is not there is blank."""
    assert key_of(name, cells) == key


def test_every_row_is_kept_in_order() -> None:
    """Nobody is lost on the way to be compared."""
    rows = pl.DataFrame({"row_id": [5, 3, 4], "First Name": ["C", None, "B"], "Last Name": [None, "A", "B"]})

    assert people_of(rows).get_column("row_id").to_list() == [5, 3, 4]


@pytest.mark.parametrize(
    ("mailbox", "is_own"),
    [
        ("jo", True),
        ("jo.ng", True),
        ("ng_jo", True),
        ("jong2", True),
        ("j.ng", True),
        ("ngj", True),
        ("ng", False),
        ("joan", False),
        ("desk", False),
    ],
)
def test_own_address_is_made_of_the_name(mailbox: str, *, is_own: bool) -> None:
    """A first name, or an initial with the last name, makes an address one person's; a last name is a family's."""
    row = pl.DataFrame({"first": ["jo"], "last": ["ng"], "email": [f"{mailbox}@example.com"]})

    assert row.select(is_own_address()).item() is is_own


@pytest.mark.parametrize(
    ("mailbox", "is_made"),
    [
        ("ana.ruiz", True),
        ("aruiz2", True),
        ("mora_ana", True),
        ("anamaria.ruizmora", True),
        ("ana", False),
        ("ruiz", False),
        ("maria.ruiz", False),
        ("desk", False),
    ],
)
def test_address_is_made_of_a_given_and_a_last_name(mailbox: str, *, is_made: bool) -> None:
    """One word of each is enough, and an initial for the given one; half a name is anybody's."""
    row = pl.DataFrame({"first": ["ana maria"], "last": ["ruiz mora"], "email": [f"{mailbox}@example.com"]})

    assert row.select(is_made_of_name()).item() is is_made


def test_half_a_name_says_which_half_is_missing() -> None:
    """What was not cut at all is asked about elsewhere."""
    rows = pl.DataFrame(
        {
            "row_id": [1, 2, 3, 4],
            "First Name": ["Jo", "Jo", None, None],
            "Last Name": ["Ng", None, "Ng", None],
            "full_name": [None, None, None, "Jong"],
        }
    )

    assert half_named(rows).rows() == [(2, "Last Name", "Jo"), (3, "First Name", "Ng")]


@pytest.mark.parametrize(
    ("days", "present"),
    [
        ({"day.start_date": date(2020, 1, 1)}, date(2020, 1, 1)),
        ({"day.rehire_date": date(2024, 5, 1)}, date(2024, 5, 1)),
        ({"day.start_date": date(2020, 1, 1), "day.rehire_date": date(2024, 5, 1)}, date(2024, 5, 1)),
        ({"day.start_date": date(2024, 5, 1), "day.rehire_date": date(2020, 1, 1)}, date(2024, 5, 1)),
        ({"day.start_date": date(2020, 1, 1), "day.rehire_date": None}, date(2020, 1, 1)),
        ({}, None),
    ],
)
def test_present_employment_begins_with_the_later_day(days: dict[str, date | None], present: date | None) -> None:
    """Whoever came back is here since then; a day that is not known is none."""
    rows = pl.DataFrame([{"row_id": 0, **days}], schema={"row_id": pl.UInt32, **dict.fromkeys(days, pl.Date)})

    assert rows.select(present_start(rows)).item() == present


@pytest.mark.parametrize(("first", "is_own"), [("j", False), ("jo", True), (None, None)])
def test_initial_is_in_no_address_of_ones_own(first: str | None, is_own: bool | None) -> None:  # noqa: FBT001 - a case
    """What is an initial itself makes an address nobody's; without a first name nobody can say."""
    row = pl.DataFrame(
        {"first": [first], "last": ["ng"], "email": ["j.ng@example.com"]}, schema_overrides={"first": pl.String}
    )

    assert row.select(is_own_address()).item() is is_own
