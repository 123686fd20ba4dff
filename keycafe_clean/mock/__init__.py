"""A mock Keycafe over HTTP, to practise an import on: it invites nobody, and says no wherever Keycafe would.

It keeps to the article; what the article leaves open is one setting each of `MockPolicy`. It shares no code with the
cleaning, so that it can catch its mistakes.
"""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from keycafe_clean.mock.policy import MockPolicy, PolicyError, describe_policy, load_policy
from keycafe_clean.mock.server import MockKeycafe, NotStarted
from keycafe_clean.wire import Plan

__all__ = [
    "MockKeycafe",
    "MockPolicy",
    "NotStarted",
    "PolicyError",
    "describe_policy",
    "embedded",
    "load_policy",
    "serve",
]


class Start(TypedDict, total=False):
    """What a mock may be started with; `MockKeycafe` says what each means."""

    used: int
    known: list[str] | tuple[str, ...]
    elsewhere: list[str] | tuple[str, ...]
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
