import logging
import signal

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
