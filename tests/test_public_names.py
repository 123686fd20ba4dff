import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import keycafe_clean

ROOT = Path(__file__).resolve().parents[1]


def shown() -> str:
    """Get all code that newcomers read: README's, that of the pages, and that of the notebooks."""
    books = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "notebooks").glob("*.ipynb")]
    cells = ["".join(cell["source"]) for book in books for cell in book["cells"] if cell["cell_type"] == "code"]
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))]
    return "\n".join([*cells, *pages])


def test_public_names_are_few_and_sorted() -> None:
    """A dozen names at most, in the order of letters, each once."""
    names = keycafe_clean.__all__

    assert len(names) <= 12
    assert list(names) == sorted(set(names))


@pytest.mark.parametrize("name", keycafe_clean.__all__)
def test_public_name_is_there_and_documented(name: str) -> None:
    """Every public name resolves, and its docstring says what the caller gets."""
    assert getattr(keycafe_clean, name).__doc__


@pytest.mark.parametrize("name", keycafe_clean.__all__)
def test_public_name_is_shown(name: str) -> None:
    """Every public name is used in a notebook, in README or on a page."""
    assert re.search(rf"\b{name}\b", shown())


def test_other_names_do_not_exist() -> None:
    """A name that nobody has is an AttributeError, as of any module."""
    with pytest.raises(AttributeError, match="module 'keycafe_clean' has no attribute 'cleanse'"):
        keycafe_clean.cleanse  # noqa: B018 - the look is the test


def test_package_says_that_it_is_typed() -> None:
    """Type checkers read the annotations of a package that carries the mark of PEP 561."""
    assert files("keycafe_clean").joinpath("py.typed").is_file()
