import logging
import signal
import subprocess
import sys

from keycafe_clean.many.own_worker import dask_setup


def test_a_worker_leaves_ctrl_c_and_the_terminal_to_whoever_asked() -> None:
    """A terminal sends Ctrl+C to every process in it, and each would say so in its own words."""
    logger = logging.getLogger("distributed")
    before, level = signal.getsignal(signal.SIGINT), logger.level
    try:
        dask_setup(None)

        assert (signal.getsignal(signal.SIGINT), logger.level) == (signal.SIG_IGN, logging.CRITICAL)
    finally:
        signal.signal(signal.SIGINT, before)
        logger.setLevel(level)


def test_polars_heeds_no_ctrl_c_either() -> None:
    """It has a handler of its own, from when it is loaded, which would end what is computed with a traceback."""
    lines = (
        "import os, signal",
        "from keycafe_clean.many.own_worker import dask_setup",
        "dask_setup(None)",
        "import polars as pl",
        "hit = lambda frame: (os.kill(os.getpid(), signal.SIGINT), frame)[1]",
        "print(pl.LazyFrame({'a': [1]}).map_batches(hit).sort('a').collect().item())",
    )

    ended = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "1\n", "")
