"""A small export after any phase of the pipeline."""

from collections.abc import Sequence
from datetime import date

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


def mapped(setup: Setup = SETUP, people: Sequence[Record] = PEOPLE) -> PipelineState:
    """Get the people of a small export before any phase."""
    export = export_of(people)
    return PipelineState.of(map_columns(export, complete_setup(setup, export)[0]))


def before(
    phase: str, setup: Setup = SETUP, today: date = TODAY, people: Sequence[Record] = PEOPLE
) -> tuple[PipelineState, RunContext | Setup]:
    """Get the people after every phase before this one, and what the phase is given beside them."""
    completed, _, _ = complete_setup(setup, export_of(people))
    state = mapped(setup, people)
    for preparing in PREPARE:
        if preparing.__name__ == phase:
            return state, completed
        state = preparing(state, completed)
    context = RunContext(completed, resolve_decisions(Decisions(), state.who), today, None, None)
    for deciding in DECIDE:
        if deciding.__name__ == phase:
            return state, context
        state = deciding(state, context)
    raise AssertionError(f"there is no phase {phase}")


def after(phase: str, setup: Setup = SETUP, today: date = TODAY, people: Sequence[Record] = PEOPLE) -> PipelineState:
    """Get the people after every phase up to this one."""
    run = next(each for each in (*PREPARE, *DECIDE) if each.__name__ == phase)
    return run(*before(phase, setup, today, people))  # type: ignore[operator]


def context_of(today: date = TODAY) -> RunContext:
    """Get what the phases of `decide()` are given where nothing was decided."""
    _, context = before("edit", today=today)
    assert isinstance(context, RunContext)
    return context


def left_out(state: PipelineState) -> pl.DataFrame:
    """Get the rows that are left out."""
    return state.rows.filter(pl.col("left_out_reason").is_not_null())
