import logging
from pathlib import Path

import pytest

from keycafe_clean.mock import NotStarted
from keycafe_clean.mock.log_file import logging_to

LOG = logging.getLogger("keycafe_clean.mock")


def test_a_warning_goes_into_the_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Warnings and worse are kept, what is less is not; a notebook sees neither."""
    with logging_to(tmp_path / "mock.log"):
        LOG.info("started")
        LOG.warning("slow")

    assert (tmp_path / "mock.log").read_text(encoding="utf-8") == "slow\n"
    assert capfd.readouterr() == ("", "")


def test_without_a_file_a_warning_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    """A notebook stays as it is."""
    with logging_to(None):
        LOG.warning("slow")

    assert capfd.readouterr() == ("", "")


def test_afterwards_logging_is_as_it_was(tmp_path: Path) -> None:
    """Nothing is left behind in the loggers of this process, whatever breaks meanwhile."""
    before = (LOG.propagate, list(LOG.handlers))

    with pytest.raises(KeyError), logging_to(tmp_path / "mock.log"):
        raise KeyError

    assert (LOG.propagate, LOG.handlers) == before


def test_one_of_two_mocks_that_ends_leaves_the_other_quiet(tmp_path: Path) -> None:
    """While another log is open, nothing is passed on to the handlers of the process."""
    with logging_to(tmp_path / "one.log"):
        with logging_to(tmp_path / "two.log"):
            pass

        assert not LOG.propagate


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """The sentence names the file and not where it lies."""
    with pytest.raises(NotStarted) as failed, logging_to(tmp_path / "other" / "mock.log"):
        pass

    assert str(failed.value) == "mock.log cannot be used as the mock's log. Choose another file."
