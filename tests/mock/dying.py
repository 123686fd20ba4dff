"""A process that takes an import on and dies at a point of commit: `dying.py DATABASE POINT TIMES`.

It ends with status 9, at once and without any tidying, as a process that is killed.
"""

import os
import sys
from pathlib import Path

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.imports import Service, Upload, accept, run_next
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.seed import Seed, seed_account
from keycafe_clean.mock.store import Store
from tests.mock.files import NOW
from tests.mock.truth import mixed_file


class Death:
    """Ends the process when a point of commit is reached for the given time."""

    def __init__(self, point: str, times: int) -> None:
        self._point = point
        self._left = times

    def __call__(self, reached: str) -> None:
        """Count the times that the point is reached."""
        self._left -= reached == self._point
        if self._left == 0:
            os._exit(9)


def main(database: str, point: str, times: str) -> None:
    """Open an account, accept the file, and work until death."""
    with Store(Path(database)) as store:
        seed_account(store, NOW, Credentials("analyst@example.com", b"x"), Seed())
    with Store(Path(database), reach=Death(point, int(times))) as store:
        service = Service(store, Clock(NOW), MockPolicy())
        accept(service, Upload("mixed.csv", mixed_file(), "key"))
        while run_next(service):
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
