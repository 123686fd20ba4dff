import json
import unicodedata
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean import errors
from keycafe_clean.client.responses import REFUSALS, Response, parsed, parsed_list, refusal
from keycafe_clean.wire import Account, RowError
from tests.client.services import URL

#: What is said of each refusal where the service says nothing, word for word.
OURS: dict[int, tuple[type[errors.KeycafeCleanError], str]] = {
    400: (errors.WrongFile, "Keycafe cannot read this as an import file. Compare its header with the sample file."),
    401: (errors.WrongCredentials, "Keycafe does not know this e-mail address and token. Check both, and try again."),
    403: (errors.EmailNotConfirmed, "Confirm your e-mail address before importing users."),
    404: (errors.ImportRefused, "Keycafe has nothing of this number. Look at the list of imports."),
    409: (errors.LimitReached, "The file holds more people than places are left this month. Write a smaller file."),
    413: (errors.FileTooLarge, "The file is larger than Keycafe takes. Split it into several files."),
    421: (errors.ServiceUnavailable, "The service answers to another address than this one. Check the address."),
    422: (errors.ImportRefused, "This upload was already sent with another file. Upload the file again."),
    429: (errors.TooManyRequests, "Keycafe takes no more requests for a minute. Wait a minute, and try again."),
}


def row_errors(message: str) -> Response:
    """Get a response with one error of a row."""
    found = [{"row": 2, "field": "Last Name", "code": "x", "message": message}]
    return Response(200, json.dumps(found).encode())


def refused(message: str) -> Response:
    """Get a refusal with a sentence."""
    found = {"error": {"errorId": "x", "errorMessage": message}, "fieldErrors": []}
    return Response(409, json.dumps(found).encode())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Row 2: no.", "Row 2: no."),
        ("Größe 名前 \N{WAVING HAND SIGN}", "Größe 名前 \N{WAVING HAND SIGN}"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b2J", "\ufffd2J"),
        ("a\x00\x7f\x85b", "a\ufffd\ufffd\ufffdb"),
        ("one\r\n\ttwo\nthree", "one two three"),
        ("\u202egpj.csv\u2066\u200f", "\ufffdgpj.csv\ufffd\ufffd"),
        ("a\u2028b", "a\ufffdb"),
        ("zero-width joiners join \u200d", "zero-width joiners join \u200d"),
    ],
)
def test_what_is_shown_commands_no_terminal(said: str, shown: str) -> None:
    """Escapes, control letters and turns of direction are shown as what they are: letters that nobody knows."""
    (error,) = parsed_list(row_errors(said), RowError, URL)

    assert error.message == shown


@given(said=st.text())
def test_no_control_letter_is_ever_shown(said: str) -> None:
    """In a sentence of a refusal, whatever it holds."""
    shown = str(refusal(refused(f"{said}."), URL))

    assert not [letter for letter in shown if unicodedata.category(letter) == "Cc"]


@pytest.mark.parametrize(
    "said", ["error.code", "x" * 1_000 + ".", "x" * 70_000 + ".", ""], ids=["an id", "long", "endless", "nothing"]
)
def test_what_is_no_sentence_is_not_shown(said: str) -> None:
    """There is one of ours instead."""
    assert str(refusal(refused(said), URL)) == OURS[409][1]


@pytest.mark.parametrize("status", OURS)
def test_a_refusal_without_a_sentence_has_one_of_ours(status: int) -> None:
    """Each status that a service refuses with is an exception of its own kind, with what to do."""
    shown = refusal(Response(status, b""), URL)

    assert (type(shown), str(shown)) == OURS[status]


def test_every_refusal_has_its_sentence_here() -> None:
    """A refusal that is added is added to this table, word for word."""
    assert set(REFUSALS) == set(OURS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'"\\ud800"',
        b"9" * 100_000,
        b'[{"row": 1e400, "field": "", "code": "", "message": ""}]',
        b"NaN",
    ],
    ids=["nothing", "a page", "no text", "nested", "deep", "half a letter", "long", "endless", "no number"],
)
def test_what_is_no_document_is_one_sentence(content: bytes) -> None:
    """However it is broken."""
    with pytest.raises(errors.ServiceUnavailable) as failed:
        parsed_list(Response(200, content), RowError, URL)

    assert str(failed.value) == f"{URL} answers, but not as an import service does. Check the address."


@pytest.mark.parametrize("size", [65_536, 65_537])
def test_one_document_has_a_bound(size: int) -> None:
    """A large one is none, as it could have a mistake in every letter."""
    response = Response(200, b'{"email":"ann@example.com","confirmed":true,"plan":"paid"}'.ljust(size))

    with nullcontext() if size == 65_536 else pytest.raises(errors.ServiceUnavailable):
        assert parsed(response, Account, URL).plan == "paid"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_address_is_said(status: int) -> None:
    """Where the service sends on is not repeated."""
    assert str(refusal(Response(status, b""), URL)) == (
        f"{URL} sends on to another address; your token is not sent there. Check the address."
    )


@pytest.mark.parametrize(("characters", "is_shown"), [(999, True), (1_000, True), (1_001, False)])
def test_a_sentence_has_a_bound(characters: int, *, is_shown: bool) -> None:
    """A thousand characters are shown as they are."""
    said = "x" * (characters - 1) + "."

    assert (str(refusal(refused(said), URL)) == said) is is_shown


@pytest.mark.parametrize(("status", "is_redirect"), [(299, False), (300, True), (399, True), (400, False)])
def test_a_redirect_is_every_status_of_its_hundred(status: int, *, is_redirect: bool) -> None:
    """Known refusals begin behind it."""
    assert ("sends on to another address" in str(refusal(Response(status, b""), URL))) is is_redirect
