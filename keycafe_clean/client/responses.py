"""What the service's responses mean: documents, and refusals with their sentences.

Whatever is shown of a response goes through here, and leaves without control characters that a terminal would obey.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, TypeVar

from pydantic import FailFast, TypeAdapter

from keycafe_clean import errors, wire
from keycafe_clean.wire import ErrorEnvelope

Model = TypeVar("Model", bound=wire.WireModel)

#: What each refusal is, and what is said where the service's response is no sentence.
REFUSALS: dict[int, tuple[type[errors.KeycafeCleanError], str]] = {
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

#: What moves a terminal's cursor, colours or title, and what turns the direction of a line.
_CONTROL_CHARACTERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BREAKS = re.compile(r"[\t\r\n]+")

#: One import, one account, one refusal with its fields: a kilobyte or two.
_DOCUMENT_BYTES = 65_536

#: More is no sentence for people: the longest of the mock's has fewer than 300.
_SENTENCE_CHARACTERS = 1_000


@dataclass(frozen=True)
class Response:
    """A response that was read to its end: its status, its body, and whether another page follows."""

    status: int
    content: bytes
    has_next: bool = False


def parsed(response: Response, kind: type[Model], url: str) -> Model:
    """Get the document that a response holds, its texts without control characters.

    Raises:
        ServiceUnavailable: It holds another one, none, or more than 65,536 bytes.
    """
    try:
        return _sanitized(kind.model_validate_json(_bounded(response)))
    except ValueError:
        other = _other_service(url)  # raised outside: the cause would quote the response
    raise other


def parsed_list(response: Response, kind: type[Model], url: str) -> list[Model]:
    """Get the list of documents that a response holds, in order, their texts without control characters.

    Raises:
        ServiceUnavailable: It holds another one, or none.
    """
    try:
        return [_sanitized(item) for item in _list_of(kind).validate_json(response.content)]
    except ValueError:
        other = _other_service(url)
    raise other


def refusal(response: Response, url: str) -> errors.KeycafeCleanError:
    """Get the exception that a response without success means: the service's own sentence, else one of ours.

    A status that `REFUSALS` does not have is ServiceUnavailable; nothing of such a response is repeated.
    """
    if response.status in REFUSALS:
        kind, sentence = REFUSALS[response.status]
        return kind(_sentence_of(response) or sentence)
    if 300 <= response.status < 400:
        return errors.ServiceUnavailable(
            f"{url} sends on to another address; your token is not sent there. Check the address."
        )
    return errors.ServiceUnavailable(f"{url} failed with status {response.status}. Try again in a few minutes.")


def _sentence_of(response: Response) -> str | None:
    """Get what the service says to people; None where it says nothing, only an id, or more than a terminal shows."""
    try:
        message = _sanitized(ErrorEnvelope.model_validate_json(_bounded(response)).error).error_message
    except ValueError:
        return None
    return message if message.endswith(".") and len(message) <= _SENTENCE_CHARACTERS else None


def _other_service(url: str) -> errors.ServiceUnavailable:
    return errors.ServiceUnavailable(f"{url} answers, but not as an import service does. Check the address.")


def _bounded(response: Response) -> bytes:
    """Get the body of a response with one document; a large one is none, and could have millions of mistakes."""
    if len(response.content) > _DOCUMENT_BYTES:
        raise ValueError("no document is this large")
    return response.content


@cache
def _list_of(kind: type[Model]) -> TypeAdapter[list[Model]]:
    """Get what reads a list, and stops at the first mistake."""
    return TypeAdapter(Annotated[list[kind], FailFast()])  # type: ignore[arg-type, valid-type]


def _sanitized(document: Model) -> Model:
    """Get a document, its texts without control characters; breaks become a space."""
    shown = {
        name: _shown(text) for name, text in document if isinstance(text, str) and _CONTROL_CHARACTERS.search(text)
    }
    return document.model_copy(update=shown) if shown else document


def _shown(text: str) -> str:
    return _CONTROL_CHARACTERS.sub(_REPLACEMENT, _BREAKS.sub(" ", text))
