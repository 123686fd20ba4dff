"""A notebook of Jupyter as its file keeps it (nbformat 4)."""

import json
from collections.abc import Iterable
from typing import Any

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def cells_from(texts: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
    """Get cells without outputs from their kinds (`markdown`, `code`) and texts, in order."""
    return [_cell(number, kind, text) for number, (kind, text) in enumerate(texts)]


def content_from(cells: Iterable[dict[str, object]]) -> dict[str, Any]:
    """Get the content of a notebook of Python with these cells."""
    return {"cells": list(cells), "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}


def as_json(content: dict[str, Any]) -> str:
    """Get the text of the file, as Jupyter writes it."""
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def in_lines(text: str) -> list[str]:
    """Get a text as a notebook keeps it: a line each, with its end."""
    return text.splitlines(keepends=True)


def _cell(number: int, kind: str, text: str) -> dict[str, object]:
    made: dict[str, object] = {"cell_type": kind, "id": f"cell-{number:02}", "metadata": {}, "source": in_lines(text)}
    return made | {"execution_count": None, "outputs": []} if kind == "code" else made
