"""Loaded by each worker of a call's own cluster: it says nothing in the terminal, and heeds no Ctrl+C there."""

import logging
import signal


def dask_setup(_worker: object) -> None:
    """Leave both to whoever asked, who tells what became of each job, and ends the workers. Called when one starts."""
    # Polars heeds Ctrl+C from the moment that it is loaded: what is said before would not hold.
    import polars as pl  # noqa: F401, PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
