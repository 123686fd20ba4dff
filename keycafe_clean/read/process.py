"""A child process that may die: what it reads can use up memory or abort, and the analyst's session lives on."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import psutil

import keycafe_clean
from keycafe_clean.read.budget import CHILD_BYTES, CHILD_IDLE_SECONDS, CHILD_SECONDS

#: How often the child's memory and processor time are looked at, in seconds.
LOOK_EVERY = 0.02

#: Polars would take memory for a thread for every processor of a large machine.
_THREADS = "2"


class ChildStoppedError(Exception):
    """The child took too much memory or time, or died."""


def ask_child(module: str, *request: bytes) -> bytes:
    """Run a module of ours in another process with the parts of a request on its input, and get its output.

    Its input stays open until it has answered: a child that sees it end has lost its parent. ChildStoppedError: it had
    to be ended, or ended without an answer.
    """
    # -P keeps modules of the working folder from standing in for ours.
    command = [sys.executable, "-P", "-m", module]
    paths = [str(Path(keycafe_clean.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "POLARS_MAX_THREADS": _THREADS}
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
    ) as child:
        answered = Event()
        Thread(target=_hand_over, args=(child, request), daemon=True).start()
        Thread(target=_end_when_too_much, args=(child, answered), daemon=True).start()
        try:
            output = child.stdout.read() if child.stdout else b""
        except BaseException:
            # Whoever is interrupted leaves no child behind.
            child.kill()
            raise
        finally:
            answered.set()
    if child.returncode != 0 or not output:
        raise ChildStoppedError
    return output


def _hand_over(child: "subprocess.Popen[bytes]", request: tuple[bytes, ...]) -> None:
    """Write the request; a child that has been ended takes no more of it."""
    with suppress(OSError, ValueError):
        if child.stdin:
            child.stdin.writelines(request)
            child.stdin.flush()


def _end_when_too_much(child: "subprocess.Popen[bytes]", answered: Event) -> None:
    """End the child as soon as its memory or its processor time is over the limit, or it does nothing any more."""
    used, looks = 0.0, 0
    with suppress(psutil.Error):
        process = psutil.Process(child.pid)
        while not answered.wait(LOOK_EVERY):
            times = process.cpu_times()
            used, before = times.user + times.system, used
            looks = looks + 1 if used == before else 0
            is_stuck = looks * LOOK_EVERY > CHILD_IDLE_SECONDS
            if is_stuck or used > CHILD_SECONDS or process.memory_info().rss > CHILD_BYTES:
                child.kill()
                return
