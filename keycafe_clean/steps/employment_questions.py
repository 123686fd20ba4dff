"""What must be asked about employment: once a word, once a date column, and in the row only where a date is none."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.findings import findings_of, no_findings, rows_in_words
from keycafe_clean.steps.contradictions import CONTRADICTION
from keycafe_clean.steps.dates import is_of_another_calendar, may_say_never, says_never
from keycafe_clean.steps.employment import (
    EMPLOYMENT_REASON,
    NOTHING_ANSWERED,
    REASON_OF,
    EmploymentAnswers,
    status_columns,
)
from keycafe_clean.steps.frame_columns import DATE_COLUMNS
from keycafe_clean.steps.status import ACTIVE, INACTIVE, MIXED, UNKNOWN, sounds_like_leaving

#: People left out against their status: so many, and such a share of all, are a column that is taken for another one.
_MANY, _SHARE = 5, 0.1


def employment_questions(rows: pl.DataFrame, answers: EmploymentAnswers = NOTHING_ANSWERED) -> pl.DataFrame:
    """Get what must be asked about employment, as findings; those about a whole column have no row_id.

    A word that is not known is asked about once, and in its rows where it sounds like leaving; a cell that says both is
    asked about in its row. The order of day and month is asked about only where both readings are possible and
    somebody's employment differs, and then whoever it decides about waits. Cells that contradict each other are asked
    about in their row. An exit date that is no date is asked about in its row, years of another calendar once for the
    column too. People whom an exit date leaves out although a status says that they work here are a note, many of them
    a question. `reason` counts the rows. Takes the rows as `employment()` judged them.
    """
    parts = [
        *_unknown_words(rows, answers),
        *_leaving_words(rows, answers),
        *_unticked(rows, answers),
        _contradictions(rows),
        *_unclear_orders(rows, answers),
        *_other_calendars(rows, answers),
        _no_exit_dates(rows, answers),
        _last_days_of_1999(rows, answers),
        *_left_but_active(rows, answers),
    ]
    return pl.concat([no_findings(), *parts])


def status_word_open(column: str) -> pl.Expr:
    """Yield whether an unknown word of a status sounds like leaving; never true where it is blank.

    Reads the column and `meaning.<column>`.
    """
    return (pl.col(f"meaning.{column}") == UNKNOWN) & sounds_like_leaving(pl.col(column))


def status_mixed(column: str) -> pl.Expr:
    """Yield whether a cell says that somebody works here, and the opposite; null where it says nothing.

    Reads `meaning.<column>`.
    """
    return pl.col(f"meaning.{column}") == MIXED


def status_unticked(column: str) -> pl.Expr:
    """Yield whether a row says nothing where all others of its file that do say yes; whoever has left is settled.

    Reads file, employment and `meaning.<column>`; never null.
    """
    meaning = pl.col(f"meaning.{column}")
    all_yes = (meaning == ACTIVE).all().over("file") & meaning.is_not_null().any().over("file")
    return meaning.is_null() & all_yes & (pl.col("employment") != INACTIVE)


def status_contradicted() -> pl.Expr:
    """Yield whether cells of a row contradict each other, and its employment is not known; never true where none do.

    Reads contradicted_column and employment.
    """
    return pl.col(CONTRADICTION[0]).is_not_null() & (pl.col("employment") == UNKNOWN)


def exit_date_1999() -> pl.Expr:
    """Yield whether 31.12.99 may be the end of a job or of none; whoever began later is here. Null where blank.

    Reads exit_date, day.exit_date and day.start_date.
    """
    began_later = (pl.col("day.start_date") > pl.col("day.exit_date")).fill_null(value=False)
    return may_say_never(pl.col("exit_date")) & ~began_later


def _unknown_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in status_columns(rows):
        unknown = rows.filter(pl.col(f"meaning.{column}") == UNKNOWN).get_column(column)
        counted = unknown.value_counts().rename({column: "value"})
        asked = counted.sort("count", "value", descending=[True, False])
        where = {"column": pl.lit(answers.header(column)), "reason": rows_in_words("count")}
        yield findings_of("status_word", asked.with_columns(**where))


def _leaving_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row where an unknown word sounds like leaving, or a cell says both."""
    for column in status_columns(rows):
        where = {"column": pl.lit(answers.header(column)), "value": pl.col(column)}
        yield findings_of("status_word_open", rows.filter(status_word_open(column)).select("row_id", **where))
        yield findings_of("status_mixed", rows.filter(status_mixed(column)).select("row_id", **where))


