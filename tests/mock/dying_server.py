"""A mock that answers over HTTP and dies at a point of commit: `dying_server.py DATABASE TOKEN POINT`.

Its address is the first line of output. It ends with status 9, at once and without any tidying.
"""

import sys
from functools import partial
from pathlib import Path

from keycafe_clean.mock import serve, server
from keycafe_clean.mock.store import Store
from tests.mock.dying import Death


def main(database: str, token: str, point: str) -> None:
    """Answer until death."""
    server.Store = partial(Store, reach=Death(point, 1))  # type: ignore[assignment, misc, attr-defined]
    with serve("127.0.0.1", 0, Path(database), token=token) as mock:
        sys.stdout.write(f"{mock.url}\n")
        sys.stdout.flush()
        mock.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
