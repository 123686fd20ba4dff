"""Loaded by each worker of a call's own cluster: it says nothing in the terminal, and heeds no Ctrl+C there."""

import logging
import signal


def dask_setup(_worker: object) -> None:
    """Leave both to whoever asked, who tells what became of each job, and ends the workers. Called when one starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
