import csv
import io
from datetime import timedelta

import pytest
from fastapi import Request, Response
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.mock import operations
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.wire import ClockChange, RowError
from tests.mock.conftest import Start
from tests.mock.files import FULL, NOW, SMARTBOX, file_of
from tests.mock.in_process import Practice

errors = st.lists(
    st.builds(
        RowError, row=st.integers(2, 9_999), field=st.text("aä\",;'"), code=st.text("a_"), message=st.text("a\n\r,")
    )
)


@given(errors=errors)
def test_errors_as_csv_are_read_as_they_were(errors: list[RowError]) -> None:
    """Whatever a sentence holds: quotes, delimiters, breaks."""
    text = bytes(operations.errors_as_csv(errors).body).decode("utf-8-sig")

    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == ["Row", "Field", "Code", "Error"]
    assert rows == [[str(error.row), error.field, error.code, error.message] for error in errors]


def test_errors_as_csv_tell_a_spreadsheet_their_encoding() -> None:
    """With a byte order mark; without one, letters beside ASCII come out wrong."""
    assert bytes(operations.errors_as_csv([]).body).startswith(b"\xef\xbb\xbf")


def request(query: str) -> Request:
    """Get a request for users."""
    scope = {"type": "http", "method": "GET", "path": "/mock/users", "query_string": query.encode(), "headers": []}
    return Request({**scope, "scheme": "http", "server": ("127.0.0.1", 80)})


@pytest.mark.parametrize(
    ("found", "shown", "follows"), [(0, 0, False), (49, 49, False), (50, 50, False), (51, 50, True)]
)
def test_a_page_has_fifty_and_says_whether_another_follows(found: int, shown: int, *, follows: bool) -> None:
    """The surplus one is not shown."""
    response = Response()

    assert len(operations.paged(request(""), response, 1, list(range(found)))) == shown
    assert ('page=2>; rel="next"' in response.headers["Link"]) is follows


@pytest.mark.parametrize(
    ("page", "links"),
    [
        (1, ['page=1>; rel="first"']),
        (2, ['page=1>; rel="first"', 'page=1>; rel="prev"']),
        (9, ['page=1>; rel="first"', 'page=8>; rel="prev"']),
    ],
)
def test_links_lead_to_the_pages_around_under_the_same_filter(page: int, links: list[str]) -> None:
    """What was asked for besides the page stays."""
    response = Response()

    operations.paged(request(f"filter=invited&page={page}"), response, page, [])

    url = "http://127.0.0.1/mock/users?filter=invited&"
    assert response.headers["Link"] == ", ".join(f"<{url}{link}" for link in links)


@pytest.mark.parametrize("ask", [operations.get_import, operations.list_errors, operations.accept_invitation])
def test_what_is_not_there_is_refused(practice: Practice, ask: object) -> None:
    """No import of this id has no errors either, rather than an empty list of them."""
    with pytest.raises(Refusal) as refused:
        ask(practice.service, 9)  # type: ignore[operator]

    assert refused.value.error_id == "operation.notFound"


@pytest.mark.parametrize(
    ("policy", "mails"),
    [("after accepting", ["invitation", "welcome"]), ("existing account", ["invitation"])],
)
def test_accepting_twice_welcomes_once(start: Start, policy: str, mails: list[str]) -> None:
    """And only where the policy sends that mail then."""
    practice = start(MockPolicy.model_validate({"full_user_welcome_email": policy}))
    practice.do(file_of(FULL))

    accepted = [operations.accept_invitation(practice.service, 1) for _ in range(2)]

    assert [user.status for user in accepted] == ["member", "member"]
    assert [mail.kind for mail in operations.list_outbox(practice.service, 1)] == mails


def test_a_smartbox_user_has_nothing_to_accept(practice: Practice) -> None:
    """A member stays as it is, without any mail."""
    practice.do(file_of(SMARTBOX))

    assert operations.accept_invitation(practice.service, 1).status == "member"
    assert operations.list_outbox(practice.service, 1) == []


@pytest.mark.parametrize(("days", "month"), [(0, "2026-11"), (30, "2026-12")])
def test_the_limit_is_that_of_the_clocks_month(practice: Practice, days: int, month: str) -> None:
    """A practice can move on to the next month."""
    operations.set_clock(practice.service, ClockChange(now=NOW + timedelta(days=days)))

    assert operations.get_limit(practice.service).month == month


def test_a_changed_plan_changes_the_limit(practice: Practice) -> None:
    """At once."""
    assert operations.change_plan(practice.service, "confirmed").plan == "confirmed"
    assert operations.get_limit(practice.service).limit == 250


@pytest.mark.parametrize("month", ["calendar", "rolling 30 days"])
def test_places_of_later_months_are_not_of_this_one(start: Start, month: str) -> None:
    """A clock that was set ahead, used, and set back leaves this month as it was."""
    practice = start(MockPolicy.model_validate({"month": month}), used=5)
    practice.client.set_clock(NOW + timedelta(days=60))
    practice.do(file_of(FULL))

    practice.client.set_clock(NOW)

    assert practice.client.limit().used == 5
