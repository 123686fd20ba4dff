import json
from pathlib import Path

import pytest

from tests.cli.calls import Shell
from tests.job.runs import ANN, BOB, HEADER

TODAY = ("--today", "2026-11-03")

RULE = '[[rule]]\ncolumn = "Location"\nis = "Leeds"\nthen = "smartbox_user"'


@pytest.fixture
def job(shell: Shell) -> Path:
    """Make a job of November in the current folder."""
    shell.write("hr.csv", HEADER, ANN, BOB)
    shell("run", "hr.csv", "--job", "acme", *TODAY)
    return shell.folder / "acme"


def test_notebook_is_made_fails_after_a_change_and_takes_what_is_new(shell: Shell, job: Path) -> None:
    """The way of a change of a rule: new, test says it in words with the raw lines below, --accept, and all is well."""
    made = shell("notebook", "new", "acme", "hr.csv")
    setup = job / "setup.toml"
    setup.write_text(f"{setup.read_text(encoding='utf-8')}\n{RULE}\n", encoding="utf-8")
    other, taken = (shell("notebook", "test", *more, "acme_2026-11.ipynb") for more in ((), ("--accept",)))
    after = shell("notebook", "test", ".", "--json")

    words = (
        "acme_2026-11.ipynb: 2 Full Users fewer; 2 SmartBox Users more; Send Invitation 2 -> 0; "
        "cell 6 shows 2 lines differently."
    )
    assert (made.code, made.out.splitlines()[-1]) == (0, "  keycafe-clean notebook test acme_2026-11.ipynb")
    assert (other.code, other.out.splitlines()[:6]) == (
        1,
        [
            words,
            "  cell 2",
            "  - 2 Full Users + 0 SmartBox Users",
            "  - Send Invitation       2",
            "  + 0 Full Users + 2 SmartBox Users",
            "  + Send Invitation       0",
        ],
    )
    assert other.out.splitlines()[-1] == (
        "Where that is right from now on: keycafe-clean notebook test --accept acme_2026-11.ipynb"
    )
    assert (taken.code, taken.out.splitlines()[0]) == (0, f"{words} Taken as right.")
    assert (after.code, json.loads(after.out)) == (
        0,
        {"notebooks": [{"notebook": "acme_2026-11.ipynb", "result": "same", "said": "", "cells": []}]},
    )


def test_another_export_is_refused_before_anything_is_written(shell: Shell, job: Path) -> None:
    """The checksum of the file is not the one in the manifest of the month."""
    shell.write("later.csv", HEADER, ANN)

    ended = shell("notebook", "new", job, "later.csv")

    assert (ended.code, ended.err) == (
        2,
        "later.csv is not a file that 2026-11 was made from, or was changed since. Give the same file.\n",
    )
    assert not list(shell.folder.glob("*.ipynb"))


def test_group_alone_says_its_commands(shell: Shell) -> None:
    """Who types `notebook` alone is shown its help, and told what is missing."""
    ended = shell("notebook")

    assert (ended.code, ended.err) == (2, "Say what to do: new or test. See keycafe-clean notebook --help.\n")
