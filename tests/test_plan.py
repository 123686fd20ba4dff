from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError, WrongCall
from keycafe_clean.plan import last_month, months_before, next_month, plan_imports
from tests.runs import many, staff, until

PLAN = st.sampled_from(["paid", "confirmed"])
USED = st.dictionaries(st.sampled_from(["2026-11", "2026-12", "2027-01"]), st.integers(0, 1_100))


@pytest.mark.parametrize(
    ("plan", "ready", "this_month", "forecast"),
    [
        ("paid", 0, 0, {}),
        ("paid", 1, 1, {}),
        ("paid", 1_000, 1_000, {}),
        ("paid", 1_001, 1_000, {"2026-12": 1}),
        ("confirmed", 250, 250, {}),
        ("confirmed", 251, 250, {"2026-12": 1}),
        ("confirmed", 600, 250, {"2026-12": 250, "2027-01": 100}),
    ],
)
def test_plan_imports(plan: str, ready: int, this_month: int, forecast: dict[str, int]) -> None:
    """As many as the limit go into this month's file; the others are planned for later months, limit by limit."""
    planned = plan_imports(many(ready, Setup.model_validate({"plan": plan})))

    assert (planned.this_month.len(), planned.forecast) == (this_month, forecast)


@pytest.mark.parametrize(
    ("used", "this_month", "left", "forecast"),
    [
        (0, 251, 749, {}),
        (120, 251, 629, {}),
        (800, 200, 0, {"2026-12": 51}),
        (1_000, 0, 0, {"2026-12": 251}),
        (1_200, 0, 0, {"2026-12": 251}),
    ],
)
def test_plan_imports_when_places_are_used(used: int, this_month: int, left: int, forecast: dict[str, int]) -> None:
    """Places used this month are taken off this month alone."""
    planned = plan_imports(many(251), used=used)

    assert (planned.this_month.len(), planned.left, planned.forecast) == (this_month, left, forecast)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("file", [0, 1, 2, 3]),
        ("location", [3, 0, 2, 1]),
        ("department", [1, 0, 2, 3]),
        ("start_date", [2, 0, 1, 3]),
    ],
)
def test_order_of_the_set_up(order: str, expected: list[int]) -> None:
    """By a column; whoever is alike as in the export, whoever has nothing there last."""
    work = {
        "location": ["Leeds", None, "Leeds", "Bath"],
        "department": ["Sales", "Fleet", "Sales", None],
        "start_date": [date(2020, 2, 1), None, date(2019, 1, 1), None],
    }
    cleaned = many(4, Setup.model_validate({"order": order}))
    placed = replace(cleaned, work=cleaned.work.with_columns(pl.Series(name, cells) for name, cells in work.items()))

    assert plan_imports(placed).lines.get_column("row_id").to_list() == expected


def test_waiting_list_goes_in_behind_whoever_is_new() -> None:
    """In its own order; who is on it twice or not ready any more has one place or none."""
    planned = plan_imports(many(4), waiting_list=pl.Series([2, 0, 2, 9], dtype=pl.UInt32))

    assert planned.lines.get_column("row_id").to_list() == [1, 3, 2, 0]


@pytest.mark.parametrize(
    ("last_days", "months"),
    [
        ([None, date(2026, 11, 30), None], ["2026-11", None, "2026-12"]),
        ([None, date(2026, 12, 1), None], ["2026-11", "2026-12", "2027-01"]),
        ([date(2026, 11, 3), None, date(2026, 12, 31)], ["2026-11", "2026-12", None]),
        ([None, date(2026, 11, 2), None], ["2026-11", "2026-12", "2027-01"]),
        ([date(2026, 11, 30), date(2026, 11, 30), date(2026, 11, 30)], ["2026-11", None, None]),
    ],
)
def test_nobody_is_in_a_month_behind_their_last_day(last_days: list[date | None], months: list[str | None]) -> None:
    """Their place goes to whoever is next; a last day that has passed of somebody who is ready tells nothing."""
    planned = plan_imports(until(last_days, Setup(used=dict.fromkeys(("2026-11", "2026-12"), 999))))

    assert planned.lines.get_column("month").to_list() == months
    assert planned.leaving == months.count(None)


def test_month_that_is_given_leaves_out_whoever_has_left_by_then() -> None:
    """Of a file that is made for next month, too."""
    planned = plan_imports(until([date(2026, 11, 30), None]), month="2026-12")

    assert (planned.this_month.to_list(), planned.leaving) == ([1], 1)


def test_whoever_leaves_before_their_turn_is_the_last_of_no_plan() -> None:
    """The month by which everybody is in counts who goes in, with another limit too."""
    planned = plan_imports(until([None, date(2026, 12, 31), date(2026, 12, 31)]))

    assert (last_month(planned), last_month(planned, 1)) == ("2026-11", "2026-12")


@pytest.mark.parametrize(("limit", "month"), [(None, "2026-11"), (2, "2026-12"), (1, "2027-01")])
def test_last_month(limit: int | None, month: str) -> None:
    """By the plan's own limit, or by another one."""
    assert last_month(plan_imports(many(3)), limit) == month


