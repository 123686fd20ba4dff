"""What stops a run, as an exit code and whole sentences: never a traceback, which may show people's data."""

from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from keycafe_clean.errors import ImportRefused, KeycafeCleanError, MassChangeError, WrongAnswers, WrongCredentials
from keycafe_clean.exit_codes import NEEDS_A_FIX, UNUSABLE


@dataclass(frozen=True)
class Stopped:
    """How a run was stopped: its exit code, and a sentence a line."""

    code: int
    sentences: tuple[str, ...]


def stopped_by(error: Exception) -> Stopped:
    """Get how an exception stops a run; of one that nobody foresaw the place in our code alone."""
    if isinstance(error, WrongAnswers):
        return Stopped(UNUSABLE, error.sentences)
    if isinstance(error, MassChangeError):
        return Stopped(NEEDS_A_FIX, error.sentences)
    if isinstance(error, KeycafeCleanError):
        # Credentials are a wrong call: nothing is wrong with the file.
        is_to_mend = isinstance(error, ImportRefused) and not isinstance(error, WrongCredentials)
        return Stopped(NEEDS_A_FIX if is_to_mend else UNUSABLE, (_whole(error),))
    return Stopped(UNUSABLE, (_unexpected(error),))


def _whole(error: Exception) -> str:
    """Get what an exception says, and what was added to it on its way."""
    return " ".join([str(error), *getattr(error, "__notes__", ())])


def _unexpected(error: Exception) -> str:
    """Name the place in our code, never what the exception says: that may be about people."""
    ours = [frame for frame in extract_tb(error.__traceback__) if "keycafe_clean" in Path(frame.filename).parts]
    place = f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}"
    said = "Something unexpected stopped the run. Nothing half-written was left behind."
    return " ".join([said, *getattr(error, "__notes__", ()), f"Report this place: {place}."])
