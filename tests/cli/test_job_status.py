import json
import re
from pathlib import Path

from keycafe_clean.job import JobFolder
from tests.cli.calls import Shell
from tests.cli.november import UPLOAD, said


def test_status(job: Shell) -> None:
    """One screen: the months, and the next step."""
    assert said(job("status", "job")) == [
        "November 2026: 2 sent, 2 not answered yet.",
        "November 2026: 2 of 1,000 places used, 998 left.",
        "In no file yet: 1 row waiting for you.",
        "",
        UPLOAD,
    ]


def test_months_that_are_overdue_to_be_forgotten(job: Shell) -> None:
    """Which ones, since when nobody works with the job, and by what command; its answer is missing first."""
    overdue = (
        "Overdue to be forgotten, since months are kept for 24 months (keep_months in setup.toml): November 2026. "
        "First say what Keycafe said: keycafe-clean answer job --month 2026-11. The next clean or run forgets what is "
        "answered; at once: keycafe-clean forget job --before 2026-12"
    )

    assert overdue in job("status", "job", "--today", "2028-12-03").out.splitlines()


def test_first_month_is_being_made(tmp_path: Path, shell: Shell) -> None:
    """A job whose first run has not ended is one: who makes it, and since when."""
    with JobFolder(tmp_path / "job").held():
        ended = shell("status", "job")

    began = re.compile(
        r"job has no month yet: a run by \S+ since [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} makes the first one, "
        r"or was stopped\. Ask again when it has ended, or start it again: keycafe-clean run EXPORT --job job"
    )
    assert (ended.code, bool(began.fullmatch(ended.err.strip()))) == (2, True)


def test_first_month_is_at_the_desk(shell: Shell) -> None:
    """The export lies in the folder already: it is a job's, and what to do about it is said."""
    (shell.folder / "job" / "draft").mkdir(parents=True)
    (shell.folder / "job" / "draft" / "place.json").write_text("{}", encoding="utf-8")

    ended = shell("status", "job")

    assert (ended.code, ended.err) == (
        2,
        (
            f"job has no month yet: the desk is at work on the first one, and what lies in {Path('job/draft')} may "
            "hold its export. Go on with it: keycafe-clean desk job, or delete that folder.\n"
        ),
    )


def test_as_json(job: Shell) -> None:
    """Counts and the next step; nobody is named."""
    ended = job("answer", "job", "--all-added", "--json")

    facts = json.loads(ended.out)
    assert facts.keys() == {"months", "overdue", "said", "next"}
    assert facts["months"] == [
        {"folder": "2026-11", "month": "2026-11", "sent": 2, "answers": {"added": 2}, "waiting": 1}
    ]
    assert "ann" not in ended.out.lower()


def test_overdue_months_as_json(job: Shell) -> None:
    """By the names of their folders, for a program that looks after many jobs."""
    facts = json.loads(job("status", "job", "--today", "2028-12-03", "--json").out)

    assert facts["overdue"] == ["2026-11"]
