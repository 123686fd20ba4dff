"""The mock without sockets and threads: requests go straight into the app, and the worker's steps are taken by hand."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from starlette.types import ASGIApp

from keycafe_clean.client import KeycafeClient
from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.app import create_app
from keycafe_clean.mock.clock import Clock
from keycafe_clean.mock.imports import Service, run_next
from keycafe_clean.mock.middleware import token_digest
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.seed import Seed, seed_account
from keycafe_clean.mock.store import Store
from keycafe_clean.wire import Import, RowError
from tests.mock.files import NOW, file_of

EMAIL, TOKEN = "analyst@example.com", "a-token-for-tests"
URL = "http://127.0.0.1"


class InProcess(httpx2.BaseTransport):
    """A transport that hands each request to an ASGI application."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx2.ASGITransport(app)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Get the application's answer."""
        return asyncio.run(self._handle(request))

    async def _handle(self, request: httpx2.Request) -> httpx2.Response:
        again = httpx2.Request(request.method, request.url, headers=request.headers, content=request.read())
        response = await self._transport.handle_async_request(again)
        return httpx2.Response(response.status_code, headers=response.headers, content=await response.aread())


@dataclass
class Practice:
    """A mock in this process, its client, and a plain connection for requests that no client sends."""

    service: Service
    client: KeycafeClient
    http: httpx2.Client
    pauses: list[float] = field(default_factory=list)

    def work(self) -> None:
        """Take the worker's steps until the queue is empty."""
        while run_next(self.service):
            pass

    def do(self, content: bytes) -> Import:
        """Upload a file, and get its import when it is finished."""
        accepted = self.client.upload(content)
        self.work()
        return self.client.import_status(accepted.id)

    def errors(self, *rows: str) -> list[tuple[int, str, str]]:
        """Import rows, and get row, field and code of each error."""
        finished = self.do(file_of(*rows))
        return [(error.row, error.field, error.code) for error in self.client.import_errors(finished.id)]

    def do_known(self, row: str, *, accepted: bool) -> None:
        """Let the person of a row be there already: invited, or a member."""
        self.do(file_of(row))
        if accepted:
            self.client.accept_invitation(self.client.users("invited")[0].id)

    def messages(self, *rows: str) -> list[str]:
        """Import rows, and get the sentence of each error."""
        return [error.message for error in self.found(*rows)]

    def found(self, *rows: str) -> list[RowError]:
        """Import rows, and get the errors."""
        return self.client.import_errors(self.do(file_of(*rows)).id)


@contextmanager
def practising(folder: Path, policy: MockPolicy | None = None, **seed: object) -> Iterator[Practice]:
    """Get a mock on a new database; `seed` is what the account starts with."""
    credentials = Credentials(EMAIL, token_digest(TOKEN))
    pauses: list[float] = []
    with Store(folder / "mock.db") as store:
        service = Service(store, Clock(NOW), policy or MockPolicy())
        seed_account(store, NOW, credentials, Seed(**seed))  # type: ignore[arg-type]
        transport = InProcess(create_app(service))
        plain = httpx2.Client(base_url=URL, transport=transport, auth=(f"{EMAIL}/token", TOKEN))
        with KeycafeClient(URL, EMAIL, TOKEN, transport, pause=pauses.append) as client, plain:
            yield Practice(service, client, plain, pauses)
