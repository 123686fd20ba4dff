"""What the analyst can do: plain functions that call the pipeline and the client, and tell the state what came of it.

None of them raises: what goes wrong becomes a sentence in `state.message`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from keycafe_clean.client import KeycafeClient
from keycafe_clean.decide.setup import Reading
from keycafe_clean.desk.column_choices import with_column
from keycafe_clean.desk.error_boundary import doing, telling
from keycafe_clean.desk.practice import practise_import
from keycafe_clean.desk.showing import cleaned_facts, no_practice, nothing_counted, on_plan, plan_facts, reading_facts
from keycafe_clean.desk.state import STEPS, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine, Download
from keycafe_clean.desk.work import Done, File, Work
from keycafe_clean.errors import MissingColumn, ServiceUnavailable
from keycafe_clean.export import Export
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.wire import Plan
from keycafe_clean.write import run_files, write_imports
from keycafe_clean.write.held import practice_folder
from keycafe_clean.write.left_behind import clear_up

if TYPE_CHECKING:
    from keycafe_clean.mock import MockKeycafe

#: What a browser is told about the files that it saves.
_CSV = "text/csv"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def is_possible(state: DeskState, wish: str) -> bool:
    """Tell whether `wish` can be had now; if not, the state says why."""
    why_not = tuple(state.blockers(wish))
    state.tell(wish=wish if why_not else "", message="")
    return not why_not


@telling
def go(state: DeskState, step: str) -> None:
    """Open a step; the one before it counts as agreed with once the analyst goes on from it."""
    if not is_possible(state, step):
        return
    left = (state.step,) if STEPS.index(step) == STEPS.index(state.step) + 1 else ()
    state.tell(step=step, seen=tuple(dict.fromkeys((*state.seen, *left))))


@telling
def read_files(state: DeskState, work: Work, files: Sequence[File]) -> None:
    """Read the files as one export, clean and plan it, and open the first step that has something to ask.

    A file that cannot be read leaves everything as it was, but can be read again in another way.
    """
    work.files = files
    state.tell(was_chosen=True, reading={}, message=" ".join(clear_up(work.folder)))
    _read(state, work, Reading())


@telling
def read_again(state: DeskState, work: Work, said: Mapping[str, str]) -> None:
    """Read the files once more as said: `encoding`, `delimiter`, `sheet`, and `header`, the row of the column names."""
    given = {name: value.strip() for name, value in said.items() if value.strip()}
    row = given.get("header", "0")
    if not (row.isascii() and row.isdecimal()):
        state.message = text("reading.row_wrong")
        return
    state.reading = dict(said)
    _read(state, work, Reading().as_said(given))


def doubt(state: DeskState) -> None:
    """Show or hide how the files are read."""
    state.shows_reading = not state.shows_reading


def _read(state: DeskState, work: Work, reading: Reading) -> None:
    names = tuple(file.name if isinstance(file, Path) else file[0] for file in work.files)
    with doing(state, text("busy.reading", names=", ".join(names))):
        export = read_export(*work.files, **reading.model_dump(), dates=work.setup.dates)
        work.setup = work.setup.model_copy(update={"reading": reading})
        _count(state, work, export)
        work.export = export
        state.seen = ()
        state.step = next((step for step in ("file", "columns") if step not in state.ticked), "people")


@telling
def choose_column(state: DeskState, work: Work, line: ColumnLine, header: str) -> None:
    """Take another header of the line's file for its column (blank: none), and count the rows again."""
    if work.export:
        source = next(source for source in work.export.sources if source.file == line.file)
        work.setup = with_column(work.setup, source, line.column, header)
        with doing(state, text("busy.counting")):
            _count(state, work, work.export)


def _count(state: DeskState, work: Work, export: Export) -> None:
    """Clean and plan what was read; where no column has names or addresses, ask which one does."""
    try:
        cleaned = clean(export, work.setup, today=state.today)
    except MissingColumn as missing:
        work.done = None
        state.tell(message=str(missing), **nothing_counted(), **reading_facts(export, work.setup))
        return
    work.done = Done(cleaned, plan_imports(cleaned, used=state.used))
    state.tell(**cleaned_facts(cleaned), **plan_facts(cleaned, work.done.plan))


@telling
def read_named(state: DeskState, work: Work, name: str) -> None:
    """Read a file by its path, seen from the desk's folder."""
    if name.strip():
        read_files(state, work, [work.folder / name.strip().strip('"')])
    else:
        state.message = text("file.path_blank")


@telling
def replan(state: DeskState, work: Work, plan: str, used: int) -> None:
    """Plan again with another limit or other places used; the rows stay as they are."""
    work.setup = work.setup.model_copy(update={"plan": plan})
    state.tell(plan=plan, used=used)
    if work.done:
        cleaned = on_plan(work.done.cleaned, plan)
        work.done = Done(cleaned, plan_imports(cleaned, used=used))
        state.tell(**plan_facts(cleaned, work.done.plan))


@telling
def prepare(state: DeskState, work: Work) -> None:
    """Make this month's file and the review workbook ready to download."""
    _prepare(state, work)


@telling
def practise(state: DeskState, work: Work) -> None:
    """Import this month's files into a Keycafe of our own, with the plan and used places of the screen."""
    if not is_possible(state, "practise"):
        return
    _prepare(state, work)
    state.tell(**no_practice())
    files = {file.name: file.content for file in state.downloads if file.media_type == _CSV}
    with (
        doing(state, text("busy.practising")),
        practice_folder() as folder,
        _practice_keycafe(work.setup.plan, state.used, state.today, folder / "mock.db") as mock,
        KeycafeClient(mock.url, mock.email, mock.token) as client,
    ):
        practise_import(client, files, state.tell)


@telling
def save(state: DeskState, work: Work) -> None:
    """Write the run's folder: the import file, the review files, set-up and decisions."""
    if is_possible(state, "save") and work.done:
        written = write_imports(work.done.cleaned, work.done.plan, work.folder / f"keycafe-{work.done.plan.month}")
        state.saved = text("hand_over.saved", folder=Path(written[0].path).parent)


@telling
def look(state: DeskState) -> None:
    """Show or hide what Keycafe would show."""
    state.shows_keycafe = not state.shows_keycafe


def _prepare(state: DeskState, work: Work) -> None:
    if work.done and not state.downloads:
        with doing(state, text("busy.preparing", month=f"{state.today:%B}")):
            state.downloads = tuple(_downloads(work.done))


def _downloads(done: Done) -> Iterator[Download]:
    for name, content in run_files(done.cleaned, done.plan).items():
        if content.is_import:
            yield Download(name, _CSV, content.data)
        elif name.endswith(".xlsx"):
            yield Download(name, _WORKBOOK, content.data)


def _practice_keycafe(plan: Plan, used: int, today: date, database: Path) -> "MockKeycafe":
    """Get a Keycafe to practise with. ServiceUnavailable: it is not installed."""
    try:
        from keycafe_clean.mock import MockKeycafe  # noqa: PLC0415 - the extra `mock` may be absent
    except ImportError:
        raise ServiceUnavailable(text("practice.not_installed")) from None
    return MockKeycafe(plan=plan, used=used, today=today, database=database)
