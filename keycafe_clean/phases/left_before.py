"""The phase of `decide()` that asks about whoever had left by an earlier export, where this one says nothing of it."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps.status import ACTIVE, FUTURE, LEAVE

#: Who had left: `month` is the folder of the file that said so last, `said` the reason.
LEFT_BEFORE = pl.Schema({"row_id": pl.UInt32, "month": pl.String, "said": pl.String})


def ask_about_former_leavers(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row in play whose person had left before, unless a status or a last day says otherwise now.

    A column of states that is gone from the export would invite all who have left.
    """
    if context.before.left is None or context.before.left.is_empty():
        return state
    here = [ACTIVE, FUTURE, LEAVE]
    states = [pl.col(name).is_in(here) for name in state.rows.columns if name.startswith("meaning.")]
    says_here = pl.any_horizontal(pl.lit(value=False), *states, pl.col("day.exit_date").is_not_null())
    silent = state.in_play.filter(~says_here.fill_null(value=False)).select("row_id")
    asked = silent.join(context.before.left, on="row_id", maintain_order="left")
    return state.found(findings_of("left_before", asked.rename({"said": "value", "month": "reason"})))
