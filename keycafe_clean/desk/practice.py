"""Practise an import: files into a Keycafe of our own that invites nobody, and what it shows afterwards."""

from collections.abc import Callable, Mapping
from typing import Any

from keycafe_clean.client import KeycafeClient
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ImportLine, MonthLine, UserLine
from keycafe_clean.errors import ImportRefused
from keycafe_clean.report import month_name
from keycafe_clean.wire import Import, Limit, RowError, User

#: People of a filter that are shown; how many there are is always said.
SHOWN = 10

#: Takes facts as they become known.
Tell = Callable[..., None]


def practise_import(client: KeycafeClient, files: Mapping[str, bytes], tell: Tell) -> None:
    """Import the files one after another, and tell progress, result, errors, the limit, and who is where.

    A file that is refused ends the practice with the reason.
    """
    before = client.limit()
    done: list[Import] = []
    try:
        for name, content in files.items():
            done.append(_follow(client, client.upload(content, name), tell))
    except ImportRefused as refusal:
        tell(practice=text("practice.refused", reason=refusal))
    else:
        tell(**_result(client, done))
    tell(**_afterwards(client, before))


def _follow(client: KeycafeClient, accepted: Import, tell: Tell) -> Import:
    """Tell an import's progress until it is finished, and get it as it is then."""
    for now in client.watch(accepted.id):
        tell(practice_done=now.done, practice_rows=now.rows, imports=(_import_line(now),))
    return now


def _result(client: KeycafeClient, done: list[Import]) -> dict[str, Any]:
    errors = [error for one in done for error in client.import_errors(one.id)]
    counts = {name: sum(getattr(one, name) for one in done) for name in ("added", "failed", "rows")}
    stopped = next((one.message for one in done if one.message), None)
    said = text("practice.refused", reason=stopped) if stopped else text("practice.done", **counts)
    return {"practice": said, "practice_errors": tuple(map(_error_line, errors))}


def _afterwards(client: KeycafeClient, before: Limit) -> dict[str, Any]:
    """Get what Keycafe would show once the import is through: the limit, past imports, and its users."""
    after = client.limit()
    invited, everybody = client.users("invited"), client.users("all")
    return {
        "limit_after": MonthLine(month_name(after.month), before.used, after.used - before.used, after.limit),
        "limit_after_line": _limit_line(after),
        "imports": tuple(_import_line(one) for one in client.imports()),
        "invited": tuple(map(_user_line, invited)),
        "everybody": tuple(map(_user_line, everybody)),
    }


def _limit_line(limit: Limit) -> str:
    key = "practice.left" if limit.left else "practice.full"
    return text(key, month=month_name(limit.month).split()[0], used=limit.used, limit=limit.limit, left=limit.left)


def _error_line(error: RowError) -> str:
    return text("practice.error", row=error.row, message=error.message)


def _import_line(one: Import) -> ImportLine:
    return ImportLine(one.name, one.state, one.rows, one.done, one.added, one.failed, one.message or "")


def _user_line(user: User) -> UserLine:
    return UserLine(f"{user.first_name} {user.last_name}".strip(), user.email or "", user.type)
