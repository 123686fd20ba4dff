import base64

import httpx2
import pytest
from starlette.types import Receive, Scope, Send

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.app import api, create_app
from keycafe_clean.mock.middleware import SecurityMiddleware, token_digest
from keycafe_clean.mock.policy import MockPolicy
from tests.mock.conftest import Start
from tests.mock.files import file_of, people
from tests.mock.in_process import EMAIL, TOKEN, URL, InProcess, Practice

ROUTES = sorted((method, route.path) for route in api.routes for method in route.methods)  # type: ignore[attr-defined]
PAGES = [("GET", "/"), ("GET", "/imports"), ("POST", "/imports"), ("GET", "/imports/1"), ("GET", "/users")]


def basic(text: str) -> str:
    """Get the header of Basic credentials."""
    return f"Basic {base64.b64encode(text.encode()).decode()}"


UNAUTHORIZED = {
    "error": {
        "errorId": "unauthorized",
        "errorMessage": "This e-mail address and token are not known here. Check both; a key is not a token.",
    },
    "fieldErrors": [],
}


@pytest.mark.parametrize(("method", "path"), [*ROUTES, *PAGES, ("GET", "/nothing")])
@pytest.mark.parametrize("header", ["", basic(f"{EMAIL}/token:wrong")])
def test_any_route_when_credentials_are_wrong(practice: Practice, method: str, path: str, header: str) -> None:
    """Wrong or no credentials are 401 everywhere, whether the address exists or not, and tell nothing."""
    path = path.format(import_id=1, user_id=1)
    response = practice.http.request(method, path, headers={"Authorization": header}, auth=None)

    assert (response.status_code, response.json()) == (401, UNAUTHORIZED)
    assert response.headers["WWW-Authenticate"] == 'Basic realm="Keycafe mock", charset="UTF-8"'


@pytest.mark.parametrize(
    "header",
    [
        "Bearer x",
        "Basic !!!",
        f"Basic {base64.b64encode(bytes([255])).decode()}",
        basic(f"{EMAIL}/key:{TOKEN}"),
        basic(f"{EMAIL}:{TOKEN}"),
        basic(f"other@example.com/token:{TOKEN}"),
        basic(TOKEN),
    ],
)
def test_account_when_credentials_are_of_another_kind(practice: Practice, header: str) -> None:
    """Only an address and its token are credentials; a key or a password is not."""
    assert practice.http.get("/mock/account", headers={"Authorization": header}, auth=None).status_code == 401


def test_openapi_when_nobody_asks(practice: Practice) -> None:
    """What the service is may be read by anybody, as often as wanted; it is the only open response."""
    titles = [practice.http.get("/openapi.json", auth=None).json()["info"]["title"] for _ in range(2)]

    assert titles == ["Keycafe mock"] * 2


def test_openapi_names_every_route(practice: Practice) -> None:
    """The description has every route of the interface, and no page."""
    paths = practice.http.get("/openapi.json").json()["paths"]

    assert sorted((method.upper(), path) for path in paths for method in paths[path]) == ROUTES


def test_openapi_names_no_answer_of_the_framework(practice: Practice) -> None:
    """A request that cannot be read is 400 here, not the framework's 422."""
    assert "HTTPValidationError" not in practice.http.get("/openapi.json").text


@pytest.mark.parametrize("host", ["keycafe.example.com", "127.0.0.1.example.com", "", "[::1", "["])
def test_any_route_when_the_host_is_another(practice: Practice, host: str) -> None:
    """A page elsewhere that points its name at this machine gets nothing."""
    response = practice.http.get("/mock/account", headers={"Host": host})

    assert (response.status_code, response.json()["error"]["errorId"]) == (421, "request.wrongHost")


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://example.com"}, {"Origin": "null"}, {"Origin": "http://["}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_any_change_when_another_site_sends_it(practice: Practice, headers: dict[str, str]) -> None:
    """A browser's request that another site caused changes nothing."""
    response = practice.http.put("/mock/account/plan", json={"plan": "confirmed"}, headers=headers)

    assert (response.status_code, practice.client.account().plan) == (403, "paid")


@pytest.mark.parametrize(
    ("method", "path", "status", "error_id"),
    [
        ("GET", "/mock/nothing", 404, "operation.notFound"),
        ("GET", "/mock/imports/1", 404, "operation.notFound"),
        ("GET", "/mock/imports/1/errors", 404, "operation.notFound"),
        ("POST", "/mock/invitations/1/accept", 404, "operation.notFound"),
        ("DELETE", "/mock/imports", 405, "method.notAllowed"),
        ("GET", "/mock/imports/x", 400, "request.notUnderstood"),
        ("GET", "/mock/imports?page=0", 400, "request.notUnderstood"),
        ("GET", f"/mock/imports/{2**64}", 400, "request.notUnderstood"),
        ("GET", "/mock/users?filter=some", 400, "request.notUnderstood"),
        ("GET", "/mock/users?filtre=invited", 400, "request.notUnderstood"),
        ("GET", "/mock/limit?month=2026-12", 400, "request.notUnderstood"),
        ("PUT", "/mock/clock", 400, "request.notUnderstood"),
        ("POST", "/mock/imports", 400, "request.notUnderstood"),
    ],
)
def test_refusal_has_its_id(practice: Practice, method: str, path: str, status: int, error_id: str) -> None:
    """Whatever is refused comes in the envelope of Keycafe's public API, with its id."""
    response = practice.http.request(method, path)

    assert (response.status_code, response.json()["error"]["errorId"]) == (status, error_id)


