import os
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from keycafe_clean.write.held import ASIDE, held_folder, remove_left_behind

#: When a run of these tests was killed; long enough ago that it has begun.
KILLED = datetime(2026, 11, 3, 12, 0)  # noqa: DTZ001 - the analyst's own day

needs_links = pytest.mark.skipif(os.name != "posix", reason="needs links and owners")


def left(place: Path, name: str = "dead", *files: str) -> Path:
    """Leave a folder as a killed run leaves it: with a lock that nobody holds, and what was written so far."""
    folder = place / f"{ASIDE}{name}"
    folder.mkdir()
    for file in ("held-by-a-run", *files):
        (folder / file).write_text("Jana")
    os.utime(folder, (KILLED.timestamp(),) * 2)
    return folder


@contextmanager
def interrupted() -> Iterator[None]:
    """Expect somebody to press Ctrl+C."""
    with pytest.raises(KeyboardInterrupt):
        yield


def test_folder_is_gone_afterwards(tmp_path: Path) -> None:
    """A held folder is there for its block, with whatever is put into it, and no longer."""
    with held_folder(tmp_path, ASIDE) as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "a.csv").write_text("Jana")
        assert folder.name.startswith(ASIDE)

    assert list(tmp_path.iterdir()) == []


def test_folder_that_its_block_removed(tmp_path: Path) -> None:
    """A block that takes its own folder away, or all that is in it, is not stopped by that."""
    with held_folder(tmp_path, ASIDE) as folder:
        shutil.rmtree(folder)

    assert list(tmp_path.iterdir()) == []


@needs_links
def test_folder_is_the_owners_alone(tmp_path: Path) -> None:
    """Nobody else reads what lies in a held folder, nor its lock; and no two of them have one name."""
    with held_folder(tmp_path, ASIDE) as one, held_folder(tmp_path, ASIDE) as two:
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (one, one / "held-by-a-run")]

        assert modes == [0o700, 0o600]
        assert one != two


def test_folder_is_gone_when_the_block_is_stopped(tmp_path: Path) -> None:
    """Ctrl+C leaves no held folder."""
    with interrupted(), held_folder(tmp_path, ASIDE) as folder:
        (folder / "a.csv").write_text("Jana")
        raise KeyboardInterrupt

    assert list(tmp_path.iterdir()) == []


def test_folder_is_gone_when_its_removal_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C while a held folder is being removed ends the run, and leaves no folder either."""
    removed = shutil.rmtree

    def stopped(_folder: Path, **_how: bool) -> None:
        monkeypatch.setattr(shutil, "rmtree", removed)
        raise KeyboardInterrupt

    with interrupted(), held_folder(tmp_path, ASIDE) as folder:
        (folder / "a.csv").write_text("Jana")
        monkeypatch.setattr(shutil, "rmtree", stopped)

    assert list(tmp_path.iterdir()) == []


def test_place_where_no_folder_can_be_made(tmp_path: Path) -> None:
    """Where no folder can be made there is none to remove, and that is what is said."""
    with pytest.raises(FileNotFoundError), held_folder(tmp_path / "none", ASIDE):
        pass


def test_folder_is_held_until_nothing_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is given back when all else is gone: nobody finds what a run wrote without it."""
    seen: list[list[str]] = []
    closed = os.close

    def noted(file: int) -> None:
        seen.append(sorted(path.name for path in tmp_path.glob("*/*")))
        closed(file)

    with held_folder(tmp_path, ASIDE) as folder:
        (folder / "a.csv").write_text("Jana")
        monkeypatch.setattr(os, "close", noted)
    monkeypatch.undo()

    assert seen[0] == ["held-by-a-run"]


def test_what_was_left_is_removed(tmp_path: Path) -> None:
    """Folders of killed runs are removed with all that is in them, and their days are told."""
    left(tmp_path, "one", "a.csv")
    left(tmp_path, "two")

    days = remove_left_behind(tmp_path, ASIDE)

    assert days == [KILLED.date()] * 2
    assert list(tmp_path.iterdir()) == []


