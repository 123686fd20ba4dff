from datetime import date

import polars as pl
import pytest

from keycafe_clean.match.known import (
    KNOWN,
    KNOWN_RULES,
    already_in_keycafe,
    are_told_apart,
    known_for_certain,
    people_here,
    people_known,
)
from tests.import_rows import FULL_USER, changed, import_rows

Cells = tuple[str | None, str | None, str | None]


def known(*people: Cells) -> pl.DataFrame:
    """Get people who are in Keycafe: first name, last name, address."""
    return pl.DataFrame(people, schema=dict.fromkeys(KNOWN, pl.String), orient="row")


@pytest.mark.parametrize(
    ("person", "is_found"),
    [
        (("Jana", "Novak", "jana@example.com"), True),
        ((None, None, "jana@example.com"), True),
        (("JANA", None, " Jana@Example.com "), True),
        (("Jana", "Lis", "jana@example.com"), True),
        (("Piotr", "Lis", "jana@example.com"), False),
        (("Jana", "Novak", "other@example.com"), False),
        (("Jana", "Novak", None), False),
        (("Jana", "Novak", ""), False),
    ],
)
def test_already_in_keycafe(person: Cells, *, is_found: bool) -> None:
    """Somebody is in Keycafe whose address is known there with a name that fits."""
    assert already_in_keycafe(import_rows(FULL_USER), known(person)).to_list() == ([0] if is_found else [])


def test_rows_without_name_or_address() -> None:
    """A row without a name is known by its address; one without an address is not known."""
    nameless = changed(FULL_USER, First_Name=None, Last_Name=None)
    rows = import_rows(nameless, changed(FULL_USER, Email_Address=None))

    assert already_in_keycafe(rows, known(("Jana", "Novak", "jana@example.com"))).to_list() == [0]


def test_every_row_is_found_once() -> None:
    """Rows are found once, in order, however often somebody is known."""
    person = ("Jana", "Novak", "jana@example.com")

    assert already_in_keycafe(import_rows(FULL_USER, FULL_USER), known(person, person)).to_list() == [0, 1]


def test_nobody_is_known() -> None:
    """Where nobody is known nobody is found."""
    assert already_in_keycafe(import_rows(FULL_USER), known()).is_empty()


Person = tuple[str | None, str | None, str | None, str | None, str | None]


def people(*cells: Person) -> pl.DataFrame:
    """Get rows or known people: first name, last name, address, employee number, first day."""
    names = [*KNOWN, "employee_id", "start_date"]
    return pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String), orient="row").with_row_index("row_id")


ONA = ("Ona", "Reyes", None, "17", "2020-01-01")


@pytest.mark.parametrize(
    ("person", "is_found"),
    [
        (("Ona", "Reyes", "other@example.com", "17", None), True),
        (("Reyes", "Oná", None, "0017", None), True),
        (("O.", "Reyes", None, "17", None), True),
        (("Bea", "Lund", None, "17", None), False),
        (("Ona", "Reyes", None, "18", "2020-01-01"), False),
        (("Ona", "Reyes", None, None, "2020-01-01"), True),
        (("Ona", "Reyes", "other@example.com", None, "2020-01-01"), True),
        (("Ona", "Reyes", None, None, "2020-01-02"), False),
        (("Ona", "Lund", None, None, "2020-01-01"), False),
        (("Ona", "Reyes", None, None, None), False),
    ],
)
def test_known_by_number_or_first_day(person: Person, *, is_found: bool) -> None:
    """A number with a name that fits tells who is known; where an address is missing, name and first day do."""
    assert already_in_keycafe(people(ONA), people(person)).to_list() == ([0] if is_found else [])


