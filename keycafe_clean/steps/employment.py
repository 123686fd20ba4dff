"""Who works here on the day of the run: by every status column, the exit date and the start date together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.outcome_reasons import Reason, first_reason
from keycafe_clean.steps.calendars import NEPALI, UNREAD
from keycafe_clean.steps.contradictions import CONTRADICTION, contradictions
from keycafe_clean.steps.date_habits import READINGS, of_moments, readings_of
from keycafe_clean.steps.days import read_readings
from keycafe_clean.steps.first_days import is_far_ahead, unread_first_days
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, FIRST_DAYS, MAY_SAY_NEVER, is_numbered
from keycafe_clean.steps.never import who_may_say_never
from keycafe_clean.steps.returns import is_rehired, is_said
from keycafe_clean.steps.status import (
    ACTIVE,
    FUTURE,
    INACTIVE,
    LEAVE,
    MIXED,
    UNKNOWN,
    account_meanings,
    active_meanings,
    disabled_meanings,
    leave_meanings,
    status_meanings,
)
from keycafe_clean.steps.status_codes import known_codes
from keycafe_clean.steps.status_days import days_since, days_until
from keycafe_clean.steps.suspensions import suspensions
from keycafe_clean.steps.workspace_roles import workspace_roles

#: Why somebody is not simply active: a code of `outcome_reasons.toml`, the header, and the cell.
EMPLOYMENT_REASON = ("employment_reason", "employment_column", "employment_value")

#: employment -> the code of the reason why somebody may be left out by it
REASON_OF: Final[Mapping[str, str]] = {INACTIVE: "no_longer_employed", FUTURE: "starts_later", LEAVE: "on_leave"}

#: How the columns with words of a status begin: flags and accounts settle what they say.
_OF_WORDS = "status_"

_EXIT = "exit_date"

#: Whether something in the row speaks against what its status says.
_IS_CONTRADICTED = pl.col(CONTRADICTION[0]).is_not_null()

#: What the words of a column mean, by the kind of column.
_READERS: Final[Mapping[str, Callable[[pl.Series, Mapping[str, str]], pl.Series]]] = {
    "status": status_meanings,
    "account": account_meanings,
    "active": active_meanings,
    "disabled": disabled_meanings,
    "leave": leave_meanings,
}


@dataclass(frozen=True)
class EmploymentAnswers:
    """What a person answered about the columns of employment, once for the whole export."""

    #: status word -> active, inactive, leave or future
    words: Mapping[str, str] = field(default_factory=dict)
    #: date column -> whether it writes the day first; only asked where its dates do not tell
    day_first: Mapping[str, bool] = field(default_factory=dict)
    #: our column -> its header in the file, for the reasons
    headers: Mapping[str, str] = field(default_factory=dict)
    #: the language of the headers, where they tell
    language: str | None = None
    #: date column -> the calendar that its header names
    calendars: Mapping[str, str] = field(default_factory=dict)
    #: date columns whose header says when an account ends
    expiries: frozenset[str] = frozenset()
    #: whether anybody is left out who starts later
    starters_wait: bool = True

    def is_unread(self, column: str) -> bool:
        """Tell whether a column of dates is of a calendar that is not converted, by its header or by the language."""
        return self.calendars.get(column, NEPALI if self.language == "Nepali" else None) in UNREAD

    def header(self, column: str) -> str:
        """Get what the file calls a column of ours."""
        return self.headers.get(column, column)


NOTHING_ANSWERED: Final = EmploymentAnswers()


def read_employment(rows: pl.DataFrame, answers: EmploymentAnswers = NOTHING_ANSWERED) -> pl.DataFrame:
    """Add what the columns of employment say, whatever the day: `meaning.<column>`, and `day.<column>` of dates.

    A status that names a day until which it holds has it in `until.<column>`, one that names a first day in
    `since.<column>`. A column of dates that leaves open how it is written is read the other way too (`READINGS`):
    month-first as `day.<column>.swapped`, unless somebody said the order. `MAY_SAY_NEVER` is whether a last day may be
    a way to say that there is none. Reads `DATE_COLUMNS` and the columns of statuses. Keeps every row, in order.
    """
    meanings = {column: meanings_of(rows.get_column(column), answers) for column in status_columns(rows)}
    days = [day for column in DATE_COLUMNS if column in rows.columns for day in _days(rows, column, answers)]
    of_words = [(rows.get_column(column), meanings[column], column) for column in _columns_of_words(rows)]
    until = [days_until(cells, said, f"until.{column}") for cells, said, column in of_words]
    since = [day for cells, said, column in of_words for day in days_since(cells, said, column, answers.language)]
    never = [who_may_say_never(rows.get_column(_EXIT)).alias(MAY_SAY_NEVER)] if _EXIT in rows.columns else []
    said = (said.alias(f"meaning.{name}") for name, said in meanings.items())
    return rows.with_columns(*said, *until, *since, *days, *never)


def employment(rows: pl.DataFrame, today: date, answers: EmploymentAnswers = NOTHING_ANSWERED) -> pl.DataFrame:
    """Add who works here: `employment` and, for whoever is not simply active, why (`EMPLOYMENT_REASON`).

    `employment` is active, inactive, leave, future (starts in a later month than `today`'s) or unknown (a word nobody
    knows, dates that can be read two ways or not at all, or cells that contradict each other; counts as active until it
    is answered).
    An exit date before `today` wins, unless the start date is later still (a rehire, who may start later; on the same
    day where a status says so), and so does any column that says inactive: an account that is closed beside a status
    that is active, since accounts are closed first. Only a status that another status, a last day still to come or a
    return since contradicts settles nothing (`CONTRADICTION` says which).
    A rehire date after the start date is the start. `order_decides.<column>.<reading>` says, for a date
    column that can be read another way, whether that would give somebody another employment. Reads what
    `read_employment()` and `settle_days()` added. Keeps every row, in order.
    """
    is_open = _starts_open(rows, today, answers)
    usual = _judged(rows, today, answers, is_open)
    decides = [
        (_judged(rows, today, answers, is_open, it)["employment"] != usual["employment"]).alias(f"order_decides.{it}")
        for it in (f"{column}.{reading}" for column in DATE_COLUMNS for reading in READINGS)
        if f"day.{it}" in rows.columns
    ]
    in_doubt = pl.any_horizontal(pl.lit(value=False), *decides)
    kind = pl.when(in_doubt).then(pl.lit(UNKNOWN)).otherwise("employment").alias("employment")
    settled = usual.with_columns(kind, *decides)
    return settled.with_columns(
        pl.when(pl.col("employment") != UNKNOWN).then(name).alias(name) for name in EMPLOYMENT_REASON
    )


def _judged(
    rows: pl.DataFrame, today: date, answers: EmploymentAnswers, is_open: pl.Series, other: str = ""
) -> pl.DataFrame:
    """Judge employment with the usual reading of the dates; of one column with the reading `other`."""
    days = {
        column: pl.col(f"day.{other}" if other.startswith(f"{column}.") else f"day.{column}")
        for column in DATE_COLUMNS
        if f"day.{column}" in rows.columns
    }
    words = status_columns(rows)
    rows = rows.with_columns(contradictions(rows, _columns_of_words(rows), days, today, answers.headers))
    left = _told(rows, [*_gone(days, _columns_of_words(rows), today, answers), *_by_status(words, INACTIVE, answers)])
    starts = (_starts_later(days, today, answers), _starts_by_status(_columns_of_words(rows), today, answers))
    later = _told(rows, [*starts[0], *_by_status(words, FUTURE, answers), *starts[1]])
    away = _told(rows, [*_by_status(words, LEAVE, answers)])
    unknown = pl.any_horizontal(
        pl.lit(value=False), *(pl.col(f"meaning.{name}").is_in([UNKNOWN, MIXED]) for name in words)
    )
    judged = [
        (_any(left), INACTIVE),
        (_IS_CONTRADICTED, UNKNOWN),
        (pl.lit(is_open), UNKNOWN),
        (_any(later), FUTURE),
        (_any(away), LEAVE),
        (unknown, UNKNOWN),
    ]
    kind = pl.coalesce(*(pl.when(holds).then(pl.lit(kind)) for holds, kind in judged), pl.lit(ACTIVE))
    return rows.with_columns(kind.alias("employment"), *first_reason([*left, *later, *away], EMPLOYMENT_REASON))


def status_columns(rows: pl.DataFrame) -> list[str]:
    """Get the columns with words about employment: `status_1`, `active_1`, `disabled_1`, ..."""
    return [column for column in rows.columns if is_numbered(column) and rows.schema[column] == pl.String]


def _columns_of_words(rows: pl.DataFrame) -> list[str]:
    return [column for column in status_columns(rows) if column.startswith(_OF_WORDS)]


def meanings_of(cells: pl.Series, answers: EmploymentAnswers) -> pl.Series:
    """Get what each cell of such a column means, by the kind that the column's name says; an answer goes first."""
    kind = cells.name.partition("_")[0]
    header = answers.header(cells.name)
    roles = workspace_roles(cells) if kind in ("status", "account") else {}
    resting = suspensions(header, cells) if kind == "status" else {}
    return _READERS[kind](cells, {**roles, **resting, **known_codes(header, cells), **answers.words})


