"""A child process that may die: what it reads can use up memory or abort, and the analyst's session lives on."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import keycafe_clean
from keycafe_clean.read.memory import resident_bytes

#: The most memory in bytes, and time in seconds; large files have more time for each million bytes. A workbook of
#: 100,000 people has 10 million bytes and takes 3 seconds and 350 MB.
BYTES, SECONDS, SECONDS_A_MILLION = 900_000_000, 18, 1

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
    paths = [str(Path(keycafe_clean.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    ) as child:
        over, deadline = Event(), time.monotonic() + _seconds(data)
        Thread(target=_end_when_too_much, args=(child, over, deadline), daemon=True).start()
        output = child.communicate(data)[0]
        over.set()
    # The look may come too late for a child that has just answered.
    if child.returncode != 0 or time.monotonic() > deadline:
        raise ChildStoppedError
    return output


def _seconds(data: bytes) -> float:
    return SECONDS + len(data) / 1_000_000 * SECONDS_A_MILLION


def _end_when_too_much(child: subprocess.Popen[bytes], over: Event, deadline: float) -> None:
    """End the child as soon as its memory is over the limit, or its time is up."""
    while not over.wait(LOOK_EVERY):
        if time.monotonic() > deadline or resident_bytes(child.pid) > BYTES:
            child.kill()
            return
