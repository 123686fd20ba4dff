"""What must be asked about employment: once a word, once a date column, and in the row only where a date is none."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from keycafe_clean.findings import findings_of, no_findings, thousands
from keycafe_clean.steps.dates import says_never
from keycafe_clean.steps.employment import (
    EMPLOYMENT_REASON,
    NOTHING_ANSWERED,
    REASON_OF,
    EmploymentAnswers,
    employment,
    status_columns,
)
from keycafe_clean.steps.frame_columns import DATE_COLUMNS
from keycafe_clean.steps.status import ACTIVE, INACTIVE, MIXED, UNKNOWN, sounds_like_leaving

#: People left out against their status: so many, and such a share of all, are a column that is taken for another one.
_MANY, _SHARE = 5, 0.1


def employment_questions(
    rows: pl.DataFrame, today: date, answers: EmploymentAnswers = NOTHING_ANSWERED
) -> pl.DataFrame:
    """Get what must be asked about employment, as findings; those about a whole column have no row_id.

    A word that is not known is asked about once, and in its rows where it sounds like leaving; a cell that says both is
    asked about in its row. The order of day and month is asked about only where both readings are possible and
    somebody's employment differs. An exit date that is no date is asked about in its row. People whom an exit date
    leaves out although a status says that they work here are a note, many of them a question. `reason` counts the rows.
    Takes the rows as `employment()` judged them.
    """
    parts = [
        *_unknown_words(rows, answers),
        *_leaving_words(rows, answers),
        *_unclear_orders(rows, today, answers),
        _no_exit_dates(rows, answers),
        *_left_but_active(rows, answers),
    ]
    return pl.concat([no_findings(), *parts])


def _unknown_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in status_columns(rows):
        unknown = rows.filter(pl.col(f"meaning.{column}") == UNKNOWN).get_column(column)
        counted = unknown.value_counts().rename({column: "value"})
        asked = counted.sort("count", "value", descending=[True, False])
        where = {"column": pl.lit(answers.header(column)), "reason": _counted("count")}
        yield findings_of("status_word", asked.with_columns(**where))


def _leaving_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row where an unknown word sounds like leaving, or a cell says both."""
    for column in status_columns(rows):
        meaning, where = (
            pl.col(f"meaning.{column}"),
            {"column": pl.lit(answers.header(column)), "value": pl.col(column)},
        )
        leaving = rows.filter((meaning == UNKNOWN) & sounds_like_leaving(pl.col(column)))
        yield findings_of("status_word_open", leaving.select("row_id", **where))
        yield findings_of("status_mixed", rows.filter(meaning == MIXED).select("row_id", **where))


def _unclear_orders(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in _columns_without_order(rows):
        swapped = employment(rows, today, answers, swapped=column)
        differs = rows.filter(rows.get_column("employment") != swapped.get_column("employment"))
        if not differs.is_empty():
            example = differs.select(value=pl.col(column).min(), count=pl.len())
            where = {"column": pl.lit(answers.header(column)), "reason": _counted("count")}
            yield findings_of("date_order", example.with_columns(**where))


def _columns_without_order(rows: pl.DataFrame) -> list[str]:
    return [column for column in DATE_COLUMNS if f"day.{column}.swapped" in rows.columns]


def _no_exit_dates(rows: pl.DataFrame, answers: EmploymentAnswers) -> pl.DataFrame:
    unread = rows.filter(pl.col("exit_date").is_not_null() & pl.col("day.exit_date").is_null())
    unread = unread.filter(~says_never(pl.col("exit_date")))
    return findings_of(
        "exit_date_text", unread.select("row_id", column=pl.lit(answers.header("exit_date")), value="exit_date")
    )


def _left_but_active(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a note where a status says that people work here whom their exit date leaves out."""
    reason, about = (pl.col(name) for name in EMPLOYMENT_REASON[:2])
    by_date = (reason == REASON_OF[INACTIVE]) & (about == answers.header("exit_date"))
    for column in status_columns(rows):
        both = rows.filter(by_date, pl.col(f"meaning.{column}") == ACTIVE).height
        if both:
            count = pl.DataFrame({"count": [both], "column": [answers.header(column)]})
            named = count.select("column", value=pl.lit(answers.header("exit_date")), reason=_counted("count"))
            is_many = both >= _MANY and both >= _SHARE * rows.height
            yield findings_of("many_left_but_active" if is_many else "left_but_active", named)


def _counted(count: str) -> pl.Expr:
    noun = pl.when(pl.col(count) == 1).then(pl.lit(" row")).otherwise(pl.lit(" rows"))
    return thousands(pl.col(count)) + noun
