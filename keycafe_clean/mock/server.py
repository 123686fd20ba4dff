"""A mock that runs: embedded in this process for practice, or alone on a database that stays."""

import atexit
import secrets
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypedDict, Unpack

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.app import create_app
from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.database_file import cannot_be_used
from keycafe_clean.mock.faults import Faults
from keycafe_clean.mock.imports import Service
from keycafe_clean.mock.log_file import logging_to
from keycafe_clean.mock.middleware import LOOPBACK_HOSTS, token_digest
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.seed import Seed, seed_account
from keycafe_clean.mock.store import Store, StoreError
from keycafe_clean.mock.web_server import NotStarted, listening_on, serving
from keycafe_clean.mock.worker import Worker
from keycafe_clean.wire import Plan

#: Who practises, where no address is given.
PRACTICE_EMAIL = "practice@example.com"

#: Between two looks at the keyboard: on Windows, a wait without an end does not hear it.
_LISTENING_SECONDS = 0.05


@dataclass(kw_only=True, repr=False)
class MockKeycafe:
    """A mock Keycafe: enter it, and it answers at `url` to `email` and `token` until it is left.

    Without a database it keeps everything in a temporary folder that goes with it. A database that is there already
    keeps its plan, users and imports; only its credentials are new. `used` places count against this month, `known`
    addresses are members already, `elsewhere` have an account in another organization. `today` stops the clock at nine
    in the morning, UTC; None lets it run. `log` gets warnings, without anything about people; None drops them. A free
    `port` is taken for 0. Assumption: the plan is paid (`Setup.plan` says why), and the
    account's address confirmed, as that of whoever has used Keycafe before.
    """

    plan: Plan = "paid"
    used: int = 0
    known: Sequence[str] = ()
    elsewhere: Sequence[str] = ()
    confirmed: bool = True
    policy: MockPolicy = field(default_factory=MockPolicy)
    faults: Faults = field(default_factory=Faults)
    today: date | None = None
    host: str = "127.0.0.1"
    port: int = 0
    database: Path | None = None
    log: Path | None = None
    email: str = PRACTICE_EMAIL
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    url: str = field(default="", init=False)
    _running: ExitStack = field(default_factory=ExitStack, init=False)
    _stopped: threading.Event = field(default_factory=threading.Event, init=False)

    def __repr__(self) -> str:
        # No token, no address, no port: a notebook shows it, and keeps what it shows.
        return f"MockKeycafe(plan={self.plan!r}, used={self.used:,})"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start to answer.

        Raises:
            NotStarted: The port is taken, or the database cannot be used.
        """
        with ExitStack() as opened:
            # A notebook that forgets to stop must leave no folder behind, and no warning.
            atexit.register(self.stop)
            opened.callback(atexit.unregister, self.stop)
            listening = opened.enter_context(listening_on(self.host, self.port))
            opened.enter_context(logging_to(self.log))
            service = self._open(opened)
            opened.enter_context(Worker(service))
            opened.enter_context(serving(create_app(service, {*LOOPBACK_HOSTS, self.host}), listening))
            self.url = f"http://{self.host}:{listening.getsockname()[1]}"
            self._running = opened.pop_all()

    def stop(self) -> None:
        """Stop to answer, and remove the temporary folder; once more does no harm."""
        self._stopped.set()
        self._running.close()

    def wait(self) -> None:
        """Wait until the mock is stopped, or the keyboard interrupts."""
        while not self._stopped.wait(_LISTENING_SECONDS):
            pass

    def _open(self, opened: ExitStack) -> Service:
        path = self.database or Path(opened.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))) / "mock.db"
        clock = Clock(datetime.combine(self.today, time(9), UTC) if self.today else None)
        credentials = Credentials(self.email, token_digest(self.token))
        seed = Seed(self.plan, self.confirmed, self.used, tuple(self.known), tuple(self.elsewhere))
        try:
            store = opened.enter_context(Store(path))
            seed_account(store, clock.now(), credentials, seed)
        except StoreError as error:
            raise NotStarted(str(error)) from None
        except sqlite3.Error:
            # Another program holds it, or it is damaged further down than its first bytes.
            raise NotStarted(str(cannot_be_used(path))) from None
        return Service(store, clock, self.policy, self.faults)


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


def embedded(plan: Plan = "paid", *, database: Path | None = None, **start: Unpack[Start]) -> MockKeycafe:
    """Get a mock for practice inside this process.

    `with embedded(used=120) as mock:` gives `mock.url`, `mock.email` and `mock.token`.
    It listens on a free port of this machine only, and leaves nothing behind but a database that was named.
    What it may be started with, and why the plan is paid by default, is said of `MockKeycafe`.
    """
    return MockKeycafe(plan=plan, database=database, **start)


def serve(host: str, port: int, database: Path, **start: Unpack[Start]) -> MockKeycafe:
    """Get a mock that runs alone, on a database that stays; a new one begins with a paid plan.

    Inside `with serve(...) as mock:`, `mock.wait()` waits for the keyboard.

    Raises:
        NotStarted: On entering, when the port is taken or the database cannot be used.
    """
    return MockKeycafe(host=host, port=port, database=database, **start)
