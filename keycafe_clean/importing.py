"""Import a file into a service, so that everybody in it is added once, however often that is asked for.

Assumption: Keycafe publishes no interface for imports; this one is the mock's. An earlier import of the same file is
looked for by the SHA-256 of its bytes; an upload has a key of account, bytes and attempt, so that two of them are one.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from keycafe_clean import errors
from keycafe_clean.check import Checked, check_import_file
from keycafe_clean.client import KeycafeClient
from keycafe_clean.client.address import check_encrypted
from keycafe_clean.wire import Import, RowError

#: What became of the file here: it was held back, sent, followed since it was running, or through already.
Way = Literal["not sent", "sent", "followed", "earlier"]

#: What to do after whatever else stopped an import: nobody needs to find out how far it had come.
AGAIN = "Run the same command again: it looks first whether the file is there, so nobody is added twice."

_NO_IMPORTS = "Nothing at this address imports users. Check --url: it has no page behind host and port."
_NOBODY = "{name} has nobody in it, only the names of the columns. Nothing was sent."
_OF_OLD = "This very file was sent before, longer ago than the list of imports goes. Nothing was sent again."


class _SentBefore(errors.ImportRefused):
    """The service knows the key of an upload, and does not list its import any more."""


#: What to do after each refusal, beside what the service says of it.
NEXT_STEPS: dict[type[Exception], str] = {
    errors.WrongCredentials: "Give the account's address with --user and its token in KEYCAFE_TOKEN.",
    errors.EmailNotConfirmed: "Nothing was imported. Click the link in Keycafe's mail, and run the same command again.",
    errors.FileTooLarge: "Nobody was added. Give each part the header, and import one after the other.",
    errors.WrongFile: "Nobody was added. Make the file anew with: keycafe-clean run EXPORT --template SAMPLE",
    errors.LimitReached: (
        "Nobody was added. Make a file that fits, --used being the places that are taken; the others come next month: "
        "keycafe-clean run EXPORT --used N"
    ),
    _SentBefore: "Look in Keycafe who of it is there, and import a file of the others.",
}


@dataclass(frozen=True)
class FailedRow:
    """Somebody who was not added: the row as a spreadsheet shows it, the column and its cell, and what was said.

    `column` is empty where no cell is at fault; `value` is None for that, and for a blank cell.
    """

    row: int
    column: str
    value: str | None
    code: str
    message: str

    def __str__(self) -> str:
        said = self.message if self.message.startswith("Row ") else f"Row {self.row:,}: {self.message}"
        return f"{said} ({self.column}: {self.value})" if self.value else said


@dataclass(frozen=True)
class Imported:
    """What became of a file: what a check of it found, and its import as it ended, None where it was `not sent`.

    `attempts` counts the imports of this file so far, the one that is told included.
    """

    way: Way
    checked: Checked
    found: Import | None = None
    failed: tuple[FailedRow, ...] = ()
    attempts: int = 1

    @property
    def is_fine(self) -> bool:
        """Tell whether everybody in the file is in Keycafe by it, or was there."""
        return self.found is not None and self.found.state == "completed" and not self.found.failed

    @property
    def broke_off(self) -> bool:
        """Tell whether the import failed when somebody had been added."""
        return self.found is not None and self.found.state == "failed" and self.found.added > 0

    @property
    def is_void(self) -> bool:
        """Tell whether the import failed as a whole, so that nobody was added for no fault of their own row."""
        found = self.found
        return found is not None and found.state == "failed" and not found.added and found.failed < found.rows


def connected(url: str, user: str, token: str, pause: Callable[[float], None] = time.sleep) -> KeycafeClient:
    """Get the client of a service, which sends nothing yet; `pause` is called with the seconds to wait.

    ServiceUnavailable: the address cannot be used, or the token would travel readable.
    """
    client = KeycafeClient(url, user, token, pause=pause)
    check_encrypted(url)
    return client


def import_file(
    client: KeycafeClient,
    content: bytes,
    name: str,
    progress: Callable[[Import], None],
    *,
    template: tuple[str, ...] = (),
) -> Imported:
    """Import a file, and get what became of it; `progress` gets the import again and again as it goes on.

    A file that Keycafe would not take whole, with every row, is not sent. One that is there already is followed while
    it runs, and told once it is through; it is sent again where it failed and nobody was added.

    Raises:
        ImportRefused: The service says no; the notes of the exception say what to do.
        ServiceUnavailable: It does not answer; likewise.
    """
    checked = check_import_file(content, name, template=template)
    if not checked.is_fine:
        return Imported("not sent", checked)
    if checked.rows.is_empty():
        raise errors.ImportRefused(_NOBODY.format(name=name))
    with _saying_what_to_do():
        return _imported(client, _Upload(content, name, _account(client)), checked, progress)


@dataclass(frozen=True)
class _Upload:
    """A file on its way to the account of an address."""

    content: bytes
    name: str
    account: str

    @property
    def digest(self) -> str:
        """What tells the file from all others: the SHA-256 of its bytes, as the service lists it."""
        return sha256(self.content).hexdigest()

    def key(self, attempt: int) -> str:
        """Get what makes two uploads the same one."""
        return sha256(f"{self.account.casefold()}\n{self.digest}\n{attempt}".encode()).hexdigest()


def _imported(client: KeycafeClient, upload: _Upload, checked: Checked, progress: Callable[[Import], None]) -> Imported:
    same = [one for one in client.imports() if one.digest == upload.digest]
    through = [one for one in same if _is_through(one)]
    running = [one for one in same if not one.is_finished]
    if through:
        return _told(client, "earlier", through[0], checked, len(same))
    if running:
        return _told(client, "followed", _followed(client, running[0], progress), checked, len(same))
    sent = _sent(client, upload, len(same) + 1)
    return _told(client, "sent", _followed(client, sent, progress), checked, len(same) + 1)


def _is_through(one: Import) -> bool:
    """Whether an import has added somebody, or had nothing to add: the file must not be sent again."""
    return one.is_finished and (one.state == "completed" or one.added > 0)


def _sent(client: KeycafeClient, upload: _Upload, attempt: int) -> Import:
    try:
        return client.upload(upload.content, upload.name, key=upload.key(attempt))
    except errors.ImportRefused as refusal:
        if type(refusal) is errors.ImportRefused:
            raise _SentBefore(_OF_OLD) from None
        raise


def _followed(client: KeycafeClient, current: Import, progress: Callable[[Import], None]) -> Import:
    """Get an import as it ends."""
    for now in client.watch(current.id):
        progress(now)
    return now


def _told(client: KeycafeClient, way: Way, found: Import, checked: Checked, attempts: int) -> Imported:
    failed = client.import_errors(found.id) if found.failed else ()
    return Imported(way, checked, found, tuple(_failed_row(error, checked) for error in failed), attempts)


def _failed_row(error: RowError, checked: Checked) -> FailedRow:
    cells = checked.rows.row(error.row - 2, named=True) if 2 <= error.row < checked.rows.height + 2 else {}
    return FailedRow(error.row, error.field, cells.get(error.field), error.code, error.message)


def _account(client: KeycafeClient) -> str:
    """Get the account's address, as the service spells it."""
    try:
        return client.account().email
    except errors.ImportRefused as refusal:
        if type(refusal) is not errors.ImportRefused:
            raise
    raise errors.ServiceUnavailable(_NO_IMPORTS)


