"""Settings that match nothing in an export: likely a slip, since whoever wrote them meant somebody."""

from collections.abc import Iterable, Iterator

import polars as pl

from keycafe_clean.decide.conditions import PeopleRule, holds, plain_cells, plain_words
from keycafe_clean.decide.setup import Setup
from keycafe_clean.decide.value_rules import unused_corrections
from keycafe_clean.findings import findings_of
from keycafe_clean.phases.pipeline_state import PipelineState
from keycafe_clean.steps.frame_columns import DATE_COLUMNS, NOT_USED, NUMBERED_COLUMNS
from keycafe_clean.steps.status import words_said

#: A setting as it was written, and what it is for.
_Setting = tuple[str, str]

_DAY_FIRST, _NAME_FIRST = "whether the day comes first", "which name comes first"


def note_unused(state: PipelineState, setup: Setup) -> PipelineState:
    """Note each value of a rule, word of a status, order of days and ignored column that the export does not have."""
    rows = state.rows
    unused = [*_values(rows, setup), *_words(rows, setup), *_orders(rows, setup), *_ignored(rows, setup)]
    return state.found(_noted(unused))


def note_unused_corrections(state: PipelineState, setup: Setup) -> PipelineState:
    """Note every correction that is about no cell; asked before they are applied."""
    rules = unused_corrections(state.rows, setup.replace)
    return state.found(_noted((rule.is_ or rule.ending or "", f"a correction of {rule.column}") for rule in rules))


def _noted(unused: Iterable[_Setting]) -> pl.DataFrame:
    """Get a note a setting."""
    told = pl.DataFrame(list(unused), schema={"value": pl.String, "reason": pl.String}, orient="row")
    return findings_of("setting_unused", told.unique(maintain_order=True))


def _values(rows: pl.DataFrame, setup: Setup) -> Iterator[_Setting]:
    for rule in setup.rule:
        listed = rule.is_one_of or rule.is_none_of or ((rule.is_,) if rule.is_ is not None else None)
        if listed is not None:
            there = rows.select(plain_cells(rule.column)).to_series()
            unused = [word for word in listed if not (there == plain_words(word).item()).any()]
        else:
            unused = []
        if not unused and not rows.select(holds(rule).any()).item():
            unused = [_condition(rule)]
        yield from ((word, f"a rule about {rule.column}") for word in unused)


def _condition(rule: PeopleRule) -> str:
    return rule.contains if rule.contains is not None else rule.in_words()


def _words(rows: pl.DataFrame, setup: Setup) -> Iterator[_Setting]:
    columns = [name for name in rows.columns if name.rpartition("_")[0] in NUMBERED_COLUMNS]
    said = words_said(pl.concat(rows.get_column(name) for name in columns)) if columns else words_said(pl.Series([""]))
    for word in setup.status_words:
        if not said.is_in(words_said(pl.Series([word])).implode()).any():
            yield word, "a word of a status"


def _orders(rows: pl.DataFrame, setup: Setup) -> Iterator[_Setting]:
    """Yield orders of columns that are not there or blank; one of days may be said for all columns of days at once."""
    days, names = dict.fromkeys(setup.day_first, _DAY_FIRST), dict.fromkeys(setup.last_name_first, _NAME_FIRST)
    unused = [it for it in days | names if it not in rows.columns or rows.get_column(it).null_count() == rows.height]
    is_used = any(column in days and column not in unused for column in DATE_COLUMNS)
    for column in unused:
        if not (is_used and column in DATE_COLUMNS):
            yield column, (days | names)[column]


def _ignored(rows: pl.DataFrame, setup: Setup) -> Iterator[_Setting]:
    for header in setup.columns.get(NOT_USED, ()):
        if f"source.{header}" not in rows.columns:
            yield header, "a column that is none"
