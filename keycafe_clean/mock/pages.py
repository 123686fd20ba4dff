"""The pages that people click: the article's five steps, and the two filters of the Users tab."""

import hashlib
import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from keycafe_clean.mock import html, imports, operations
from keycafe_clean.mock.imports import Service, Upload
from keycafe_clean.mock.parameters import Id, Page, ServiceDep
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.mock.uploads import received_form, upload_of
from keycafe_clean.wire import PAGE_SIZE, UserFilter

pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@pages.get("/")
def get_start() -> Response:
    """Go to the Imports page."""
    return RedirectResponse("/imports")


@pages.get("/imports")
def get_imports(service: ServiceDep, page: Page = 1) -> str:
    """Show a page of the Imports page, fifty imports each, the latest first."""
    return _imports_page(service, page)


@pages.post("/imports", response_model=None)
async def post_import(form: Annotated[FormData, Depends(received_form)], service: ServiceDep) -> Response:
    """Put the chosen file into the queue, and show the Imports page; on a refusal, with its sentence."""
    token = form.get("form_token")
    upload = await upload_of(form)
    return await run_in_threadpool(_import_data, service, upload, token)


@pages.get("/imports/{import_id}")
def get_errors(import_id: Id, service: ServiceDep) -> str:
    """Show the error of an import, and those of its rows.

    Raises:
        Refusal: There is no import with this id.
    """
    return html.errors_page(operations.get_import(service, import_id), operations.list_errors(service, import_id))


@pages.get("/users")
def get_users(service: ServiceDep, shown: Annotated[UserFilter, Query(alias="filter")] = "all", page: Page = 1) -> str:
    """Show the Users page under a filter, fifty users a page."""
    found = operations.list_users(service, shown, page)
    return html.users_page(found[:PAGE_SIZE], shown, page=page, has_next=len(found) > PAGE_SIZE)


def form_token(service: Service) -> str:
    """Get what a form of ours carries and a forged one cannot know."""
    with service.store.reading() as tables:
        return hmac.new(tables.account.credentials().token_digest, b"form", hashlib.sha256).hexdigest()


def _imports_page(service: Service, page: int = 1, refusal: str | None = None) -> str:
    found = operations.list_imports(service, page)
    view = html.ImportsView(
        imports=found[:PAGE_SIZE],
        limit=operations.get_limit(service),
        form_token=form_token(service),
        page=page,
        has_next=len(found) > PAGE_SIZE,
        refusal=refusal,
    )
    return html.imports_page(view, service.policy)


def _import_data(service: Service, upload: Upload, token: object) -> Response:
    try:
        _check_form(service, token)
        imports.check_confirmed(service)
        imports.accept(service, upload)
    except Refusal as refusal:
        return HTMLResponse(_imports_page(service, refusal=refusal.message), refusal.status)
    return RedirectResponse("/imports", status_code=303)


def _check_form(service: Service, token: object) -> None:
    if not hmac.compare_digest(str(token).encode(), form_token(service).encode()):
        raise Refusal("action.forbidden", "This form is not from here, or too old. Choose the file on this page again.")
