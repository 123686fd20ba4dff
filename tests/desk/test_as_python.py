from pathlib import Path

from keycafe_clean.cli.code_command import code
from keycafe_clean.desk import hand_over
from keycafe_clean.desk.as_python import show_as_python
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState

Desk = tuple[DeskState, Session]


def test_files_are_those_of_the_command_line(read_desk: Desk, tmp_path: Path) -> None:
    """Byte for byte, beside the folder of the job."""
    state, session = read_desk
    hand_over.download(state, session)

    show_as_python(state, session)
    code(session.job.path, out=tmp_path / "other.py")

    for ending in (".py", ".ipynb"):
        written = session.folder / f"keycafe_2026-11{ending}"
        assert written.read_bytes() == (tmp_path / f"other{ending}").read_bytes()
    session.release()


def test_it_is_said_where_they_are(read_desk: Desk) -> None:
    """And that both name people; a second time nothing is written over."""
    state, session = read_desk
    hand_over.download(state, session)

    show_as_python(state, session)
    show_as_python(state, session)

    assert state.as_python == (
        f"Written: {session.folder / 'keycafe_2026-11-2.py'}, and keycafe_2026-11-2.ipynb beside it. "
        "Both name people: keep them where the job is."
    )
    session.release()


def test_job_without_a_month_has_none(desk: Desk) -> None:
    """It is said when there will be one, and no folder is made."""
    state, session = desk

    show_as_python(state, session)

    assert state.as_python == "There is no month yet that could be written: it is there after the first hand-over."
    assert not session.job.path.exists()


def test_month_that_is_damaged_is_said(read_desk: Desk) -> None:
    """In the line that says what stopped; nothing is written."""
    state, session = read_desk
    hand_over.download(state, session)
    (session.job.path / "2026-11" / "decisions.csv").unlink()

    show_as_python(state, session)

    assert "decisions.csv cannot be opened" in state.message
    assert list(session.folder.glob("*.py")) == []
    session.release()
