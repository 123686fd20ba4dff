import json
from pathlib import Path

import pytest

from keycafe_clean.job_notebook.cells import cells_of
from keycafe_clean.job_notebook.notebook_file import Notebook
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


def test_notebook_with_an_address_ends_with_two(shell: Shell) -> None:
    """The cell is named on stderr, the address is not."""
    output = {"output_type": "stream", "name": "stdout", "text": "ann.lee@example.com"}
    made = Notebook.of(Path("acme.ipynb"), cells_of("acme", "November 2026", ['"acme"'])).with_outputs({6: [output]})
    made.with_outputs({5: [output]}).write()

    ended = shell("notebook", "test", "acme.ipynb")

    assert (ended.code, ended.out, ended.err) == (
        2,
        "",
        (
            "acme.ipynb: Cell 6 shows an e-mail address. "
            "Show counts, codes or masked cells instead, and clear the output.\n"
        ),
    )


def test_group_alone_says_its_commands(shell: Shell) -> None:
    """Who types `notebook` alone is shown its help, and told what is missing."""
    ended = shell("notebook")

    assert (ended.code, ended.err) == (2, "Say what to do: new or test. See keycafe-clean notebook --help.\n")


def test_notebook_that_is_not_there_ends_with_two(shell: Shell) -> None:
    """One sentence, and no kernel is started."""
    ended = shell("notebook", "test", "gone.ipynb")

    assert (ended.code, ended.err) == (
        2,
        "gone.ipynb cannot be opened: No such file or directory. Check the name and the folder.\n",
    )
