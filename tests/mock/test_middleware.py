from base64 import b64encode

import httpx2
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.middleware import SecurityMiddleware, token_digest
from keycafe_clean.mock.policy import MockPolicy
from tests.mock.in_process import URL, InProcess

EMAIL, TOKEN = "Ann@example.com", "a:token:of-three"
PLAIN = PlainTextResponse("in")


def ask(
    method: str = "GET",
    path: str = "/",
    hosts: tuple[str, ...] = ("127.0.0.1",),
    app: ASGIApp = PLAIN,
    **said: str,
) -> httpx2.Response:
    """Ask what is behind the middleware, with good credentials unless others are said."""
    middleware = SecurityMiddleware(app, Credentials(EMAIL, token_digest(TOKEN)), MockPolicy(), hosts)
    headers = {"authorization": basic(f"{EMAIL}/token:{TOKEN}"), **{k.replace("_", "-"): v for k, v in said.items()}}
    with httpx2.Client(base_url=URL, transport=InProcess(middleware)) as http:
        return http.request(method, path, headers=headers)


def basic(pair: str, scheme: str = "Basic") -> str:
    """Get the header of a name and a token."""
    return f"{scheme} {b64encode(pair.encode()).decode()}"


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (basic(f"{EMAIL}/token:{TOKEN}"), 200),
        (basic(f"ann@EXAMPLE.com/token:{TOKEN}", "BASIC"), 200),
        (basic(f"{EMAIL}:{TOKEN}"), 401),
        (basic(f"{EMAIL}/key:{TOKEN}"), 401),
        (basic(f"{EMAIL}/token:{TOKEN}x"), 401),
        (basic(f"{EMAIL}/token:"), 401),
        (basic(f"{EMAIL}/token:{TOKEN}", "Bearer"), 401),
        ("Basic no-base64", 401),
        ("Basic", 401),
        ("", 401),
    ],
)
def test_an_address_and_its_token_open(header: str, status: int) -> None:
    """A key is no token, and nearly right is wrong; a token may hold a colon, and an address any case."""
    assert ask(authorization=header).status_code == status


@pytest.mark.parametrize(
    ("headers", "error_id", "sentence"),
    [
        (
            {"host": "example.com"},
            "request.wrongHost",
            "This service answers to its own address only. Check the address.",
        ),
        (
            {"authorization": ""},
            "unauthorized",
            "This e-mail address and token are not known here. Check both; a key is not a token.",
        ),
        (
            {"origin": "https://example.com"},
            "action.forbidden",
            "This request comes from another site. Send it from here.",
        ),
    ],
)
def test_who_may_not_ask_is_told_why(headers: dict[str, str], error_id: str, sentence: str) -> None:
    """One sentence for each; it is the same for a wrong address and a wrong token."""
    assert ask("POST", **headers).json()["error"] == {"errorId": error_id, "errorMessage": sentence}


def test_a_failure_behind_it_is_one_sentence() -> None:
    """What an application breaks with is not repeated: it may be about people."""

    async def broken(*_: object) -> None:
        raise ValueError("Jana Novak")

    response = ask(app=broken)

    assert (response.status_code, response.json()["error"]) == (
        500,
        {
            "errorId": "error.unknown",
            "errorMessage": "The service made a mistake of its own. Try again in a few minutes.",
        },
    )


def test_wrong_credentials_are_asked_for() -> None:
    """A browser then shows its own form."""
    assert ask(authorization="").headers["WWW-Authenticate"] == 'Basic realm="Keycafe mock", charset="UTF-8"'


@pytest.mark.parametrize(("path", "status"), [("/openapi.json", 200), ("/openapi.json/", 401), ("/mock/account", 401)])
def test_only_the_description_is_open(path: str, status: int) -> None:
    """What the service is, nothing of what it holds."""
    assert ask(path=path, authorization="").status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8801", 200),
        ("LOCALHOST", 200),
        ("[::1]:8801", 200),
        ("localhost.example.com", 421),
        ("example.com:127.0.0.1", 421),
        ("", 421),
    ],
)
def test_a_guard_answers_to_its_own_hosts(host: str, status: int) -> None:
    """On any port; a name elsewhere that points here gets nothing."""
    assert ask(hosts=("127.0.0.1", "localhost", "::1"), host=host).status_code == status


def test_another_host_gets_not_even_the_description() -> None:
    """The open answer is for this machine too."""
    assert ask(path="/openapi.json", host="example.com").status_code == 421


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])
def test_another_site_may_look_and_change_nothing(method: str) -> None:
    """What a browser sends because of another site is refused if it could change something."""
    changes = method not in {"GET", "HEAD", "OPTIONS"}

    assert ask(method, sec_fetch_site="cross-site").status_code == (403 if changes else 200)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://127.0.0.1"}, 200),
        ({"origin": "http://127.0.0.1:9"}, 403),
        ({"origin": "null"}, 403),
        ({"sec_fetch_site": "same-origin"}, 200),
        ({"sec_fetch_site": "none"}, 200),
        ({"sec_fetch_site": "same-site"}, 403),
        ({}, 200),
    ],
)
def test_a_change_comes_from_here(headers: dict[str, str], status: int) -> None:
    """A client that is no browser says nothing of a site, and is let in."""
    assert ask("POST", **headers).status_code == status


def test_a_token_is_kept_as_a_sum_only() -> None:
    """Nobody who reads the database can ask with what stands there."""
    kept = token_digest(TOKEN)

    assert ask(authorization=basic(f"{EMAIL}/token:{kept.hex()}")).status_code == 401