@contextmanager
def _saying_what_to_do() -> Iterator[None]:
    """Add to whatever stops the block what to do next, as a note."""
    try:
        yield
    except errors.KeycafeCleanError as error:
        error.add_note(NEXT_STEPS.get(type(error), AGAIN))
        raise


def in_words(result: Imported) -> Iterator[str]:
    """Yield what became of a file that is or was in the service: a sentence, why, and a line for each row that failed.

    Nothing for a file that was not sent: its check says why.
    """
    if result.found is None:
        return
    yield _sentence(result, result.found)
    if result.found.message:
        yield result.found.message
    if result.found.state == "failed":
        yield _step(result)
    yield from (f"  {row}" for row in result.failed)


def _sentence(result: Imported, found: Import) -> str:
    day = f"{found.created_at.day} {found.created_at:%B %Y}"
    match result.way:
        case "earlier":
            return f"This very file was imported on {day}, as {found.name}: {_counts(found)}. Nothing was sent."
        case "followed":
            return f"This very file was there already, sent on {day}, and was followed: {_counts(found)}."
        case _:
            again = f" (attempt {result.attempts:,})" if result.attempts > 1 else ""
            how = "The import failed" if found.state == "failed" else "Imported"
            return f"{how}{again}: {_counts(found)}."


def _counts(found: Import) -> str:
    skipped = found.done - found.added - found.failed if found.state == "completed" else 0
    there = f", {skipped:,} there before" if skipped else ""
    return f"{found.added:,} of {found.rows:,} added, {found.failed:,} failed{there}"


def _step(result: Imported) -> str:
    """Get what to do about an import that failed."""
    if result.broke_off:
        return "It broke off in the middle. Look in Keycafe who of the file is there, and import a file of the others."
    if result.failed:
        return "Nobody is in Keycafe by this file: repair or take out the rows below, and import the new file."
    return "Nobody is in Keycafe by this file: run the same command again."
