"""Who works here on the day of the run: by every status column, the exit date and the start date together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.steps.dates import is_day_first, read_dates
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, is_numbered
from keycafe_clean.steps.status import (
    ACTIVE,
    FUTURE,
    INACTIVE,
    LEAVE,
    UNKNOWN,
    active_meanings,
    disabled_meanings,
    status_meanings,
)

#: What the words of a column mean, by the kind of column.
_READERS: Final[Mapping[str, Callable[[pl.Series, Mapping[str, str]], pl.Series]]] = {
    "status": status_meanings,
    "active": active_meanings,
    "disabled": disabled_meanings,
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

    def header(self, column: str) -> str:
        """Get what the file calls a column of ours."""
        return self.headers.get(column, column)


NOTHING_ANSWERED: Final = EmploymentAnswers()


def employment(rows: pl.DataFrame, today: date, answers: EmploymentAnswers = NOTHING_ANSWERED) -> pl.DataFrame:
    """Add who works here: `employment` and, for whoever is not simply active, `employment_reason`.

    `employment` is active, inactive, leave, future (starts in a later month than `today`'s) or unknown (a word nobody
    knows; counts as active until it is answered). Any column that says inactive wins, and so does an exit date before
    `today`, unless the start date is later still (a rehire). `employment_reason` goes on after "left out:". Keeps every
    row, in order.
    """
    read = _read(rows, today, answers)
    left = pl.coalesce(*_left_reasons(read, today, answers), pl.lit(None, pl.String))
    later = pl.coalesce(*_later_reasons(read, today, answers), pl.lit(None, pl.String))
    away = pl.coalesce(*_status_reasons(read, LEAVE, "on leave", answers), pl.lit(None, pl.String))
    unknown = pl.any_horizontal(pl.lit(value=False), *(pl.col(name) == UNKNOWN for name in _meaning_columns(read)))
    return read.select(
        *rows.columns,
        employment=pl.when(left.is_not_null())
        .then(pl.lit(INACTIVE))
        .when(later.is_not_null())
        .then(pl.lit(FUTURE))
        .when(away.is_not_null())
        .then(pl.lit(LEAVE))
        .when(unknown)
        .then(pl.lit(UNKNOWN))
        .otherwise(pl.lit(ACTIVE)),
        employment_reason=pl.coalesce(left, later, away),
    )


def _read(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> pl.DataFrame:
    """Add what every column of employment means (`meaning.<column>`, `day.<column>`); missing date columns are null."""
    missing = [pl.lit(None, pl.String).alias(name) for name in DATE_COLUMNS if rows.schema.get(name) != pl.String]
    dated = rows.with_columns(*missing)
    meanings = [
        meanings_of(rows.get_column(column), answers).alias(f"meaning.{column}") for column in status_columns(rows)
    ]
    days = [_days(dated.get_column(column), today, answers).alias(f"day.{column}") for column in DATE_COLUMNS]
    return dated.with_columns(*meanings, *days)


def status_columns(rows: pl.DataFrame) -> list[str]:
    """Get the columns with words about employment: `status_1`, `active_1`, `disabled_1`, ..."""
    return [column for column in rows.columns if is_numbered(column) and rows.schema[column] == pl.String]


def meanings_of(cells: pl.Series, answers: EmploymentAnswers) -> pl.Series:
    """Get what each cell of such a column means, by the kind that the column's name says."""
    return _READERS[cells.name.partition("_")[0]](cells, answers.words)


def _days(cells: pl.Series, today: date, answers: EmploymentAnswers) -> pl.Series:
    told = is_day_first(cells)
    return read_dates(cells, today, day_first=answers.day_first.get(cells.name, True) if told is None else told)


def _meaning_columns(read: pl.DataFrame) -> list[str]:
    return [column for column in read.columns if column.startswith("meaning.")]


def _left_reasons(read: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.Expr]:
    exit_day, start_day = pl.col("day.exit_date"), pl.col("day.start_date")
    rehired = ((start_day > exit_day) & (start_day <= today)).fill_null(value=False)
    gone = (exit_day < today) & ~rehired
    yield pl.when(gone).then(_because("no longer employed", "exit_date", answers))
    yield from _status_reasons(read, INACTIVE, "no longer employed", answers)


def _later_reasons(read: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.Expr]:
    later = pl.col("day.start_date").dt.truncate("1mo") > today.replace(day=1)
    yield pl.when(later).then(_because("starts later", "start_date", answers))
    yield from _status_reasons(read, FUTURE, "starts later", answers)


def _status_reasons(read: pl.DataFrame, kind: str, words: str, answers: EmploymentAnswers) -> Iterator[pl.Expr]:
    for name in _meaning_columns(read):
        yield pl.when(pl.col(name) == kind).then(_because(words, name.removeprefix("meaning."), answers))


def _because(words: str, column: str, answers: EmploymentAnswers) -> pl.Expr:
    return pl.concat_str(pl.lit(f"{words} ({answers.header(column)} "), column, pl.lit(")"))
