from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job_notebook.cells import cells_of
from keycafe_clean.job_notebook.difference import Difference
from keycafe_clean.job_notebook.notebook_file import Notebook, Output
from keycafe_clean.job_notebook.run_again import (
    DIFFERENT,
    FAULT,
    NotebookRun,
    address_fault,
    fault_of,
    notebooks_in,
    run_again,
)
from keycafe_clean.job_notebook.running import Ran

TWICE = [Difference(2, "2 rows = 2 ready", "2 rows = 1 ready"), Difference(3, "a  1", "a  2")]


def shown(text: str) -> list[Output]:
    """Get the outputs of a cell that shows a text."""
    return [{"output_type": "stream", "name": "stdout", "text": text}]


def book(folder: Path, *texts: str) -> Notebook:
    """Write a notebook of which the first cells show these texts."""
    made = Notebook.of(folder / "acme.ipynb", cells_of("acme", "November 2026", ['"acme"']))
    made = made.with_outputs({place: shown(text) for place, text in enumerate(texts)})
    made.write()
    return made


def test_words_of_all_cells_are_one_line() -> None:
    """What is different in one cell stands behind what is different in the one before."""
    done = NotebookRun(Path("acme.ipynb"), DIFFERENT, tuple(TWICE))

    assert done.words() == "1 person fewer is ready; a 1 -> 2"
    assert done.raw() == "cell 2\n- 2 rows = 2 ready\n+ 2 rows = 1 ready\ncell 3\n- a  1\n+ a  2"


def test_folder_stands_for_its_notebooks(tmp_path: Path) -> None:
    """Each notebook once, however often it is named."""
    one = book(tmp_path).path

    assert notebooks_in([tmp_path, one]) == [one]


def test_folder_without_a_notebook_is_refused(tmp_path: Path) -> None:
    """Nothing to test is a wrong call."""
    with pytest.raises(SetupError, match="holds no notebook"):
        notebooks_in([tmp_path])


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("jxxx@example.com",), ""),
        (("1", "to ann.lee@example.com"), "Cell 2 shows an e-mail address."),
        (("ann@example.com", "", "bob@example.com"), "Cells 1 and 3 show an e-mail address."),
    ],
)
def test_cells_with_an_address_are_named(texts: tuple[str, ...], said: str) -> None:
    """The numbers of the code cells, and what to show instead."""
    told = address_fault(map(shown, texts))

    assert told == (f"{said} Show counts, codes or masked cells instead, and clear the output." if said else "")


def test_notebook_with_an_address_is_not_run(tmp_path: Path) -> None:
    """It is refused as it lies there, and not touched, also where everything new is taken."""
    made = book(tmp_path, "1", "ann.lee@example.com")

    (done,) = run_again([made.path], accept=True)

    assert (done.result, done.fault[:31]) == (FAULT, "Cell 2 shows an e-mail address.")
    assert Notebook.read(made.path) == made


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([], "It did not run: no kernel of Python starts here."),
        (
            [Ran(0, is_taken=False, is_compared=True, outputs=None)],
            "Cell 1 did not run: the kernel of Python has ended.",
        ),
        (
            [
                Ran(
                    1,
                    is_taken=False,
                    is_compared=True,
                    outputs=[{"output_type": "error", "ename": "SetupError", "evalue": "No month.", "traceback": []}],
                )
            ],
            "Cell 2: No month.",
        ),
        (
            [Ran(2, is_taken=False, is_compared=True, outputs=shown("ann@example.com"))],
            "Cell 3 shows an e-mail address.",
        ),
        ([Ran(0, is_taken=False, is_compared=True, outputs=shown("2"))], ""),
    ],
)
def test_run_that_cannot_be_used_is_a_sentence(tmp_path: Path, cells: list[Ran], said: str) -> None:
    """No kernel, a cell that was stopped, an address that would be shown: what is different is none of these."""
    told = fault_of(book(tmp_path), cells)

    assert told.startswith(said)
    assert bool(told) is bool(said)
