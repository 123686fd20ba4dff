"""One of the two files of a join."""

import pytest

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup
from tests.join.pairs import ACCOUNTS, STAFF, side

STATES = ("Nr;Mail;Status;Ort", "7;a@firma.de;aktiv;Bonn", "8;b@firma.de;ausgetreten;Bonn")


def test_telling_columns_are_those_of_people_and_employment() -> None:
    """What may be a name, an address, a number or a status tells; a place changes no file by itself."""
    assert side("a.csv", *STATES).telling == {"Nr": "employee_id", "Mail": "Email Address", "Status": "status"}


def test_column_that_a_rule_looks_at_tells() -> None:
    """A place by which people are left out could change who goes in."""
    rule = PeopleRule.model_validate({"column": "Ort", "is": "Bonn", "then": "leave_out"})

    assert side("a.csv", *STATES, setup=Setup(rule=(rule,))).telling["Ort"] == "rule"


def test_what_is_said_of_a_column_goes_before_what_it_looks_like() -> None:
    """A column that is said to be none tells nothing, and one that is said to be ours does."""
    said = Setup(columns={"none": ("Status",), "exit_date": ("Ort",)})

    told = side("a.csv", *STATES, setup=said).telling

    assert told == {"Nr": "employee_id", "Mail": "Email Address", "Ort": "exit_date"}


@pytest.mark.parametrize(
    ("lines", "names", "addresses"), [(STAFF, ("Vorname", "Nachname"), ()), (ACCOUNTS, (), ("Mail",))]
)
def test_names_and_addresses(lines: tuple[str, ...], names: tuple[str, ...], addresses: tuple[str, ...]) -> None:
    """The headers of names and of addresses are told apart."""
    found = side("a.csv", *lines)

    assert (found.name_headers, found.addresses) == (names, addresses)


def test_people_are_counted_without_rows_that_are_none() -> None:
    """Blank rows and totals are no people."""
    assert side("a.csv", *STAFF, ";;;", "Summe;4;;").people == 4
