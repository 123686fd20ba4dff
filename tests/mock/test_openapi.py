from typing import Any

import pytest
from fastapi import APIRouter

from keycafe_clean.mock.openapi import DescribedApp, refusals
from keycafe_clean.wire import ErrorEnvelope


@pytest.fixture
def app() -> DescribedApp:
    """Get an app of two routes with parameters, one of which has a refusal of its own for 422."""
    routes = APIRouter()
    routes.get("/plain", responses=refusals(404))(_plain)
    routes.get("/own", responses=refusals(422))(_plain)
    app = DescribedApp(title="A mock", version="1")
    app.include_router(routes)
    return app


def _plain(page: int) -> int:
    return page


def responses(app: DescribedApp, path: str) -> dict[str, Any]:
    """Get the responses of a route by status."""
    found: dict[str, Any] = app.openapi()["paths"][path]["get"]["responses"]
    return found


@pytest.mark.parametrize(
    ("own", "statuses"),
    [((), [400, 401, 421, 429]), ((404,), [400, 401, 404, 421, 429]), ((429, 403), [400, 401, 403, 421, 429])],
)
def test_a_route_has_its_refusals_and_those_of_all(own: tuple[int, ...], statuses: list[int]) -> None:
    """In order, each once."""
    assert list(refusals(*own)) == statuses


@pytest.mark.parametrize("status", [400, 401, 404, 421, 429])
def test_every_refusal_comes_in_the_envelope(status: int) -> None:
    """One form for all of them."""
    assert refusals(404)[status]["model"] is ErrorEnvelope


def test_the_frameworks_answer_is_taken_out(app: DescribedApp) -> None:
    """What cannot be read is 400 here."""
    assert list(responses(app, "/plain")) == ["200", "400", "401", "404", "421", "429"]


def test_a_422_of_our_own_stays(app: DescribedApp) -> None:
    """It comes in the envelope."""
    assert "ErrorEnvelope" in str(responses(app, "/own")["422"])


def test_nothing_of_the_framework_is_described(app: DescribedApp) -> None:
    """A schema that no answer has would mislead whoever makes a client of it."""
    assert not [name for name in app.openapi()["components"]["schemas"] if "ValidationError" in name]


def test_credentials_are_described(app: DescribedApp) -> None:
    """Every route wants an address and a token, as Basic credentials."""
    document = app.openapi()

    assert document["security"] == [{"token": []}]
    assert document["components"]["securitySchemes"]["token"] == {"type": "http", "scheme": "basic"}


def test_a_description_stays_the_same(app: DescribedApp) -> None:
    """It is corrected once, however often it is asked for."""
    assert app.openapi() == app.openapi()
