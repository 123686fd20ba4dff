import json
from pathlib import Path

import pytest

from keycafe_clean.errors import OutputError, SetupError
from keycafe_clean.job_notebook.cells import cells_of
from keycafe_clean.job_notebook.notebook_file import Notebook

RESULT = {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": "1 row\n2"}, "execution_count": 9}
STREAM = {"output_type": "stream", "name": "stdout", "text": "one\n"}


def book(folder: Path) -> Notebook:
    """Get a notebook of a job that has not run."""
    return Notebook.of(folder / "acme.ipynb", cells_of("acme", "November 2026", ['"acme"']))


def test_notebook_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What is on disk is the notebook, a line of text a line of the file."""
    made = book(tmp_path).with_outputs({0: [STREAM], 1: [RESULT]})

    made.write()

    assert Notebook.read(made.path) == made
    assert made.outputs[:2] == [
        [{**STREAM, "text": ["one\n"]}],
        [{**RESULT, "data": {"text/plain": ["1 row\n", "2"]}, "execution_count": 2}],
    ]


def test_cells_that_did_not_run_keep_their_outputs(tmp_path: Path) -> None:
    """New outputs of one cell leave the others as they were."""
    made = book(tmp_path).with_outputs({0: [STREAM]})

    again = made.with_outputs({1: [RESULT]})

    assert (again.outputs[0], again.were_run[:3]) == (made.outputs[0], [True, True, False])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"nbformat": 3}', '{"nbformat": 4, "cells": [{"cell_type": "code"}]}']
)
def test_what_is_no_notebook_is_refused(tmp_path: Path, text: str) -> None:
    """A file of another kind is refused by its name."""
    path = tmp_path / "acme.ipynb"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SetupError) as refused:
        Notebook.read(path)

    assert f"{refused.value}" == (
        f"{path} is no notebook of Jupyter. Give one that keycafe-clean notebook new has made."
    )


def test_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    """Where no file can be, one sentence says so."""
    made = Notebook(tmp_path / "gone" / "acme.ipynb", json.loads("{}"))

    with pytest.raises(OutputError, match=r"acme\.ipynb cannot be written: No such file or directory"):
        made.write()
