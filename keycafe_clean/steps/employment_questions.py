"""What must be asked about employment: once a word, once a date column, and in the row only where a date is none."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.findings import findings_of, no_findings, rows_in_words, thousands
from keycafe_clean.steps.contradictions import CONTRADICTION
from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.date_habits import (
    LONG_AGO,
    OF_BOTH,
    OF_BUDDHISTS,
    OF_CROATIA,
    OF_ETHIOPIA,
    OF_MIDNIGHTS,
    OF_REIWA,
    OTHER_YEAR,
    READINGS,
    SWAPPED,
)
from keycafe_clean.steps.employment import (
    EMPLOYMENT_REASON,
    NOTHING_ANSWERED,
    REASON_OF,
    EmploymentAnswers,
    status_columns,
)
from keycafe_clean.steps.first_days import is_far_ahead, last_day_far_ahead, unread_first_days
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, FIRST_DAYS, MAY_SAY_NEVER
from keycafe_clean.steps.marks import says_vacant
from keycafe_clean.steps.never import is_of_another_calendar, who_says_never
from keycafe_clean.steps.open_ends import open_end_notes
from keycafe_clean.steps.returns import return_notes
from keycafe_clean.steps.status import ACTIVE, INACTIVE, MIXED, UNKNOWN, sounds_like_leaving
from keycafe_clean.steps.utc_midnights import midnight_notes

#: A word that so many rows have is what most people are: who has it goes in until it is answered. Assumption: nobody
#: exports a list of which a third has left without a word that is known.
_USUAL = 1 / 3

#: People left out against their status: so many, and such a share of all, are a column that is taken for another one.
_MANY, _SHARE = 5, 0.1
#: Of fewer people so many are named.
_NAMED = 3

#: Days far ahead are of another calendar, and no slips, where so many cells of a column have one.
_FEWEST, _NEARLY_ALL = 2, 0.8

_EXIT = "exit_date"

#: reading -> how both sides of it are called
_BOTH: Final = {
    SWAPPED: "day first or month first",
    OTHER_YEAR: "with its year first or last",
    OF_REIWA: "as a year of ours or of Reiwa",
    OF_CROATIA: "as it is in Croatia or elsewhere",
    OF_BUDDHISTS: "with a year of ours or a Buddhist one",
    OF_BOTH: "with a year of ours or a Buddhist one",
    OF_ETHIOPIA: "as a date of ours or of Ethiopia",
    OF_MIDNIGHTS: "as the day that is written or as midnight of the next one elsewhere",
}

#: reading -> the question about a column that leaves it open
_ASKED_AS: Final = {SWAPPED: "date_order", LONG_AGO: "days_long_ago"}


def employment_questions(
    rows: pl.DataFrame, today: date, answers: EmploymentAnswers = NOTHING_ANSWERED
) -> pl.DataFrame:
    """Get what must be asked about employment, as findings; those about a whole column have no row_id.

    A word that is not known is asked about once, and in its rows where few have it or it sounds like leaving; a cell
    that says both is asked about in its row. How a column of days is written is asked about only where two readings are
    possible and somebody's employment differs, and then whoever it decides about waits. Cells that contradict each
    other are asked about in their row. A last day that is no day is asked about in its row, a first day where it could
    be to come, and a day that lies too far ahead; years of another calendar once for the column too. People whom an
    exit date leaves out although a status says that they work here are a question about the file; few are named.
    `reason` counts the rows. Takes the rows as `employment()` judged them on the day `today`.
    """
    parts = [
        *_unknown_words(rows, answers),
        *_doubtful_words(rows, answers),
        *_unticked(rows, answers),
        _contradictions(rows),
        *_unclear_readings(rows, answers),
        *_unread_days(rows, today, answers),
        *midnight_notes(rows, answers.headers),
        *open_end_notes(rows, answers.header(_EXIT)),
        *return_notes(rows, answers.header(_EXIT)),
        *_days_far_ahead(rows, today, answers),
        _last_days_of_1999(rows, answers),
        *_left_but_active(rows, answers),
    ]
    return pl.concat([no_findings(), *parts])


def status_word_open(column: str) -> pl.Expr:
    """Yield whether a row waits for an unknown word of a status: it sounds like leaving, or few rows have it.

    Never true where it is blank. Reads the column and `meaning.<column>` of all rows.
    """
    word = pl.col(column)
    is_usual = pl.len().over(column) >= _USUAL * word.count()
    return (pl.col(f"meaning.{column}") == UNKNOWN) & (~is_usual | sounds_like_leaving(word))


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
    """Yield whether 31.12.99 may be the end of a job or of none, and so 31-DEC-12; whoever began later is here.

    Never null. Reads `MAY_SAY_NEVER`, day.exit_date and day.start_date.
    """
    began_later = (pl.col("day.start_date") > pl.col("day.exit_date")).fill_null(value=False)
    return pl.col(MAY_SAY_NEVER) & ~began_later


def _unknown_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a word that is not known: of those for which rows wait, and of the others."""
    for column in status_columns(rows):
        told = rows.with_columns(waits=status_word_open(column))
        unknown = told.filter(pl.col(f"meaning.{column}") == UNKNOWN, pl.col("employment") == UNKNOWN)
        counted = unknown.group_by("waits", value=column).agg(count=pl.len())
        asked = counted.sort("count", "value", descending=[True, False])
        where = {"column": pl.lit(answers.header(column)), "reason": rows_in_words("count")}
        for code, waiting in (("status_word_waits", True), ("status_word", False)):
            yield findings_of(code, asked.filter(pl.col("waits") == waiting).with_columns(**where))


