"""Notebooks run by nbval, in a process of its own that ends with the run."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from keycafe_clean import packed
from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.job_notebook.notebook_file import Output

_MISSING = 'Notebooks cannot be run here: pip install "keycafe-clean[desk]".'

#: Nothing of what lies beside the notebooks has a say: neither a conftest.py nor other plugins.
_PYTEST = ("-P", "-m", "pytest", "-q", "--noconftest", "-p", "no:cacheprovider", "-p", "nbval.plugin")
_PLUGIN = "keycafe_clean.job_notebook.collecting"

#: Seconds that one cell may take: an export of 100,000 people takes a fraction of it.
_CELL_SECONDS = 600


@dataclass(frozen=True)
class Ran:
    """What became of a code cell; `place` counts these from 0, `outputs` None: it did not run."""

    place: int
    is_taken: bool
    is_compared: bool
    outputs: list[Output] | None


def refuse_without_nbval() -> None:
    """Say so where notebooks cannot be run. ServiceUnavailable: nbval is not installed."""
    if not find_spec("nbval"):
        raise ServiceUnavailable(_MISSING)


def sanitising() -> str:
    """Get the patterns of what differs from run to run and says nothing, as nbval reads them."""
    return packed.notebooks().joinpath("sanitize.cfg").read_text(encoding="utf-8")


def ran(paths: Sequence[Path]) -> dict[Path, list[Ran]]:
    """Run notebooks, each in its folder and a fresh kernel, and get what became of their code cells, in order.

    A notebook that nothing is told of did not begin. ServiceUnavailable: nbval is not installed, or nothing was run.
    """
    refuse_without_nbval()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        (folder / "sanitize.cfg").write_text(sanitising(), encoding="utf-8")
        told = folder / "outputs.json"
        _run(folder, told, paths)
        if not told.exists():
            raise ServiceUnavailable("The notebooks could not be run: no kernel of Python starts here.")
        cells = json.loads(told.read_text(encoding="utf-8"))
    return {
        path: [
            Ran(it["cell"], it["passed"], it["compared"], it["outputs"])
            for it in cells
            if Path(it["path"]) == path.resolve()
        ]
        for path in paths
    }


def _run(folder: Path, told: Path, paths: Sequence[Path]) -> None:
    options = (
        *("-c", f"{folder / 'pytest.ini'}", "--rootdir", f"{folder}", "-p", _PLUGIN, f"--keycafe-outputs={told}"),
        *("--nbval", "--nbval-current-env", f"--nbval-cell-timeout={_CELL_SECONDS}"),
        f"--nbval-sanitize-with={folder / 'sanitize.cfg'}",
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *_PYTEST, *options, *(f"{path.resolve()}" for path in paths)],
        cwd=folder,
        env={**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdin=subprocess.DEVNULL,
        # What pytest says holds outputs, and perhaps names: ours are the words.
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
