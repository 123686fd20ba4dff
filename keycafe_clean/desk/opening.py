"""What the desk finds in the folder of its job, and keeps there: it goes on where it was.

As in `actions`, nothing raises.
"""

from collections.abc import Callable
from datetime import date, datetime
from os import environ
from pathlib import Path
from time import sleep

from keycafe_clean.desk.actions import count
from keycafe_clean.desk.decided import Decided, Timeline
from keycafe_clean.desk.draft import Place
from keycafe_clean.desk.error_boundary import doing, error_boundary, in_words
from keycafe_clean.desk.month_view import history_view
from keycafe_clean.desk.question_view import question_view
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import THIS_MONTH, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.job.lock import InUse
from keycafe_clean.wording import day_in_words
from keycafe_clean.write.left_behind import clear_up

#: Names the file by which a server that serves this desk alone hears that it was closed, and not only reloaded.
CLOSED = "KEYCAFE_DESK_CLOSED"

#: A page that was loaded anew waits for the one before to end: so often, so many seconds each.
_TRIES, _PAUSE = 20, 0.25


@error_boundary
def open_job(state: DeskState, session: Session, tries: int = _TRIES) -> None:
    """Show the job as its folder has it: the month at work where it was left, else its history, else nothing.

    Where another desk has the job it is only shown; `tries` is how often that is waited for.
    """
    job = session.job
    state.job = job.path.name
    if not job.path.exists():
        return
    state.read_only = _held(session, tries)
    # A desk that was killed while it wrote, or practised, has left people behind.
    clear_up(job.path)
    session.timeline = Timeline(Decided(job.setup(), job.decisions(), job.known()))
    state.update(done_steps=session.draft.steps(), **history_view(job))
    if session.draft.is_begun:
        _go_on(state, session)
    elif state.history:
        state.step = THIS_MONTH
    state.message = state.message or state.read_only


@error_boundary
def forget_files(state: DeskState, session: Session) -> None:
    """Take nothing of the files that were chosen, since they are other ones, and show the job as it was before them."""
    files = ", ".join(session.file_names)
    session.draft.end()
    session.files, session.export, session.run, session.read_on, session.goes_on = (), None, None, None, False
    # What has been saved is not saved once more.
    first = {**DeskState(today=state.today).trait_values(), "downloads": state.downloads, "prints": state.prints}
    state.update(**first)
    open_job(state, session, 1)
    state.message = state.message or text("month.forgotten", files=files)


@error_boundary
def close_desk(state: DeskState, session: Session) -> None:
    """Keep what is decided, give the folder of the job back, and say so: the page ends what runs behind it."""
    keep(state, session)
    if not state.message:
        session.release()
        if told := environ.get(CLOSED):
            Path(told).touch()
        state.closed = text("closed.said" if session.job.path.exists() else "closed.nothing")


def keep(state: DeskState, session: Session) -> None:
    """Keep what is decided, and where the analyst is, in the folder of the job; what the desk says stays said.

    Nothing is kept where nothing was chosen. That something cannot be written is said.
    """
    if session.is_held and session.export:
        try:
            _write(state, session)
        except Exception as error:  # noqa: BLE001 - as in the boundary of the actions
            state.message = in_words(error)


def keeping(action: Callable[..., None]) -> Callable[..., None]:
    """Get an action that keeps what came of it; where another desk had the job, it shows what that one left instead."""

    def kept(state: DeskState, session: Session, *given: object) -> None:
        """Do the action, then keep what is decided."""
        if not state.read_only:
            action(state, session, *given)
            keep(state, session)
            return
        open_job(state, session, 1)
        state.message = state.message or text("stopped.again")

    return kept


def _write(state: DeskState, session: Session) -> None:
    now, run = session.timeline.now, session.run
    place = Place(
        state.step,
        state.seen,
        state.kind,
        state.place,
        dict(state.reading),
        f"{session.read_on or state.today}",
        session.goes_on,
    )
    # Of files that may be other ones the job keeps nothing before it is said.
    if run and not state.mass_changes:
        session.job.keep(run.cleaned.setup, now.decisions, now.known)
    session.draft.keep(session.timeline, place)


def _held(session: Session, tries: int) -> str:
    """Hold the folder of the job; why it cannot be, as a sentence, else blank."""
    for left in reversed(range(tries)):
        try:
            session.hold()
        except InUse as in_use:
            if not left:
                return _open_since(session.job.path.name, in_use)
            sleep(_PAUSE)
        else:
            break
    return ""


def _open_since(job: str, in_use: InUse) -> str:
    """Say since when and by whom the job is open elsewhere, as far as that is known."""
    if not in_use.since:
        return text("stopped.open_elsewhere", job=job)
    since = datetime.fromisoformat(in_use.since)
    return text("stopped.open_since", job=job, since=f"{day_in_words(since)}, {since:%H:%M}", who=in_use.who)


def _go_on(state: DeskState, session: Session) -> None:
    """Read the files of the draft again, and show what was shown."""
    session.files, timeline, place = session.draft.read()
    session.timeline = timeline
    session.read_on, session.goes_on = date.fromisoformat(place.read_on), place.goes_on
    with doing(state, text("busy.going_on", names=", ".join(session.file_names))):
        export = session.read(session.setup.reading)
        count(state, session, export, timeline)
        session.export = export
        state.update(was_chosen=True, reading=dict(place.reading), step=place.step, seen=place.seen)
        if session.run:
            state.update(**question_view(session.run, place.kind, place.question))
