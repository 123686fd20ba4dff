"""The two ways to start a mock: embedded in this process for practice, or alone on a database that stays."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.server import MockKeycafe
from keycafe_clean.wire import Plan


class Start(TypedDict, total=False):
    """What a mock may be started with; `MockKeycafe` says what each means."""

    used: int
    known: Sequence[str]
    elsewhere: Sequence[str]
    confirmed: bool
    policy: MockPolicy
    today: date | None
    log: Path | None
    email: str
    token: str


def embedded(plan: Plan = "paid", **start: Unpack[Start]) -> MockKeycafe:
    """Get a mock for practice inside this process.

    `with embedded(used=120) as mock:` gives `mock.url`, `mock.email` and `mock.token`.
    It listens on a free port of this machine only, and leaves nothing behind.
    """
    return MockKeycafe(plan=plan, **start)


def serve(host: str, port: int, database: Path, plan: Plan = "paid", **start: Unpack[Start]) -> MockKeycafe:
    """Get a mock that runs alone, on a database that stays.

    Inside `with serve(...) as mock:`, `mock.wait()` waits for the keyboard.

    Raises:
        NotStarted: On entering, when the port is taken or the database cannot be used.
    """
    return MockKeycafe(plan=plan, host=host, port=port, database=database, **start)
