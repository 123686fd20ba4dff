"""A child process that may die: what it reads can use up memory or abort, and the analyst's session lives on."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import keycafe_clean
from keycafe_clean.read.memory import resident_bytes

#: A workbook of 100,000 people takes 3 seconds and 350 MB.
SECONDS, BYTES = 18, 900_000_000

#: How often the child's memory is looked at, in seconds.
LOOK_EVERY = 0.05


class ChildStoppedError(Exception):
    """The child took too much memory or time, or died."""


def ask_child(module: str, *arguments: str, data: bytes) -> bytes:
    """Run a module of ours in another process with `data` as its input, and get its output.

    ChildStoppedError: it had to be ended, or ended without an answer.
    """
    # -P keeps modules of the working folder from standing in for ours.
    command = [sys.executable, "-P", "-m", module, *arguments]
    package = str(Path(keycafe_clean.__file__).parents[1])
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": package},
    ) as child:
        over = Event()
        Thread(target=_end_when_too_much, args=(child, over), daemon=True).start()
        output = child.communicate(data)[0]
        over.set()
    if child.returncode != 0:
        raise ChildStoppedError
    return output


def _end_when_too_much(child: subprocess.Popen[bytes], over: Event) -> None:
    """End the child as soon as its memory or its time is over the limit."""
    deadline = time.monotonic() + SECONDS
    while not over.wait(LOOK_EVERY):
        if time.monotonic() > deadline or resident_bytes(child.pid) > BYTES:
            child.kill()
            return
