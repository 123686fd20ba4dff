"""The import interface of Keycafe, seen from here: upload a file, follow it, and read what became of it.

Every refusal is an exception of `errors.py` whose message can be shown to the analyst. Nothing that an answer holds
about people is put into one.
"""

import time
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import httpx2
from pydantic import TypeAdapter, ValidationError

from keycafe_clean import errors
from keycafe_clean.wire import (
    Account,
    ClockChange,
    ErrorEnvelope,
    Import,
    Limit,
    Mail,
    Plan,
    PlanChange,
    RowError,
    User,
    UserFilter,
)

Answer = TypeVar("Answer")

#: What each refusal is, and what is said where the service's answer is no sentence.
REFUSALS: dict[int, tuple[type[errors.KeycafeCleanError], str]] = {
    400: (errors.WrongFile, "Keycafe cannot read this as an import file. Compare its header with the sample file."),
    401: (errors.WrongCredentials, "Keycafe does not know this e-mail address and token. Check both, and try again."),
    403: (errors.EmailNotConfirmed, "Confirm your e-mail address before importing users."),
    404: (errors.ImportRefused, "Keycafe has nothing of this number. Look at the list of imports."),
    409: (errors.LimitReached, "The file holds more people than places are left this month. Write a smaller file."),
    413: (errors.FileTooLarge, "The file is larger than Keycafe takes. Split it into several files."),
    422: (errors.ImportRefused, "This upload was already sent with another file. Upload the file again."),
    429: (errors.TooManyRequests, "Keycafe takes no more requests for a minute. Wait a minute, and try again."),
}

#: "Exceeding: all requests are 429 for one minute."
_BACK_OFF_SECONDS = 60

#: Seconds between looks at an import: often at first, and never more than thirty a minute.
_LOOKS = (0.1, 0.2, 0.4, 0.8, 1.6)
_LAST_LOOK = 2.0

