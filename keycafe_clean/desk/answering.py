"""What the analyst can do about what waits: answer it, look at another question. As in `actions`, nothing raises."""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from keycafe_clean.answers import with_answer, with_cell, with_left_out, with_two_people
from keycafe_clean.decide.answer_words import YES
from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.desk.actions import decide
from keycafe_clean.desk.answer_labels import said_in_words
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.error_boundary import error_boundary
from keycafe_clean.desk.question_view import alike, name_of, place_of, question_view
from keycafe_clean.desk.review_rows import are_asked_about
from keycafe_clean.desk.row_view import row_card
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import QuestionCard
from keycafe_clean.wording import counted
from keycafe_clean.write import decider


def while_shown(card: QuestionCard | None, action: Callable[..., None]) -> Callable[..., None]:
    """Get an action on the question of a card; where another one has taken its place, that one is not answered."""

    @error_boundary
    def act(state: DeskState, session: Session, *given: object) -> None:
        """Act, or say why not."""
        if state.card == card:
            action(state, session, *given)
        else:
            state.message = text("question.not_shown")

    return act


@error_boundary
def answer(state: DeskState, session: Session, said: str) -> None:
    """Answer the question that is shown, by one of its words or by a new cell; the next one takes its place."""
    card, run = state.card, session.run
    if card and run:
        decisions = _answered(run, _questions_of(run, card), said, made_by(state, run))
        what = text(
            "decided.answer", said=said_in_words(said, card), name=card.name or text("decided.row", row=card.row)
        )
        decide(state, session, replace(session.timeline.now, decisions=decisions), what)


@error_boundary
def accept_alike(state: DeskState, session: Session) -> None:
    """Take the suggestion of the question that is shown, and those of all like it: one decision, undone as one."""
    card, run = state.card, session.run
    if card and run:
        asked = alike(run.questions, _questions_of(run, card).row(0, named=True))
        decisions = _answered(run, asked, YES, made_by(state, run))
        what = text("decided.suggestions", count=counted(asked.height, "suggestion"))
        decide(state, session, replace(session.timeline.now, decisions=decisions), what)


@error_boundary
def show_rows(state: DeskState, session: Session, kind: str) -> None:
    """Show the rows of a kind, or what was decided; of rows that are asked about the first question too."""
    asked = question_view(session.run, kind, 0) if session.run and are_asked_about(kind) else {}
    state.update(rows_kind=kind, row=None, **asked)


@error_boundary
def list_pairs(state: DeskState) -> None:
    """Show pairs as rows of the list, or side by side again."""
    state.lists_pairs = not state.lists_pairs


@error_boundary
def show_question(state: DeskState, session: Session, place: int) -> None:
    """Show the question at a place (from 0) among those of the kind; beyond either end it is the other end."""
    if session.run and state.asked:
        state.update(row=None, **question_view(session.run, state.kind, place % state.asked))


@error_boundary
def show_row(state: DeskState, session: Session, row_id: int) -> None:
    """Show the first question about a row, of the kind that is shown if it has one; without one what became of it."""
    if session.run:
        found = place_of(session.run, state.kind, row_id)
        asked = question_view(session.run, *found) if found else {}
        state.update(row=None if found else row_card(DecisionLines(session.run), row_id), **asked)


@error_boundary
def edit_cell(state: DeskState, session: Session, row_id: int, column: str, value: str) -> None:
    """Put a new cell into a person's row, asked about or not; a blank one empties it."""
    run = session.run
    if run:
        decisions = with_cell(run.cleaned, row_id, column, value, made_by(state, run))
        row = run.cleaned.rows.filter(pl.col("row_id") == row_id).item(0, "source_row")
        what = text("decided.edit", column=column, row=text("decided.row", row=row))
        decide(state, session, replace(session.timeline.now, decisions=decisions), what)


@error_boundary
def part_row(state: DeskState, session: Session, row_id: int) -> None:
    """Say that a row that was combined with another one is another person."""
    if session.run:
        decisions = with_two_people(session.run.cleaned, row_id, made_by(state, session.run))
        _decide_row(state, session, decisions, "answer.two_people", row_id)


@error_boundary
def leave_out_row(state: DeskState, session: Session, row_id: int) -> None:
    """Leave the person of a row out."""
    if session.run:
        decisions = with_left_out(session.run.cleaned, row_id, made_by(state, session.run))
        _decide_row(state, session, decisions, "answer.leave_out", row_id)


def _decide_row(state: DeskState, session: Session, decisions: Decisions, key: str, row_id: int) -> None:
    if session.run:
        what = text("decided.answer", said=text(key), name=name_of(session.run.cleaned, row_id))
        decide(state, session, replace(session.timeline.now, decisions=decisions), what)


def _questions_of(run: Run, card: QuestionCard) -> pl.DataFrame:
    """Get the question of a card, one line."""
    about = {"row_id": pl.lit(card.row_id), "code": pl.lit(card.code), "column": pl.lit(card.column or None, pl.String)}
    return run.questions.filter(pl.col(name).eq_missing(value) for name, value in about.items())


def _answered(run: Run, questions: pl.DataFrame, said: str, made: Made) -> Decisions:
    """Get the decisions with one answer to each of the questions. WrongAnswers: it does not fit one of them."""
    cleaned = run.cleaned
    for question in questions.iter_rows(named=True):
        cleaned = replace(cleaned, decisions=with_answer(cleaned, question, said, made))
    return cleaned.decisions


def made_by(state: DeskState, run: Run) -> Made:
    """Get by whom and when the analyst decides."""
    return Made(decider(run.setup), state.today)