@pytest.mark.parametrize(
    ("person", "keys"),
    [
        (("Ona", "Reyes", "o@example.com", None, None), ("address",)),
        (("Ona", "Reyes", None, "17", None), ("employee number", "name")),
        (("Ona", "Reyes", None, None, "2020-01-01"), ("name", "first day")),
    ],
)
def test_each_rule_knows_by_its_keys(person: Person, keys: tuple[str, ...]) -> None:
    """What two lines have in common makes one person by the rule that asks for it, and by no other."""
    rows, listed = people_here(people(person)), people_known(people(person).drop("row_id"))

    assert [rule.keys for rule in KNOWN_RULES if not rule.known(rows, listed).is_empty()] == [keys]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            [("Bo", "Lis", "bo@example.com", None, None), ONA],
            [(0, "the same employee number and name, 'Ona Reyes'", "b.csv, row 2")],
        ),
        (
            [ONA, ("Ona", "Reyes", "o@example.com", "17", None)],
            [(0, "the same address, 'Ona Reyes'", "b.csv, row 2")],
        ),
        ([ONA, ONA], [(0, "the same employee number and name, 'Ona Reyes'", "a.csv, row 1,204")]),
    ],
)
def test_what_says_that_somebody_is_known(listed: list[Person], expected: list[tuple[int, str, str]]) -> None:
    """The first line that fits by the strongest rule is the reason, with its list and row."""
    lines = people(*listed).with_columns(list_file=pl.Series(["a.csv", "b.csv"]), list_row=pl.Series([1204, 2]))
    row = people(("Ona", "Reyes", "o@example.com", "17", "2020-01-01"))

    assert known_for_certain(row, lines.drop("row_id")).rows() == expected


def test_a_list_that_does_not_say_where() -> None:
    """People who come from no file are known without a place."""
    found = known_for_certain(people(ONA), people(ONA).drop("row_id"))

    assert found.rows() == [(0, "the same employee number and name, 'Ona Reyes'", None)]


@pytest.mark.parametrize(
    ("here", "there"),
    [((None, None), ("Ona", "Reyes")), (("Ona", "Reyes"), (None, None)), ((None, None), (None, None))],
)
def test_number_without_a_name_knows_nobody(here: Cells, there: Cells) -> None:
    """A number may be used again: on either side it needs a name."""
    rows, listed = (people((*name, None, "17", None)) for name in (here, there))

    assert known_for_certain(rows, listed.drop("row_id")).is_empty()


def test_two_addresses_are_not_one_person_by_their_first_day() -> None:
    """Namesakes who started together have two addresses: their first day does not settle it."""
    here, there = (
        people(("Ona", "Reyes", address, None, "2020-01-01")) for address in ("a@example.com", "b@example.com")
    )

    assert already_in_keycafe(here, there).is_empty()


DESK = "desk@example.com"


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        ([("Jana", "Novak"), ("Petr", "Lis")], ("Jana", "Novak"), [0]),
        ([("Jana", "Novak"), ("Petr", "Novak")], ("Jana", "Novak"), [0]),
        ([("Jana", "Novak"), ("Petr", "Lis")], ("J", "Novak"), [0]),
        ([("Jana", "Novak"), ("Jan", "Novak")], ("J", "Novak"), []),
        ([("Jana", "Novak"), ("Petr", "Lis")], (None, None), []),
        ([("Jana", "Novak"), ("Jana", "Novak")], (None, None), [0, 1]),
        ([("Jana", "Novak"), ("Petr", "Lis")], ("Ida", "Post"), []),
    ],
)
def test_a_shared_mailbox_is_the_account_of_one(
    here: list[tuple[str, str]], there: tuple[str | None, str | None], found: list[int]
) -> None:
    """Of several people with a known address only the one whose name fits is known; without a name nobody is."""
    rows = import_rows(*(changed(FULL_USER, First_Name=a, Last_Name=b, Email_Address=DESK) for a, b in here))

    assert already_in_keycafe(rows, known((*there, DESK))).to_list() == found


