import gzip
from collections.abc import Iterator

import httpx2
import pytest

from keycafe_clean import errors
from tests.client.services import URL, an_import, sender


class Endless(httpx2.SyncByteStream):
    """A body that does not end; counts the pieces that were taken from it."""

    def __init__(self, piece: bytes) -> None:
        self.piece = piece
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.taken += 1
            yield self.piece


def test_a_response_without_an_end_is_left() -> None:
    """After eight megabytes, with one sentence."""
    body = Endless(b" " * 1_000_000)
    client, _, _ = sender(httpx2.Response(200, stream=body))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.limit()

    assert str(failed.value) == f"{URL} sends an answer of more than 8 MB, which no import has. Check the address."
    assert body.taken == 9


def test_a_response_that_is_unpacked_to_too_much_is_left() -> None:
    """Its size is that of what it holds, not of what was sent."""
    packed = gzip.compress(b" " * 8_000_001)
    client, _, _ = sender(httpx2.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx2.ByteStream(packed)))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.limit()

    assert str(failed.value) == f"{URL} sends an answer of more than 8 MB, which no import has. Check the address."


def test_a_response_of_sixteen_megabytes_is_read() -> None:
    """A file with an error in every row has a large response."""
    large = httpx2.Response(200, content=b"[" + b" " * 7_999_998 + b"]")
    client, _, _ = sender(large)

    assert client.import_errors(7) == []


@pytest.mark.parametrize("coding", ["gzip", "deflate", ", ".join(["gzip"] * 6)])
def test_a_response_that_cannot_be_unpacked_is_no_document(coding: str) -> None:
    """It says that it is packed, and is not."""
    body = httpx2.ByteStream(b"not packed at all")
    client, _, _ = sender(httpx2.Response(200, headers={"Content-Encoding": coding}, stream=body))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.limit()

    assert str(failed.value) == f"{URL} answers, but not as an import service does. Check the address."


@pytest.mark.parametrize("place", ["https://elsewhere.example.com/", "/mock/limit", "https://keycafe.example.com/x"])
def test_another_address_is_not_asked(place: str) -> None:
    """The credentials are for the one that was given, and for no other."""
    client, asked, _ = sender(httpx2.Response(307, headers={"Location": place}), an_import("queued"))

    with pytest.raises(errors.ServiceUnavailable):
        client.limit()

    assert len(asked) == 1
