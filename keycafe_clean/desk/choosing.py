"""What the analyst can do with files: HR exports are read, a filled-in sheet of answers is taken as answers.

As in `actions`, nothing raises.
"""

from collections.abc import Sequence
from dataclasses import replace

from keycafe_clean.answers import with_answers
from keycafe_clean.desk import actions
from keycafe_clean.desk.answering import made_by
from keycafe_clean.desk.draft import File
from keycafe_clean.desk.error_boundary import error_boundary
from keycafe_clean.desk.sample import sample
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.export import Export
from keycafe_clean.read.files import open_file
from keycafe_clean.write.answer_sheet import filled_in_sheet


@error_boundary
def choose_files(state: DeskState, session: Session, files: Sequence[File]) -> None:
    """Read the files as one export; a `waiting.csv` or `review.xlsx` of a run is never people, but answers to it."""
    sheet = _sheet(files)
    if sheet is None:
        actions.read_files(state, session, files)
    elif session.run is None:
        state.message = text("file.sheet_first", file=sheet.sources[0].file)
    else:
        _answer(state, session, sheet)


@error_boundary
def choose_path(state: DeskState, session: Session, name: str) -> None:
    """Take a file by its path, seen from the desk's folder; quotes around it do no harm. Blank: it is asked for."""
    if name.strip():
        choose_files(state, session, [session.folder / name.strip().strip('"')])
    else:
        state.message = text("file.path_blank")


@error_boundary
def try_sample(state: DeskState, session: Session) -> None:
    """Take the sample, to see how the desk works."""
    choose_files(state, session, [sample()])


def _sheet(files: Sequence[File]) -> Export | None:
    """Get the one file that was chosen as a sheet of answers; None: it is none, or reading says why not."""
    if len(files) != 1:
        return None
    try:
        file = open_file(files[0])
    except KeycafeCleanError:
        return None
    return filled_in_sheet((file.name, file.data))


def _answer(state: DeskState, session: Session, sheet: Export) -> None:
    if session.run:
        cleaned = session.run.cleaned
        decisions = with_answers(cleaned, sheet, made_by(state, session.run))
        what = text("decided.sheet", file=sheet.sources[0].file)
        actions.decide(state, session, replace(session.timeline.now, decisions=decisions), what)
        state.step = "check"
