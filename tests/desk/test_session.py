from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.session import File, Session


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
    assert Session(Path(), files=files).file_names == names


def test_a_session_begins_with_nothing_decided_and_nothing_read() -> None:
    """What was said in one session is not meant for another: each has a set-up of its own."""
    session = Session(Path())

    assert (session.setup, session.export, session.run) == (Setup(), None, None)
