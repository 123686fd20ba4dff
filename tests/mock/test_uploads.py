import asyncio
from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from starlette.types import Message

from keycafe_clean import errors
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.mock.uploads import _counted
from tests.mock.conftest import Start
from tests.mock.files import FULL, SMARTBOX, file_of
from tests.mock.in_process import Practice

NO_FILE = "There is no file in the request. Send it as the form field named file."
UNREADABLE = "The request cannot be read. /openapi.json says how to ask."
TOO_LARGE = "The file is larger than 2,097,152 bytes, the most that an import takes. Split it into several files."


def padded(size: int) -> bytes:
    """Get an import file of exactly so many bytes."""
    content = file_of(FULL)
    return content + b"\n" * (size - len(content))


def test_upload_when_file_has_two_megabytes(practice: Practice) -> None:
    """A file of 2,097,152 bytes is taken."""
    assert practice.client.upload(padded(2_097_152)).rows == 1


@pytest.mark.parametrize("size", [2_097_153, 2_200_000, 20_000_000])
def test_upload_when_file_is_too_large(practice: Practice, size: int) -> None:
    """A file of a byte more is refused, and so is one that is far too large."""
    with pytest.raises(errors.FileTooLarge) as refused:
        practice.client.upload(padded(size))

    assert str(refused.value) == TOO_LARGE


def test_upload_when_file_is_no_import_file(practice: Practice) -> None:
    """What is wrong with a file as a whole reaches whoever sent it, in the service's own sentence."""
    with pytest.raises(errors.WrongFile) as refused:
        practice.client.upload(file_of("Bo"))

    assert str(refused.value) == "Row 2 has 1 cell and the header 8. Check its commas and quotes."


def test_upload_when_it_never_ends(practice: Practice) -> None:
    """An upload without a stated length is counted while it streams in, and refused."""

    def body() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        yield from (b"x" * 65_536 for _ in range(64))

    response = practice.http.post(
        "/mock/imports", content=body(), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )

    assert response.status_code == 413
    assert response.json()["error"] == {"errorId": "import.fileTooLarge", "errorMessage": TOO_LARGE}


def test_upload_when_address_is_not_confirmed(start: Start) -> None:
    """An account must confirm its address first, whatever it uploads; then it may."""
    practice = start(confirmed=False)

    with pytest.raises(errors.EmailNotConfirmed) as refused:
        practice.client.upload(padded(3_000_000))

    assert str(refused.value) == "Confirm your e-mail address before importing users."
    assert practice.client.confirm_email().confirmed
    assert practice.client.upload(file_of(FULL)).rows == 1


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({"data": {"file": "text"}}, NO_FILE),
        ({"files": {"other": ("a.csv", file_of(FULL))}}, NO_FILE),
        ({"files": [("file", ("a.csv", b"")), ("file", ("b.csv", b""))]}, UNREADABLE),
        ({"data": {"note": "x" * 2_000}, "files": {"file": ("a.csv", b"")}}, UNREADABLE),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}}, UNREADABLE),
    ],
)
def test_upload_when_form_is_another(practice: Practice, request_: dict[str, object], sentence: str) -> None:
    """A form without a file, or with more than one, is not understood."""
    response = practice.http.post("/mock/imports", **request_)  # type: ignore[arg-type]

    assert response.status_code == 400
    assert response.json()["error"] == {"errorId": "request.notUnderstood", "errorMessage": sentence}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' * 30_000, "multipart/form-data; boundary=x"),
        (b"--x\r\n" + b"A: b\r\n" * 300_000, "multipart/form-data; boundary=x"),
        (b"--x\r\nA: " + b"b" * 2_000_000, "multipart/form-data; boundary=x"),
        (b"a=b&" * 500_000, "application/x-www-form-urlencoded"),
        (b"a" * 2_000_000, "application/x-www-form-urlencoded"),
    ],
    ids=["many fields", "many headers", "a long header", "many pairs", "a long name"],
)
def test_upload_when_form_is_two_megabytes_of_something_else(practice: Practice, content: bytes, kind: str) -> None:
    """What stands around a file is bounded too, with a stated length and without."""
    for body in (content, iter([content])):
        assert practice.http.post("/mock/imports", content=body, headers={"Content-Type": kind}).status_code == 400


def test_upload_when_name_is_a_path(practice: Practice) -> None:
    """A file's name is text to be shown, cut to a bound, and nothing else."""
    accepted = practice.client.upload(file_of(FULL), "../" * 100 + "x.csv")

    assert accepted.name == ("../" * 100)[:200]


def test_upload_when_it_comes_again(practice: Practice) -> None:
    """The same file with the same key is the same import."""
    first, second = (
        practice.http.post("/mock/imports", files={"file": ("a.csv", file_of(FULL))}, headers={"Idempotency-Key": "k"})
        for _ in range(2)
    )

    assert (first.status_code, second.status_code) == (202, 202)
    assert first.json() == second.json()


def test_upload_when_key_was_used_for_another_file(practice: Practice) -> None:
    """A key that was used for another file is refused."""
    first, second = (
        practice.http.post("/mock/imports", files={"file": ("a.csv", file_of(row))}, headers={"Idempotency-Key": "k"})
        for row in (FULL, SMARTBOX)
    )

    assert (first.status_code, second.status_code) == (202, 422)
    assert second.json()["error"]["errorMessage"] == (
        "This Idempotency-Key was used for another file. Send a new key with it."
    )


def test_upload_when_policy_has_a_smaller_size(start: Start) -> None:
    """The size is a setting: MB may be 1,000,000 bytes."""
    practice = start(MockPolicy(max_bytes=2_000_000))

    with pytest.raises(errors.FileTooLarge) as refused:
        practice.client.upload(padded(2_000_001))

    assert str(refused.value) == TOO_LARGE.replace("2,097,152", "2,000,000")


@pytest.mark.parametrize(("beyond", "is_read"), [(-1, True), (0, True), (1, False)])
def test_a_form_may_add_so_much_to_its_file(beyond: int, *, is_read: bool) -> None:
    """16,384 bytes of boundaries, part headers and token; with one more, reading stops."""
    parts = [b"x" * 100, b"x" * (16_384 + beyond)]

    async def receive() -> Message:
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    async def read_all() -> None:
        counted = _counted(receive, 100)
        while (await counted())["more_body"]:
            pass

    with nullcontext() if is_read else pytest.raises(Refusal):
        asyncio.run(read_all())


@pytest.mark.parametrize("length", [199, 200, 201])
def test_a_name_is_kept_up_to_its_two_hundredth_character(practice: Practice, length: int) -> None:
    """A name is shown, and a page has room for so much."""
    assert practice.client.upload(file_of(FULL), "n" * length).name == "n" * min(length, 200)
