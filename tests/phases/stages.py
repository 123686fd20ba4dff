"""A small export after any phase of the pipeline."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import polars as pl

from keycafe_clean.columns import complete_setup, map_columns
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.resolution import resolve_decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.pipeline import DECIDE, PREPARE
from tests.exports import SETUP, TODAY, Record, export_of

PEOPLE: list[Record] = [
    ("001", " JANA ", "NOVAK", "JANA@example.com", "Active", "", "Sales"),
    ("001", "Jana", "Novak", "jana@example.com", "Active", "", ""),
    ("002", "Piotr", "Lis", "", "Active", "", "Fleet"),
    ("003", "Eva", "Brandt", "eva at home", "Active", "", "Fleet"),
    ("004", "Omar", "Haddad", "omar@example.com", "Terminated", "", "Fleet"),
    ("005", "Paula", "Small", "paula@example.com", "Active", "2026-08-31", "Fleet"),
]

#: The set-up with a rule that compares days.
RULES = Setup.model_validate(
    {**SETUP.model_dump(by_alias=True), "rule": [{"column": "Last Day", "before": "2020-01-01", "then": "leave_out"}]}
)


_NAMES = [phase.__name__ for phase in (*PREPARE, *DECIDE)]


def mapped(setup: Setup = SETUP, people: Sequence[Record] = PEOPLE) -> PipelineState:
    """Get the people of a small export before any phase."""
    export = export_of(people)
    return PipelineState.of(map_columns(export, complete_setup(setup, export)[0]))


def before(
    phase: str, setup: Setup = SETUP, today: date = TODAY, people: Sequence[Record] = PEOPLE
) -> tuple[PipelineState, RunContext | Setup]:
    """Get the people after every phase before this one, and what the phase is given beside them."""
    return _before(phase, setup.model_dump_json(by_alias=True), today, tuple(people))


def after(phase: str, setup: Setup = SETUP, today: date = TODAY, people: Sequence[Record] = PEOPLE) -> PipelineState:
    """Get the people after every phase up to this one."""
    return _after(phase, setup.model_dump_json(by_alias=True), today, tuple(people))


@cache
def _before(
    phase: str, setup: str, today: date, people: tuple[Record, ...]
) -> tuple[PipelineState, RunContext | Setup]:
    """Run each phase once for all tests of the same people: a state is never altered."""
    place, first = _NAMES.index(phase), Setup.model_validate_json(setup)
    state = _after(_NAMES[place - 1], setup, today, people) if place else mapped(first, people)
    completed, _, _ = complete_setup(first, export_of(people))
    if place < len(PREPARE):
        return state, completed
    who = _after(PREPARE[-1].__name__, setup, today, people).who
    return state, RunContext(completed, resolve_decisions(Decisions(), who), today)


@cache
def _after(phase: str, setup: str, today: date, people: tuple[Record, ...]) -> PipelineState:
    run = (*PREPARE, *DECIDE)[_NAMES.index(phase)]
    return run(*_before(phase, setup, today, people))  # type: ignore[operator]


def context_of(today: date = TODAY) -> RunContext:
    """Get what the phases of `decide()` are given where nothing was decided."""
    _, context = before("edit", today=today)
    assert isinstance(context, RunContext)
    return context


def left_out(state: PipelineState) -> pl.DataFrame:
    """Get the rows that are left out."""
    return state.rows.filter(pl.col("left_out_reason").is_not_null())
