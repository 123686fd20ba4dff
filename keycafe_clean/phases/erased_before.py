"""The phase of `decide()` that asks about whoever may be somebody that was erased from the job on request."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext


def ask_about_erased_people(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row in play that has something of an erased person: nobody is invited against their request."""
    erased = context.before.erased
    if erased is None or erased.is_empty():
        return state
    asked = state.in_play.select("row_id").filter(pl.col("row_id").is_in(erased.implode()))
    return state.found(findings_of("erased_before", asked))