_TIMEOUT_SECONDS = 10.0
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class KeycafeClient:
    """A connection to the service at `url`, for the account of `email` and `token`. Close it, or use it with `with`.

    `transport` replaces the network; `pause` is called with the seconds to wait.
    """

    def __init__(
        self,
        url: str,
        email: str,
        token: str,
        transport: httpx2.BaseTransport | None = None,
        *,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._url = url
        self._pause = pause
        self._http = httpx2.Client(
            base_url=url,
            auth=(f"{email}/token", token),
            transport=transport,
            timeout=_TIMEOUT_SECONDS,
            trust_env=urlsplit(url).hostname not in _LOOPBACK,  # a company's proxy cannot reach this machine
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def upload(self, file: str | Path | bytes, name: str | None = None) -> Import:
        """Put an import file into the queue; get the import as it was accepted.

        A connection that breaks is tried once more; the service sees by a key that it is the same upload.

        Raises:
            OutputError: The file cannot be read.
            ImportRefused: The service does not take the file; the class says why.
            ServiceUnavailable: The service does not answer.
        """
        content = file if isinstance(file, bytes) else _read(Path(file))
        shown = name or ("users.csv" if isinstance(file, bytes) else Path(file).name)
        answer = self._ask(
            "POST",
            "/mock/imports",
            files={"file": (shown, content, "text/csv")},
            headers={"Idempotency-Key": _new_key()},
        )
        return self._parsed(answer, Import)

    def watch(self, import_id: int) -> Iterator[Import]:
        """Yield the import again and again, the last time when it is completed or failed."""
        looks = chain(_LOOKS, repeat(_LAST_LOOK))
        current = self.import_status(import_id)
        yield current
        while not current.is_finished:
            self._pause(next(looks))
            current = self.import_status(import_id)
            yield current

    def import_status(self, import_id: int) -> Import:
        """Get an import as it stands."""
        return self._parsed(self._ask("GET", f"/mock/imports/{import_id}"), Import)

    def import_errors(self, import_id: int) -> list[RowError]:
        """Get the errors of an import, in the order of its file."""
        return self._parsed(self._ask("GET", f"/mock/imports/{import_id}/errors"), list[RowError])

    def imports(self) -> list[Import]:
        """Get all past imports, the latest first."""
        return self._all("/mock/imports", Import)

    def limit(self) -> Limit:
        """Get the limit of the month, used and left."""
        return self._parsed(self._ask("GET", "/mock/limit"), Limit)

    def account(self) -> Account:
        """Get the account."""
        return self._parsed(self._ask("GET", "/mock/account"), Account)

    def confirm_email(self) -> Account:
        """Confirm the account's address."""
        return self._parsed(self._ask("POST", "/mock/account/confirm-email"), Account)

    def change_plan(self, plan: Plan) -> Account:
        """Change the account's plan."""
        return self._parsed(self._ask("PUT", "/mock/account/plan", json=PlanChange(plan=plan).model_dump()), Account)

    def users(self, shown: UserFilter = "all") -> list[User]:
        """Get everybody under a filter of the Users tab."""
        return self._all("/mock/users", User, filter=shown)

    def accept_invitation(self, user_id: int) -> User:
        """Create the account that a Full User was invited to, as that person would."""
        return self._parsed(self._ask("POST", f"/mock/invitations/{user_id}/accept"), User)

    def outbox(self) -> list[Mail]:
        """Get the mails that Keycafe would have sent."""
        return self._all("/mock/outbox", Mail)

    def set_clock(self, now: datetime | None) -> None:
        """Stop the mock's clock at a moment, or let it run again."""
        self._ask("PUT", "/mock/clock", json=ClockChange(now=now).model_dump(mode="json"))

    def _all(self, path: str, kind: type[Answer], **query: str) -> list[Answer]:
        """Get every page of a list; the pages are counted here, the service only says whether another follows."""
        items: list[Answer] = []
        page = 1
        while True:
            answer = self._ask("GET", path, params={**query, "page": page})
            items += self._parsed(answer, list[kind])  # type: ignore[valid-type]
            if "next" not in answer.links:
                return items
            page += 1

    def _ask(self, method: str, path: str, **request: Any) -> httpx2.Response:  # noqa: ANN401 -- as httpx2's own
        answer = self._send(method, path, **request)
        if answer.status_code == 429:
            self._pause(_BACK_OFF_SECONDS)
            answer = self._send(method, path, **request)
        if answer.is_success:
            return answer
        raise self._refusal(answer)

    def _send(self, method: str, path: str, **request: Any) -> httpx2.Response:  # noqa: ANN401 -- as above
        """Send a request, and once more if the connection breaks; an upload has a key, and is not taken twice."""
        try:
            return self._send_once(method, path, **request)
        except httpx2.TransportError:
            pass
        try:
            return self._send_once(method, path, **request)
        except httpx2.ConnectError:
            reason = "Nothing answers at {url}. Check the address, and whether the service is running."
        except httpx2.TimeoutException:
            reason = f"{{url}} did not answer within {_TIMEOUT_SECONDS:.0f} seconds. Try again in a few minutes."
        except httpx2.TransportError:
            reason = "The connection to {url} broke off. Look at the list of imports before you upload again."
        raise errors.ServiceUnavailable(reason.format(url=self._url))

    def _send_once(self, method: str, path: str, **request: Any) -> httpx2.Response:  # noqa: ANN401 -- as above
        return self._http.request(method, path, **request)

    def _parsed(self, answer: httpx2.Response, kind: type[Answer]) -> Answer:
        try:
            return TypeAdapter(kind).validate_json(answer.content)
        except ValidationError:
            message = f"{self._url} answers, but not as an import service does. Check the address."
        raise errors.ServiceUnavailable(message)

    def _refusal(self, answer: httpx2.Response) -> errors.KeycafeCleanError:
        if answer.status_code not in REFUSALS:
            return errors.ServiceUnavailable(
                f"{self._url} failed with status {answer.status_code}. Try again in a few minutes."
            )
        kind, sentence = REFUSALS[answer.status_code]
        return kind(_sentence_of(answer) or sentence)


def _sentence_of(answer: httpx2.Response) -> str | None:
    """Get what the service says to people; None where it says nothing, or only an id."""
    try:
        message = ErrorEnvelope.model_validate_json(answer.content).error.error_message
    except ValidationError:
        return None
    return message if message.endswith(".") else None


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise errors.OutputError(
            f"{file.name} cannot be read. Check that it is there and not open elsewhere."
        ) from None


def _new_key() -> str:
    return uuid.uuid4().hex
