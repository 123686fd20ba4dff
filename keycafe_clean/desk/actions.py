"""What the analyst can do: plain functions that call the pipeline, and update the state with what came of it.

None of them raises: what goes wrong becomes a sentence in `state.message`. Whatever is decided goes through `decide()`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.setup import Reading
from keycafe_clean.desk.column_about import file_column, import_column
from keycafe_clean.desk.column_choices import with_column
from keycafe_clean.desk.counting import run_of
from keycafe_clean.desk.decided import Decided, Timeline
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.draft import File
from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.month_view import comparison_view
from keycafe_clean.desk.presenter import READING, cleaned_view, nothing_counted, plan_view, reading_view
from keycafe_clean.desk.question_view import duplicates_line, place_of, question_view
from keycafe_clean.desk.review_rows import ReviewRows
from keycafe_clean.desk.row_view import row_card
from keycafe_clean.desk.sample import is_sample
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import STEPS, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine
from keycafe_clean.errors import MissingColumn
from keycafe_clean.export import Export
from keycafe_clean.write.left_behind import clear_up


def is_possible(state: DeskState, requested_action: str) -> bool:
    """Tell whether `requested_action` can be had now; if not, the state says why."""
    why_not = tuple(state.blockers(requested_action))
    state.update(requested_action=requested_action if why_not else "", message="")
    return not why_not


@error_boundary
def go(state: DeskState, step: str) -> None:
    """Open a step; the one before it counts as agreed with once the analyst goes on from it."""
    if not is_possible(state, step):
        return
    left = (state.step,) if (state.step, step) in pairwise(STEPS) else ()
    state.update(step=step, about=None, found=None, seen=tuple(dict.fromkeys((*state.seen, *left))))


@error_boundary
def read_files(state: DeskState, session: Session, files: Sequence[File]) -> None:
    """Read the files as one export, clean and plan it, and open the first step that has something to ask.

    A file that cannot be read leaves everything as it was, but can be read again in another way.
    """
    session.hold()
    session.files, session.read_on, session.goes_on = files, state.today, False
    state.update(was_chosen=True, reading={}, handed_over="", download=None, message=" ".join(clear_up(session.folder)))
    _read(state, session, Reading())


@error_boundary
def read_again(state: DeskState, session: Session, said: Mapping[str, str]) -> None:
    """Read the files once more as said: `encoding`, `delimiter`, `sheet`, and `header`, the row of the column names."""
    given = {name: value.strip() for name, value in said.items() if value.strip()}
    row = given.get("header", "0")
    if not (row.isascii() and row.isdecimal()):
        state.message = text("reading.row_wrong")
        return
    state.reading = dict(said)
    _read(state, session, Reading().as_said(given))


def toggle_reading(state: DeskState) -> None:
    """Show or hide how the files are read."""
    state.shows_reading = not state.shows_reading


def _read(state: DeskState, session: Session, reading: Reading) -> None:
    with doing(state, text("busy.reading", names=", ".join(session.file_names))):
        export = session.read(reading)
        # What was decided about another reading can still be decided again, and not be taken back; about the people of
        # the sample nothing was.
        before = session.timeline.states[0] if state.is_sample else session.timeline.now
        now = replace(before, setup=before.setup.model_copy(update={"reading": reading}))
        session.run = None
        count(state, session, export, Timeline(now))
        session.export = export
        session.draft.begin(session.files)
        state.update(seen=(), done_steps=())
        first = "this_month" if state.tiles else "people"
        state.step = next((step for step in ("file", "columns") if step not in state.ticked), first)


@error_boundary
def choose_column(state: DeskState, session: Session, line: ColumnLine, header: str) -> None:
    """Take another header of the line's file for its column (blank: none), and count the rows again."""
    if session.export:
        source = next(source for source in session.export.sources if source.file == line.file)
        setup = with_column(session.setup, source, line.column, header)
        what = text("decided.column", column=line.name, header=header or text("columns.not_used"))
        decide(state, session, replace(session.timeline.now, setup=setup), what)


