"""Middleware before every route: the right host, credentials, no forged request, no failure that tells anything."""

import base64
import binascii
import hashlib
import hmac
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.error_handlers import envelope
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal, internal_error, unauthorized

#: The only response that needs no credentials: what the service is, nothing of what it holds.
OPEN_PATHS = frozenset({"/openapi.json"})

#: The hosts of a mock that only this machine can reach.
LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "::1")

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_log = logging.getLogger("keycafe_clean.mock")


@dataclass(frozen=True)
class SecurityMiddleware:
    """An ASGI application before another one; what it refuses never reaches the other."""

    app: ASGIApp
    credentials: Credentials
    policy: MockPolicy
    hosts: Iterable[str] = LOOPBACK_HOSTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever goes wrong is a refusal of one sentence, and raises nothing."""
        sender = _ResponseSender(send)
        try:
            self._check(scope)
            await self.app(scope, receive, sender)
        except Refusal as refusal:
            await self._refusal(refusal)(scope, receive, sender)
        except Exception as error:  # noqa: BLE001 -- the last resort of a server
            _log.error("%s in %s", type(error).__name__, scope["path"])  # a traceback may hold a cell
            if not sender.has_begun:
                await self._refusal(internal_error())(scope, receive, sender)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        if _host_name(headers.get("host", "")) not in self.hosts:
            raise Refusal("request.wrongHost", "This service answers to its own address only. Check the address.")
        if scope["path"] not in OPEN_PATHS and not _may_ask(headers, self.credentials):
            raise unauthorized()
        if scope["method"] not in _SAFE_METHODS and _is_from_elsewhere(headers):
            raise Refusal("action.forbidden", "This request comes from another site. Send it from here.")

    def _refusal(self, refusal: Refusal) -> Response:
        response = envelope(refusal, self.policy)
        if refusal.status == 401:
            response.headers["WWW-Authenticate"] = 'Basic realm="Keycafe mock", charset="UTF-8"'
        return response


def token_digest(token: str) -> bytes:
    """Get what is kept of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).digest()


def _host_name(host: str) -> str:
    """Get the name in a Host header, without its port; "" for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _may_ask(headers: Headers, credentials: Credentials) -> bool:
    """Whether a request carries `{email}/token:{token}`; takes as long for a nearly right token as for a wrong one."""
    name, _, token = _basic(headers.get("authorization", "")).partition(":")
    right_name = hmac.compare_digest(name.casefold().encode(), f"{credentials.email}/token".casefold().encode())
    right_token = hmac.compare_digest(token_digest(token), credentials.token_digest)
    return right_name and right_token


def _basic(header: str) -> str:
    scheme, _, encoded = header.partition(" ")
    if scheme.casefold() != "basic":
        return ""
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, ValueError):
        return ""


def _is_from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that another site made it send this; other clients say nothing."""
    origin = headers.get("origin")
    is_foreign = origin is not None and origin.partition("://")[2] != headers.get("host")
    return is_foreign or headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}


@dataclass
class _ResponseSender:
    """What sends a response, with the headers of every response; once it `has_begun`, it is too late for another."""

    send: Send
    has_begun: bool = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_begun = True
            MutableHeaders(raw=message["headers"]).update(_HEADERS)
        await self.send(message)
