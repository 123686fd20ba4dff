from typing import Any

import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.match import shared_addresses
from tests.match.people import pairs, people

DESK = ["desk@example.com", "desk@example.com"]


def asked_of(columns: dict[str, Any], different: pl.DataFrame | None = None) -> list[tuple[str, ...]]:
    """Get column, asked row and sentence of every question about two rows that share an address."""
    rows = people(email=DESK, **columns)
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))
    found = shared_addresses(rows, different=different).filter(pl.col("code") != "address_of_none")
    asked = in_words(found, places)
    return asked.select("column", pl.format("row {}", pl.col("row_id") + 2), "sentence").rows()


@pytest.mark.parametrize(
    ("columns", "asked", "told"),
    [
        ({"first": ["Jo", "Eva"]}, "row 2", "Rows 2 and 3 share 'desk@example.com' but have different names."),
        ({"first": ["Eva", "Jo"]}, "row 3", "Rows 2 and 3 share 'desk@example.com' but have different names."),
        (
            {"first": ["Jo", "Eva"], "is_active": [False, True]},
            "row 2",
            "Rows 2 and 3 share 'desk@example.com' but have different names.",
        ),
        (
            {"first": ["Jo", "Eva"], "is_active": [None, True]},
            "row 2",
            "Rows 2 and 3 share 'desk@example.com' but have different names.",
        ),
        ({"first": ["Jo", None]}, "row 3", "Rows 2 and 3 share 'desk@example.com' but one of them has no name."),
        ({"first": [None, None]}, "row 2", "Rows 2 and 3 share 'desk@example.com' but neither has a name."),
        (
            {"first": ["Jo", None], "last": [None, "Ng"]},
            "row 3",
            "Rows 2 and 3 share 'desk@example.com' but each has another half of a name.",
        ),
        (
            {"full_name": ["刘晓梅", "黄志强"]},
            "row 3",
            "Rows 2 and 3 share 'desk@example.com' but have different names.",
        ),
        (
            {"full_name": ["野村美咲", "Misaki Nomura"], "employee_id": ["1", "2"]},
            "row 2",
            "Rows 2 and 3 share 'desk@example.com' but have names in two scripts and different numbers.",
        ),
    ],
)
def test_all_but_one_are_asked(columns: dict[str, Any], asked: str, told: str) -> None:
    """The row that would be kept of one person keeps a shared address, whatever the order; the others are asked."""
    assert asked_of(columns) == [("Email Address", asked, f"{told} One address can have one account.")]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        (
            {"first": ["Jo", "Jo"], "employee_id": ["1", "2"]},
            "same address, same name, different employee number. Until you decide, only row 2",
        ),
        ({"first": ["Jo", "Jo"]}, "same address, same name. Until you decide, only row 3"),
        ({"full_name": ["Jo Ng", "Ng, Jo"]}, "same address, same name. Until you decide, only row 2"),
        (
            {"full_name": ["野村美咲", "Misaki Nomura"], "employee_id": ["1", "1"]},
            "same address, names in two scripts, same employee number. Until you decide, only row 3",
        ),
        ({"full_name": ["Иван Лис", "Ivan Lis"]}, "same address, names in two scripts. Until you decide, only row 3"),
        (
            {"first": ["Jo", "J."], "last": ["Ng", "Ng"]},
            "same address, names that fit. Until you decide, only row 2",
        ),
        (
            {"first": ["Jo", "Ng"], "last": ["Ng", "Jo"]},
            "same address, another spelling of the name. Until you decide, only row 2",
        ),
        (
            {"first": ["Thảo", "Thạo"], "last": ["Đỗ", "Đỗ"]},
            "same address, names that differ in their marks only. Until you decide, only row 3",
        ),
        (
            {"full_name": ["Eva Alba dos Reis", "Eva Al. dos Reis"], "employee_id": ["1", "1"]},
            "same address, another spelling of the name, same employee number. Until you decide, only row 3",
        ),
        (
            {"first": ["Dave", "David"], "last": ["Ng", "Ng"], "employee_id": ["1", "1"]},
            "same address, another spelling of the name, same employee number. Until you decide, only row 2",
        ),
    ],
)
def test_whoever_may_be_the_same_person_is_asked_that(columns: dict[str, Any], reason: str) -> None:
    """Names that fit are never called different, and nobody is asked who gets the mailbox of one person."""
    asked = "row 2" if "only row 3" in reason else "row 3"

    assert asked_of(columns) == [(None, asked, f"Rows 2 and 3 may be one person: {reason} is imported.")]


