from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps import EmploymentAnswers, employment, read_employment
from keycafe_clean.steps.days import settle_days
from keycafe_clean.steps.employment import EMPLOYMENT_REASON

TODAY = date(2026, 11, 22)
COLUMNS = (
    *("status_1", "status_2", "account_1", "active_1", "disabled_1", "leave_1"),
    *("exit_date", "start_date", "rehire_date"),
)


def judged(answers: EmploymentAnswers | None = None, **cells: str) -> tuple[str, str | None]:
    """Get employment and reason of one person."""
    frame = pl.DataFrame({column: [cells.get(column)] for column in COLUMNS}, schema=dict.fromkeys(COLUMNS, pl.String))
    kind, code, *about = (
        judged_rows(frame, answers or EmploymentAnswers()).select("employment", *EMPLOYMENT_REASON).row(0)
    )
    return kind, code and " ".join([code, *about])


def judged_rows(frame: pl.DataFrame, answers: EmploymentAnswers) -> pl.DataFrame:
    """Get rows with the employment of everybody."""
    return employment(settle_days(read_employment(frame, answers), TODAY), TODAY, answers)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({}, "active"),
        ({"status_1": "Active"}, "active"),
        ({"status_1": "Active", "status_2": "Terminated"}, "unknown"),
        ({"status_1": "Active", "active_1": "no"}, "inactive"),
        ({"status_1": "Active", "disabled_1": "yes"}, "inactive"),
        ({"status_1": "Active", "account_1": "Deprovisioned"}, "inactive"),
        ({"status_1": "Active", "leave_1": "yes"}, "leave"),
        ({"status_1": "Active;Inactive"}, "unknown"),
        ({"status_1": "Active", "status_2": "Terminated", "start_date": "01.12.2026"}, "unknown"),
        ({"exit_date": "31.12.99"}, "active"),
        ({"exit_date": "31.12.1999"}, "inactive"),
        ({"status_1": "LOA", "status_2": "Active"}, "leave"),
        ({"status_1": "LOA", "status_2": "Terminated"}, "inactive"),
        ({"status_1": "Blue"}, "unknown"),
        ({"status_1": "Blue", "status_2": "LOA"}, "leave"),
        ({"status_1": "Active", "exit_date": "21.11.2026"}, "inactive"),
        ({"status_1": "Active", "exit_date": "22.11.2026"}, "active"),
        ({"exit_date": "31.12.9999"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2025-01-13"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2025-01-13", "status_1": "T"}, "unknown"),
        ({"exit_date": "2014-08-29", "start_date": "2027-01-13"}, "future"),
        ({"exit_date": "2014-08-29", "start_date": "2010-01-13", "rehire_date": "2025-01-13"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2010-01-13", "rehire_date": "2027-01-13"}, "future"),
        ({"exit_date": "2024-08-29", "start_date": "2010-01-13", "rehire_date": "2022-01-13"}, "inactive"),
        ({"start_date": "2025-01-13", "rehire_date": "2022-01-13"}, "active"),
        ({"exit_date": "2014-08-29", "rehire_date": "2025-01-13"}, "active"),
        ({"status_1": "Terminated", "exit_date": "2014-08-29", "rehire_date": "2025-01-13"}, "unknown"),
        ({"status_1": "Active", "exit_date": "2023-02-14", "rehire_date": "2023-02-14"}, "active"),
        ({"status_1": "Active", "exit_date": "2023-02-14", "start_date": "2023-02-14"}, "inactive"),
        ({"exit_date": "2023-02-14", "rehire_date": "2023-02-14"}, "inactive"),
        ({"status_1": "Active", **dict.fromkeys(("exit_date", "start_date", "rehire_date"), "2023-02-14")}, "inactive"),
        ({"exit_date": "2020-01-31", "start_date": "2020-01-31"}, "inactive"),
        ({"exit_date": "2020-01-31", "start_date": "2020-02-01"}, "active"),
        ({"exit_date": "2020-01-31", "start_date": "23.11.2026"}, "active"),
        ({"exit_date": "2014-08-29", "start_date": "2027-01-13", "status_1": "T"}, "inactive"),
        ({"exit_date": "2020-01-31", "start_date": "22.11.2026"}, "active"),
        ({"exit_date": "2020-01-31", "start_date": "01.12.2026"}, "future"),
        ({"exit_date": "1970-01-01", "start_date": "2020-02-01"}, "active"),
        ({"exit_date": "1970-01-01"}, "active"),
        ({"exit_date": "1969-12-31"}, "active"),
        ({"exit_date": "1970-01-02"}, "unknown"),
        ({"exit_date": "1970-01-01", "start_date": "1960-02-01"}, "unknown"),
        ({"exit_date": "1970-01-01", "status_1": "Terminated"}, "inactive"),
        ({"exit_date": "٣١/٠٨/٢٠٢٦", "active_1": "१"}, "inactive"),
        ({"active_1": "१"}, "active"),
        ({"active_1": "０"}, "inactive"),
        ({"exit_date": "November 2026"}, "active"),
        ({"exit_date": "10/2026"}, "inactive"),
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
        ({"exit_date": "31.08.2026", "status_1": "T"}, "no_longer_employed Last Day 31.08.2026"),
        ({"status_1": "Terminated"}, "no_longer_employed Status Terminated"),
        ({"start_date": "01.12.2026"}, "starts_later start_date 01.12.2026"),
        ({"status_1": "LOA"}, "on_leave Status LOA"),
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


@pytest.mark.parametrize(
    ("column", "cells", "expected"),
    [
        ("exit_date", ["12/01/2026", "01/01/2020", "09/12/2027"], ["unknown", "inactive", "active"]),
        ("exit_date", ["12/01/2026", "13/01/2020", "09/12/2027"], ["inactive", "inactive", "active"]),
        ("exit_date", ["12/01/2026", "13/01/2020", "01/13/2027"], ["unknown", "inactive", "active"]),
        ("start_date", ["12/01/2026", "01/01/2020", "01/12/2027"], ["unknown", "active", "future"]),
    ],
)
def test_a_date_that_decides_by_its_order_is_not_known(column: str, cells: list[str], expected: list[str]) -> None:
    """Where nobody knows which number is the day, or dates contradict each other, nobody is left out by it."""
    frame = pl.DataFrame({column: cells}).with_columns(
        pl.lit(None, pl.String).alias(name) for name in ("exit_date", "start_date") if name != column
    )
    judged = judged_rows(frame, EmploymentAnswers())

    assert judged.get_column("employment").to_list() == expected
    assert judged.filter(employment="unknown").select(EMPLOYMENT_REASON).drop_nulls().is_empty()


@pytest.mark.parametrize(
    ("language", "calendars", "is_unread"),
    [
        ("Nepali", {}, True),
        ("German", {}, False),
        (None, {}, False),
        ("Nepali", {"exit_date": "ours"}, False),
        ("German", {"exit_date": "islamic"}, True),
        ("German", {"start_date": "islamic"}, False),
    ],
)
def test_days_of_a_calendar_that_is_not_converted(
    language: str | None, calendars: dict[str, str], *, is_unread: bool
) -> None:
    """A header says whose its days are; where it does not, those of a Nepali file alone are of another calendar."""
    assert EmploymentAnswers(language=language, calendars=calendars).is_unread("exit_date") is is_unread


def test_everybody_works_here_where_nothing_is_said() -> None:
    """Where an export says nothing, everybody works here."""
    blank = pl.Series([None, None], dtype=pl.String)
    frame = pl.DataFrame({"exit_date": blank, "start_date": blank})

    assert judged_rows(frame, EmploymentAnswers()).get_column("employment").to_list() == ["active", "active"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("31.10.2026", "31.10.2026"),
        ("46265", "46265, which is 2026-08-31"),
        ("31/08/2569", "31/08/2569, which is 2026-08-31"),
        ("令和8年8月31日", "令和8年8月31日, which is 2026-08-31"),
        ("31.08.26", "31.08.26, which is 2026-08-31"),
    ],
)
def test_reason_says_the_day_that_a_cell_was_read_as(cell: str, expected: str) -> None:
    """A number, a short year and a year of another calendar do not show which day is meant."""
    assert judged(exit_date=cell) == ("inactive", f"no_longer_employed exit_date {expected}")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start_date": "Q1 2027"}, "unknown"),
        ({"start_date": "2075-04-01"}, "unknown"),
        ({"rehire_date": "tbc", "start_date": "2010-01-13"}, "unknown"),
        ({"start_date": "2014"}, "active"),
        ({"start_date": "-"}, "active"),
        ({"start_date": "Q1 2027", "status_1": "Terminated"}, "inactive"),
        ({"start_date": "2029-11-01"}, "future"),
    ],
)
def test_first_day_that_may_be_to_come_settles_nothing(cells: dict[str, str], expected: str) -> None:
    """Text that could speak of a day to come, and a day too far ahead, wait for an answer."""
    assert judged(**cells)[0] == expected


@pytest.mark.parametrize("column", ["status_1", "account_1"])
def test_roles_beside_states_of_who_has_left_are_read(column: str) -> None:
    """Members, admins and owners of a workspace are there; what a person says of a word goes first."""
    cells = pl.Series(column, ["Member", "Admin", "Owner", "Deactivated"])
    answers = EmploymentAnswers(words={"Owner": "inactive"})

    meanings = read_employment(cells.to_frame(), answers).get_column(f"meaning.{column}")

    assert meanings.to_list() == ["active", "active", "inactive", "inactive"]
