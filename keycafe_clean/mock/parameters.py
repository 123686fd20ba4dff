"""What routes take besides a body, and the service that they ask."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request
from fastapi.routing import APIRoute

from keycafe_clean.mock.imports import Service
from keycafe_clean.mock.refusals import Refusal

#: Ids stay where JSON numbers are exact.
Id = Annotated[int, Path(ge=1, le=2**53)]
#: Five million users: Keycafe's public API has pages of fifty and says nothing of a last one. Assumption: nobody has as
#: many; a number without a bound would be one that the database cannot count to.
Page = Annotated[int, Query(ge=1, le=100_000)]


def service_of(request: Request) -> Service:
    """Get the service that the app was created with (`create_app`), for routes that ask for `ServiceDep`."""
    service: Service = request.app.state.service
    return service


ServiceDep = Annotated[Service, Depends(service_of)]


def check_parameters(request: Request) -> None:
    """Refuse a parameter that a route does not have: a misspelt filter must not show everybody.

    Raises:
        Refusal: There is one.
    """
    route = request.scope["route"]
    known = {field.alias for field in route.dependant.query_params} if isinstance(route, APIRoute) else set()
    if not known.issuperset(request.query_params):
        raise Refusal("request.notUnderstood", "This address has no such parameter. /openapi.json lists what it takes.")
