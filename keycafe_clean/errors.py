"""Everything that stops a run. What is wrong with a row is a finding (`findings.py`), never an exception.

KeycafeCleanError
├── ExportError              the HR file cannot be used
│   ├── UnreadableExport     encoding, delimiter, a damaged or protected file
│   │   └── EmptyFile        nothing is in it
│   ├── HostileFile          a file that would take more memory or time than it is worth
│   └── MissingColumn        no column for something that every import needs
├── SetupError               setup.toml, decisions.csv or a template cannot be used
│   ├── UnknownColumn        the set-up uses a column that no file has
│   └── WrongAnswers         answers in waiting.csv that fit no question
├── MassChangeError          the export of a job changes more people than is likely
├── NotAsItWas               a month that was made once more differs from what it was
├── WrongCall                an argument of a function in a notebook or program
├── OutputError              a file or folder cannot be written
├── ServiceUnavailable       the service does not answer, or answers what nobody can read
└── ImportRefused            the service said no
    ├── WrongCredentials     401
    ├── EmailNotConfirmed    403
    ├── FileTooLarge         413
    ├── WrongFile            400: not a CSV, or another header
    ├── LimitReached         409 (429 is for rate only)
    └── TooManyRequests      429: wait a minute

Each message is whole sentences for the analyst: where, what, what to do.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class KeycafeCleanError(Exception):
    """The run cannot go on; the message says where, what, and what to do."""


class ExportError(KeycafeCleanError):
    """The HR file cannot be used."""


class UnreadableExport(ExportError):
    """The HR file cannot be read: its encoding, its delimiter, or it is damaged or protected."""


class EmptyFile(UnreadableExport):
    """The file can be read, and nothing is in it: no table, or no cell."""


class HostileFile(ExportError):
    """The HR file would take more memory or time than a file of people needs."""


class MissingColumn(ExportError):
    """The HR file has no column for something that every import needs."""


class SetupError(KeycafeCleanError):
    """A set-up, decisions or template file cannot be used."""


class UnknownColumn(SetupError):
    """The set-up uses a column that no file has: a slip, or another file than the set-up is for."""


class WrongAnswers(SetupError):
    """Answers that are to no open question, or do not fit it: a sentence each, on a line each."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


class MassChangeError(KeycafeCleanError):
    """The export of a job changes more people than is likely: a sentence each, on a line each. Nothing was written."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(self.sentences))


class NotAsItWas(KeycafeCleanError):
    """A month was made once more, and is not what it was."""


class WrongCall(KeycafeCleanError, TypeError, ValueError):
    """A function was given what it cannot take."""


def expect(value: object, kind: type | tuple[type, ...], call: str, instead: str) -> None:
    """Refuse what is not of a kind. WrongCall: says what `call` takes, what it was given, and what to write."""
    if not isinstance(value, kind):
        raise WrongCall(f"{call}, not {_a(type(value).__name__)}. Write {instead}.")


def _a(name: str) -> str:
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


class OutputError(KeycafeCleanError):
    """A file or folder cannot be written."""


class ServiceUnavailable(KeycafeCleanError):
    """The service does not answer, or answers what nobody can read."""


class ImportRefused(KeycafeCleanError):
    """The service refused the import as a whole."""


class WrongCredentials(ImportRefused):
    """The service does not know this e-mail address and token (401)."""


class EmailNotConfirmed(ImportRefused):
    """The account's e-mail address is not confirmed yet (403)."""


class FileTooLarge(ImportRefused):
    """The import file is larger than the service takes (413)."""


class WrongFile(ImportRefused):
    """The file is not an import file: no CSV, or another header (400)."""


class LimitReached(ImportRefused):
    """The file holds more people than places are left this month (409)."""


class TooManyRequests(ImportRefused):
    """More than sixty requests in a minute; every request is refused for a minute (429)."""


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Let whatever stops a script end it with its sentence on stderr, and exit code 1, instead of a traceback."""
    try:
        yield
    except KeycafeCleanError as error:
        raise SystemExit(f"{error}") from None
