"""A notebook as it lies on disk: JSON with cells, of which those with code have outputs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from keycafe_clean.errors import SetupError
from keycafe_clean.notebook_format import as_json, content_from, in_lines
from keycafe_clean.opening import bytes_of
from keycafe_clean.write.replacing import replace_file
from keycafe_clean.write.unwritable import said_if_unwritable

#: An output as a notebook keeps it (nbformat 4).
Output = dict[str, Any]


@dataclass(frozen=True)
class Notebook:
    """A notebook of format 4, and where it lies."""

    path: Path
    content: dict[str, Any]

    @classmethod
    def of(cls, path: Path, cells: Sequence[dict[str, object]]) -> "Notebook":
        """Get a new notebook of these cells."""
        return cls(path, content_from(cells))

    @classmethod
    def read(cls, path: Path) -> "Notebook":
        """Get the notebook that lies there. SetupError: it cannot be opened, or is no notebook."""
        try:
            content = json.loads(bytes_of(path))
            is_one = content["nbformat"] == 4 and all(
                isinstance(cell["outputs"], list) for cell in content["cells"] if cell["cell_type"] == "code"
            )
        except (ValueError, TypeError, KeyError):
            is_one = False
        if not is_one:
            raise SetupError(f"{path} is no notebook of Jupyter. Give one that keycafe-clean notebook new has made.")
        return cls(path, content)

    @property
    def outputs(self) -> list[list[Output]]:
        """Get the outputs of every code cell, in order."""
        return [cell["outputs"] for cell in self._code]

    @property
    def were_run(self) -> list[bool]:
        """Tell of every code cell whether it was run since its outputs were cleared, in order."""
        return [cell.get("execution_count") is not None for cell in self._code]

    @property
    def _code(self) -> list[dict[str, Any]]:
        return [cell for cell in self.content["cells"] if cell["cell_type"] == "code"]

    def with_outputs(self, new: Mapping[int, Sequence[Output]]) -> "Notebook":
        """Get the notebook with new outputs of some code cells, by their place among these; the others keep theirs."""
        cells, place = [], -1
        for cell in self.content["cells"]:
            place += cell["cell_type"] == "code"
            is_new = cell["cell_type"] == "code" and place in new
            cells.append({**cell, **_ran(place, new[place])} if is_new else cell)
        return replace(self, content={**self.content, "cells": cells})

    def to_json(self) -> bytes:
        """Get the bytes of the file, as Jupyter writes them."""
        return as_json(self.content).encode()

    def write(self) -> None:
        """Write the notebook in the place of the old one, whole or not at all. OutputError: it cannot be written."""
        with said_if_unwritable(self.path):
            replace_file(self.path, self.to_json())


def _ran(place: int, outputs: Sequence[Output]) -> dict[str, object]:
    """Get what a code cell has once it ran, numbered as in a fresh kernel, a line of text a line of the file."""
    return {"execution_count": place + 1, "outputs": [_kept(place, output) for output in outputs]}


def _kept(place: int, output: Output) -> Output:
    kept = dict(output)
    if "data" in kept:
        kept["data"] = {kind: in_lines(text) if isinstance(text, str) else text for kind, text in kept["data"].items()}
    if "text" in kept:
        kept["text"] = in_lines(kept["text"])
    if kept["output_type"] == "execute_result":
        kept["execution_count"] = place + 1
    return kept
