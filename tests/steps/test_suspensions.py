"""Employments that rest, and accounts that are closed."""

import polars as pl
import pytest

from keycafe_clean.steps import EmploymentAnswers
from keycafe_clean.steps.employment import meanings_of
from keycafe_clean.steps.suspensions import suspensions

ACTIVE = "Active"


def meaning(column: str, header: str, cell: str) -> str:
    """Get what a cell means beside `Active`."""
    return str(meanings_of(pl.Series(column, [cell, ACTIVE]), EmploymentAnswers(headers={column: header})).item(0))


@pytest.mark.parametrize(
    ("column", "header", "cell", "expected"),
    [
        ("status_1", "Assignment Status", "Suspended", "unknown"),
        ("status_1", "EmploymentStatus", "Suspendu", "unknown"),
        ("status_1", "HR Status", "SUSPENDED", "unknown"),
        ("status_1", "Status", "Suspended - Payroll Eligible", "unknown"),
        ("status_1", "Status", "Suspended - No Pay", "unknown"),
        ("status_1", "Status", "Suspended", "inactive"),
        ("status_1", "Status [READ ONLY]", "Suspended", "inactive"),
        ("account_1", "Employee Account Status", "Suspended", "inactive"),
        ("disabled_1", "Employee Suspended", "True", "inactive"),
        ("status_1", "Assignment Status", "Terminated", "inactive"),
        ("status_1", "Assignment Status", "Inactive (was suspended)", "inactive"),
    ],
)
def test_suspended_employment_is_open_and_a_suspended_account_is_closed(
    column: str, header: str, cell: str, expected: str
) -> None:
    """Whoever is suspended from work may come back; an account of that state is closed."""
    assert meaning(column, header, cell) == expected


def test_answer_about_a_suspension_goes_first() -> None:
    """Said once, it holds for every row."""
    answers = EmploymentAnswers(words={"suspended": "leave"}, headers={"status_1": "Worker Status"})

    assert meanings_of(pl.Series("status_1", ["Suspended", None]), answers).to_list() == ["leave", None]


@pytest.mark.parametrize("cells", [[], [None], ["Active"]])
def test_column_without_a_suspension_says_nothing(cells: list[str | None]) -> None:
    """Nor does an empty one."""
    assert suspensions("Worker Status", pl.Series(cells, dtype=pl.String)) == {}
