"""What the analyst can do about a single decision: take it back, or hold to it. As in `actions`, nothing raises."""

from dataclasses import replace

import polars as pl

from keycafe_clean.answers import with_cell
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.desk.actions import decide
from keycafe_clean.desk.answering import made_by
from keycafe_clean.desk.error_boundary import error_boundary
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


@error_boundary
def take_back(state: DeskState, session: Session, decision: str) -> None:
    """Take one decision back, whatever was decided since; where its cell is another one by now, that one stays."""
    now = session.timeline.now
    _decide(state, session, now.decisions.without(decision), "decided.taken_back", decision)


@error_boundary
def keep_mine(state: DeskState, session: Session, decision: str) -> None:
    """Decide an edit again, whose cell is another one in this file: from now on it holds for that one."""
    run, decided = session.run, state.decided
    row_id = decided.row_of(decision) if decided else None
    if run and row_id is not None:
        line = run.cleaned.decisions.lines.row(by_predicate=pl.col("id") == decision, named=True)
        before = replace(run.cleaned, decisions=run.cleaned.decisions.without(decision))
        decisions = with_cell(before, row_id, line["column"], line["value"] or "", made_by(state, run))
        _decide(state, session, decisions, "decided.kept", decision)


def _decide(state: DeskState, session: Session, decisions: Decisions, key: str, decision: str) -> None:
    if state.decided:
        said = next((line.said for line in state.decided.lines if line.id == decision), "")
        decide(state, session, replace(session.timeline.now, decisions=decisions), text(key, what=said))
