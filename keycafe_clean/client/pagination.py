"""A whole list, page by page, and an end to it whatever the service says."""

import time
from collections.abc import Callable

from keycafe_clean.client.responses import Model, Response, parsed_list
from keycafe_clean.errors import ServiceUnavailable

#: A hundred thousand users in pages of fifty, their bytes, and the time that they take at sixty requests a minute.
_PAGES = 2_000
_LIST_BYTES = 64_000_000
_LIST_SECONDS = 3_600


def all_pages(
    page: Callable[[int], Response], kind: type[Model], url: str, clock: Callable[[], float] = time.monotonic
) -> list[Model]:
    """Get the items of all pages, in order; pages are counted here from 1, the service only says whether one follows.

    Raises:
        ServiceUnavailable: There are too many of them, they are too large, or take too long.
    """
    ends = clock() + _LIST_SECONDS
    items: list[Model] = []
    size = 0
    for number in range(1, _PAGES + 1):
        response = page(number)
        items += parsed_list(response, kind, url)
        size += len(response.content)
        if not response.has_next:
            return items
        if size > _LIST_BYTES or clock() > ends:
            break
    raise ServiceUnavailable(f"{url} sends a list that does not end. Check the address.")
