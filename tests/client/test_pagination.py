from datetime import UTC, datetime

import pytest

from keycafe_clean.client.pagination import all_pages
from keycafe_clean.client.responses import Response
from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.wire import Mail
from tests.client.services import URL

#: Larger than it need be, and still a page.
LARGE = b"[" + b" " * 999_998 + b"]"


def mail(number: int) -> bytes:
    """Get a page with one mail."""
    sent = Mail(id=number, email="a@example.com", kind="welcome", user_id=2, sent_at=datetime(2026, 11, 3, tzinfo=UTC))
    return f"[{sent.model_dump_json()}]".encode()


def test_all_pages_are_read_in_order() -> None:
    """Until the service says that none follows."""
    found = all_pages(lambda number: Response(200, mail(number), number < 3), Mail, URL)

    assert [sent.id for sent in found] == [1, 2, 3]


def test_as_many_pages_as_anybody_has_are_read() -> None:
    """A hundred thousand users have two thousand pages."""
    assert len(all_pages(lambda number: Response(200, mail(number), number < 2_000), Mail, URL)) == 2_000


@pytest.mark.parametrize(("content", "seconds", "pages"), [(b"[]", 0.0, 2_000), (LARGE, 0.0, 65), (b"[]", 600.0, 7)])
def test_a_list_that_does_not_end_is_left(content: bytes, seconds: float, pages: int) -> None:
    """After so many pages, so many bytes, or so much time."""
    asked: list[int] = []
    now = iter(seconds * number for number in range(10_000))

    def page(number: int) -> Response:
        asked.append(number)
        return Response(200, content, has_next=True)

    with pytest.raises(ServiceUnavailable) as failed:
        all_pages(page, Mail, URL, lambda: next(now))

    assert str(failed.value) == f"{URL} sends a list that does not end. Check the address."
    assert len(asked) == pages
