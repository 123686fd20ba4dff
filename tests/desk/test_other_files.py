"""Files that turn out to be other ones: the desk takes nothing of them, and the job keeps nothing."""

from datetime import date
from pathlib import Path

from keycafe_clean.desk import Desk
from keycafe_clean.desk.callbacks import Callbacks
from tests.desk.desks import at_once

NOVEMBER, DECEMBER = date(2026, 11, 3), date(2026, 12, 3)


def opened(job: Path, today: date = NOVEMBER) -> tuple[Desk, Callbacks]:
    """Open a desk, and get what can be clicked there."""
    desk = Desk(job, today, start=at_once)
    return desk, desk._callbacks()


def people(count: int) -> bytes:
    """Get an export of so many people, who work here; no two of them are alike."""
    names = [
        f"{first}{middle}a" for first in "BDFGHKLMNPRSTVZ" for middle in ("an", "el", "ir", "ok", "um", "ist", "ers")
    ]
    rows = (f"{name};{name[::-1].title()};{name}@example.com;{n:04};active\n" for n, name in enumerate(names[:count]))
    return ("First Name;Last Name;E-mail;Employee ID;Status\n" + "".join(rows)).encode()


def _kept(job: Path) -> dict[str, bytes]:
    """Get what the job itself has kept: without the draft, and without the sign that a desk has it."""
    kept = (path for path in job.rglob("*") if path.is_file() and "draft" not in path.parts and path.name != "in-use")
    return {f"{path.relative_to(job)}": path.read_bytes() for path in kept}


def test_another_file_leaves_the_job_as_it_was(tmp_path: Path) -> None:
    """It is not written before the answer, nothing is taken of it, nor after a reload; then the right one is read."""
    job = tmp_path / "job"
    desk, clicks = opened(job)
    clicks.read_files([("november.csv", people(100))])
    clicks.download()
    clicks.answer_month("all_added", "")
    desk.close()
    before = _kept(job)
    december, clicks = opened(job, DECEMBER)

    clicks.read_files([("other.csv", b"Site;" + people(40).replace(b"\n", b"\nBrno;", 40))])
    asked, between = december.state.mass_changes, _kept(job)
    clicks.forget_files()
    shown = (december.state.message, december.state.step, december.state.equation, december.state.history)
    after = _kept(job)
    december.close()
    december, clicks = opened(job, DECEMBER)
    clicks.read_files([("december.csv", people(101))])

    assert asked == ("60 of 100 known people are not in this file (60 %). Is it the whole company?",)
    assert shown == (
        "Nothing of other.csv was taken. Choose this month's HR file.",
        "this_month",
        "",
        ("November 2026: 100 sent, 100 added.", "November 2026: 100 of 1,000 places used, 900 left."),
    )
    assert between == after == before
    assert december.state.this_file == "December file: 1 person = 1 new + 0 from the waiting list."
    december.close()
