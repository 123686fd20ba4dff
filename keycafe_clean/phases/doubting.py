"""The phase of `decide()` that asks about columns that may be ours, where the answer could change who goes in."""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.columns.calendar_headers import calendar_named
from keycafe_clean.columns.cell_shapes import is_address, is_contract, is_spelled_date
from keycafe_clean.columns.directory_days import readable_days
from keycafe_clean.columns.doubts import Doubt
from keycafe_clean.columns.language import language_of_rows
from keycafe_clean.columns.suggest_address import is_private
from keycafe_clean.columns.suggestion import in_words
from keycafe_clean.columns.typed_addresses import private_ones
from keycafe_clean.decide.setup import SourceSetup
from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.findings import WITHHELD, findings_of, no_findings
from keycafe_clean.phases.days_beside import DaysBeside, settled
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps.coming_notes import say_who_comes
from keycafe_clean.steps.employment import EmploymentAnswers, meanings_of
from keycafe_clean.steps.entry_marks import speak_against_going_in
from keycafe_clean.steps.first_days import unread_first_days
from keycafe_clean.steps.frame_columns import (
    ADDRESS,
    DATE_COLUMNS,
    FIRST_DAYS,
    NOT_USED,
    NUMBERED_COLUMNS,
    source_headers,
)
from keycafe_clean.steps.leavers import states_somebody_left
from keycafe_clean.steps.left_beside import may_say_who_left
from keycafe_clean.steps.never import who_says_never
from keycafe_clean.steps.periods import split_periods
from keycafe_clean.steps.status import FUTURE, INACTIVE, LEAVE, MIXED, UNKNOWN
from keycafe_clean.steps.status_codes import other_letters
from keycafe_clean.steps.text import as_shown

#: A count, or the serial number of a spreadsheet for a day.
_NUMBER = r"^[0-9]{1,7}(?:\.[0-9]+)?$"

#: The rows that a doubt is about, as they stand, and the run -> whether each of them waits for the answer; null: no.
_Weigh = Callable[[Doubt, pl.DataFrame, RunContext], pl.Series]


