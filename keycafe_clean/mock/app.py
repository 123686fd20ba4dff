"""The routes of the mock Keycafe, in the order of its help page: upload, progress, errors, users, limit, account.

A route translates HTTP into a call and the result back, and nothing else. What happens to an upload is in `imports`,
what a row must be in `row_checks`, how many fit into a month in `limits`, and what the help page leaves open in
`policy`. The last routes do what happens elsewhere than in Keycafe's app: a link in a mail is clicked, the mails that
would have been sent are looked at, a month goes by. The pages that people click are in `pages`.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.types import ASGIApp

from keycafe_clean.mock import imports, operations
from keycafe_clean.mock.bodies import BodyLimitMiddleware
from keycafe_clean.mock.error_handlers import add_error_handlers
from keycafe_clean.mock.faults import FaultMiddleware
from keycafe_clean.mock.imports import Service, Upload
from keycafe_clean.mock.middleware import LOOPBACK_HOSTS, SecurityMiddleware
from keycafe_clean.mock.openapi import CHANGE, DescribedApp, refusals
from keycafe_clean.mock.pages import pages
from keycafe_clean.mock.parameters import Id, Page, ServiceDep, check_parameters
from keycafe_clean.mock.uploads import UPLOAD_BODY, received_upload, require_confirmed_address
from keycafe_clean.wire import Account, ClockChange, Import, Limit, Mail, PlanChange, RowError, User, UserFilter

api = APIRouter(prefix="/mock", dependencies=[Depends(check_parameters)])


@api.post(
    "/imports",
    status_code=202,
    dependencies=[Depends(require_confirmed_address)],  # before the file is read
    openapi_extra=UPLOAD_BODY,
    responses=refusals(*CHANGE, 409, 422),
)
def post_import(upload: Annotated[Upload, Depends(received_upload)], service: ServiceDep) -> Import:
    """Put an import file into the queue ("Import Data"); it is refused as a whole, or each of its rows is looked at.

    Refused are: any file while the account's address is not confirmed (403), what is no import file (400), more people
    than places are left this month (409), more bytes than an import takes (413), and another file with an
    Idempotency-Key that was used before (422).
    """
    return imports.accept(service, upload)


@api.get("/imports", responses=refusals())
def get_imports(request: Request, response: Response, service: ServiceDep, page: Page = 1) -> list[Import]:
    """List past imports as the Imports page does, the latest first, fifty a page."""
    return operations.paged(request, response, page, operations.list_imports(service, page))


@api.get("/imports/{import_id}", responses=refusals(404))
def get_import(import_id: Id, service: ServiceDep) -> Import:
    """Look at the progress of an import: its state, and how many of its rows are done."""
    return operations.get_import(service, import_id)


@api.get(
    "/imports/{import_id}/errors",
    response_model=None,  # JSON or CSV: FastAPI derives no model from two forms, `ERRORS_RESPONSE` names both
    responses=operations.ERRORS_RESPONSE | refusals(404),
)
def get_errors(
    import_id: Id,
    service: ServiceDep,
    format: Literal["json", "csv"] = "json",  # noqa: A002 -- as it stands in the address
) -> list[RowError] | Response:
    """View the errors of an import ("Import Errors"), row by row, or as a CSV file."""
    errors = operations.list_errors(service, import_id)
    return operations.errors_as_csv(errors) if format == "csv" else errors


@api.get("/users", responses=refusals())
def get_users(
    request: Request,
    response: Response,
    service: ServiceDep,
    shown: Annotated[UserFilter, Query(alias="filter")] = "all",
    page: Page = 1,
) -> list[User]:
    """List users as the Users tab does: those who are invited, or all who have an account; fifty a page."""
    return operations.paged(request, response, page, operations.list_users(service, shown, page))


@api.get("/limit", responses=refusals())
def get_limit(service: ServiceDep) -> Limit:
    """Get how many users the month allows ("Import Limitations").

    `limit` is the sum of those already imported (`used`), the people of imports that are accepted and not finished, who
    have their places (`queued`), and what another import may still hold (`left`).
    """
    return operations.get_limit(service)


@api.get("/account", responses=refusals())
def get_account(service: ServiceDep) -> Account:
    """Get the account: its address, whether that is confirmed, and the plan."""
    return operations.get_account(service)


@api.put("/account/plan", responses=refusals(*CHANGE))
def put_plan(change: PlanChange, service: ServiceDep) -> Account:
    """Change the plan, paid or with only a confirmed address, and with it the limit of the month."""
    return operations.change_plan(service, change.plan)


@api.post("/account/confirm-email", responses=refusals(*CHANGE))
def confirm_email(service: ServiceDep) -> Account:
    """Confirm the account's address, as the link in Keycafe's mail would."""
    return operations.confirm_email(service)


@api.post("/invitations/{user_id}/accept", responses=refusals(*CHANGE, 404))
def accept_invitation(user_id: Id, service: ServiceDep) -> User:
    """Create the account that a Full User was invited to."""
    return operations.accept_invitation(service, user_id)


@api.get("/outbox", responses=refusals())
def get_outbox(request: Request, response: Response, service: ServiceDep, page: Page = 1) -> list[Mail]:
    """List the mails that Keycafe would have sent, fifty a page."""
    return operations.paged(request, response, page, operations.list_outbox(service, page))


@api.put("/clock", responses=refusals(*CHANGE))
def put_clock(change: ClockChange, service: ServiceDep) -> ClockChange:
    """Stop the mock's clock at a moment, or let it run again."""
    return operations.set_clock(service, change)


def create_app(service: Service, hosts: Iterable[str] = LOOPBACK_HOSTS) -> ASGIApp:
    """Get the mock as an ASGI application that answers to these hosts. The account must be open in the service's store.

    Before its route a request passes `SecurityMiddleware` (it names one of the hosts, has the account's address and
    token, and no other site made a browser send it), `BodyLimitMiddleware` (its body is short, uploads aside), and
    `FaultMiddleware` (failures that our own tests switch on; off otherwise).
    """
    app = DescribedApp(title="Keycafe mock", version="1", docs_url=None, redoc_url=None)
    app.state.service = service
    add_error_handlers(app, [*api.routes, *pages.routes])
    app.include_router(api)
    app.include_router(pages)
    with service.store.reading() as tables:
        credentials = tables.account.credentials()
    return SecurityMiddleware(
        BodyLimitMiddleware(FaultMiddleware(app, service.faults)),
        credentials,
        service.policy,
        frozenset(map(str.lower, hosts)),
    )
