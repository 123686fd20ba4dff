"""What the analyst can say of who is in Keycafe already. As in `actions`, nothing raises."""

from collections.abc import Sequence
from dataclasses import replace

from keycafe_clean.desk.actions import decide
from keycafe_clean.desk.error_boundary import error_boundary
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.errors import SetupError
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lists import KnownList, in_words, read_known

#: What the list that was pasted is called.
_PASTED = "pasted.txt"


@error_boundary
def toggle_known(state: DeskState) -> None:
    """Show or hide where it is said who is in Keycafe already."""
    state.shows_known = not state.shows_known


@error_boundary
def say_known(state: DeskState, session: Session, pasted: str, files: Sequence[tuple[str, bytes]], used: int) -> None:
    """Take the people of what was pasted and of lists for known, and count the rows again; `used` places are used."""
    lists = [*([(_PASTED, pasted.encode())] if pasted.strip() else []), *files]
    if not lists and used == state.used:
        state.message = text("people.known_blank")
        return
    read = _read(lists)
    now = session.timeline.now
    setup = now.setup.with_used(f"{state.today:%Y-%m}", used)
    state.known = tuple(line for file in read.files for line in in_words(file))
    state.shows_known = False
    decide(state, session, replace(now, setup=setup, known=read.added_to(now.known)), text("decided.known"))


def _read(lists: Sequence[tuple[str, bytes]]) -> KnownList:
    """Read the lists. SetupError: one of them holds nobody."""
    read = read_known(*map(read_known_file, lists))
    for file in read.not_lists:
        raise SetupError(text("people.known_none", file=file))
    return read
