"""What the analyst can do: plain functions that call the pipeline, and update the state with what came of it.

None of them raises: what goes wrong becomes a sentence in `state.message`.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from keycafe_clean.decide.setup import Reading
from keycafe_clean.desk.column_choices import with_column
from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.practice_view import keycafe_view, practice_view, progress_view
from keycafe_clean.desk.presenter import cleaned_view, no_practice, nothing_counted, on_plan, plan_view, reading_view
from keycafe_clean.desk.session import File, Run, Session
from keycafe_clean.desk.state import STEPS, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine, Download
from keycafe_clean.errors import MissingColumn
from keycafe_clean.export import Export
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.practice import import_files, practice_keycafe
from keycafe_clean.read import read_export
from keycafe_clean.write import run_files, write_imports
from keycafe_clean.write.left_behind import clear_up

#: What a browser is told about the files that it saves.
_CSV = "text/csv"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    names = tuple(file.name if isinstance(file, Path) else file[0] for file in session.files)
    with doing(state, text("busy.reading", names=", ".join(names))):
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
    """Read a file by its path, seen from the desk's folder."""
    if name.strip():
        read_files(state, session, [session.folder / name.strip().strip('"')])
    else:
        state.message = text("file.path_blank")


@error_boundary
def replan(state: DeskState, session: Session, plan: str, used: int) -> None:
    """Plan again with another limit or other places used; the rows stay as they are."""
    session.setup = session.setup.model_copy(update={"plan": plan})
    state.update(plan=plan, used=used)
    if session.run:
        cleaned = on_plan(session.run.cleaned, plan)
        session.run = Run(cleaned, plan_imports(cleaned, used=used))
        state.update(**plan_view(cleaned, session.run.plan))


@error_boundary
def prepare(state: DeskState, session: Session) -> None:
    """Make this month's file and the review workbook ready to download."""
    _prepare(state, session)


@error_boundary
def practise(state: DeskState, session: Session) -> None:
    """Import this month's files into a Keycafe of our own, with the plan and used places of the screen."""
    if not is_possible(state, "practise") or not session.run:
        return
    _prepare(state, session)
    state.update(**no_practice())
    files = {file.name: file.content for file in state.downloads if file.media_type == _CSV}
    run = session.run
    with doing(state, text("busy.practising")), practice_keycafe(run.cleaned, run.plan) as client:
        practice = import_files(client, files, lambda now: state.update(**progress_view(now)))
        state.update(**practice_view(practice, run.plan.used), **keycafe_view(client))


@error_boundary
def save(state: DeskState, session: Session) -> None:
    """Write the run's folder: the import file, the review files, set-up and decisions."""
    if is_possible(state, "save") and session.run:
        written = write_imports(
            session.run.cleaned, session.run.plan, session.folder / f"keycafe-{session.run.plan.month}"
        )
        state.saved = text("hand_over.saved", folder=Path(written[0].path).parent)


@error_boundary
def toggle_keycafe(state: DeskState) -> None:
    """Show or hide what Keycafe would show."""
    state.shows_keycafe = not state.shows_keycafe


def _prepare(state: DeskState, session: Session) -> None:
    if session.run and not state.downloads:
        with doing(state, text("busy.preparing", month=f"{state.today:%B}")):
            state.downloads = tuple(_downloads(session.run))


def _downloads(run: Run) -> Iterator[Download]:
    for name, content in run_files(run.cleaned, run.plan).items():
        if content.is_import:
            yield Download(name, _CSV, content.data)
        elif name.endswith(".xlsx"):
            yield Download(name, _WORKBOOK, content.data)