def test_a_combined_row_speaks_for_the_row_that_is_kept() -> None:
    """Whoever is known by the old address of a combined row is known with the new one too."""
    rows = import_rows(FULL_USER, changed(FULL_USER, Email_Address="old@example.com"))
    combined = rows.with_columns(combined_into=pl.Series([None, 0], dtype=pl.UInt32))

    assert already_in_keycafe(combined, known(("Jana", "Novak", "old@example.com"))).to_list() == [0, 1]


def test_whole_names_that_nobody_could_split_differ() -> None:
    """Two whole names on one mailbox are two people: an address alone tells neither."""
    rows = import_rows(*(changed(FULL_USER, First_Name=None, Last_Name=None) for _ in range(2)))
    named = rows.with_columns(full_name=pl.Series(["Bea Lund", "Carl Ives"]))

    assert already_in_keycafe(named, known((None, None, "jana@example.com"))).is_empty()
    assert already_in_keycafe(named, known(("Carl", "Ives", "jana@example.com"))).to_list() == [1]


@pytest.mark.parametrize(
    ("here", "there", "is_found"),
    [
        (("Vera", "Holm"), ("Nils", "Holm"), False),
        (("Vera", "Holm"), ("Holm", "Vera"), True),
        (("Vera", "Holm"), ("V.", "Holm"), True),
        (("Vera", "Holm-Falk"), ("Vera", "Holm"), True),
        (("Vera Ida", "Holm"), ("Ida", "Holm"), True),
        (("Robert", "Holm"), ("Bob", "Holm"), True),
        (("Vera", "Holm"), (None, "Holm"), True),
        (("Vera", "Holm"), ("Nils", None), False),
        (("Вера", "Стоянова"), ("Vera", "Stoyanova"), True),
        (("Вера", "Стоянова"), ("Nina", "Stoyanova"), False),
    ],
)
def test_an_address_that_is_used_again_knows_nobody(
    here: tuple[str, str], there: tuple[str | None, str | None], *, is_found: bool
) -> None:
    """Another first name with the same address is another person, unless it is a form of the same one."""
    rows, listed = (people((*name, "holm@example.com", None, None)) for name in (here, there))

    assert already_in_keycafe(rows, listed.drop("row_id")).to_list() == ([0] if is_found else [])


@pytest.mark.parametrize(("name", "is_found"), [("Holm Vera Ida", True), ("Holm Nils Ole", False), ("Holm", True)])
def test_a_name_that_is_not_cut_has_the_first_name_somewhere(name: str, *, is_found: bool) -> None:
    """Of a name whose parts nobody knows one word must be the first name, unless it is one word."""
    listed = known((None, None, "holm@example.com")).with_columns(full_name=pl.lit(name))

    assert already_in_keycafe(people(("Vera", "Holm", "holm@example.com", None, None)), listed).to_list() == (
        [0] if is_found else []
    )


@pytest.mark.parametrize(
    ("numbers", "days", "expected"),
    [
        (("7", "7"), (date(2020, 3, 1), date(2021, 5, 9)), False),
        (("7", "8"), (date(2020, 3, 1), date(2020, 3, 1)), True),
        (("7", None), (date(2020, 3, 1), date(2021, 5, 9)), True),
        ((None, "7"), (date(2020, 3, 1), date(2020, 1, 3)), False),
        ((None, None), (None, date(2021, 5, 9)), False),
    ],
)
def test_numbers_tell_apart_and_days_where_a_number_is_missing(
    numbers: tuple[str | None, str | None], days: tuple[date | None, date | None], *, expected: bool
) -> None:
    """One number is one person whatever the first days; day and month of those may be swapped."""
    both = pl.DataFrame(
        {"number": numbers[:1], "number_known": numbers[1:], "day": days[:1], "day_known": days[1:]},
        schema={"number": pl.String, "number_known": pl.String, "day": pl.Date, "day_known": pl.Date},
    )

    assert both.select(are_told_apart()).item() is expected
