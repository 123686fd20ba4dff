"""What must be asked about employment: once a word, once a date column, and in the row only where a date is none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import polars as pl

from keycafe_clean.findings import findings_of, no_findings, thousands
from keycafe_clean.steps.dates import is_day_first, read_dates, says_never
from keycafe_clean.steps.employment import (
    NOTHING_ANSWERED,
    EmploymentAnswers,
    employment,
    meanings_of,
    status_columns,
)
from keycafe_clean.steps.frame_columns import DATE_COLUMNS
from keycafe_clean.steps.status import ACTIVE, UNKNOWN


def employment_questions(
    rows: pl.DataFrame, today: date, answers: EmploymentAnswers = NOTHING_ANSWERED
) -> pl.DataFrame:
    """Get what must be asked about employment, as findings; those about a whole column have no row_id.

    A word that is not known is asked about once; the order of day and month only where both readings are possible and
    somebody's employment differs. An exit date that is no date is asked about in its row. People whom an exit date
    leaves out although a status says that they work here are a note. `reason` counts the rows.
    """
    parts = [
        *_unknown_words(rows, answers),
        *_unclear_orders(rows, today, answers),
        _no_exit_dates(rows, today, answers),
        *_left_but_active(rows, today, answers),
    ]
    return pl.concat([no_findings(), *parts])


def _unknown_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in status_columns(rows):
        cells = rows.get_column(column)
        counted = cells.filter(meanings_of(cells, answers) == UNKNOWN).value_counts().rename({column: "value"})
        asked = counted.sort("count", "value", descending=[True, False])
        where = {"column": pl.lit(answers.header(column)), "reason": _counted("count")}
        yield findings_of("status_word", asked.with_columns(**where))


def _unclear_orders(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in _columns_without_order(rows, answers):
        readings = [
            employment(rows, today, replace(answers, day_first={**answers.day_first, column: day_first}))
            for day_first in (True, False)
        ]
        differs = rows.filter(readings[0].get_column("employment") != readings[1].get_column("employment"))
        if not differs.is_empty():
            example = differs.select(value=pl.col(column).min(), count=pl.len())
            where = {"column": pl.lit(answers.header(column)), "reason": _counted("count")}
            yield findings_of("date_order", example.with_columns(**where))


def _columns_without_order(rows: pl.DataFrame, answers: EmploymentAnswers) -> list[str]:
    asked = [column for column in DATE_COLUMNS if rows.schema.get(column) == pl.String]
    return [c for c in asked if c not in answers.day_first and is_day_first(rows.get_column(c)) is None]


def _no_exit_dates(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> pl.DataFrame:
    if rows.schema.get("exit_date") != pl.String:
        return no_findings()
    filled = rows.filter(pl.col("exit_date").is_not_null())
    days = read_dates(filled.get_column("exit_date"), today, day_first=True)
    unread = filled.filter(days.is_null() & ~filled.select(says_never(pl.col("exit_date"))).to_series())
    return findings_of(
        "exit_date_text", unread.select("row_id", column=pl.lit(answers.header("exit_date")), value="exit_date")
    )


def _left_but_active(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a note where a status says that people work here whom their exit date leaves out."""
    judged = employment(rows, today, answers).get_column("employment_reason")
    left_by_date = judged.str.starts_with(f"no longer employed ({answers.header('exit_date')} ").fill_null(value=False)
    for column in status_columns(rows):
        cells = rows.get_column(column)
        both = (left_by_date & (meanings_of(cells, answers) == ACTIVE)).sum()
        if both:
            count = pl.DataFrame({"count": [both], "column": [answers.header(column)]})
            named = count.select("column", value=pl.lit(answers.header("exit_date")), reason=_counted("count"))
            yield findings_of("left_but_active", named)


def _counted(count: str) -> pl.Expr:
    noun = pl.when(pl.col(count) == 1).then(pl.lit(" row")).otherwise(pl.lit(" rows"))
    return thousands(pl.col(count)) + noun
