import pytest

from keycafe_clean import errors
from keycafe_clean.exit_codes import NEEDS_A_FIX, UNUSABLE
from keycafe_clean.run.stopped import Stopped, stopped_by


@pytest.mark.parametrize(
    ("error", "stopped"),
    [
        (errors.SetupError("Say which."), Stopped(UNUSABLE, ("Say which.",))),
        (errors.WrongAnswers(["One.", "Two."]), Stopped(UNUSABLE, ("One.", "Two."))),
        (errors.MassChangeError(["Many left.", "Look."]), Stopped(NEEDS_A_FIX, ("Many left.", "Look."))),
        (errors.LimitReached("No place is left."), Stopped(NEEDS_A_FIX, ("No place is left.",))),
        (errors.WrongCredentials("Unknown."), Stopped(UNUSABLE, ("Unknown.",))),
    ],
)
def test_what_stops_a_run_has_a_code_and_sentences(error: Exception, stopped: Stopped) -> None:
    """Somebody has something to mend: 1; a call or a file cannot be used: 2."""
    assert stopped_by(error) == stopped


def test_notes_of_an_error_are_said_behind_it() -> None:
    """What was added on the way, such as where the files lie, belongs to the sentence."""
    error = errors.OutputError("The disk is full.")
    error.add_note("The files are written in out.")

    assert stopped_by(error).sentences == ("The disk is full. The files are written in out.",)
