"""Error handlers: refusals as HTTP responses in the envelope of Keycafe's public API, nothing about a person."""

from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Route

from keycafe_clean.mock.html import refusal_page
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal, internal_error
from keycafe_clean.wire import ErrorEnvelope, ErrorText, FieldError

#: Refusals that the framework makes, in our words.
_OF_FRAMEWORK = {
    404: Refusal("operation.notFound", "There is nothing at this address. /openapi.json lists what there is."),
    405: Refusal("method.notAllowed", "This address does not take this method. /openapi.json lists which it takes."),
}
_NOT_UNDERSTOOD = Refusal("request.notUnderstood", "The request cannot be read. /openapi.json says how to ask.")


def add_error_handlers(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Give an app of these routes a handler for every refusal and mistake: each responds with the envelope."""
    app.state.routes = [route for route in routes if isinstance(route, Route)]
    app.add_exception_handler(Refusal, _handle_refusal)
    app.add_exception_handler(HTTPException, _handle_http_exception)
    app.add_exception_handler(RequestValidationError, _handle_validation_error)
    app.add_exception_handler(Exception, _handle_unexpected)


def envelope(refusal: Refusal, policy: MockPolicy, fields: tuple[FieldError, ...] = ()) -> JSONResponse:
    """Get the response for a refusal; under the policy `codes`, its sentence is its id."""
    message = refusal.error_id if policy.wording == "codes" else refusal.message
    body = ErrorEnvelope(error=ErrorText(error_id=refusal.error_id, error_message=message), field_errors=fields)
    return JSONResponse(body.model_dump(), refusal.status)


async def _handle_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)  # noqa: S101 -- the framework's signature is wider than its behaviour
    if not request.url.path.startswith("/mock/"):
        return HTMLResponse(refusal_page(error.message), error.status)
    return envelope(error, request.app.state.service.policy)


async def _handle_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 -- as above
    response = envelope(_OF_FRAMEWORK.get(error.status_code, _NOT_UNDERSTOOD), request.app.state.service.policy)
    if error.status_code == 405:
        response.headers["Allow"] = _methods_at(request)
    return response


def _methods_at(request: Request) -> str:
    """Get all methods of an address; the framework knows only those of the first route that it finds."""
    found = (route.methods or set() for route in request.app.state.routes if route.path_regex.match(request.url.path))
    return ", ".join(sorted(set().union(*found)))


async def _handle_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 -- as above
    fields = tuple(
        FieldError(field=str(found["loc"][-1]), error_message=f"{found['msg']}.") for found in error.errors()
    )
    return envelope(_NOT_UNDERSTOOD, request.app.state.service.policy, fields)


async def _handle_unexpected(request: Request, _: Exception) -> Response:
    return envelope(internal_error(), request.app.state.service.policy)
