"""The phases of `prepare()`: cells are tidied, and what they say is read, whatever is decided and whatever the day."""

from dataclasses import replace

import polars as pl

from keycafe_clean.columns.calendar_headers import calendar_named
from keycafe_clean.columns.language import language_of_rows
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.decide.setup import Setup
from keycafe_clean.decide.value_rules import apply_value_rules
from keycafe_clean.decide.who import identities, with_first_days
from keycafe_clean.events import apply_steps
from keycafe_clean.match import match_certain
from keycafe_clean.phases.pipeline_state import PipelineState
from keycafe_clean.steps import STEPS, EmploymentAnswers, read_employment
from keycafe_clean.steps.date_habits import readings_of
from keycafe_clean.steps.days import read_days
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, text_columns


def tidy(state: PipelineState, _setup: Setup) -> PipelineState:
    """Tidy every cell of `text_columns()` by `STEPS`; each altered one is an event. Keeps every row, in order."""
    rows, events = apply_steps(state.rows, STEPS, text_columns(state.rows))
    return replace(state, rows=rows).happened(events)


def identify(state: PipelineState, setup: Setup) -> PipelineState:
    """Settle who everybody is (`state.who`): decisions are about people as they stand before any edit.

    The rows stay as they are.
    """
    return replace(state, who=identities(match_certain(state.rows, used=setup.used_headers)))


def replace_values(state: PipelineState, setup: Setup) -> PipelineState:
    """Apply the value rules of the set-up: what one cell was corrected to, in all cells like it.

    Adds an event for each that is altered. Keeps every row, in order.
    """
    return state.after(apply_value_rules(state.rows, setup.replace), "replace_values")


def read_states(state: PipelineState, setup: Setup) -> PipelineState:
    """Add what the cells say of employment, read once: `meaning.<column>`, `day.<column>`, `until.<column>`.

    Null where nothing is said (`read_employment()`). The first days of `state.who` are days from here on, for exports
    write them in several ways. Keeps every row, in order.
    """
    rows = read_employment(state.rows, employment_answers(setup, state.rows))
    return replace(state, rows=rows, who=with_first_days(state.who, rows))


def read_rule_days(state: PipelineState, setup: Setup) -> PipelineState:
    """Add `day.source.<header>` (Date; null: no date) for every column that a rule of the set-up compares with a day.

    Keeps every row, in order.
    """
    columns = sorted({rule.column for rule in setup.rule if rule.before or rule.after})
    language = language_of_rows(state.rows)
    days = [day for column in columns for day in _days(state.rows, column, language)]
    return replace(state, rows=state.rows.with_columns(days))


def employment_answers(setup: Setup, rows: pl.DataFrame) -> EmploymentAnswers:
    """Get what the set-up says about the columns of employment, with the headers that people know and their language.

    Of several sources the first one with the column names it.
    """
    named: dict[str, str] = {}
    for source in setup.source:
        for column, headers in source.columns.items():
            for number, header in enumerate(headers, 1):
                named.setdefault(column, header)
                named.setdefault(f"{column}_{number}", header)
    language = language_of_rows(rows)
    told = ((column, calendar_named(named[column])) for column in DATE_COLUMNS if column in named)
    calendars: dict[str, str] = {column: calendar for column, calendar in told if calendar}
    return EmploymentAnswers(
        setup.status_words,
        setup.day_first,
        named,
        language,
        calendars,
        expiries=frozenset(column for column in DATE_COLUMNS if recognise(named.get(column, "")) == "expiry"),
        starters_wait=setup.leave_out_starters,
    )


def _days(rows: pl.DataFrame, header: str, language: str | None) -> list[pl.Series]:
    cells = rows.get_column(f"source.{header}")
    readings = readings_of(cells, language, said=True, calendar=calendar_named(header))
    return read_days(cells, cells.name, readings[""])