def decide(state: DeskState, session: Session, decided: Decided, what: str) -> None:
    """Replace everything that is decided, `what` says by what, and count the rows again; undo takes it back."""
    if is_possible(state, "decide"):
        _follow(state, session, session.timeline.then(decided, what))


@error_boundary
def undo(state: DeskState, session: Session) -> None:
    """Take the last decision back, and count the rows again."""
    if is_possible(state, "decide"):
        _follow(state, session, session.timeline.undo())


@error_boundary
def redo(state: DeskState, session: Session) -> None:
    """Decide again what was undone last, and count the rows again."""
    if is_possible(state, "decide"):
        _follow(state, session, session.timeline.redo())


def _follow(state: DeskState, session: Session, timeline: Timeline) -> None:
    if session.export and timeline is not session.timeline:
        session.hold()
        with doing(state, text("busy.counting")):
            count(state, session, session.export, timeline)


def count(state: DeskState, session: Session, export: Export, timeline: Timeline) -> None:
    """Clean and plan what was read; where no column has names or addresses, ask which one does."""
    way = {"to_undo": timeline.to_undo, "to_redo": timeline.to_redo}
    was = session.run
    try:
        run = run_of(export, timeline.now, state.today, session.job, session.run)
    except MissingColumn as missing:
        session.run, session.timeline = None, timeline
        read = reading_view(export, timeline.now.setup)
        state.update(message=str(missing), **nothing_counted(), **read, **way)
        return
    session.run, session.timeline = run, timeline
    setup = timeline.now.setup
    row = state.row
    # Where something is open again about the row that is looked at, that is asked, and not what comes first.
    asked = place_of(run, state.kind, row.row_id) if row else None
    shown = question_view(run, *(asked or (state.kind, state.place)))
    months = {"plan": setup.plan, "used": setup.used.get(run.plan.month, 0)}
    compared = comparison_view(run, goes_on=session.goes_on)
    decided = DecisionLines(run)
    more = {
        "is_known": not timeline.now.known.is_empty(),
        "is_sample": is_sample(export),
        "twice": duplicates_line(run),
        "review": ReviewRows(run),
        "decided": decided,
        "change": None,
        "about": None,
    }
    more["row"] = row_card(decided, row.row_id) if row and not asked else None
    read = _how_read(state, was, run)
    counted = cleaned_view(run.cleaned, read["file_questions"])
    told = (read, counted, plan_view(run.cleaned, run.plan), shown, months, compared, more, way)
    state.update(**{name: trait for each in told for name, trait in each.items()})


def _how_read(state: DeskState, was: Run | None, run: Run) -> dict[str, Any]:
    """Get how the file was read, and its columns: an answer leaves them as they are."""
    now = run.cleaned
    if was and was.cleaned.export is now.export and was.cleaned.setup == now.setup:
        return {name: getattr(state, name) for name in READING}
    return reading_view(now.export, now.setup)


@error_boundary
def about_column(state: DeskState, session: Session, file: str, column: str) -> None:
    """Show what is known of a column of the import, or of a file; nothing any more where it is shown already."""
    was = state.about.key if state.about else ""
    state.about = None
    if session.run and was not in (column, f"{file}:{column}"):
        if file:
            state.about = file_column(session.run, file, column)
        elif column in IMPORT_COLUMNS:
            state.about = import_column(session.run, column)


@error_boundary
def go_on(state: DeskState, session: Session) -> None:
    """Take the file for the right one, however much it changes."""
    session.goes_on = True
    if session.run:
        state.update(**comparison_view(session.run, goes_on=True))


@error_boundary
def replan(state: DeskState, session: Session, plan: str, used: int) -> None:
    """Plan again with another limit (`paid`, `confirmed`) or other users imported this month; rows stay as they are."""
    setup = session.setup.model_copy(update={"plan": plan}).with_used(f"{state.today:%Y-%m}", used)
    if session.export or state.handed_over:
        decide(state, session, replace(session.timeline.now, setup=setup), text("decided.plan"))
    else:
        session.timeline = Timeline(replace(session.timeline.now, setup=setup))
        state.update(plan=plan, used=used)
