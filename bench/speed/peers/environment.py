"""The Python of those that we are compared with: they have an environment of their own."""

from bench.costs import ROOT
from bench.speed.lines import CannotRun

_BIN = ROOT / ".venv-bench" / "bin"


def peer(command: str = "python") -> str:
    """Get the path of a command of that environment. CannotRun: it is not there."""
    if not (_BIN / command).exists():
        raise CannotRun(f"{command} is not in .venv-bench: make .venv-bench/done")
    return f"{_BIN / command}"