def _unticked(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row that is blank where a yes stands in all others of its file, as in a ticked list."""
    for column in (name for name in status_columns(rows) if name.startswith("active")):
        tick = rows.filter(pl.col(f"meaning.{column}") == ACTIVE).get_column(column).min()
        said = {"column": pl.lit(answers.header(column)), "value": pl.lit(tick, pl.String)}
        yield findings_of("status_unticked", rows.filter(status_unticked(column)).select("row_id", **said))


def _contradictions(rows: pl.DataFrame) -> pl.DataFrame:
    column, value, reason = CONTRADICTION
    asked = rows.filter(status_contradicted())
    return findings_of("status_contradicted", asked.select("row_id", column=column, value=value, reason=reason))


def _unclear_orders(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    for column in DATE_COLUMNS:
        decides = f"order_decides.{column}"
        differs = rows.filter(decides) if decides in rows.columns else rows.clear()
        if not differs.is_empty():
            yield _about_column("date_order", differs, column, answers)
            yield _waiting(differs, column, answers)


def _other_calendars(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield one question a column whose years are of a calendar that is not converted, and the first days that wait."""
    for column in DATE_COLUMNS:
        unread = _where(_unread(rows, column), is_of_another_calendar(pl.col(column)))
        if not unread.is_empty():
            yield _about_column("other_calendar", unread, column, answers)
            yield _waiting(unread if column == "start_date" else unread.clear(), column, answers)


def _about_column(code: str, rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> pl.DataFrame:
    example = rows.select(value=pl.col(column).min(), count=pl.len())
    return findings_of(code, example.with_columns(column=pl.lit(answers.header(column)), reason=rows_in_words("count")))


def _waiting(rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> pl.DataFrame:
    return findings_of("date_waits", rows.select("row_id", column=pl.lit(answers.header(column)), value=column))


def _unread(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    unread = rows.filter(pl.col(column).is_not_null(), pl.col(f"day.{column}").is_null())
    return _where(unread, ~says_never(pl.col(column)))


def _where(rows: pl.DataFrame, holds: pl.Expr) -> pl.DataFrame:
    """Get the rows for which it holds; of no rows nothing is asked, since patterns cost before they are applied."""
    return rows if rows.is_empty() else rows.filter(holds)


def _no_exit_dates(rows: pl.DataFrame, answers: EmploymentAnswers) -> pl.DataFrame:
    unread = _unread(rows, "exit_date").select("row_id", value="exit_date")
    return findings_of("exit_date_text", unread.with_columns(column=pl.lit(answers.header("exit_date"))))


def _last_days_of_1999(rows: pl.DataFrame, answers: EmploymentAnswers) -> pl.DataFrame:
    unclear = rows.filter(exit_date_1999()).select("row_id", value="exit_date")
    return findings_of("exit_date_1999", unclear.with_columns(column=pl.lit(answers.header("exit_date"))))


def _left_but_active(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a note where a status says that people work here whom their exit date leaves out."""
    reason, about = (pl.col(name) for name in EMPLOYMENT_REASON[:2])
    by_date = (reason == REASON_OF[INACTIVE]) & (about == answers.header("exit_date"))
    for column in status_columns(rows):
        both = rows.filter(by_date, pl.col(f"meaning.{column}") == ACTIVE).height
        if both:
            count = pl.DataFrame({"count": [both], "column": [answers.header(column)]})
            named = count.select("column", value=pl.lit(answers.header("exit_date")), reason=rows_in_words("count"))
            is_many = both >= _MANY and both >= _SHARE * rows.height
            yield findings_of("many_left_but_active" if is_many else "left_but_active", named)
