"""A practice as view models: its progress, how it went, and what Keycafe would show afterwards."""

from typing import Any

from keycafe_clean.client import KeycafeClient
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ImportLine, MonthLine, UserLine
from keycafe_clean.practice import Practice
from keycafe_clean.wire import Import, Limit, User
from keycafe_clean.wording import month_alone, month_name


def progress_view(now: Import) -> dict[str, Any]:
    """Get how far an import is, in rows."""
    return {"practice_done": now.done, "practice_rows": now.rows, "imports": (_import_line(now),)}


def practice_view(practice: Practice, used_before: int) -> dict[str, Any]:
    """Get how a practice went, its errors row by row, and the limit as it would stand; so many places were used before.

    A file that was refused, and an import that failed as a whole, is told with its reason.
    """
    after = practice.limit
    return {
        "practice": _result(practice),
        "practice_errors": tuple(error.message for error in practice.errors),
        "limit_after": MonthLine(month_name(after.month), used_before, after.used - used_before, after.limit),
        "limit_after_line": _limit_line(after),
    }


def keycafe_view(client: KeycafeClient) -> dict[str, Any]:
    """Get what Keycafe would show once the imports are through: past imports, and its users by filter."""
    return {
        "imports": tuple(map(_import_line, client.imports())),
        "invited": tuple(map(_user_line, client.users("invited"))),
        "everybody": tuple(map(_user_line, client.users("all"))),
    }


def _result(practice: Practice) -> str:
    if practice.message:
        return text("practice.refused", reason=practice.message)
    rows = practice.added + practice.failed
    return text("practice.done", added=practice.added, rows=rows, failed=practice.failed)


def _limit_line(limit: Limit) -> str:
    key = "practice.left" if limit.left else "practice.full"
    return text(key, month=month_alone(limit.month), used=limit.used, limit=limit.limit, left=limit.left)


def _import_line(one: Import) -> ImportLine:
    return ImportLine(one.name, one.state, one.rows, one.done, one.added, one.failed, one.message or "")


def _user_line(user: User) -> UserLine:
    return UserLine(f"{user.first_name} {user.last_name}".strip(), user.email or "", user.type)
