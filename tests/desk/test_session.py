from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.draft import File
from keycafe_clean.desk.session import Session
from keycafe_clean.errors import OutputError
from keycafe_clean.job import JobFolder


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ([], ()),
        ([("a.csv", b"")], ("a.csv",)),
        ([Path("folder/b.csv"), ("ä.csv", b"1")], ("b.csv", "ä.csv")),
    ],
)
def test_files_are_named_without_their_folders(files: list[File], names: tuple[str, ...]) -> None:
    """A path and an upload are named alike, in the order in which they were chosen."""
    assert Session(JobFolder(Path("job")), files=files).file_names == names


def test_a_session_begins_with_nothing_decided_and_nothing_read() -> None:
    """What was said in one session is not meant for another: each has a set-up of its own."""
    session = Session(JobFolder(Path("job")))

    assert (session.setup, session.export, session.run) == (Setup(), None, None)


def test_one_session_alone_holds_the_job(tmp_path: Path) -> None:
    """Another one gets it once it is given back."""
    one, other = (Session(JobFolder(tmp_path / "job")) for _ in range(2))
    one.hold()

    with pytest.raises(OutputError, match="is in use by"):
        other.hold()
    was_held = other.is_held
    one.release()
    other.hold()

    assert (was_held, one.is_held, other.is_held) == (False, False, True)
    other.release()


def test_files_that_are_named_are_looked_for_beside_the_job(tmp_path: Path) -> None:
    """The export lies where the job's folder lies, more often than within."""
    assert Session(JobFolder(tmp_path / "job")).folder == tmp_path
