"""Import a file into a service, so that everybody in it is added once, however often that is asked for.

Assumption: Keycafe publishes no interface for imports; this one is the mock's. An earlier import of the same file is
looked for by the SHA-256 of its bytes; an upload has a key of account, bytes and attempt, so that two of them are one.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from keycafe_clean import errors
from keycafe_clean.check import Checked, check_import_file
from keycafe_clean.client import KeycafeClient
from keycafe_clean.client.address import check_address, check_encrypted
from keycafe_clean.import_result import FailedRow, Imported, Way
from keycafe_clean.wire import Import, RowError

#: What to do after whatever else stopped an import: nobody needs to find out how far it had come.
AGAIN = "Run the same command again: it looks first whether the file is there, so nobody is added twice."

_NO_IMPORTS = "Nothing at this address imports users."
_NOBODY = "{name} has nobody in it, only the names of the columns. Nothing was sent."
_OF_OLD = "This very file was sent before, longer ago than the list of imports goes. Nothing was sent again."


class _OtherService(errors.ServiceUnavailable):
    """Something answers, and knows of no imports."""


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
    _OtherService: "Check --url: behind host and port it has no name of a page.",
    _SentBefore: "Look in Keycafe who of it is there, and import a file of the others.",
}


def check_service(url: str) -> None:
    """Check that an address can be one of a service. ServiceUnavailable: it is none, or a token would go readable."""
    check_address(url)
    check_encrypted(url)


def connected(url: str, user: str, token: str, pause: Callable[[float], None] = time.sleep) -> KeycafeClient:
    """Get the client of a service, which sends nothing yet; `pause` is called with the seconds to wait.

    ServiceUnavailable: as of `check_service()`.
    """
    check_service(url)
    return KeycafeClient(url, user, token, pause=pause)


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
        return _told(client, "followed", client.follow(running[0].id, progress), checked, len(same))
    sent = _sent(client, upload, len(same) + 1)
    return _told(client, "sent", client.follow(sent.id, progress), checked, len(same) + 1)


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
    raise _OtherService(_NO_IMPORTS)


@contextmanager
def _saying_what_to_do() -> Iterator[None]:
    """Add to whatever stops the block what to do next, as a note."""
    try:
        yield
    except errors.KeycafeCleanError as error:
        error.add_note(NEXT_STEPS.get(type(error), AGAIN))
        raise
