from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps import EmploymentAnswers, employment

TODAY = date(2026, 11, 22)
COLUMNS = ("status_1", "status_2", "active_1", "disabled_1", "exit_date", "start_date")


def judged(answers: EmploymentAnswers | None = None, **cells: str) -> tuple[str, str | None]:
    """Get employment and reason of one person."""
    frame = pl.DataFrame({column: [cells.get(column)] for column in COLUMNS}, schema=dict.fromkeys(COLUMNS, pl.String))
    answer: tuple[str, str | None] = (
        employment(frame, TODAY, answers or EmploymentAnswers()).select("employment", "employment_reason").row(0)
    )
    return answer


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, "active"),
        ({"status_1": "Active"}, "active"),
        ({"status_1": "Active", "status_2": "Terminated"}, "inactive"),
        ({"status_1": "Active", "active_1": "no"}, "inactive"),
        ({"status_1": "Active", "disabled_1": "yes"}, "inactive"),
        ({"status_1": "LOA", "status_2": "Active"}, "leave"),
        ({"status_1": "LOA", "status_2": "Terminated"}, "inactive"),
        ({"status_1": "Blue"}, "unknown"),
        ({"status_1": "Blue", "status_2": "LOA"}, "leave"),
        ({"status_1": "Active", "exit_date": "21.11.2026"}, "inactive"),
        ({"status_1": "Active", "exit_date": "22.11.2026"}, "active"),
        ({"exit_date": "31.12.9999"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2025-01-13"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2025-01-13", "status_1": "T"}, "inactive"),
        ({"exit_date": "2014-08-29", "start_date": "2027-01-13"}, "inactive"),
        ({"exit_date": "2020-01-31", "start_date": "2020-01-31"}, "inactive"),
        ({"exit_date": "2020-01-31", "start_date": "2020-02-01"}, "active"),
        ({"exit_date": "2020-01-31", "start_date": "22.11.2026"}, "active"),
        ({"exit_date": "2020-01-31", "start_date": "23.11.2026"}, "inactive"),
        ({"start_date": "30.11.2026"}, "active"),
        ({"start_date": "01.12.2026"}, "future"),
        ({"start_date": "01.12.2026", "status_1": "Terminated"}, "inactive"),
        ({"start_date": "01.12.2026", "status_1": "LOA"}, "future"),
        ({"status_1": "Onboarding", "start_date": "2020-01-01"}, "future"),
    ],
)
def test_employment_is_judged_by_every_column(cells: dict[str, str], expected: str) -> None:
    """Inactive wins, then a later start, then leave; a word nobody knows settles nothing."""
    assert judged(**cells)[0] == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"exit_date": "31.08.2026", "status_1": "T"}, "no longer employed (Last Day 31.08.2026)"),
        ({"status_1": "Terminated"}, "no longer employed (Status Terminated)"),
        ({"start_date": "01.12.2026"}, "starts later (start_date 01.12.2026)"),
        ({"status_1": "LOA"}, "on leave (Status LOA)"),
        ({"status_1": "Active"}, None),
    ],
)
def test_reason_names_the_column_and_the_cell(cells: dict[str, str], expected: str | None) -> None:
    """The reason says which cell of the file decided."""
    answers = EmploymentAnswers(headers={"exit_date": "Last Day", "status_1": "Status"})

    assert judged(answers, **cells)[1] == expected


def test_employment_follows_what_was_answered() -> None:
    """An answer about a word or about the order of dates decides."""
    answers = EmploymentAnswers(words={"blue": "inactive"}, day_first={"exit_date": False})

    assert judged(answers, status_1="Blue")[0] == "inactive"
    assert judged(answers, exit_date="12/01/2026")[0] == "active"


def test_employment_needs_no_column_at_all() -> None:
    """Where an export says nothing, everybody works here."""
    frame = pl.DataFrame({"row_id": [0, 1]})

    assert employment(frame, TODAY).get_column("employment").to_list() == ["active", "active"]
