"""What each route does, one short transaction each."""

import csv
import io
from typing import Any, TypeVar

from fastapi import Request, Response

from keycafe_clean.mock import imports
from keycafe_clean.mock.imports import Service, kept_since, limit_now
from keycafe_clean.mock.refusals import not_found
from keycafe_clean.mock.users import NewMail
from keycafe_clean.wire import (
    PAGE_SIZE,
    Account,
    ClockChange,
    Import,
    Limit,
    Mail,
    Plan,
    RowError,
    User,
    UserFilter,
)

Item = TypeVar("Item")

#: The two forms of an import's errors, for /openapi.json.
ERRORS_RESPONSE: dict[int | str, dict[str, Any]] = {
    200: {"model": list[RowError], "content": {"text/csv": {"schema": {"type": "string"}}}}
}


def list_imports(service: Service, page: int) -> list[Import]:
    """Get a page of imports, the latest first, and one more if another page follows. Pages count from 1."""
    with service.store.reading() as tables:
        return tables.imports.page(page, kept_since(service))


def get_import(service: Service, import_id: int) -> Import:
    """Get an import, or raise the Refusal that there is none."""
    with service.store.reading() as tables:
        return imports.find(service, tables, import_id)


def list_errors(service: Service, import_id: int) -> list[RowError]:
    """Get an import's errors in the order of its file, or raise the Refusal that there is no such import."""
    with service.store.reading() as tables:
        imports.find(service, tables, import_id)
        return tables.imports.errors(import_id)


def errors_as_csv(errors: list[RowError]) -> Response:
    """Get errors as a CSV file in UTF-8 with a byte order mark, for spreadsheets."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Row", "Field", "Code", "Error"])
    writer.writerows([error.row, error.field, error.code, error.message] for error in errors)
    headers = {"Content-Disposition": 'attachment; filename="import_errors.csv"'}
    return Response(text.getvalue().encode("utf-8-sig"), media_type="text/csv; charset=utf-8", headers=headers)


def get_limit(service: Service) -> Limit:
    """Get the limit of the month, in users, as it stands now."""
    with service.store.reading() as tables:
        return limit_now(service, tables)


def get_account(service: Service) -> Account:
    """Get the account: its address, whether that is confirmed, and its plan."""
    with service.store.reading() as tables:
        return tables.account.get()


def confirm_email(service: Service) -> Account:
    """Confirm the account's address; once more does no harm."""
    with service.store.writing("changed") as tables:
        tables.account.confirm()
        return tables.account.get()


def change_plan(service: Service, plan: Plan) -> Account:
    """Give the account another plan, and get it; the limit of the month is that of the new one at once."""
    with service.store.writing("changed") as tables:
        tables.account.change_plan(plan)
        return tables.account.get()


def list_users(service: Service, shown: UserFilter, page: int) -> list[User]:
    """Get a page of users in the order of ids, and one more if another page follows. Pages count from 1."""
    with service.store.reading() as tables:
        return tables.users.page(shown, page)


def accept_invitation(service: Service, user_id: int) -> User:
    """Make a member of somebody who is invited; a member stays one.

    A welcome email that was asked for goes out now, unless the policy sent it with the import.

    Raises:
        Refusal: Nobody has this id.
    """
    with service.store.writing("changed") as tables:
        accepted = tables.users.accept(user_id)
        if accepted and accepted[0] and service.policy.full_user_welcome_email == "after accepting":
            tables.users.send([NewMail(accepted[1], "welcome", user_id)], service.clock.now())
        user = tables.users.find(user_id)
    if user is None:
        raise not_found("invitation with this id")
    return user


def list_outbox(service: Service, page: int) -> list[Mail]:
    """Get a page of mails, the earliest first, and one more if another page follows. Pages count from 1."""
    with service.store.reading() as tables:
        return tables.users.outbox(page)


def set_clock(service: Service, change: ClockChange) -> ClockChange:
    """Stop the clock at a moment, or let it run (null); get what was asked for. The database does not keep it."""
    service.clock.set(change.now)
    return change


def paged(request: Request, response: Response, page: int, found: list[Item]) -> list[Item]:
    """Get the fifty items of a page; a Link header names the pages around it, as in Keycafe's public API."""
    others = {"first": 1, "prev": page - 1, "next": page + 1 if len(found) > PAGE_SIZE else 0}
    links = [
        f'<{request.url.include_query_params(page=other)}>; rel="{name}"' for name, other in others.items() if other
    ]
    response.headers["Link"] = ", ".join(links)
    return found[:PAGE_SIZE]
