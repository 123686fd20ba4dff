from pathlib import Path

from keycafe_clean.job_notebook.cells import cells_of
from keycafe_clean.job_notebook.notebook_file import Notebook
from tests.cli.calls import Shell


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


def test_notebook_that_is_not_there_ends_with_two(shell: Shell) -> None:
    """One sentence, and no kernel is started."""
    ended = shell("notebook", "test", "gone.ipynb")

    assert (ended.code, ended.err) == (
        2,
        "gone.ipynb cannot be opened: No such file or directory. Check the name and the folder.\n",
    )
