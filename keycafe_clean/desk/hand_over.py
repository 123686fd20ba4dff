"""What the analyst can do on the last step: download, practise and save. As in `actions`, nothing raises."""

from collections.abc import Iterator
from pathlib import Path

from keycafe_clean.desk.actions import is_possible
from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.practice_view import keycafe_view, practice_view, progress_view
from keycafe_clean.desk.presenter import no_practice
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Download
from keycafe_clean.practice import import_files, practice_keycafe
from keycafe_clean.write import run_files, write_imports

#: What a browser is told about the files that it saves.
_CSV = "text/csv"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@error_boundary
def prepare(state: DeskState, session: Session) -> None:
    """Make this month's file and the review workbook ready to download; once made they stay until the plan changes."""
    _prepare(state, session)


@error_boundary
def practise(state: DeskState, session: Session) -> None:
    """Import this month's files into a mock Keycafe, with the plan and used places of the screen; nobody is invited.

    The state follows the import, and shows in the end how it went and what Keycafe would show.
    """
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
    """Write the run's folder into the session's: the import file, the review files, set-up and decisions."""
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
