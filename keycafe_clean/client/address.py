"""The address of the service: what it must be, said before anything is sent to it."""

import httpx2

from keycafe_clean.errors import ServiceUnavailable

_CREDENTIALS = (
    "The address of the service has a user name or a password in it. Take out what stands before the @: an address is "
    "shown and kept in places where no password belongs."
)
_NO_ADDRESS = (
    "The address of the service cannot be used. It is like https://keycafe.example.com: http or https, a host, and "
    "neither ? nor # behind it."
)

_READABLE = (
    "The address begins with http, so that the token and the people would travel readable. Write https; http is for a "
    "service on this computer alone."
)

#: The hosts of this computer, which nothing leaves.
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

#: Ports have sixteen bits.
_LAST_PORT = 65_535


def check_address(url: str) -> None:
    """Check that an address is one of HTTP, and holds nothing secret.

    Raises:
        ServiceUnavailable: It is none, or has credentials in it; the sentence does not repeat it.
    """
    try:
        address = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError):
        address = httpx2.URL("")
    if address.userinfo or "@" in url:
        raise ServiceUnavailable(_CREDENTIALS)
    is_http = address.scheme in {"http", "https"} and _is_host(address.raw_host)
    if not is_http or "?" in url or "#" in url or not _is_port(address.port):
        raise ServiceUnavailable(_NO_ADDRESS)


def check_encrypted(url: str) -> None:
    """Check that whatever is sent to an address is encrypted on its way, or has none; `check_address()` comes first.

    Raises:
        ServiceUnavailable: It would go readable over a network.
    """
    address = httpx2.URL(url)
    if address.scheme != "https" and address.host not in LOOPBACK:
        raise ServiceUnavailable(_READABLE)


def _is_port(port: int | None) -> bool:
    """Whether something can be asked at a port; none is that of the scheme."""
    return port is None or 0 < port <= _LAST_PORT


def _is_host(name: bytes) -> bool:
    """Whether the system can look a name up; one with an empty or an endless part breaks it."""
    try:
        return bool(name) and bool(name.decode("ascii").encode("idna"))
    except UnicodeError:
        return False
