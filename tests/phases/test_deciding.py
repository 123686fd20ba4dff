from datetime import date

import polars as pl
import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.phases.deciding import leave_out
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from tests.exports import SETUP, TODAY
from tests.phases.stages import after, context_of, left_out

TERMINATED = ("leave_out", "Status", "Terminated", "no_longer_employed")
LAST_DAY = ("leave_out", "Last Day", "2026-08-31", "no_longer_employed")


def test_combine_certain_names_the_row_that_is_kept_and_why() -> None:
    """Of two rows of one person one is kept; the other names it, and the log says why."""
    state = after("combine_certain")
    combined = state.events.filter(pl.col("step") == "combine_certain")

    assert state.rows.get_column("combined_into").to_list() == [None, 0, None, None, None, None]
    assert combined.select("row_id", "cause", "other_row_id").rows() == [(1, "same_number_and_name", 0)]


@pytest.mark.parametrize(("day_first", "combined"), [(True, None), (False, 0)])
def test_rehired_by_first_days_read_as_answered(*, day_first: bool, combined: int | None) -> None:
    """An ended job that began before the present one is the same person's; 5/3 is the day that the set-up says."""
    header = "Employee ID,First Name,Last Name,Email,Status,Start Date"
    rows = ("1,Jo,Ng,jo@example.com,Active,5/3/20", "2,Jo,Ng,jo@example.com,Terminated,4/4/20")
    export = read_export(("hr.csv", "\n".join((header, *rows)).encode()))

    done = clean(export, Setup(day_first={"start_date": day_first}), today=TODAY)

    assert done.rows.get_column("combined_into").to_list() == [None, combined]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ({}, {4: TERMINATED, 5: LAST_DAY}),
        (
            {"rule": [{"column": "Department", "is": "Sales", "then": "leave_out"}]},
            {0: ("leave_out", "Department", "Department is Sales", "rule"), 4: TERMINATED, 5: LAST_DAY},
        ),
    ],
)
def test_leave_out_says_why(then: dict[str, object], expected: dict[int, tuple[str, ...]]) -> None:
    """Whoever has left, or whom a rule leaves out, has a reason; a rule goes before employment."""
    state = after("leave_out", Setup.model_validate({**SETUP.model_dump(by_alias=True), **then}))

    events = state.events.filter(pl.col("step") == "leave_out").select("row_id", "step", "column", "before", "cause")
    assert {row: said for row, *said in events.rows()} == {row: list(said) for row, said in expected.items()}
    assert left_out(state).get_column("row_id").to_list() == list(expected)


def test_leave_out_goes_by_the_day_of_the_run() -> None:
    """Who leaves at the end of August still works here in August."""
    assert left_out(after("leave_out", today=date(2026, 8, 31))).get_column("row_id").to_list() == [4]


def test_leave_out_alone_decides_nothing_else() -> None:
    """Leaving out alters no cell."""
    state = after("combine_certain")

    happened = leave_out(state, context_of()).events.tail(-state.events.height)

    assert set(happened.get_column("step")) == {"leave_out"}
    assert happened.get_column("after").null_count() == happened.height
