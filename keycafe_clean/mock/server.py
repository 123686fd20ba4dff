"""A mock that runs: its web server and its worker, each in a thread of this process."""

import atexit
import logging
import secrets
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.app import create_app
from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.database_file import cannot_be_used
from keycafe_clean.mock.faults import Faults
from keycafe_clean.mock.imports import Service
from keycafe_clean.mock.middleware import LOOPBACK_HOSTS, token_digest
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.private_file import make_private
from keycafe_clean.mock.seed import Seed, plant
from keycafe_clean.mock.store import Store, StoreError
from keycafe_clean.mock.web_server import NotStarted, listening_on, serving
from keycafe_clean.mock.worker import Worker
from keycafe_clean.wire import Plan

#: Who practises, where no address is given.
PRACTICE_EMAIL = "practice@example.com"

#: Between two looks at the keyboard: on Windows, a wait without an end does not hear it.
_LISTENING_SECONDS = 0.05

#: Who would otherwise write to a notebook: the web server, the reader of forms, and ourselves.
_LOGGERS = ("uvicorn.error", "python_multipart", "keycafe_clean.mock")


@dataclass(kw_only=True, repr=False)
class MockKeycafe:
    """A mock Keycafe: enter it, and it answers at `url` to `email` and `token` until it is left.

    Without a database it keeps everything in a temporary folder that goes with it. A database that is there already
    keeps its plan, users and imports; only its credentials are new. `used` places count against this month, `known`
    addresses are members already, `elsewhere` have an account in another organization. `today` stops the clock at nine
    in the morning, UTC. `log` gets warnings, without anything about people; None drops them.
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
            opened.enter_context(_logging_to(self.log))
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
            plant(store, clock.now(), credentials, seed)
        except StoreError as error:
            raise NotStarted(str(error)) from None
        except sqlite3.Error:
            # Another program holds it, or it is damaged further down than its first bytes.
            raise NotStarted(str(cannot_be_used(path))) from None
        return Service(store, clock, self.policy, self.faults)


@contextmanager
def _logging_to(path: Path | None) -> Iterator[None]:
    """Send warnings to a file or nowhere, so that no notebook shows them."""
    handler = _file_handler(path) if path else logging.NullHandler()
    handler.setLevel(logging.WARNING)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = not logger.handlers
        handler.close()


def _file_handler(path: Path) -> logging.Handler:
    try:
        make_private(path)
        return logging.FileHandler(path, encoding="utf-8")
    except OSError:
        raise NotStarted(f"{path.name} cannot be used as the mock's log. Choose another file.") from None
