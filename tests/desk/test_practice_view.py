from datetime import UTC, datetime
from typing import Any

import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.desk.practice_view import keycafe_view, practice_view, progress_view
from keycafe_clean.desk.presenter import no_practice
from keycafe_clean.desk.view_models import ImportLine, MonthLine, UserLine
from keycafe_clean.mock import embedded
from keycafe_clean.practice import Practice
from keycafe_clean.wire import Import, Limit, RowError
from tests.desk.desks import TODAY

MEMBER = "Row 3: This Email Address belongs to a user already. Take the row out."
NOW = datetime(2026, 11, 3, tzinfo=UTC)
HALF = Import(id=1, name="a.csv", digest="00", state="processing", rows=4, done=2, added=1, failed=1, created_at=NOW)


def limit(used: int, most: int = 1_000) -> Limit:
    """Get the limit of November with so many places used."""
    return Limit(month="2026-11", limit=most, used=used, queued=0, left=most - used)


def test_progress_is_how_far_the_import_is() -> None:
    """Rows looked at, of how many, and the import as Keycafe lists it meanwhile."""
    assert progress_view(HALF) == {
        "practice_done": 2,
        "practice_rows": 4,
        "imports": (ImportLine("a.csv", "processing", 4, 2, 1, 1),),
    }


def test_errors_are_told_by_row_once() -> None:
    """The mock's sentence names the row already; nothing is put before it."""
    errors = (RowError(row=3, field="Email Address", code="already_member", message=MEMBER),)

    view = practice_view(Practice("completed", 1, 1, limit(1), errors), used_before=0)

    assert (view["practice"], view["practice_errors"]) == ("Practice: 1 of 2 added, 1 failed.", (MEMBER,))


@pytest.mark.parametrize("state", ["refused", "failed"])
def test_a_refusal_is_told_with_its_reason(state: str) -> None:
    """A file that was not taken, and an import that added nobody, say why."""
    view = practice_view(Practice(state, 0, 0, limit(999), message="No place is left."), used_before=999)

    assert view["practice"] == "Practice: the file was refused. No place is left."


@pytest.mark.parametrize(
    ("used", "line"),
    [
        (249, "November would then stand at 249 of 250, with 1 left."),
        (250, "November would then be full (250 of 250)."),
    ],
)
def test_the_limit_is_told_as_it_would_stand(used: int, line: str) -> None:
    """What was used before and what this practice used are parts of one bar; a full month is called full."""
    view = practice_view(Practice("completed", 9, 0, limit(used, 250)), used_before=240)

    assert view["limit_after"] == MonthLine("November 2026", 240, used - 240, 250)
    assert view["limit_after_line"] == line


def test_keycafe_shows_imports_and_users_by_filter() -> None:
    """Whoever is a member already stands under All, by the address alone."""
    with (
        embedded(today=TODAY, known=["jana@example.com"]) as mock,
        KeycafeClient(mock.url, mock.email, mock.token) as client,
    ):
        view = keycafe_view(client)

    assert view == {"imports": (), "invited": (), "everybody": (UserLine("", "jana@example.com", "FULL"),)}


def test_a_new_plan_takes_all_of_it_back() -> None:
    """Whatever a practice shows is among what is taken back."""
    told: dict[str, Any] = {**progress_view(HALF), **practice_view(Practice("completed", 0, 0, limit(0)), 0)}

    assert {*told, "invited", "everybody"} == set(no_practice())
