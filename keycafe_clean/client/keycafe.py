"""The client: one method for each thing that the service can be asked."""

import time
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Self

import httpx2

from keycafe_clean import errors
from keycafe_clean.client.connection import Connection
from keycafe_clean.client.pagination import all_pages
from keycafe_clean.client.responses import Model, Response, parsed, parsed_list
from keycafe_clean.wire import (
    Account,
    ClockChange,
    Import,
    Limit,
    Mail,
    Plan,
    PlanChange,
    RowError,
    User,
    UserFilter,
)

#: Seconds between looks at an import: often at first, and never more than thirty a minute.
_LOOKS = (0.1, 0.2, 0.4, 0.8, 1.6)
_LAST_LOOK = 2.0

#: How long an import is followed. A thousand people take seconds; a working day is for the longest queue before them.
_WATCH_SECONDS = 8 * 3_600


class KeycafeClient:
    """A connection to the service at `url`, for the account of `email` and `token`. Close it, or use it with `with`.

    `transport` replaces the network; `pause` is called with the seconds to wait; `clock` gives seconds. Making it sends
    nothing. Every method raises ImportRefused where the service says no, by the class that says why, and
    ServiceUnavailable where it does not answer, or not as an import service does.

    Raises:
        ServiceUnavailable: The address cannot be used, or has credentials in it.
    """

    def __init__(  # noqa: PLR0913 -- who asks, whom, and what tests replace
        self,
        url: str,
        email: str,
        token: str,
        transport: httpx2.BaseTransport | None = None,
        *,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause = pause
        self._clock = clock
        self._connection = Connection(url, (f"{email}/token", token), transport, pause=pause, clock=clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; once more does no harm."""
        self._connection.close()

    def upload(self, file: str | Path | bytes, name: str | None = None, *, key: str | None = None) -> Import:
        """Put an import file into the queue; get the import as it was accepted.

        `name` is what the service shows, by default the file's own, or `users.csv` for bytes. A connection that breaks
        is tried once more; the service sees by the `key` that it is the same upload, and so it does when a later call
        has the same one. By default each call has a key of its own.

        Raises:
            OutputError: The file cannot be read.
            ImportRefused: The service does not take the file; the class says why.
            ServiceUnavailable: The service does not answer.
        """
        content = file if isinstance(file, bytes) else _read(Path(file))
        shown = name or ("users.csv" if isinstance(file, bytes) else Path(file).name)
        return self._get(
            Import,
            "POST",
            "/mock/imports",
            files={"file": (shown, content, "text/csv")},
            headers={"Idempotency-Key": key or _new_key()},
        )

    def watch(self, import_id: int) -> Iterator[Import]:
        """Yield the import again and again, the last time when it is completed or failed; waits in between.

        Raises:
            ServiceUnavailable: It is neither after eight hours.
        """
        ends = self._clock() + _WATCH_SECONDS
        for seconds in chain(_LOOKS, repeat(_LAST_LOOK)):
            current = self.import_status(import_id)
            yield current
            if current.is_finished:
                return
            if self._clock() > ends:
                raise errors.ServiceUnavailable(_endless(current))
            self._pause(seconds)

    def follow(self, import_id: int, progress: Callable[[Import], None]) -> Import:
        """Get an import as it ends; `progress` gets it again and again as it goes on. Raises what `watch()` does."""
        for now in self.watch(import_id):
            progress(now)
        return now

    def import_status(self, import_id: int) -> Import:
        """Get an import as it stands. ImportRefused: there is none of this id."""
        return self._get(Import, "GET", f"/mock/imports/{import_id}")

    def import_errors(self, import_id: int) -> list[RowError]:
        """Get the errors of an import, in the order of its file; empty while none is known."""
        return parsed_list(
            self._connection.ask("GET", f"/mock/imports/{import_id}/errors"), RowError, self._connection.url
        )

    def imports(self) -> list[Import]:
        """Get all past imports, the latest first."""
        return self._all("/mock/imports", Import)

    def limit(self) -> Limit:
        """Get the limit of the month, in users: used, queued and left, as of now."""
        return self._get(Limit, "GET", "/mock/limit")

    def account(self) -> Account:
        """Get the account: its address, whether that is confirmed, and its plan."""
        return self._get(Account, "GET", "/mock/account")

    def confirm_email(self) -> Account:
        """Confirm the account's address, and get the account. The mock's alone: Keycafe sends a mail with a link."""
        return self._get(Account, "POST", "/mock/account/confirm-email")

    def change_plan(self, plan: Plan) -> Account:
        """Change the account's plan, and with it the limit of the month; get the account. The mock's alone."""
        return self._get(Account, "PUT", "/mock/account/plan", json=PlanChange(plan=plan).model_dump())

    def users(self, shown: UserFilter = "all") -> list[User]:
        """Get everybody under a filter of the Users tab, in the order in which they were added.

        `invited` are those who have not accepted; `all` are those who have an account.
        """
        return self._all("/mock/users", User, filter=shown)

    def accept_invitation(self, user_id: int) -> User:
        """Create the account that a Full User was invited to, as that person would; get the user. The mock's alone.

        ImportRefused: nobody has this id.
        """
        return self._get(User, "POST", f"/mock/invitations/{user_id}/accept")

    def outbox(self) -> list[Mail]:
        """Get the mails that Keycafe would have sent, the earliest first. The mock's alone."""
        return self._all("/mock/outbox", Mail)

    def set_clock(self, now: datetime | None) -> None:
        """Stop the mock's clock at a moment, with its offset from UTC; None lets it run again. The mock's alone."""
        self._connection.ask("PUT", "/mock/clock", json=ClockChange(now=now).model_dump(mode="json"))

    def _all(self, path: str, kind: type[Model], **query: str) -> list[Model]:
        def page(number: int) -> Response:
            """Get one page of the list."""
            return self._connection.ask("GET", path, params={**query, "page": number})

        return all_pages(page, kind, self._connection.url, self._clock)

    def _get(self, kind: type[Model], method: str, path: str, **request: Any) -> Model:  # noqa: ANN401 -- httpx2's
        return parsed(self._connection.ask(method, path, **request), kind, self._connection.url)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise errors.OutputError(
            f"{file.name} cannot be read. Check that it is there and not open elsewhere."
        ) from None


def _new_key() -> str:
    return uuid.uuid4().hex


def _endless(current: Import) -> str:
    return f"Import {current.id} is still {current.state} after eight hours. Look at the list of imports tomorrow."
