import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest

from keycafe_clean.cli.stopping import SIGNALS, Stop, stoppable
from tests.cli.calls import signals_as_they_were

ROOT = Path(__file__).resolve().parents[2]

#: Seconds that only a broken stop takes.
WELL_OVER = 10


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Give the signals back afterwards."""
    with signals_as_they_were():
        yield


@pytest.mark.parametrize("asked", SIGNALS)
def test_every_signal_ends_alike(capsys: pytest.CaptureFixture[str], asked: signal.Signals) -> None:
    """Ctrl+C, TERM and HUP unwind what goes on, say the sentence, and exit with 2."""
    with pytest.raises(SystemExit) as ended, stoppable():
        signal.raise_signal(asked)

    assert ended.value.code == 2
    assert capsys.readouterr().err == "Stopped. Nothing half-written was left behind.\n"


@pytest.mark.parametrize("second", SIGNALS)
def test_second_signal_does_not_break_the_cleaning_up(second: signal.Signals) -> None:
    """Whoever presses Ctrl+C twice has everything cleaned up all the same."""
    cleaned_up: list[bool] = []

    def clean_up() -> None:
        signal.raise_signal(second)
        cleaned_up.append(True)

    with pytest.raises(SystemExit), stoppable(), closing(SimpleNamespace(close=clean_up)):
        signal.raise_signal(signal.SIGTERM)

    assert cleaned_up == [True]


def test_signal_after_the_cleaning_up_changes_no_exit_code() -> None:
    """Who presses Ctrl+C once more while the process ends still gets its own exit code."""
    with pytest.raises(SystemExit), stoppable():
        signal.raise_signal(signal.SIGINT)

    assert {signal.getsignal(one) for one in SIGNALS} == {signal.SIG_IGN}


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs HUP")
def test_signal_that_is_not_to_be_heeded() -> None:
    """What `nohup` starts goes on when the terminal is closed."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    went_on = []

    with stoppable():
        signal.raise_signal(signal.SIGHUP)
        went_on.append(True)

    assert went_on == [True]


def test_stop_is_not_lost_while_an_object_is_freed() -> None:
    """Python drops an exception where it frees an object; then the stop comes a moment later."""

    class Freed:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    def free_and_wait() -> None:
        Freed()
        Event().wait(WELL_OVER)
        pytest.fail("nobody asked again")

    with pytest.raises(SystemExit) as ended, stoppable():
        free_and_wait()

    assert ended.value.code == 2


def test_other_exceptions_that_are_lost_are_told_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    """Only a stop is asked for once more."""

    class Freed:
        def __del__(self) -> None:
            raise ValueError

    with stoppable():
        Freed()

    assert "ValueError" in capsys.readouterr().err


def test_everything_is_as_the_system_has_it_afterwards() -> None:
    """Once nothing is left to clean up a signal ends the process at once."""
    hook = sys.unraisablehook

    with stoppable():
        assert signal.getsignal(signal.SIGTERM) != signal.SIG_DFL

    assert {signal.getsignal(one) for one in SIGNALS} == {signal.SIG_DFL}
    assert sys.unraisablehook is hook
    assert issubclass(Stop, KeyboardInterrupt)


def test_stop_in_code_that_was_made_from_text() -> None:
    """Python would end the process by a signal of its own, had a bare interrupt gone through `exec` of a text."""
    code = "exec('import signal; signal.raise_signal(signal.SIGTERM)')"
    call = f"from keycafe_clean.cli.stopping import stoppable\nwith stoppable():\n    {code}"

    done = subprocess.run([sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603

    assert (done.returncode, done.stderr) == (2, "Stopped. Nothing half-written was left behind.\n")