def _days(rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> list[pl.Series]:
    beside = tuple(rows.get_column(other) for other in DATE_COLUMNS if other in rows.columns and other != column)
    cells, said = rows.get_column(column), answers.day_first.get(column)
    calendar = answers.calendars.get(column)
    readings = readings_of(cells, answers.language, said=said, beside=beside, calendar=calendar)
    if column in answers.expiries:
        readings = of_moments(readings)
    return read_readings(cells, column, readings)


def _told(rows: pl.DataFrame, reasons: list[Reason]) -> list[Reason]:
    """Get the reasons that hold for somebody, each asked once: they are needed for all columns that are added."""
    held = rows.select(it.holds.fill_null(value=False).alias(str(place)) for place, it in enumerate(reasons))
    asked = zip(reasons, held.get_columns(), strict=True)
    return [replace(it, holds=pl.lit(holds)) for it, holds in asked if holds.any()]


def _any(reasons: list[Reason]) -> pl.Expr:
    return pl.any_horizontal(pl.lit(value=False), *(it.holds for it in reasons))


def _gone(
    days: Mapping[str, pl.Expr], statuses: list[str], today: date, answers: EmploymentAnswers
) -> Iterator[Reason]:
    has_passed = (days["exit_date"] < today) & is_said(days)
    yield _because(has_passed & ~is_rehired(days, statuses), INACTIVE, "exit_date", answers)


def _starts_later(days: Mapping[str, pl.Expr], today: date, answers: EmploymentAnswers) -> Iterator[Reason]:
    # Whoever was here before, and comes back, starts on the later day.
    latest = pl.max_horizontal(days[column] for column in FIRST_DAYS if column in days)
    for column in FIRST_DAYS:
        if column in days:
            later = days[column].dt.truncate("1mo") > today.replace(day=1)
            yield _because(later & (days[column] == latest), FUTURE, column, answers)


def _starts_by_status(columns: list[str], today: date, answers: EmploymentAnswers) -> Iterator[Reason]:
    for column in columns:
        later = pl.col(f"since.{column}").dt.truncate("1mo") > today.replace(day=1)
        yield _because(later.fill_null(value=False) & ~_IS_CONTRADICTED, FUTURE, column, answers)


def _starts_open(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> pl.Series:
    """Get whose first day may be to come, since nobody can read it, or lies so far ahead that it may be a slip."""
    is_open = pl.repeat(value=False, n=rows.height, eager=True)
    for column in FIRST_DAYS if answers.starters_wait else ():
        if f"day.{column}" in rows.columns:
            days = rows.get_column(f"day.{column}")
            is_far = rows.select(is_far_ahead(pl.col(days.name), today).fill_null(value=False)).to_series()
            is_open = is_open | is_far | unread_first_days(rows.get_column(column), days, today)
    return is_open


def _by_status(columns: list[str], kind: str, answers: EmploymentAnswers) -> Iterator[Reason]:
    for column in columns:
        settles = ~_IS_CONTRADICTED if column.startswith(_OF_WORDS) else pl.lit(value=True)
        yield _because((pl.col(f"meaning.{column}") == kind) & settles, kind, column, answers)


def _because(holds: pl.Expr, kind: str, column: str, answers: EmploymentAnswers) -> Reason:
    return Reason(holds, REASON_OF[kind], pl.lit(answers.header(column)), _value(column))


def _value(column: str) -> pl.Expr:
    """Yield the cell of a column; of a day whose year it does not spell out, with the day that it was read as."""
    cell, day = pl.col(column), pl.col(f"day.{column}")
    if column not in DATE_COLUMNS:
        return cell
    is_plain = cell.str.contains(day.dt.to_string("%Y"), literal=True)
    return (
        pl.when(is_plain.fill_null(value=True))
        .then(cell)
        .otherwise(pl.format("{}, which is {}", cell, day.dt.to_string("%Y-%m-%d")))
    )