@pytest.mark.parametrize("used", [-1, -5])
def test_used_places_below_none(used: int) -> None:
    """Less than no places cannot be used: the file would be over the limit."""
    with pytest.raises(WrongCall) as refused:
        plan_imports(many(1), used=used)

    assert (
        str(refused.value) == f"used counts the users imported this month: {used} is less than none. Write 0 or more."
    )


def test_used_places_of_the_setup() -> None:
    """Used places are the set-up's, of later months too; those that are given count more."""
    cleaned = many(1_500, Setup(used={"2026-11": 900, "2026-12": 400}))

    assert (plan_imports(cleaned).used, plan_imports(cleaned).forecast) == (900, {"2026-12": 600, "2027-01": 800})
    assert (plan_imports(cleaned, used=100).used, plan_imports(cleaned, used=100).forecast) == (100, {"2026-12": 600})


def test_no_month_to_come_has_a_place() -> None:
    """Where a set-up calls every month full, that is said; nobody is planned for a year that no calendar has."""
    full = {f"{year}-{month:02}": 1_000 for year in range(2026, 10_000) for month in range(1, 13)}

    with pytest.raises(SetupError) as stopped:
        plan_imports(many(1, Setup(used=full)))

    assert str(stopped.value) == "The set-up says that every month to come is full. Take out those that are not."


def test_last_month_of_all() -> None:
    """The last month that is planned has its places as any other; who does not fit into it is planned for none."""
    cleaned = many(2, Setup(used={"9998-12": 998}))

    assert plan_imports(cleaned, month="9998-12").this_month.len() == 2
    with pytest.raises(SetupError) as stopped:
        plan_imports(cleaned, month="9998-12", used=999)

    assert str(stopped.value) == "The set-up says that every month to come is full. Take out those that are not."


def test_month_that_is_given() -> None:
    """The file may be made for another month than today's."""
    planned = plan_imports(many(1_001), month="2026-12")

    assert (planned.month, planned.used, planned.forecast) == ("2026-12", 0, {"2027-01": 1})


def test_only_ready_rows_are_planned() -> None:
    """Who waits, was combined or left out is planned for no month."""
    planned = plan_imports(many(2, waiting=3, combined=1, left_out=2, not_people=1))

    assert planned.lines.select("row_id", "month").rows() == [(7, "2026-11"), (8, "2026-11")]


def test_plan_of_a_cleaned_export() -> None:
    """The ready rows of an export are planned in their order."""
    cleaned = staff()

    assert plan_imports(cleaned).this_month.to_list() == [1, 3, 6]


@given(st.integers(0, 3_000), PLAN, USED)
def test_every_ready_row_has_one_month(ready: int, plan: str, used: dict[str, int]) -> None:
    """Every ready row has exactly one month, in order, and no month earlier than another row's before it."""
    planned = plan_imports(many(ready, Setup.model_validate({"plan": plan, "used": used}), waiting=1))

    assert planned.lines.get_column("row_id").to_list() == list(range(1, ready + 1))
    assert planned.lines.get_column("month").is_sorted()
    assert planned.lines.get_column("month").null_count() == 0


@given(st.integers(0, 3_000), PLAN, USED)
def test_no_month_is_over_its_limit(ready: int, plan: str, used: dict[str, int]) -> None:
    """No month gets more people than it has places left, and none is passed over while it has some."""
    planned = plan_imports(many(ready, Setup.model_validate({"plan": plan, "used": used})))
    people = {"2026-11": planned.this_month.len(), **planned.forecast}
    places = {month: max(planned.limit - used.get(month, 0), 0) for month in people}

    *earlier, last = people
    assert all(people[month] <= places[month] for month in people)
    assert all(people[month] == places[month] for month in earlier) or people[last] == 0


@pytest.mark.parametrize(
    ("month", "following"), [("2026-11", "2026-12"), ("2026-12", "2027-01"), ("2027-09", "2027-10")]
)
def test_next_month(month: str, following: str) -> None:
    """After December comes January."""
    assert next_month(month) == following


@pytest.mark.parametrize(
    ("month", "count", "before"),
    [("2026-11", 0, "2026-11"), ("2026-11", 11, "2025-12"), ("2026-01", 24, "2024-01"), ("0002-01", 1_200, "0001-01")],
)
def test_months_before(month: str, count: int, before: str) -> None:
    """Across years, and never before the calendar begins."""
    assert months_before(month, count) == before


@given(st.lists(st.none() | st.dates(date(2026, 10, 1), date(2028, 1, 31)), max_size=40))
def test_ready_people_are_those_of_the_months_and_those_who_leave_before(last_days: list[date | None]) -> None:
    """Nobody is lost, and whoever is in a month works in it; `limit` and places used make months of three people."""
    full = {f"{year}-{month:02}": 997 for year in (2026, 2027, 2028) for month in range(1, 13)}

    planned = plan_imports(until(last_days, Setup(used=full)))

    assert planned.this_month.len() + sum(planned.forecast.values()) + planned.leaving == len(last_days)
    late = planned.lines.filter(pl.col("month") > pl.col("works_until"))
    assert late.is_empty()
