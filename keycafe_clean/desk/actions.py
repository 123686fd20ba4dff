"""What the analyst can do: plain functions that call the pipeline, and update the state with what came of it.

None of them raises: what goes wrong becomes a sentence in `state.message`.
"""

from collections.abc import Mapping, Sequence

from keycafe_clean.decide.setup import Reading
from keycafe_clean.desk.column_choices import with_column
from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.presenter import cleaned_view, nothing_counted, on_plan, plan_view, reading_view
from keycafe_clean.desk.session import File, Run, Session
from keycafe_clean.desk.state import STEPS, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine
from keycafe_clean.errors import MissingColumn
from keycafe_clean.export import Export
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
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
    left = (state.step,) if STEPS.index(step) == STEPS.index(state.step) + 1 else ()
    state.update(step=step, seen=tuple(dict.fromkeys((*state.seen, *left))))


@error_boundary
def read_files(state: DeskState, session: Session, files: Sequence[File]) -> None:
    """Read the files as one export, clean and plan it, and open the first step that has something to ask.

    A file that cannot be read leaves everything as it was, but can be read again in another way.
    """
    session.files = files
    state.update(was_chosen=True, reading={}, message=" ".join(clear_up(session.folder)))
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
        export = read_export(*session.files, **reading.model_dump(), dates=session.setup.dates)
        session.setup = session.setup.model_copy(update={"reading": reading})
        _count(state, session, export)
        session.export = export
        state.seen = ()
        state.step = next((step for step in ("file", "columns") if step not in state.ticked), "people")


@error_boundary
def choose_column(state: DeskState, session: Session, line: ColumnLine, header: str) -> None:
    """Take another header of the line's file for its column (blank: none), and count the rows again."""
    if session.export:
        source = next(source for source in session.export.sources if source.file == line.file)
        session.setup = with_column(session.setup, source, line.column, header)
        with doing(state, text("busy.counting")):
            _count(state, session, session.export)


def _count(state: DeskState, session: Session, export: Export) -> None:
    """Clean and plan what was read; where no column has names or addresses, ask which one does."""
    try:
        cleaned = clean(export, session.setup, today=state.today)
    except MissingColumn as missing:
        session.run = None
        state.update(message=str(missing), **nothing_counted(), **reading_view(export, session.setup))
        return
    session.run = Run(cleaned, plan_imports(cleaned, used=state.used))
    state.update(**cleaned_view(cleaned), **plan_view(cleaned, session.run.plan))


@error_boundary
def read_path(state: DeskState, session: Session, name: str) -> None:
    """Read a file by its path, seen from the desk's folder; quotes around it do no harm. Blank: it is asked for."""
    if name.strip():
        read_files(state, session, [session.folder / name.strip().strip('"')])
    else:
        state.message = text("file.path_blank")


@error_boundary
def replan(state: DeskState, session: Session, plan: str, used: int) -> None:
    """Plan again with another limit (`paid`, `confirmed`) or other users imported this month; rows stay as they are."""
    session.setup = session.setup.model_copy(update={"plan": plan})
    state.update(plan=plan, used=used)
    if session.run:
        cleaned = on_plan(session.run.cleaned, plan)
        session.run = Run(cleaned, plan_imports(cleaned, used=used))
        state.update(**plan_view(cleaned, session.run.plan))
