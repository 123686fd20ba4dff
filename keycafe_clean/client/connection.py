"""The connection to the service: one request and its whole response, within bounds of time and size."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx2

from keycafe_clean import errors
from keycafe_clean.client.address import LOOPBACK, check_address
from keycafe_clean.client.deadline import Deadline, DeadlinePassed, hold_to
from keycafe_clean.client.responses import Response, refusal

#: "Exceeding: all requests are 429 for one minute."
_BACK_OFF_SECONDS = 60

#: Seconds for each step of a request, and for the whole of it, tried twice: 2 MB need a minute on a slow line.
_STEP_SECONDS = 10.0
_REQUEST_SECONDS = 120.0

#: The errors of an import come in one response, the largest there is: this holds fifty thousand of them, unpacked.
_RESPONSE_BYTES = 8_000_000


class Connection:
    """A connection to the service at `url`, with Basic `credentials`. Close it after use.

    `transport` replaces the network; `pause` is called with the seconds to wait; `clock` gives seconds.
    """

    def __init__(
        self,
        url: str,
        credentials: tuple[str, str],
        transport: httpx2.BaseTransport | None = None,
        *,
        pause: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        check_address(url)
        self.url = url
        self._pause = pause
        self._deadline = Deadline(clock)
        self._http = httpx2.Client(
            base_url=url,
            auth=credentials,
            transport=transport,
            timeout=_STEP_SECONDS,
            follow_redirects=False,  # the token is for this address
            trust_env=urlsplit(url).hostname not in LOOPBACK,  # a company's proxy cannot reach this machine
        )
        hold_to(self._deadline, self._http)

    def close(self) -> None:
        """Close the connection; once more does no harm."""
        self._http.close()

    def ask(self, method: str, path: str, **request: Any) -> Response:  # noqa: ANN401 -- as httpx2's own
        """Get the response to a request, after a pause if there were too many.

        Raises:
            ImportRefused: The service says no.
            ServiceUnavailable: It does not answer, or says what nobody can read.
        """
        response = self._send(method, path, **request)
        if response.status == 429:
            self._pause(_BACK_OFF_SECONDS)
            response = self._send(method, path, **request)
        if 200 <= response.status < 300:
            return response
        raise refusal(response, self.url)

    def _send(self, method: str, path: str, **request: Any) -> Response:  # noqa: ANN401 -- as above
        """Send a request, and once more if the connection breaks; an upload has a key, and is not taken twice."""
        self._deadline.start(_REQUEST_SECONDS)
        try:
            return self._send_once(method, path, **request)
        except httpx2.TransportError:
            pass
        try:
            return self._send_once(method, path, **request)
        except httpx2.TransportError as error:
            reason = _reason(error)
        raise errors.ServiceUnavailable(reason.format(url=self.url))

    def _send_once(self, method: str, path: str, **request: Any) -> Response:  # noqa: ANN401 -- as above
        with self._http.stream(method, path, **request) as response:
            return Response(response.status_code, self._content(response), "next" in response.links)

    def _content(self, response: httpx2.Response) -> bytes:
        """Get the body of a response, unpacked; it is no more read than it may have bytes."""
        content = bytearray()
        try:
            for piece in response.iter_bytes():
                content += piece
                if len(content) > _RESPONSE_BYTES:
                    raise errors.ServiceUnavailable(
                        f"{self.url} sends an answer of more than 8 MB, which no import has. Check the address."
                    )
        except httpx2.DecodingError:
            return b""  # what cannot be unpacked is no document
        return bytes(content)


def _reason(error: httpx2.TransportError) -> str:
    """Get the sentence for a connection that failed twice, without its address."""
    match error:
        case httpx2.ConnectError():
            return "Nothing answers at {url}. Check the address, and whether the service is running."
        case DeadlinePassed():
            return f"{{url}} did not end its answer within {_REQUEST_SECONDS:.0f} seconds. Try again in a few minutes."
        case httpx2.TimeoutException():
            return f"{{url}} did not answer within {_STEP_SECONDS:.0f} seconds. Try again in a few minutes."
        case _:
            return "The connection to {url} broke off. Look at the list of imports before you upload again."