def test_refusal_names_the_field(practice: Practice) -> None:
    """A request with a wrong part says which."""
    response = practice.http.put("/mock/account/plan", json={"plan": "gold"})

    assert response.json()["fieldErrors"] == [
        {"field": "plan", "errorMessage": "Input should be 'paid' or 'confirmed'."}
    ]


def test_refusal_when_wording_is_codes(start: Start) -> None:
    """Under the policy codes, a refusal has its id for a sentence."""
    practice = start(MockPolicy(wording="codes"))

    assert practice.http.get("/mock/nothing").json()["error"]["errorMessage"] == "operation.notFound"


def test_list_when_it_has_pages(practice: Practice) -> None:
    """Lists come fifty at a time, and a Link header names the pages around."""
    practice.do(file_of(*people(101)))

    response = practice.http.get("/mock/users", params={"filter": "invited", "page": 2})

    assert len(response.json()) == 50
    assert {name: link["url"][-6:] for name, link in response.links.items()} == {
        "first": "page=1",
        "prev": "page=1",
        "next": "page=3",
    }


def test_errors_as_csv(practice: Practice) -> None:
    """Errors can be had as a file that spreadsheets open."""
    practice.do(file_of("Bo,,,false,false,true,,true"))

    response = practice.http.get("/mock/imports/1/errors", params={"format": "csv"})

    assert response.headers["Content-Disposition"] == 'attachment; filename="import_errors.csv"'
    assert response.content.decode("utf-8-sig") == (
        "Row,Field,Code,Error\r\n"
        "2,Last Name,last_name_required,Row 2: Last Name is empty. A SmartBox User needs a first and a last name.\r\n"
    )


@pytest.mark.parametrize(
    "name", ["Cache-Control", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"]
)
@pytest.mark.parametrize("path", ["/mock/account", "/mock/nothing", "/imports"])
def test_any_answer_has_careful_headers(practice: Practice, path: str, name: str) -> None:
    """No response is kept, framed or guessed at."""
    assert name in practice.http.get(path).headers


def test_any_route_when_the_service_makes_a_mistake(practice: Practice, caplog: pytest.LogCaptureFixture) -> None:
    """A mistake of the service is 500 in the envelope; the log has its kind and place, and nothing more."""
    practice.service.store.close()
    practice.service.store._path.unlink()

    response = practice.http.get("/mock/account")

    assert (response.status_code, response.json()["error"]["errorId"]) == (500, "error.unknown")
    assert caplog.messages == ["OperationalError in /mock/account"]
    assert caplog.records[0].exc_info is None


def test_refusal_when_the_method_is_another(practice: Practice) -> None:
    """A method that an address does not take is answered with those that it takes."""
    assert practice.http.delete("/mock/imports").headers["Allow"] == "GET, POST"


@pytest.mark.parametrize("now", ["2026-12-01T00:00:00Z", "2026-12-01T02:00:00+02:00", None])
def test_clock_when_set(practice: Practice, now: str | None) -> None:
    """The clock can be stopped at a moment of any time zone, or run again."""
    assert practice.http.put("/mock/clock", json={"now": now}).status_code == 200
    assert practice.client.limit().month == ("2026-12" if now else practice.service.clock.now().strftime("%Y-%m"))


NO_MOMENTS = [0, True, "soon", "2026-12-01T00:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00Z"]


@pytest.mark.parametrize("now", NO_MOMENTS)
def test_clock_when_it_is_no_moment(practice: Practice, now: object) -> None:
    """A moment without its time zone, or of another century, is not understood."""
    assert practice.http.put("/mock/clock", json={"now": now}).status_code == 400


def test_guard_when_what_it_guards_breaks(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever breaks behind the middleware is 500 in the envelope, and nothing of it gets out."""

    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("Ann Lee, ann@example.com")

    middleware = SecurityMiddleware(broken, Credentials(EMAIL, token_digest(TOKEN)), MockPolicy())
    with httpx2.Client(base_url=URL, transport=InProcess(middleware), auth=(f"{EMAIL}/token", TOKEN)) as http:
        response = http.get("/mock/account")

    assert (response.status_code, response.json()["error"]["errorId"]) == (500, "error.unknown")
    assert caplog.messages == ["RuntimeError in /mock/account"]


def test_a_host_is_known_in_any_case(practice: Practice) -> None:
    """A mock that listens as MYPC answers to mypc, and to nobody else's name."""
    transport = InProcess(create_app(practice.service, ["MYPC"]))
    with httpx2.Client(transport=transport) as http:
        answers = [http.get(f"http://{host}/openapi.json").status_code for host in ("mypc", "MyPC", "other")]

    assert answers == [200, 200, 421]
