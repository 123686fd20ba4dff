from pathlib import Path

import pytest

from keycafe_clean.errors import OutputError
from keycafe_clean.job.lock import writing


def test_lock_of_a_run_that_died_is_taken_over(tmp_path: Path) -> None:
    """The system gives it back; who had it is said once."""
    (tmp_path / "in-use").write_text("eva\n2026-11-03 09:12\n", encoding="utf-8")

    with writing(tmp_path) as said:
        pass

    assert said == "A run by eva since 2026-11-03 09:12 was stopped before its end. Nothing of it is half-written."
    with writing(tmp_path) as said:
        assert said is None


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    """By whom and since when the folder is in use; and nothing of the first one is altered."""
    with writing(tmp_path):
        written = (tmp_path / "in-use").read_text(encoding="utf-8")
        with pytest.raises(OutputError) as error, writing(tmp_path):
            pass
        assert (tmp_path / "in-use").read_text(encoding="utf-8") == written

    who, since = written.splitlines()
    assert str(error.value) == (
        f"{tmp_path} is in use by {who or 'somebody'} since {since}. If a desk has it open, close its page; wait until "
        "a run has ended. Then start again."
    )


def test_whatever_ends_the_block_gives_the_folder_back(tmp_path: Path) -> None:
    """An error too: the next one has it."""
    with pytest.raises(ValueError, match="odd"), writing(tmp_path):
        raise ValueError("odd")

    with writing(tmp_path) as said:
        assert said is None
