"""A rule is changed in a copy of the package: the tutorial that is about it fails, and no other does; it says why."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from keycafe_clean.job_notebook.difference import Difference
from keycafe_clean.job_notebook.notebook_file import Notebook
from keycafe_clean.job_notebook.output_text import text_of
from keycafe_clean.job_notebook.run_again import DIFFERENT, NotebookRun
from keycafe_clean.job_notebook.running import Ran, ran, sanitising
from tests.test_notebooks import NOTEBOOKS, TUTORIALS

ROOT = NOTEBOOKS.parent


class Change(NamedTuple):
    """A change of a rule: in which file, what stands there, what instead; the words, and one of the lines, about it."""

    file: str
    before: str
    after: str
    words: str
    line: str


#: By the tutorial that is to fail: a title, a spelling of a header, the weight of a reason for a pair, the length of a
#: cell, and the task about whoever has another name.
CHANGES = {
    "01_clean_an_export.ipynb": Change(
        "words/names.toml",
        '"dr", ',
        "",
        "cell 5 shows 1 line differently; cell 10 shows 1 line differently; cell 11 shows 1 line differently",
        "+ Dr. Ken,Ito,ken.ito@example.com,false,true,true,,true",
    ),
    "02_columns_and_rules.ipynb": Change(
        "columns/vocabulary.toml",
        '"Abteilung", ',
        "",
        "cell 4 shows 1 line differently",
        "- Department: 'Abteilung' (German for department)",
    ),
    "03_duplicates.ipynb": Change(
        "match/comparisons.py",
        'are forms of one name", 0.04',
        'are forms of one name", 0.9',
        "cell 6 shows 1 line differently; cell 12 shows 1 line differently",
        "+ 0            1             1.00   first names are forms of one name, same last name, same start date, "
        "same department, addresses at two domains",
    ),
    "04_plan_and_practise.ipynb": Change(
        "article/rules.py",
        "_LONGEST_TEXT = 255",
        "_LONGEST_TEXT = 2_550",
        "long_text 1 -> 0",
        "- long_text            1",
    ),
    "05_the_month_after.ipynb": Change(
        "job/to_do.py", "CHANGED: (CHANGE, ", "MISSING: (CHANGE, ", "change in Keycafe 1 -> 0", "- change in Keycafe  1"
    ),
}


#: The cheapest one, and how many of its cells: as far as the first that shows what the changed rule is about.
QUICK, QUICK_CELLS = "02_columns_and_rules.ipynb", 8


def changed(folder: Path, change: Change) -> list[Path]:
    """Copy the package and what the tutorials read, change a rule there, and get the copies of the tutorials."""
    for name in ("keycafe_clean", "schemas", "data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("node_modules"))
    place = folder / "keycafe_clean" / change.file
    text = place.read_text(encoding="utf-8")
    assert change.before in text
    place.write_text(text.replace(change.before, change.after, 1), encoding="utf-8")
    return [folder / "notebooks" / name for name in TUTORIALS]


def differences(path: Path, cells: list[Ran]) -> list[Difference]:
    """Get what a notebook shows differently."""
    outputs, patterns = Notebook.read(path).outputs, sanitising()
    texts = [(it.place + 1, *(text_of(one, patterns) for one in (outputs[it.place], it.outputs or ()))) for it in cells]
    return [Difference(place, before, now) for place, before, now in texts if before != now]


def told(path: Path, cells: list[Ran]) -> NotebookRun:
    """Get what an analyst is told of a notebook that shows something else."""
    return NotebookRun(path, DIFFERENT, tuple(differences(path, cells)))


def first_cells(path: Path, count: int) -> Path:
    """Cut a notebook off behind so many cells, prose and code, and get it."""
    book = Notebook.read(path)
    replace(book, content={**book.content, "cells": book.content["cells"][:count]}).write()
    return path


def test_changed_rule_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as the cell that shows it; that each tutorial notices its own, whole, is below, in minutes."""
    change = CHANGES[QUICK]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}")
    (path,) = (it for it in changed(tmp_path, change) if it.name == QUICK)

    said = told(path, ran([first_cells(path, QUICK_CELLS)])[path])

    assert said.words() == change.words
    assert change.line in said.raw().splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("tutorial", TUTORIALS)
def test_changed_rule_is_noticed_by_its_tutorial(
    tutorial: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By no other one, and in words that an analyst understands; two minutes each: `make sweeps`."""
    change = CHANGES[tutorial]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}")

    done = ran(changed(tmp_path, change))
    said = told(tmp_path / "notebooks" / tutorial, done[tmp_path / "notebooks" / tutorial])

    assert {path.name for path, cells in done.items() if not all(it.is_taken for it in cells)} == {tutorial}
    assert said.words() == change.words
    assert change.line in said.raw().splitlines()
