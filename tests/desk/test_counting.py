from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk import answering
from keycafe_clean.desk.counting import run_of
from keycafe_clean.desk.decided import Decided
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.known.lists import known_people
from tests.desk.desks import TODAY
from tests.desk.waiting import waiting_desk


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Get a session with a pair and four addresses that wait."""
    return waiting_desk(tmp_path)[1]


def again(session: Session, decided: Decided) -> Run:
    """Get the run of the session's export, after the one that it has."""
    assert session.export
    assert session.run
    return run_of(session.export, decided, TODAY, session.job, session.run)


def test_another_plan_prepares_and_decides_nothing_anew(session: Session) -> None:
    """The limit is about months: rows stay as they are."""
    assert session.run
    run = again(session, Decided(Setup(plan="confirmed", used={"2026-11": 247})))

    assert run.cleaned.rows is session.run.cleaned.rows
    assert (run.plan.limit, run.plan.used, run.cleaned.setup.plan) == (250, 247, "confirmed")


def test_an_answer_prepares_nothing_anew(session: Session) -> None:
    """Reading, mapping and tidying are dear, and no answer alters them."""
    assert session.run
    state = waiting_desk(session.folder)[0]
    answering.answer(state, session, "leave out")

    assert again(session, session.timeline.now).prepared.state is session.run.prepared.state


def test_another_setting_is_a_run_of_its_own(session: Session) -> None:
    """Whatever is not about months may alter rows."""
    assert session.run
    run = again(session, Decided(replace_plan(leave_out_starters=False)))

    assert run.prepared.state is not session.run.prepared.state


def replace_plan(**said: object) -> Setup:
    """Get a set-up with this said."""
    return Setup.model_validate(said)


@pytest.mark.parametrize("said", ["two people", "same person", "leave out", "yes"])
def test_a_quick_run_is_the_same_as_a_fresh_one(session: Session, said: str) -> None:
    """What was kept from before leaves no trace, whatever was answered, and after it was taken back."""
    assert session.export
    state = waiting_desk(session.folder)[0]
    answering.show_question(state, session, 0 if said != "yes" else 2)
    answering.answer(state, session, said)
    decided = session.timeline.now

    for value in (decided, replace(decided, decisions=Decided().decisions), decided):
        quick, fresh = again(session, value), run_of(session.export, value, TODAY, session.job)
        assert quick.cleaned.rows.equals(fresh.cleaned.rows)
        assert quick.questions.equals(fresh.questions)
        session.run = quick


def test_whoever_is_known_from_now_on_is_left_out(session: Session) -> None:
    """What was decided stays, and nothing is prepared anew."""
    assert session.run
    known = known_people(("known.csv", b"Email\nm.orr@acme.com\n"))
    run = again(session, replace(session.timeline.now, known=known))

    left = run.cleaned.rows.filter(pl.col("outcome") == "left_out").select("Email Address", "reason").rows()
    assert left == [("m.orr@acme.com", "in_keycafe")]
    assert run.prepared.state is session.run.prepared.state


@pytest.mark.parametrize(
    ("column", "value", "is_kept"),
    [("Send Welcome Email", "true", True), ("SmartBox User", "true", True), ("Last Name", "Orr", False)],
)
def test_an_edit_looks_for_pairs_only_where_somebody_may_be_another(
    session: Session, column: str, value: str, *, is_kept: bool
) -> None:
    """No flag makes anybody one person with another; either way the run is the same as a fresh one."""
    assert session.export
    before = session.run
    assert before
    answering.edit_cell(waiting_desk(session.folder)[0], session, 0, column, value)
    decided = session.timeline.now

    quick = run_of(session.export, decided, TODAY, session.job, before)
    fresh = run_of(session.export, decided, TODAY, session.job)
    without = replace(before, cleaned=replace(before.cleaned, pairs=before.cleaned.pairs.clear()))

    assert quick.cleaned.pairs.equals(fresh.cleaned.pairs)
    assert quick.questions.equals(fresh.questions)
    kept = run_of(session.export, decided, TODAY, session.job, without).cleaned.pairs
    assert kept.is_empty() == is_kept
