import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from keycafe_clean.job_notebook import collecting


def test_html_is_left_out_of_the_comparison() -> None:
    """Of a notebook; what is no notebook is left alone."""
    notebook, other = SimpleNamespace(skip_compare=("metadata",)), SimpleNamespace()

    collecting.pytest_collectstart(notebook)  # type: ignore[arg-type]
    collecting.pytest_collectstart(other)  # type: ignore[arg-type]

    assert (notebook.skip_compare, vars(other)) == (("metadata", "text/html"), {})


def test_what_was_noted_is_written(tmp_path: Path) -> None:
    """A list of cells, as JSON."""
    told = tmp_path / "outputs.json"
    config = SimpleNamespace(stash=pytest.Stash(), getoption={collecting.OPTION: told}.get)
    collecting.pytest_configure(config)  # type: ignore[arg-type]

    collecting.pytest_sessionfinish(SimpleNamespace(config=config))  # type: ignore[arg-type]

    assert json.loads(told.read_text(encoding="utf-8")) == []
