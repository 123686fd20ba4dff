"""The command line: thin calls, one sentence for whatever stops a run, exit codes 0, 1 and 2."""

import sys

from keycafe_clean.cli.commands import app
from keycafe_clean.cli.ending import DONE, one_sentence

__all__ = ["app", "main"]

#: What typer makes of Ctrl+C.
_INTERRUPTED = 130


def main() -> None:
    """Run `keycafe-clean`. Exit 0: done; 1: rows need a fix or a file was refused; 2: wrong call or unusable file."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console has another encoding, and names have letters that it lacks.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with one_sentence():
        code = app(prog_name="keycafe-clean", standalone_mode=False)
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
        sys.exit(code or DONE)
