"""What the analyst can do on the last step: practise, download, say what Keycafe said.

As in `actions`, nothing raises.
"""

from pathlib import Path

from keycafe_clean.desk.actions import count, is_possible
from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.month_view import history_view, too_old
from keycafe_clean.desk.practice_view import keycafe_view, practice_view, progress_view
from keycafe_clean.desk.presenter import no_practice
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Download
from keycafe_clean.job import KeycafeAnswer
from keycafe_clean.job.sentences import added_twice_in_words, title_in_words
from keycafe_clean.job.withdrawn import is_withdrawn, not_any_more, replaced_by
from keycafe_clean.practice import import_files, practice_keycafe
from keycafe_clean.write import imports_of

#: What a browser is told about the file that it saves.
_CSV = "text/csv"


@error_boundary
def practise(state: DeskState, session: Session) -> None:
    """Import this month's files into a mock Keycafe, with the plan and used places of the screen; nobody is invited.

    The state follows the import, and shows in the end how it went and what Keycafe would show.
    """
    if not is_possible(state, "practise") or not session.run:
        return
    state.update(**no_practice())
    run = session.run
    files = {name: it.data for name, it in imports_of(run.cleaned, run.plan).items()}
    members = run.job.still_members(run.cleaned, run.plan).to_list()
    with doing(state, text("busy.practising")), practice_keycafe(run.cleaned, run.plan, members) as client:
        practice = import_files(client, files, lambda now: state.update(**progress_view(now)))
        state.update(**practice_view(practice, run.plan.used), **keycafe_view(client))


@error_boundary
def download(state: DeskState, session: Session) -> None:
    """Write this month's folder into the job's, and offer its import file: whoever is in it counts as sent from now on.

    Once it was handed over the same file is offered again. Of a file that was read long ago a fresh one is asked for.
    """
    if state.download:
        state.downloads += 1
    elif state.handed_over:
        # What was handed over is not to be uploaded any more, and who is on screen was read before.
        state.message = state.handed_over
    elif is_possible(state, "download") and session.run and session.read_on:
        if old := too_old(session.read_on, state.today):
            state.message = old
        else:
            with doing(state, text("busy.preparing", month=f"{state.today:%B}")):
                _hand_over(state, session, session.run)


def _hand_over(state: DeskState, session: Session, run: Run) -> None:
    session.hold()
    decided, told = session.timeline.now, run.job.compared(run.cleaned)
    session.job.keep(run.cleaned.setup, decided.decisions, decided.known)
    files = session.job.write_month(run.cleaned, run.plan, told, handed_over=True)
    session.draft.end()
    if state.done_steps:
        session.draft.keep_steps(state.done_steps)
    session.export = None
    folder = Path(files[0].path).parent
    name = next(Path(file.path).name for file in files if file.month)
    months = session.job.months()
    gone = (line for month in months if month.folder == folder for line in replaced_by(month, months))
    state.update(
        handed_over=" ".join([text("hand_over.handed_over", file=name, folder=folder), *gone]),
        download=Download(name, _CSV, (folder / name).read_bytes()),
        downloads=state.downloads + 1,
        **history_view(session.job),
    )


@error_boundary
def tick_steps(state: DeskState, session: Session, done: tuple[int, ...]) -> None:
    """Remember which steps of the upload are done."""
    session.hold()
    session.draft.keep_steps(done)
    state.done_steps = done


@error_boundary
def answer(state: DeskState, session: Session, kind: str, messages: str) -> None:
    """Keep what Keycafe said of the month that is asked about: `kind` as in `ANSWERS`, of who failed a line each."""
    session.hold()
    month = next(month for month in session.job.months() if month.folder.name == state.open_month)
    said = KeycafeAnswer(kind, tuple(messages.splitlines()))
    answered = session.job.answer(month, said, state.today)
    if state.done_steps:
        session.draft.keep_steps(())
    months, gone = session.job.months(), " ".join(not_any_more(answered))
    noted = title_in_words(said.title(month.lines)), gone, added_twice_in_words(answered, months)
    if state.download and is_withdrawn(answered) and answered.folder == months[-1].folder:
        # The same file must not be had again.
        state.update(handed_over=text("hand_over.withdrawn", gone=gone), download=None)
    state.update(done_steps=(), message=" ".join(filter(None, noted)), **history_view(session.job))
    if session.export:
        # Who is in Keycafe is another matter now.
        session.run = None
        with doing(state, text("busy.counting")):
            count(state, session, session.export, session.timeline)


@error_boundary
def toggle_keycafe(state: DeskState) -> None:
    """Show or hide what Keycafe would show."""
    state.shows_keycafe = not state.shows_keycafe
