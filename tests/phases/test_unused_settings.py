from typing import Any

import pytest

from keycafe_clean.decide.setup import Setup
from tests.exports import SETUP, cleaned_of
from tests.phases.stages import PEOPLE

RULE = "a rule about Department"


def unused(**settings: Any) -> list[tuple[str | None, ...]]:  # noqa: ANN401 - settings as people write them
    """Get what is noted of settings that match nothing."""
    cleaned = cleaned_of(PEOPLE, Setup.model_validate({**SETUP.model_dump(by_alias=True), **settings}))
    noted = cleaned.findings.filter(cleaned.findings.get_column("code") == "setting_unused")
    assert noted.get_column("row_id").null_count() == noted.height
    return noted.select("value", "reason").rows()


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ({"is": " FLEET "}, []),
        ({"is": "Fleat"}, ["Fleat"]),
        ({"is_one_of": ["Sales", "Flet"]}, ["Flet"]),
        ({"is_none_of": ["Sales", "Fleet", "Salles"]}, ["Salles"]),
        ({"is_none_of": ["Sales", ""]}, []),
        ({"is_none_of": ["Sales", "Fleet", ""]}, ["Department is none of Sales, Fleet, "]),
        ({"contains": "lee"}, []),
        ({"contains": "lea"}, ["lea"]),
        ({"is_blank": True}, []),
    ],
)
def test_value_of_a_rule(condition: dict[str, Any], values: list[str]) -> None:
    """Each value of a rule that no cell of its column has is noted, whatever the rule does with it."""
    rule = {"column": "Department", "then": "no_invitation", **condition}

    assert unused(rule=[rule]) == [(value, RULE) for value in values]


@pytest.mark.parametrize(
    ("day", "noted"),
    [("2026-12-01", []), ("2020-01-01", [("Last Day is before 2020-01-01", "a rule about Last Day")])],
)
def test_day_of_a_rule(day: str, noted: list[tuple[str, str]]) -> None:
    """A rule of a day that no cell lies before is noted in its words."""
    assert unused(rule=[{"column": "Last Day", "before": day, "then": "leave_out"}]) == noted


def test_condition_that_nobody_meets() -> None:
    """A rule about blank cells of a column without any is noted in its words."""
    rule = {"column": "Status", "is_blank": True, "then": "leave_out"}

    assert unused(rule=[rule]) == [("Status is blank", "a rule about Status")]


def test_corrections() -> None:
    """A correction that no cell needs is noted; one of what another one makes is not."""
    replace = [
        {"column": "Email Address", "ending": "@example.com", "by": "@example.org"},
        {"column": "Email Address", "ending": "@example.org", "by": "@example.net"},
        {"column": "Email Address", "ending": "@example.con", "by": "@example.com"},
        {"column": "First Name", "is": "Jan", "by": "Jana"},
    ]

    assert unused(replace=replace) == [
        ("@example.con", "a correction of Email Address"),
        ("Jan", "a correction of First Name"),
    ]


def test_words_of_a_status() -> None:
    """A word that stands in no column of a status is noted; case and signs make no other word of it."""
    assert unused(status_words={"active.": "active", "Gone": "inactive"}) == [("Gone", "a word of a status")]


def test_order_of_days() -> None:
    """The order of days of a column that is not there is noted, unless it is said of all columns of days at once."""
    assert unused(day_first={"start_date": True}) == [("start_date", "whether the day comes first")]
    assert unused(day_first={"exit_date": True, "start_date": True, "hired": True}) == [
        ("hired", "whether the day comes first")
    ]
    assert unused(last_name_first={"full_name": True}) == [("full_name", "which name comes first")]


def test_nothing_is_said_of_settings_that_fit() -> None:
    """A set-up of columns alone has nothing to note."""
    assert unused() == []


def test_ignored_column() -> None:
    """A column that is not to be used, and is not there: the header may be misspelt."""
    said = {"none": ["Home Email", "Department"]}

    assert unused(columns=said) == [("Home Email", "a column that is none")]
