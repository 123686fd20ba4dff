"""Whole exports of HR systems and languages, by their headers: `systems.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.columns.sources import suggested, unsure

SYSTEMS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("systems.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_system(system: str) -> None:
    """Every column is taken for what it is, no decoy is, and nothing is asked."""
    cells = {header: [cell or None for cell in cells] for header, cells in SYSTEMS[system]["cells"].items()}

    assert suggested(cells) == {column: tuple(headers) for column, headers in SYSTEMS[system]["columns"].items()}
    assert unsure(cells) == []
