import ast

import pytest

from keycafe_clean.job_notebook.cells import cells_of

CELLS = cells_of("acme", "November 2026", ['"../acme"', '"hr.csv"', 'month="2026-11"'])


def code() -> list[str]:
    """Get the code of every code cell."""
    return ["".join(cell["source"]) for cell in CELLS if cell["cell_type"] == "code"]  # type: ignore[arg-type]


def test_prose_stands_first_and_before_every_output() -> None:
    """The title, its question, and a heading above whatever is shown."""
    kinds = [cell["cell_type"] for cell in CELLS]

    assert kinds == ["markdown", "code", *["markdown", "code"] * 5, "markdown"]


@pytest.mark.parametrize("source", code())
def test_code_only_looks(source: str) -> None:
    """At most six lines a cell, nothing defined, nothing repeated."""
    nodes = {type(node).__name__ for node in ast.walk(ast.parse(source))}

    assert len(source.splitlines()) <= 6
    assert not nodes & {"FunctionDef", "ClassDef", "Lambda", "For", "While"}
