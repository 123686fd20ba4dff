"""What the service's answers mean: documents, and refusals with their sentences.

Whatever is shown of an answer goes through here, and leaves without any letter that a terminal would obey.
"""

import re
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import from_json

from keycafe_clean import errors
from keycafe_clean.wire import ErrorEnvelope

Document = TypeVar("Document")

#: What each refusal is, and what is said where the service's answer is no sentence.
REFUSALS: dict[int, tuple[type[errors.KeycafeCleanError], str]] = {
    400: (errors.WrongFile, "Keycafe cannot read this as an import file. Compare its header with the sample file."),
    401: (errors.WrongCredentials, "Keycafe does not know this e-mail address and token. Check both, and try again."),
    403: (errors.EmailNotConfirmed, "Confirm your e-mail address before importing users."),
    404: (errors.ImportRefused, "Keycafe has nothing of this number. Look at the list of imports."),
    409: (errors.LimitReached, "The file holds more people than places are left this month. Write a smaller file."),
    413: (errors.FileTooLarge, "The file is larger than Keycafe takes. Split it into several files."),
    422: (errors.ImportRefused, "This upload was already sent with another file. Upload the file again."),
    429: (errors.TooManyRequests, "Keycafe takes no more requests for a minute. Wait a minute, and try again."),
}

#: What moves a terminal's cursor, colours or title, and what turns the direction of a line.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SHOWN_INSTEAD = "\N{REPLACEMENT CHARACTER}"
_BREAKS = re.compile(r"[\t\r\n]+")

#: More is no sentence for people.
_SENTENCE_CHARACTERS = 1_000


@dataclass(frozen=True)
class Answer:
    """An answer that was read to its end: its status, its body, and whether another page follows."""

    status: int
    content: bytes
    has_next: bool = False


def parsed(answer: Answer, kind: type[Document], url: str) -> Document:
    """Get the document that an answer holds, its texts harmless.

    Raises:
        ServiceUnavailable: It holds another one, or none.
    """
    try:
        return TypeAdapter(kind).validate_python(_harmless(from_json(answer.content)))
    except ValueError:
        message = f"{url} answers, but not as an import service does. Check the address."
    raise errors.ServiceUnavailable(message)


def refusal(answer: Answer, url: str) -> errors.KeycafeCleanError:
    """Get the exception that an answer without success means."""
    if answer.status in REFUSALS:
        kind, sentence = REFUSALS[answer.status]
        return kind(_sentence_of(answer) or sentence)
    if 300 <= answer.status < 400:
        return errors.ServiceUnavailable(
            f"{url} sends on to another address; your token is not sent there. Check the address."
        )
    return errors.ServiceUnavailable(f"{url} failed with status {answer.status}. Try again in a few minutes.")


def _sentence_of(answer: Answer) -> str | None:
    """Get what the service says to people; None where it says nothing, only an id, or more than a terminal shows."""
    try:
        message = ErrorEnvelope.model_validate(_harmless(from_json(answer.content))).error.error_message
    except ValueError:
        return None
    return message if message.endswith(".") and len(message) <= _SENTENCE_CHARACTERS else None


def _harmless(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Get a value of JSON, its texts without letters that a terminal obeys; breaks become a space."""
    if isinstance(value, str):
        return _OBEYED.sub(_SHOWN_INSTEAD, _BREAKS.sub(" ", value))
    if isinstance(value, list):
        return [_harmless(item) for item in value]
    if isinstance(value, dict):
        return {name: _harmless(item) for name, item in value.items()}
    return value
