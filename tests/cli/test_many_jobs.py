import json
from pathlib import Path

import pytest

from tests.cli.calls import Ended, Shell
from tests.many.asking import ANN, BOB, BROKEN, export

TODAY = ("--today", "2026-11-03", "--workers", "1")


def called(shell: Shell, *options: str) -> Ended:
    """Do three jobs: one that is fine, one with a cell to repair, and one whose export is not there."""
    export(shell.folder / "jobs" / "acme" / "exports", ANN, BOB)
    export(shell.folder / "jobs" / "bolt" / "exports", ANN, BROKEN)
    (shell.folder / "jobs" / "cole" / "exports").mkdir(parents=True, exist_ok=True)
    return shell("many", "jobs", *TODAY, *options)


def test_what_became_of_each_job_is_said_once(shell: Shell) -> None:
    """Who has something to do, then three sums; the next call tells the same of what is done, and goes on."""
    first = called(shell)
    export(shell.folder / "jobs" / "cole" / "exports", BOB)
    second = called(shell)

    assert first.code == 2
    assert first.out.splitlines() == [
        "bolt: waiting. 1 row to decide by root: E-mail address: 1.".replace("root", _who(shell)),
        f"cole: refused. {shell.folder}/jobs/cole/exports/* fits no file. Put the export of the month there.",
        "3 jobs = 1 done + 1 waiting for somebody + 1 refused.",
        "4 rows = 3 ready + 1 waiting + 0 combined + 0 left out + 0 not people.",
        "November 2026: 3 users in the import files, 0 later.",
        "Overview: keycafe-many-2026-11",
    ]
    assert "1 done, 1 waiting for somebody, 1 refused, 0 running" in first.err
    assert (second.code, second.out.splitlines()[1:3]) == (
        1,
        [
            "3 jobs = 2 done + 1 waiting for somebody + 0 refused.",
            "5 rows = 4 ready + 1 waiting + 0 combined + 0 left out + 0 not people.",
        ],
    )
    assert [path.name for path in (shell.folder / "jobs" / "acme").glob("2026-*")] == ["2026-11"]


def _who(shell: Shell) -> str:
    facts = json.loads((shell.folder / "jobs" / "bolt" / "2026-11" / "manifest.json").read_text(encoding="utf-8"))
    return str(facts["who"])


def test_as_json_it_is_one_line(shell: Shell) -> None:
    """The overview as data, and where its files lie; nothing stands beside it."""
    ended = called(shell, "--json", "--out", "told")

    facts = json.loads(ended.out)
    assert (ended.code, ended.err, ended.out.count("\n"), ended.out.isascii()) == (2, "", 1, True)
    assert facts.keys() == {"month", "states", "sums", "jobs", "overview"}
    assert (facts["states"], facts["overview"]) == ({"done": 1, "waiting": 1, "refused": 1}, "told")
    assert {path.name for path in Path("told").iterdir()} == {"overview.csv", "overview.xlsx", "overview.html"}


def test_stopped_it_says_how_far_it_came(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends the workers, and writes no overview."""

    def stops(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("keycafe_clean.cli.many_jobs.results_of", stops)

    ended = called(shell)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[-1] == (
        "Stopped when 1 of 3 jobs had ended. Nothing half-written was left behind. "
        "The same call goes on with the others."
    )
    assert not Path("keycafe-many-2026-11").exists()