def _doubtful_words(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row that waits for an unknown word, of a vacant post as such, or whose cell says both."""
    is_open = pl.col("employment") == UNKNOWN
    for column in status_columns(rows):
        where = {"column": pl.lit(answers.header(column)), "value": pl.col(column)}
        waiting = rows.filter(is_open, status_word_open(column))
        vacant = _where(waiting, says_vacant(pl.col(column)))
        others = waiting.join(vacant, on="row_id", how="anti", maintain_order="left")
        yield findings_of("vacant_post", vacant.select("row_id", **where))
        yield findings_of("status_word_open", others.select("row_id", **where))
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


def _unclear_readings(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield one question a column and reading that would give somebody another employment, and those who wait."""
    for column in DATE_COLUMNS:
        for reading in READINGS:
            decides = f"order_decides.{column}.{reading}"
            differs = rows.filter(decides) if decides in rows.columns else rows.clear()
            if not differs.is_empty():
                asked = _about_column(_ASKED_AS.get(reading, "date_reading"), differs, column, answers)
                yield asked.with_columns(suggestion=pl.lit(_BOTH.get(reading), pl.String))
                yield _waiting(differs, column, answers)


def _unread_days(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row whose day cannot be read, one for the column where years are of another calendar."""
    for column in (_EXIT, *(FIRST_DAYS if answers.starters_wait else ())):
        unread = _unread_ends(rows) if column == _EXIT else _unread_starts(rows, column, today)
        is_foreign = begins_like_a_date if answers.is_unread(column) else is_of_another_calendar
        foreign = _where(unread, is_foreign(pl.col(column)))
        yield from _of_another_calendar(foreign, column, answers)
        code = "exit_date_text" if column == _EXIT else "start_date_text"
        yield _of_rows(code, unread.join(foreign, on="row_id", how="anti"), column, answers)


def _unread_ends(rows: pl.DataFrame) -> pl.DataFrame:
    unread = rows.filter(pl.col(_EXIT).is_not_null(), pl.col(f"day.{_EXIT}").is_null())
    return unread.filter(~who_says_never(unread.get_column(_EXIT)))


def _unread_starts(rows: pl.DataFrame, column: str, today: date) -> pl.DataFrame:
    return rows.filter(unread_first_days(rows.get_column(column), rows.get_column(f"day.{column}"), today))


def _days_far_ahead(rows: pl.DataFrame, today: date, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a row with a day so far ahead that it may be a slip; of nearly all days one about the column."""
    for column in (_EXIT, *(FIRST_DAYS if answers.starters_wait else ())):
        is_far = last_day_far_ahead if column == _EXIT else is_far_ahead
        far = rows.filter(is_far(pl.col(f"day.{column}"), today))
        if far.height >= _FEWEST and far.height >= _NEARLY_ALL * rows.get_column(column).count():
            yield from _of_another_calendar(rows.filter(pl.col(f"day.{column}").is_not_null()), column, answers)
            continue
        about = far.with_columns(reason=pl.col(f"day.{column}").dt.to_string("%Y-%m-%d"))
        yield _of_rows("day_far_ahead", about, column, answers)


def _of_another_calendar(rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield one question about a column of days that are not converted, and those who wait."""
    if not rows.is_empty():
        yield _about_column("other_calendar", rows, column, answers)
        yield _waiting(rows, column, answers, "calendar_waits")


def _about_column(code: str, rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> pl.DataFrame:
    example = rows.select(value=pl.col(column).min(), count=pl.len())
    return findings_of(code, example.with_columns(column=pl.lit(answers.header(column)), reason=rows_in_words("count")))


def _waiting(rows: pl.DataFrame, column: str, answers: EmploymentAnswers, code: str = "date_waits") -> pl.DataFrame:
    return _of_rows(code, rows.drop("reason", strict=False), column, answers)


def _of_rows(code: str, rows: pl.DataFrame, column: str, answers: EmploymentAnswers) -> pl.DataFrame:
    """Get a question a row about a cell of a column of days; takes its `reason` if there is one."""
    reason = [pl.col("reason")] if "reason" in rows.columns else []
    return findings_of(code, rows.select("row_id", *reason, column=pl.lit(answers.header(column)), value=column))


def _where(rows: pl.DataFrame, holds: pl.Expr) -> pl.DataFrame:
    """Get the rows for which it holds; of no rows nothing is asked, since patterns cost before they are applied."""
    return rows if rows.is_empty() else rows.filter(holds)


def _last_days_of_1999(rows: pl.DataFrame, answers: EmploymentAnswers) -> pl.DataFrame:
    unclear = rows.filter(exit_date_1999()).select("row_id", value="exit_date")
    return findings_of("exit_date_1999", unclear.with_columns(column=pl.lit(answers.header("exit_date"))))


def _left_but_active(rows: pl.DataFrame, answers: EmploymentAnswers) -> Iterator[pl.DataFrame]:
    """Yield a question a status that says that people work here whom their exit date leaves out."""
    reason, about = (pl.col(name) for name in EMPLOYMENT_REASON[:2])
    by_date = (reason == REASON_OF[INACTIVE]) & (about == answers.header(_EXIT))
    for column in status_columns(rows):
        both = rows.filter(by_date, pl.col(f"meaning.{column}") == ACTIVE)
        if not both.is_empty():
            is_many = both.height >= _MANY and both.height >= _SHARE * rows.height
            named = _counted(both) if is_many else _named(both)
            about_both = {"column": pl.lit(answers.header(column)), "value": pl.lit(answers.header(_EXIT))}
            yield findings_of(
                "many_left_but_active" if is_many else "left_but_active", named.with_columns(**about_both)
            )


def _counted(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(count=pl.len()).select(reason=rows_in_words("count"))


def _named(rows: pl.DataFrame) -> pl.DataFrame:
    """Get where rows stand, the first ones by name: `rows 4, 7, 9 and 2 more`, and the file if there are several."""
    several = rows.get_column("file").n_unique() > 1 if "file" in rows.columns else False
    place = thousands(pl.col("source_row"))
    places = rows.select(pl.format("{} of {}", place, "file") if several else place).to_series().to_list()
    return pl.DataFrame({"reason": [_listed(places)]})


def _listed(places: list[str]) -> str:
    if len(places) == 1:
        return f"row {places[0]}"
    first, rest = places[:_NAMED], len(places) - _NAMED
    *before, last = [*first, f"{rest} more"] if rest > 0 else first
    return f"rows {', '.join(before)} and {last}"
