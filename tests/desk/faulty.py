"""A desk whose practice meets the faults of the mock, as a file switches them on."""

import json
from pathlib import Path

import nbformat

#: What the notebook does first: a practice begins with the faults that the file names then.
_SWITCH = """
import json
from collections import deque
from pathlib import Path

from keycafe_clean import mock
from keycafe_clean.mock.server import embedded


def faulty(*given, **start):
    practice = embedded(*given, **start)
    for name, fault in json.loads(Path({switch!r}).read_text()).items():
        setattr(practice.faults, name, deque(fault) if isinstance(fault, list) else fault)
    return practice


mock.embedded = faulty
"""


def with_faults(notebook: Path, switch: Path) -> Path:
    """Let a notebook of the desk practise with the faults in a file, `{}` at first: fields of `Faults`, as JSON."""
    read = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
    cell = nbformat.v4.new_code_cell(_SWITCH.format(switch=f"{switch}"), id="faults")  # type: ignore[no-untyped-call]
    read.cells.insert(1, cell)
    nbformat.write(read, notebook)  # type: ignore[no-untyped-call]
    set_faults(switch)
    return notebook


def set_faults(switch: Path, **faults: object) -> None:
    """Switch these faults on for the practices that begin from now on, and all others off."""
    switch.write_text(json.dumps(faults), encoding="utf-8")