def weigh_doubts(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask once about every column that may be ours, where the answer could change the outcome of a row; those wait."""
    for doubt in state.in_doubt:
        state = _weighed(state, doubt, context)
    return state


def ask_about_private_addresses(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask once about every column of private addresses of people who have no other; nobody waits."""
    used = context.setup.used_headers
    for header in source_headers(state.rows):
        if header not in used and is_private(header) and (work := _address_beside(header, context)):
            state = state.found(_of_private(state.in_play, header, work))
    for source in context.setup.source:
        state = state.found(_of_private_types(state.in_play, source))
    return state


def _of_private_types(rows: pl.DataFrame, source: SourceSetup) -> pl.DataFrame:
    """Get the question about people whose only address is private by its type, unless the types are said to be none."""
    chosen = source.columns.get(ADDRESS, ())
    headers = [header for header in source.headers if f"source.{header}" in rows.columns]
    found = private_ones(chosen[0], rows.select(pl.col(f"source.{it}").alias(it) for it in headers)) if chosen else None
    people = rows.filter(pl.col(ADDRESS).is_null() & found[1]).height if found else 0
    if not found or not people or found[0] in source.columns.get(NOT_USED, ()):
        return no_findings()
    about = {"column": [ADDRESS], "value": [found[0]], "reason": [_people(people)]}
    return findings_of("private_by_type", pl.DataFrame(about))


def _people(people: int) -> str:
    return "1 person" if people == 1 else f"{people:,} people"


def _address_beside(header: str, context: RunContext) -> str | None:
    """Get the header of the addresses in the first source that has this column and one of addresses."""
    said = (source.columns.get(ADDRESS) for source in context.setup.source if header in source.headers)
    return next((headers[0] for headers in said if headers), None)


def _of_private(rows: pl.DataFrame, header: str, work: str) -> pl.DataFrame:
    people = rows.filter(pl.col(ADDRESS).is_null() & is_address(f"source.{header}")).height
    about = {"column": [ADDRESS], "value": [header], "suggestion": [work], "reason": [_people(people)]}
    return findings_of("private_address", pl.DataFrame(about)) if people else no_findings()


def _weighed(state: PipelineState, doubt: Doubt, context: RunContext) -> PipelineState:
    rows = state.in_play.filter(pl.col("row_id").is_between(doubt.first_row, doubt.last_row))
    waiting = rows.filter(_rules_of(doubt)(doubt, rows, context))
    if waiting.is_empty():
        return state
    cell = (
        readable_days(doubt.header, from_1904=doubt.from_1904)
        if doubt.column in DATE_COLUMNS
        else pl.col(f"source.{doubt.header}")
    )
    told = pl.when(pl.col("row_id").is_in(_shifted(state))).then(pl.lit(WITHHELD)).otherwise(cell)
    # What a question is asked about was read: the note about a column without a name says the opposite.
    is_said = (pl.col("code") == "nameless_column") & (pl.col("value") == doubt.header)
    untold = replace(state, findings=state.findings.filter(~is_said.fill_null(value=False)))
    return untold.found(*asked_about(doubt, waiting.select("row_id", value=told), _used_beside(doubt, context)))


def _used_beside(doubt: Doubt, context: RunContext) -> tuple[str, ...]:
    """Get the headers that are used for the column which another one may be, of which one alone can be said."""
    told = (source.columns for source in context.setup.source if doubt.header in source.headers)
    used = next((columns.get(doubt.column, ()) for columns in told), ())
    return () if doubt.column in NUMBERED_COLUMNS else used


def _shifted(state: PipelineState) -> list[int]:
    """Get the rows whose cells may be those of other columns, of a file with private ones: they are not told."""
    return state.findings.filter(pl.col("code") == "shifted_row").get_column("row_id").to_list()


def asked_about(doubt: Doubt, waiting: pl.DataFrame, used: tuple[str, ...] = ()) -> tuple[pl.DataFrame, ...]:
    """Get the question about a column, unless it is asked elsewhere, and one for each row that waits for its answer.

    `waiting` has row_id and value; `used` are the headers of the column that it may be, which the answer must not
    replace.
    """
    words = {"column": pl.lit(doubt.header), "reason": pl.lit(_what(doubt))}
    opened = findings_of("column_open", waiting.select("row_id", "value", **words))
    return (opened,) if doubt.is_asked else (_asked(doubt, waiting.height, used), opened)


def _asked(doubt: Doubt, waiting: int, used: tuple[str, ...]) -> pl.DataFrame:
    count = "1 row waits" if waiting == 1 else f"{waiting:,} rows wait"
    about = {"column": in_words(doubt.column), "value": doubt.header, "reason": doubt.why.reason, "suggestion": count}
    if used and doubt.column == ADDRESS:
        # All that are said are used, each where those before it are blank.
        about |= {"column": '" --column "'.join(f"{ADDRESS}={header}" for header in used)}
    return findings_of(_code_of(doubt, used), pl.DataFrame({name: [text] for name, text in about.items()}))


def _code_of(doubt: Doubt, used: tuple[str, ...]) -> str:
    if used:
        return "addresses_in_doubt" if doubt.column == ADDRESS else "column_beside_in_doubt"
    if doubt.why.has_both_days:
        return "periods_in_doubt"
    return "days_in_doubt" if doubt.may_be_first else "column_in_doubt"


def _what(doubt: Doubt) -> str:
    if doubt.why.goes_in is not None:
        return "who is to go in" if doubt.why.goes_in else "who is not to go in"
    return "first day or last day" if doubt.may_be_first else in_words(doubt.column)


def _rules_of(doubt: Doubt) -> _Weigh:
    if doubt.column == ADDRESS:
        return _has_only_this_address
    if doubt.column in FLAGS:
        return _is_filled
    if doubt.why.of_periods:
        return _of_periods
    return _of_days if doubt.column in DATE_COLUMNS else _of_states


def _has_only_this_address(doubt: Doubt, rows: pl.DataFrame, _context: RunContext) -> pl.Series:
    return rows.select(pl.col(ADDRESS).is_null() & is_address(f"source.{doubt.header}")).to_series()


def _is_filled(doubt: Doubt, rows: pl.DataFrame, _context: RunContext) -> pl.Series:
    return rows.get_column(f"source.{doubt.header}").is_not_null()


def _of_periods(doubt: Doubt, rows: pl.DataFrame, context: RunContext) -> pl.Series:
    """Say who would have left by the end of a period, or begun later by its begin, or whose end nobody can read."""
    cells = as_shown(rows.get_column(f"source.{doubt.header}")).str.strip_chars()
    periods, language, calendar = split_periods(cells), language_of_rows(rows), calendar_named(doubt.header)
    begins, ends = (settled(half, context.today, language, calendar) for half in (periods.begins, periods.ends))
    beside = DaysBeside(rows, doubt.header, context.today)
    gone = _any([day < context.today for day in ends]) & (not beside.has_later_ends(ends[0]))
    unread = periods.ends.is_not_null() & ends[0].is_null() & cells.str.contains("[0-9]").fill_null(value=False)
    # Nobody has left since a day that is still to come.
    is_open = unread & ~(begins[0] > context.today).fill_null(value=False)
    if not doubt.may_be_first or not context.setup.leave_out_starters or beside.has_earlier_days(begins[0]):
        return gone | is_open
    later = _any([day.dt.truncate("1mo") > context.today for day in begins])
    return gone | is_open | later | unread_first_days(periods.begins, begins[0], context.today)


def _of_days(doubt: Doubt, rows: pl.DataFrame, context: RunContext) -> pl.Series:
    """Say who would have left, or not begun: by every reading that the column leaves open."""
    cells = in_ascii_digits(
        as_shown(rows.select(readable_days(doubt.header, from_1904=doubt.from_1904)).to_series()).str.strip_chars()
    )
    if not doubt.why.says_days:
        cells = _without_counts(cells)
    days = settled(cells, context.today, language_of_rows(rows), calendar_named(doubt.header))
    later = [day.dt.truncate("1mo") > context.today for day in days]
    starts_later = _any(later) & context.setup.leave_out_starters
    if doubt.column in FIRST_DAYS:
        is_open = unread_first_days(cells, days[0], context.today) & context.setup.leave_out_starters
        return starts_later | is_open
    gone = _any([day < context.today for day in days])
    no_day = cells.is_not_null() & days[0].is_null()
    unread = no_day & ~who_says_never(cells.set(~no_day, None))
    if not doubt.is_named:
        beside = DaysBeside(rows, doubt.header, context.today)
        gone = gone & (not beside.has_later_ends(days[0]))
        left = gone | states_somebody_left(cells) | _spelled(cells.set(~unread, None))
        return left | (starts_later & (doubt.may_be_first and not beside.has_earlier_days(days[0])))
    # The last day that is known may be that of the contract, and the one in doubt the last one at work.
    return gone | (unread & rows.get_column("day.exit_date").is_null())


def _without_counts(cells: pl.Series) -> pl.Series:
    """Get the cells without plain numbers: beside few dates they count something else than days."""
    is_number = cells.str.contains(_NUMBER).fill_null(value=False)
    if not is_number.any():
        return cells
    return cells if _spelled(cells).sum() > is_number.sum() else cells.set(is_number, None)


def _spelled(cells: pl.Series) -> pl.Series:
    """Get which cells are written as a date; false where blank."""
    if cells.null_count() == cells.len():
        return cells.is_not_null()
    return cells.alias("cell").to_frame().select(is_spelled_date("cell").fill_null(value=False)).to_series()


def _any(told: list[pl.Series]) -> pl.Series:
    return pl.select(pl.any_horizontal(*told)).to_series()


def _of_states(doubt: Doubt, rows: pl.DataFrame, context: RunContext) -> pl.Series:
    cells = as_shown(rows.get_column(f"source.{doubt.header}")).str.strip_chars()
    if doubt.why.goes_in is not None:
        return speak_against_going_in(cells, goes_in=doubt.why.goes_in)
    if doubt.why.of_letters:
        return other_letters(cells)
    comes = say_who_comes(cells, doubt.header, context.today) & context.setup.leave_out_starters
    if not doubt.is_named:
        left = states_somebody_left(cells)
        return (left | may_say_who_left(cells, doubt.header, context.today) if left.any() else left) | comes
    out = {INACTIVE, UNKNOWN, MIXED}
    out |= {FUTURE} if context.setup.leave_out_starters else set()
    out |= set() if context.setup.include_on_leave else {LEAVE}
    name = f"{doubt.column}_1"
    answers = EmploymentAnswers(context.setup.status_words, headers={name: doubt.header})
    says_so = meanings_of(cells.alias(name), answers).is_in(sorted(out)).fill_null(value=False)
    return comes | says_so & ~cells.to_frame("cell").select(is_contract("cell").fill_null(value=False)).to_series()
