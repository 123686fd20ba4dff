from datetime import date

import pytest

from keycafe_clean import Setup, clean, read_export
from keycafe_clean.job_notebook.shown import findings, outcomes, reasons_of_rows, rows, rules
from keycafe_clean.masked_addresses import shows_address
from keycafe_clean.pipeline import Cleaned
from tests.test_notebooks import NOTEBOOKS

SAMPLE = NOTEBOOKS.parent / "data" / "samples" / "workers_2026-11.csv"


@pytest.fixture(scope="module")
def cleaned() -> Cleaned:
    """Get a sample with some of everything."""
    return clean(read_export(SAMPLE), today=date(2026, 11, 3))


def test_outcomes_are_the_equation_and_the_user_types(cleaned: Cleaned) -> None:
    """Two lines, both of which add up, and what the ready ones get."""
    assert f"{outcomes(cleaned)}" == (
        "27 rows = 16 ready + 3 waiting for you + 2 combined + 3 left out + 3 not people\n"
        "14 Full Users + 2 SmartBox Users\n"
        "Send Invitation       14\nSend Welcome Email    14\nGenerate Access Code  16"
    )


def test_findings_are_counted_by_code(cleaned: Cleaned) -> None:
    """By the letters of the codes, so that a new one is one line more."""
    lines = f"{findings(cleaned)}".splitlines()

    assert lines[0] == "code                  found"
    assert lines[1:3] == ["address_of_nobody     1", "address_of_none       1"]
    assert lines[1:] == sorted(lines[1:])


def test_reasons_are_counted_by_kind(cleaned: Cleaned) -> None:
    """Those who are left out first, then those combined, then what is no person."""
    assert f"{reasons_of_rows(cleaned)}".splitlines()[1:4] == [
        "left out: no longer employed             2",
        "left out: starts later                   1",
        "combined: same address and name          1",
    ]


def test_rule_about_an_address_names_nobody() -> None:
    """The reason is the rule as the set-up has it, less the part before the @."""
    rule = {"column": "Work Email", "is": "lucia.ferrer@example.com", "then": "leave_out"}
    left_out = clean(read_export(SAMPLE), Setup(rule=[rule]), today=date(2026, 11, 3))

    assert "left out: Work Email is x@example.com    1" in f"{reasons_of_rows(left_out)}".splitlines()


def test_rules_are_counted_in_words(cleaned: Cleaned) -> None:
    """What the steps did, as the analyst reads it."""
    assert "capitals written as a name                            5" in f"{rules(cleaned)}".splitlines()


def test_nothing_is_a_word() -> None:
    """An export in which nothing is found shows so."""
    good = clean(
        read_export(("hr.csv", b"First Name,Last Name,Email\nJana,Novak,jana@example.com\n")), today=date(2026, 11, 3)
    )

    assert f"{findings(good)}" == "Nothing."


def test_rows_name_nobody(cleaned: Cleaned) -> None:
    """Names and addresses of the rows that are shown are masked."""
    shown = f"{rows(cleaned)}"

    assert shown.splitlines()[:2] == [
        "row  outcome   user type      first name  last name     address",
        "2    ready     full user      Jxxx        Nxxxx         jxxx.nxxxx@example.com",
    ]
    assert not shows_address(shown)