def test_folder_of_a_living_run_stays(tmp_path: Path) -> None:
    """While somebody holds a folder nobody removes it, however old it is."""
    with held_folder(tmp_path, ASIDE) as folder:
        (folder / "a.csv").write_text("Jana")
        os.utime(folder, (KILLED.timestamp(),) * 2)

        assert remove_left_behind(tmp_path, ASIDE) == []
        assert (folder / "a.csv").read_text() == "Jana"


def test_folder_that_is_just_being_made_stays(tmp_path: Path) -> None:
    """A new folder with nothing in it may be locked in the next moment; an old one will not be."""
    new, old = tmp_path / f"{ASIDE}new", left(tmp_path, "old")
    new.mkdir()

    remove_left_behind(tmp_path, ASIDE)

    assert (new.exists(), old.exists()) == (True, False)


@pytest.mark.parametrize(("seconds", "stays"), [(0.0, True), (4.5, True), (5.0, False), (60.0, False)])
def test_beginning_lasts_five_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, *, stays: bool
) -> None:
    """A folder without anything in it is left alone for five seconds after it was made."""
    folder = left(tmp_path)
    monkeypatch.setattr(time, "time", lambda: KILLED.timestamp() + seconds)

    remove_left_behind(tmp_path, ASIDE)

    assert folder.exists() == stays


def test_folder_with_something_in_it_is_removed_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of people wait for no five seconds."""
    folder = left(tmp_path, "dead", "a.csv")
    monkeypatch.setattr(time, "time", KILLED.timestamp)

    assert remove_left_behind(tmp_path, ASIDE) == [KILLED.date()]
    assert not folder.exists()


@pytest.mark.parametrize("name", ["keycafe-2026-11", ".keycafe-2026-11", ".config"])
def test_other_folders_stay(tmp_path: Path, name: str) -> None:
    """What has another name is none of ours."""
    left(tmp_path).rename(tmp_path / name)

    assert remove_left_behind(tmp_path, ASIDE) == []
    assert (tmp_path / name).exists()


def test_file_of_that_name_stays(tmp_path: Path) -> None:
    """Only folders are ours."""
    (tmp_path / f"{ASIDE}file").write_text("mine")

    assert remove_left_behind(tmp_path, ASIDE) == []
    assert (tmp_path / f"{ASIDE}file").read_text() == "mine"


@needs_links
def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link in the place of a folder stays, and so does what a link inside of one leads to."""
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("held-by-a-run", "mine.txt"):
        (mine / name).write_text("mine")
    (tmp_path / f"{ASIDE}link").symlink_to(mine)
    (left(tmp_path) / "inside").symlink_to(mine)

    remove_left_behind(tmp_path, ASIDE)

    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{ASIDE}link", "mine"]
    assert sorted(path.name for path in mine.iterdir()) == ["held-by-a-run", "mine.txt"]


@needs_links
def test_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """Where a link stands in the place of a lock nothing is made or locked where it leads, and the folder stays."""
    folder = left(tmp_path, "dead", "a.csv")
    (folder / "held-by-a-run").unlink()
    (folder / "held-by-a-run").symlink_to(tmp_path / "elsewhere")

    assert remove_left_behind(tmp_path, ASIDE) == []
    assert (folder.exists(), (tmp_path / "elsewhere").exists()) == (True, False)


@needs_links
@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root can give a folder away")
def test_folder_of_somebody_else_stays(tmp_path: Path) -> None:
    """What belongs to another user is not ours to remove."""
    folder = left(tmp_path, "dead", "a.csv")
    os.chown(folder, 65534, 65534)

    assert remove_left_behind(tmp_path, ASIDE) == []
    assert folder.exists()


def test_place_that_is_not_there_has_nothing_left(tmp_path: Path) -> None:
    """Where no run has written yet there is nothing to remove."""
    assert remove_left_behind(tmp_path / "none", ASIDE) == []
