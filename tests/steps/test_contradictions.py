"""What contradicts what within a row."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps import EmploymentAnswers, employment, read_employment
from keycafe_clean.steps.contradictions import CONTRADICTION
from keycafe_clean.steps.days import settle_days

TODAY = date(2026, 11, 22)
COLUMNS = ("status_1", "status_2", "account_1", "active_1", "exit_date", "start_date", "rehire_date")
ANSWERS = EmploymentAnswers(headers={"status_1": "Person", "status_2": "Assignment", "exit_date": "Last Day"})


def judged(cells: dict[str, str]) -> tuple[str, tuple[str | None, ...]]:
    """Get employment and contradiction of one person."""
    frame = pl.DataFrame({column: [cells.get(column)] for column in COLUMNS}, schema=dict.fromkeys(COLUMNS, pl.String))
    rows = employment(settle_days(read_employment(frame, ANSWERS), TODAY), TODAY, ANSWERS)
    return rows.item(0, "employment"), rows.select(CONTRADICTION).row(0)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            {"status_1": "Active", "status_2": "Inactive - Payroll Eligible"},
            ("Assignment", "Inactive - Payroll Eligible", "Person is 'Active'"),
        ),
        ({"status_1": "Retired", "status_2": "aktiv"}, ("Person", "Retired", "Assignment is 'aktiv'")),
        (
            {"status_1": "Terminated", "exit_date": "2027-02-28"},
            ("Person", "Terminated", "Last Day is '2027-02-28', which is still to come"),
        ),
        (
            {"status_2": "Baja", "exit_date": "2036-11-21"},
            ("Assignment", "Baja", "Last Day is '2036-11-21', which is still to come"),
        ),
        (
            {"status_2": "Baja", "exit_date": "2036-11-22"},
            ("Assignment", "Baja", "Last Day is '2036-11-22', which is still to come"),
        ),
        (
            {"status_1": "Active (until 21.11.2026)"},
            ("Person", "Active (until 21.11.2026)", "that day has passed"),
        ),
        (
            {"status_1": "Terminated as of 31.03.2027"},
            ("Person", "Terminated as of 31.03.2027", "that day is still to come"),
        ),
        (
            {"status_1": "Terminated", "exit_date": "2021-03-28", "rehire_date": "2026-10-19"},
            ("Person", "Terminated", "rehire_date is '2026-10-19', which is later than Last Day '2021-03-28'"),
        ),
        (
            {"status_2": "Baja", "exit_date": "2021-03-28", "start_date": "2026-11-30"},
            ("Assignment", "Baja", "start_date is '2026-11-30', which is later than Last Day '2021-03-28'"),
        ),
        (
            {"status_1": "Terminated", "start_date": "2013-04-25", "rehire_date": "2025-10-19"},
            ("Person", "Terminated", "rehire_date is '2025-10-19', which no last day follows"),
        ),
        (
            {"status_1": "Terminated", "rehire_date": "2025-10-19", "exit_date": "1970-01-01"},
            ("Person", "Terminated", "rehire_date is '2025-10-19', which is later than Last Day '1970-01-01'"),
        ),
    ],
)
def test_what_contradicts_a_status_settles_nothing(cells: dict[str, str], expected: tuple[str, str, str]) -> None:
    """Another status, a last day, a return and the day in its own cell do; who works here is open then."""
    assert judged(cells) == ("unknown", expected)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"status_1": "Active", "status_2": "Active - No Payroll"}, "active"),
        ({"status_1": "Full-Time", "status_2": "Inactive"}, "inactive"),
        ({"status_1": "On Leave", "status_2": "Terminated"}, "inactive"),
        ({"status_1": "Active", "account_1": "Deprovisioned"}, "inactive"),
        ({"status_1": "Active", "active_1": "no"}, "inactive"),
        ({"status_1": "Terminated", "exit_date": "2026-11-22"}, "inactive"),
        ({"status_1": "Terminated", "exit_date": "2099-12-31"}, "inactive"),
        ({"status_1": "Terminated", "exit_date": "2036-11-23"}, "inactive"),
        ({"status_1": "Active (until 22.11.2026)"}, "active"),
        ({"status_1": "Active (until 31.12.2026)"}, "active"),
        ({"status_1": "Terminated as of 22.11.2026"}, "inactive"),
        ({"status_1": "Active since 01.02.2019"}, "active"),
        ({"status_1": "Terminated", "exit_date": "2023-08-31", "rehire_date": "2016-04-18"}, "inactive"),
        ({"status_1": "Terminated", "exit_date": "2023-08-31", "rehire_date": "2023-08-31"}, "inactive"),
        ({"status_1": "Terminated", "exit_date": "2023-08-31", "rehire_date": "2026-12-01"}, "inactive"),
        ({"status_1": "Terminated", "start_date": "2016-04-18", "rehire_date": "2016-04-18"}, "inactive"),
        ({"status_1": "Terminated", "start_date": "2016-04-18", "exit_date": "1970-01-01"}, "inactive"),
        ({"account_1": "Deprovisioned", "exit_date": "2021-03-28", "rehire_date": "2025-10-19"}, "inactive"),
    ],
)
def test_what_contradicts_nothing(cells: dict[str, str], expected: str) -> None:
    """A kind of contract, a closed account, the day of the run, a first day before the last, and never do not."""
    assert judged(cells) == (expected, (None, None, None))


def test_day_that_has_passed_settles_what_two_statuses_leave_open() -> None:
    """Whoever has left by date, or by an account, has left."""
    assert judged({"status_1": "Active", "status_2": "Terminated", "exit_date": "2026-01-31"})[0] == "inactive"
    assert judged({"status_1": "Active", "status_2": "Terminated", "active_1": "no"})[0] == "inactive"
