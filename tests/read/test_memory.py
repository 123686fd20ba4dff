"""How much memory a process uses."""

import os

from keycafe_clean.read.memory import resident_bytes


def test_a_process_uses_some_memory() -> None:
    """This process has more than a few million bytes, and less than all there are."""
    assert 5_000_000 < resident_bytes(os.getpid()) < 100_000_000_000


def test_a_process_that_is_not_there_uses_none() -> None:
    """A process that has ended is not a fault."""
    assert resident_bytes(2**22 + 1) == 0
