"""A process that imports a file and dies before it reads the answer to its upload: `dying_import.py URL TOKEN FILE`.

It ends with status 9, at once and without any tidying, as a process that is killed.
"""

import os
import sys
from functools import partial
from pathlib import Path

from keycafe_clean.client import KeycafeClient
from keycafe_clean.importing import import_file
from keycafe_clean.mock.server import PRACTICE_EMAIL
from tests.test_import_kills import Dying


def main(url: str, token: str, file: str) -> None:
    """Import the file until death."""
    with KeycafeClient(url, PRACTICE_EMAIL, token, Dying("after upload", partial(os._exit, 9))) as client:
        import_file(client, Path(file).read_bytes(), "a.csv", bool)


if __name__ == "__main__":
    main(*sys.argv[1:])
