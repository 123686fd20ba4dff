from datetime import date

import polars as pl
import pytest

from keycafe_clean.job.forgotten import (
    FORGOTTEN,
    erase,
    erased_rows,
    forget,
    known_of_old,
    known_rows,
    namesakes,
    of_same_number,
    without_erased,
)
from tests.job.lines import lines, people

KEY, TODAY = b"k" * 32, date(2026, 11, 3)
SENT = lines(
    {"name": "Ann Lee", "email": "ann.lee@example.com", "employee_id": "0012"},
    {"name": "Cy Orr", "start_date": "2022-03-01"},
    {"employee_id": "7", "start_date": "2020-05-04"},
)
HASHES = forget(SENT, KEY, TODAY)


@pytest.mark.parametrize(
    ("who", "known"),
    [
        ({"name": "Ann Lee", "email": "ANN.LEE@example.com"}, True),
        ({"name": "Ann May", "email": "may@example.com", "employee_id": "12"}, False),
        ({"name": "Lee, Ann", "email": "a.lee@example.com", "employee_id": "12"}, True),
        ({"name": "Zoe Quast", "email": "zoe@example.com", "employee_id": "07", "start_date": "2020-05-04"}, True),
        ({"name": "Zoe Quast", "employee_id": "7", "start_date": "2027-01-04"}, False),
        ({"name": "Orr, Cy", "start_date": "2022-03-01"}, True),
        ({"name": "Cy Orr", "start_date": "2023-03-01"}, False),
        ({"name": "Ann May", "email": "ann.lee@example.com"}, True),
        ({"email": "ann.lee@example.com"}, True),
        ({"name": "A. B.", "email": "ann.lee@example.com"}, True),
        ({"name": "Zoe May", "email": "ann.lee@example.com"}, False),
        ({"name": "Zoe May", "email": "ann.lee@example.com", "employee_id": "12"}, True),
        ({"name": "Cy Orr"}, False),
        ({"name": "Ann Lee"}, False),
        ({}, False),
    ],
)
def test_who_is_known_by_a_hash(who: dict[str, str], known: bool) -> None:  # noqa: FBT001 - a case
    """By address, number or name with first day, or number with name, however written; a blank tells nobody."""
    assert known_rows(HASHES, people(who), KEY).to_list() == ([0] if known else [])


def test_namesake_may_be_who_was_forgotten() -> None:
    """A name alone tells nobody for certain."""
    here = people({"name": "LEE, Ann"}, {"name": "Ann May"}, {})

    assert namesakes(HASHES, here, KEY).to_list() == [0]


def test_number_alone_may_be_of_who_was_forgotten() -> None:
    """It may have been given again: it tells nobody for certain."""
    here = people({"employee_id": "12", "name": "Zoe Quast"}, {"employee_id": "13"}, {})

    assert of_same_number(HASHES, here, KEY).to_list() == [0]


def test_address_of_another_name_is_taken() -> None:
    """Whoever had it may have passed it on: it tells nobody for certain."""
    here = people(
        {"name": "Zoe May", "email": "Ann.Lee@example.com"}, {"name": "Ann May", "email": "ann.lee@example.com"}
    )

    told = known_of_old(HASHES, here, KEY)

    assert told.filter("taken").get_column("Email Address").to_list() == ["Ann.Lee@example.com"]
    assert told.get_column("known_row").drop_nulls().to_list() == [1]


def test_address_alone_of_an_older_folder_tells_somebody() -> None:
    """Before the words of names were hashed with it, nobody could say whose it was."""
    older = HASHES.filter(pl.col("cell") == "address")

    assert known_rows(older, people({"name": "Zoe May", "email": "ann.lee@example.com"}), KEY).to_list() == [0]


def test_another_key_tells_nobody() -> None:
    """Without the job's key the hashes say nothing."""
    assert known_rows(HASHES, people({"email": "ann.lee@example.com"}), b"x" * 32).is_empty()


def test_nothing_of_a_person_stands_in_the_hashes() -> None:
    """A cell, a digest, and the month in which the line ends."""
    assert HASHES.schema == FORGOTTEN
    assert HASHES.get_column("cell").to_list() == [
        *("number", "number", "address", "name and day", "number and day", "name", "name"),
        *("address with a name", "address and word", "address and word"),
    ]
    assert HASHES.get_column("until").unique().to_list() == ["2031-11"]
    text = HASHES.write_csv().lower()
    assert not any(word in text for word in ("ann", "lee", "orr", "example"))


def test_nobody_is_forgotten_twice() -> None:
    """The same lines give the same hashes, each once."""
    assert forget(pl.concat([SENT, SENT]), KEY, TODAY).equals(HASHES)


@pytest.mark.parametrize(
    "again",
    [
        {"name": "Lee Ann"},
        {"email": "ANN.LEE@example.com", "name": "Somebody Else"},
        {"number_as_read": "0042", "name": "Somebody Else"},
    ],
)
def test_whoever_was_erased_is_asked_about_by_name_address_or_number(again: dict[str, str]) -> None:
    """And is never taken for somebody in Keycafe."""
    ann = people({"name": "Ann Lee", "email": "ann.lee@example.com", "employee_id": "42"})
    hashes = erase(ann, KEY, date(2026, 12, 3))
    cells = {cell: text for cell, text in again.items() if cell != "number_as_read"}
    numbers = pl.Series("number_as_read", [None, again.get("number_as_read")], dtype=pl.String)
    asked = people({"name": "Bob Ray"}, cells).with_columns(numbers)

    assert erased_rows(asked, hashes, KEY).to_list() == [1]
    assert known_of_old(hashes, asked, KEY).is_empty()
    assert without_erased(hashes).is_empty()
