"""How the notebooks of the project look; that their outputs are right, nbval tests (`make test`)."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"

#: The tutorials; the notebook of the desk is a page with three cells.
TUTORIALS = sorted(path.name for path in NOTEBOOKS.glob("0*.ipynb"))


@cache
def cells(name: str) -> list[dict[str, Any]]:
    """Get the cells of a notebook."""
    found: list[dict[str, Any]] = json.loads((NOTEBOOKS / name).read_text(encoding="utf-8"))["cells"]
    return found


def sources(name: str, kind: str) -> list[str]:
    """Get the text of every cell of a kind."""
    return ["".join(cell["source"]) for cell in cells(name) if cell["cell_type"] == kind]


def outputs(name: str) -> str:
    """Get all outputs of a notebook as they stand in its file."""
    return json.dumps([cell["outputs"] for cell in cells(name) if cell["cell_type"] == "code"], ensure_ascii=False)


def test_tutorials_are_numbered_without_a_gap() -> None:
    """Whoever reads one knows which comes next."""
    assert [name[:2] for name in TUTORIALS] == [f"{number:02}" for number in range(1, len(TUTORIALS) + 1)]


@pytest.mark.parametrize("name", TUTORIALS)
def test_tutorial_opens_with_prose_and_ends_with_what_is_next(name: str) -> None:
    """Title, question and sample on top; the way on at the end."""
    first, *_, last = cells(name)
    top = "".join(first["source"])

    assert top.startswith("# ")
    assert "**Question:**" in top
    assert "**Sample:**" in top
    assert "".join(last["source"]).startswith("## Next")


@pytest.mark.parametrize("name", TUTORIALS)
def test_tutorial_is_prose_for_two_fifths(name: str) -> None:
    """Between 12 and 30 cells, of which at least two in five are prose."""
    assert 12 <= len(cells(name)) <= 30
    assert len(sources(name, "markdown")) >= 0.4 * len(cells(name))


@pytest.mark.parametrize("name", TUTORIALS)
def test_cells_are_short_and_define_nothing(name: str) -> None:
    """At most six lines of code, three as a rule; what needs a function belongs into the package."""
    code = sources(name, "code")
    lines = [len([line for line in source.splitlines() if line]) for source in code]
    nodes = {type(node) for source in code for node in ast.walk(ast.parse(source))}

    assert max(lines) <= 6
    assert median(lines) <= 3
    assert not nodes & {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While}


@pytest.mark.parametrize("name", TUTORIALS)
def test_outputs_are_kept_and_were_made_in_order(name: str) -> None:
    """Every code cell was run, in a fresh kernel, from top to bottom."""
    code = [cell for cell in cells(name) if cell["cell_type"] == "code"]

    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert any(cell["outputs"] for cell in code)


@pytest.mark.parametrize("name", TUTORIALS)
def test_outputs_have_no_type_no_place_and_no_moment(name: str) -> None:
    """Neither a new Polars nor another machine changes them: no types of columns, no paths, no addresses of objects."""
    assert not re.search(r"\bstr\b|\bu32\b|\bi64\b|┌|text/html|/tmp|/home|/work|0x[0-9a-f]{6}", outputs(name))