def test_two_people_of_one_name_need_two_addresses() -> None:
    """Once it is answered that they are two, the question is who gets the address."""
    assert asked_of({"first": ["Jo", "Jo"]}, different=pairs((1, 0))) == [
        (
            "Email Address",
            "row 2",
            "Rows 2 and 3 share 'desk@example.com' but are two people. One address can have one account.",
        )
    ]


@pytest.mark.parametrize(
    ("columns", "asked"),
    [
        ({"first": ["Jo", "Eva"]}, [("row 3", "2 rows", "desk@example.com")]),
        ({"first": ["Jo", "Desk"]}, []),
        ({"first": ["Jo", "Eva"], "is_chosen": ["", "yes"]}, []),
        ({"first": ["Jo", "Jo"]}, []),
    ],
)
def test_keeper_of_an_address_that_fits_nobody_is_asked_too(
    columns: dict[str, Any], asked: list[tuple[str, ...]]
) -> None:
    """Not where it fits one of them, where somebody chose the row, nor where they may be one person."""
    rows = people(email=DESK, last=["Ng", "Ng"], **columns).with_columns(pl.col("^is_chosen$") == "yes")

    found = shared_addresses(rows).filter(pl.col("code") == "address_of_none")

    assert found.select(pl.format("row {}", pl.col("row_id") + 2), "reason", "value").rows() == asked


def test_own_addresses_ask_nothing() -> None:
    """Blank addresses and addresses of one row are no question."""
    assert shared_addresses(people(first=["Jo", "Eva", "Kai"], email=[None, None, "kai@example.com"])).is_empty()


def test_answer_and_doubt_are_about_their_own_pair() -> None:
    """Of four rows on one address each is asked beside the one that is kept; what is said of another pair is not."""
    rows = people(first=["Jo"] * 4, last=["Ng"] * 4, email=["jo@example.com"] * 4)
    doubted = pairs((1, 3), (2, 0)).with_columns(reason=pl.Series(["same address, different Desk", "another pair"]))

    asked = shared_addresses(rows, doubted=doubted, different=pairs((0, 3), (2, 1)))

    assert asked.select("row_id", "code", "other_row_id", "reason").rows() == [
        (1, "possible_duplicate", 3, "same address, different Desk"),
        (2, "possible_duplicate", 3, "same address, same name"),
        (0, "shared_address", 3, "are two people"),
    ]


def test_half_a_name_does_not_say_whose_mailbox_it_is() -> None:
    """Two of one last name may be two people: the row that would keep the address waits as well."""
    named = {"first": ["Ana", "Ana"], "last": ["Ruiz", "Ruiz"]}

    def codes(columns: dict[str, Any]) -> list[str]:
        return shared_addresses(people(email=DESK, **columns)).get_column("code").sort().to_list()

    assert codes({"first": [None, None], "last": ["Ruiz", "Ruiz"]}) == ["address_of_none", "possible_duplicate"]
    assert codes({"first": ["Ana", "Ana"], "last": [None, None]}) == ["address_of_none", "possible_duplicate"]
    assert codes(named | {"employee_id": ["1", "2"]}) == ["possible_duplicate"]


def test_another_generation_is_told() -> None:
    """Father and son at one address differ in what their names had."""
    told = people(email=DESK, first=["Jo", "Jo"], employee_id=["1", "2"]).with_columns(
        pl.Series("raw.Last Name", ["Ng Sr.", "Ng Jr."])
    )

    reason = shared_addresses(told).filter(code="possible_duplicate").get_column("reason").item()

    assert reason == "same address, same name, different employee number, different suffix (Jr., Sr.)"
