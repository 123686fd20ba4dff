"""Users times limit: who goes into this month's file, and who is planned for which later month."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from keycafe_clean.article.contract import MONTHLY_LIMIT
from keycafe_clean.decide.setup import MONTH
from keycafe_clean.errors import SetupError, WrongCall, expect
from keycafe_clean.pipeline import Cleaned

#: No forecast reaches further; calendars end a little later.
LAST_MONTH = "9998-12"


@dataclass(frozen=True)
class Plan:
    """Who is planned for which month, `limit` and `used` in users a month ("Import Limitations").

    `lines` has a line (row_id, month as `YYYY-MM`) for every ready row, in the order of the import.
    Only `month` becomes a file; later months are a forecast, since whoever leaves in between must not be invited.
    """

    lines: pl.DataFrame
    month: str
    limit: int
    used: int

    @property
    def this_month(self) -> pl.Series:
        """Get the row_id of everybody in this month's file, in its order."""
        return self.lines.filter(pl.col("month") == self.month).get_column("row_id")

    @property
    def left(self) -> int:
        """Count the users that may still be imported this month once the file is in; 0 or more."""
        return max(self.limit - self.used - self.this_month.len(), 0)

    @property
    def forecast(self) -> dict[str, int]:
        """Count the people by later month, in order; empty when everybody fits into this one."""
        later = self.lines.filter(pl.col("month") != self.month)
        return dict(later.group_by("month", maintain_order=True).len().rows())

    @property
    def leaving(self) -> int:
        """Count the ready people who have left before their turn comes: they are in no month."""
        return self.lines.get_column("month").null_count()


def plan_imports(
    cleaned: Cleaned, *, month: str | None = None, used: int | None = None, waiting_list: pl.Series | None = None
) -> Plan:
    """Get the month of every ready row: as many as the limit has places left this month, then limit by limit.

    `month` is `YYYY-MM`, by default that of the run's `today`. `used` counts the users already imported this month, by
    default what the set-up says, else 0; later months are as the set-up says, else unused. `waiting_list` has the
    row_ids that were planned for later before, in that order: whoever is ready and not among them goes in first, then
    the list. None: nobody was planned before. Else the order is that of the set-up. Nobody is in a month that begins
    behind their last day.
    Assumption: a month is a calendar month, and only users that were created count. WrongCall: `month` is none, or
    `used` is less than 0. SetupError: the set-up says that every month to come is full.
    """
    expect(
        cleaned, Cleaned, "plan_imports() takes what clean() gives", "plan_imports(clean(export, today=date.today()))"
    )
    month = month or f"{cleaned.today:%Y-%m}"
    if not re.fullmatch(MONTH, month):
        raise WrongCall(f"month is '{month}'. Write it as YYYY-MM, for example 2026-12.")
    if used is not None and used < 0:
        raise WrongCall(f"used counts the users imported this month: {used} is less than none. Write 0 or more.")
    limit = MONTHLY_LIMIT[cleaned.setup.plan]
    spent = {**cleaned.setup.used, **({} if used is None else {month: used})}
    ready = _in_order(cleaned.rows.filter(pl.col("outcome") == "ready").select("row_id"), cleaned)
    if waiting_list is not None:
        ready = _new_ones_first(ready, waiting_list)
    # Who is ready although a last day has passed works here again, or it was said so.
    last_day = pl.when(pl.col("last_day") >= cleaned.today).then("last_day")
    ends = cleaned.work.select("row_id", works_until=last_day.dt.to_string("%Y-%m"))
    lines = ready.join(ends, on="row_id", how="left", maintain_order="left")
    months = _months(lines.get_column("works_until").to_list(), month, limit, spent)
    planned = lines.with_columns(month=pl.Series(months, dtype=pl.String)).select("row_id", "month", "works_until")
    return Plan(planned, month, limit, spent.get(month, 0))


def last_month(plan: Plan, limit: int | None = None) -> str:
    """Get the month (`YYYY-MM`) by which everybody ready is in: as planned, or with another limit from now on."""
    if limit is None:
        planned = plan.lines.get_column("month").to_list()
    else:
        planned = _months(plan.lines.get_column("works_until").to_list(), plan.month, limit, {plan.month: plan.used})
    return max(filter(None, planned), default=plan.month)


def _in_order(ready: pl.DataFrame, cleaned: Cleaned) -> pl.DataFrame:
    """Get the ready rows in the order of the set-up; whoever is alike as in the export."""
    by = cleaned.setup.order
    if by == "file":
        return ready
    placed = ready.join(cleaned.work.select("row_id", by), on="row_id", how="left", maintain_order="left")
    return placed.sort(by, nulls_last=True, maintain_order=True).select("row_id")


def _new_ones_first(ready: pl.DataFrame, waiting_list: pl.Series) -> pl.DataFrame:
    """Get the ready rows, those that are not on the list before those that are, these in its order."""
    listed = pl.DataFrame({"row_id": waiting_list}).unique("row_id", keep="first", maintain_order=True)
    placed = ready.join(listed.with_row_index("place"), on="row_id", how="left", maintain_order="left")
    return placed.sort("place", nulls_last=False, maintain_order=True).select("row_id")


def _months(ends: Sequence[str | None], month: str, limit: int, used: Mapping[str, int]) -> list[str | None]:
    """List the month of each person in turn, from the last months (`ends`) that they work in, where these are known.

    None: they have left before their turn. SetupError: no month to come has a place.
    """
    planned: list[str | None] = []
    places = limit - used.get(month, 0)
    for end in ends:
        while places <= 0:
            month = next_month(month)
            if month > LAST_MONTH:
                raise SetupError("The set-up says that every month to come is full. Take out those that are not.")
            places = limit - used.get(month, 0)
        planned.append(None if end and end < month else month)
        places -= planned[-1] is not None
    return planned


def months_before(month: str, count: int) -> str:
    """Get the month so many months before a month, both as `YYYY-MM`; the first one of a calendar at the earliest."""
    year, number = map(int, month.split("-"))
    earlier = max(year * 12 + number - 1 - count, 12)
    return f"{earlier // 12:04}-{earlier % 12 + 1:02}"


def next_month(month: str) -> str:
    """Get the month after a month, both as `YYYY-MM`. ValueError: it is none, or the last that a calendar has."""
    year, number = map(int, month.split("-"))
    return f"{date(year + number // 12, number % 12 + 1, 1):%Y-%m}"
