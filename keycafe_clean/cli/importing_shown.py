"""An import into a service: who imports, how far it is, and what became of it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from keycafe_clean.cli import show
from keycafe_clean.cli.as_json import import_as_json
from keycafe_clean.cli.ending import tell
from keycafe_clean.cli.output import say_json
from keycafe_clean.cli.parameters import TOKEN, USER
from keycafe_clean.cli.progress_bar import following
from keycafe_clean.errors import ServiceUnavailable, SetupError
from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX
from keycafe_clean.import_result import Imported
from keycafe_clean.importing import AGAIN, check_service, connected, import_file
from keycafe_clean.job.sentences import answer_after_import
from keycafe_clean.job.withdrawn import refuse_withdrawn
from keycafe_clean.legible import legible
from keycafe_clean.opening import bytes_of
from keycafe_clean.run.option_values import sample_header

_NO_TOKEN = f"{TOKEN} is not set. Set this variable to the token of the account; a token is never an option."
_NO_USER = f"Nobody is named who imports. Give the account's e-mail address: --user ADDRESS, or {USER}."

#: Seconds from which a wait is told: a minute, after too many requests.
_LONG = 10


def import_and_show(file: Path, url: str, user: str, template: Path | None, *, as_json: bool) -> int:
    """Import a file, say what became of it, and get the exit code: 0 where everybody in it was added.

    ImportRefused: it is not to be uploaded any more. SetupError: who imports is not said. Else raises what the parts
    raise.
    """
    refuse_withdrawn(file)
    content, header = bytes_of(file), sample_header(template) if template else ()
    name = legible(file.name)
    check_service(url)
    with (
        _stopped_in_words(),
        connected(url, _user(user), _token(), _pause) as client,
        following(name, quiet=as_json) as progress,
    ):
        result = import_file(client, content, name, progress, template=header)
    _show(result, file, as_json=as_json)
    return DONE if result.is_fine else NEEDS_A_FIX


def _show(result: Imported, file: Path, *, as_json: bool) -> None:
    if as_json:
        say_json(import_as_json(result))
    else:
        show.imported(result, legible(file.name), answer_after_import(file, result))


def _user(said: str) -> str:
    if not said.strip():
        raise SetupError(_NO_USER)
    return _text(said, "--user")


def _token() -> str:
    """Get the token from the environment, else from the keyboard, unseen. SetupError: there is neither."""
    token = os.environ.get(TOKEN, "")
    if token.strip():
        return _text(token, TOKEN)
    if not sys.stdin.isatty():
        raise SetupError(_NO_TOKEN)
    return _text(typer.prompt("Token", hide_input=True, err=True), "The token")


def _text(said: str, name: str) -> str:
    """Get what was said, without outer spaces. SetupError: it has letters that nobody can have meant."""
    if legible(said.strip()) != said.strip():
        raise SetupError(f"{name} has control letters in it. Copy it once more.")
    return said.strip()


def _pause(seconds: float) -> None:
    """Wait, and say so where it takes long."""
    if seconds >= _LONG:
        tell(f"The service takes no more requests for now: waiting {seconds:.0f} seconds, then it goes on.")
    time.sleep(seconds)


@contextmanager
def _stopped_in_words() -> Iterator[None]:
    """Say what to do after Ctrl+C: how far the service is, nobody knows here. ServiceUnavailable: it was pressed."""
    try:
        yield
    except KeyboardInterrupt:
        raise ServiceUnavailable(f"Stopped; what the service has goes on there. {AGAIN}") from None
