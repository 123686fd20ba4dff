"""The command `desk`: the import desk of a job in the browser."""

import secrets
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say
from keycafe_clean.cli.parameters import path_named
from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.job_words import UNNAMED, opened_again

HELP = (
    "Open the import desk of a job in the browser: choose a file, answer what waits, hand the month over.\n\nNothing "
    "leaves this computer. The desk goes on where it was, and ends when its page is closed."
)

_ENDS = "It ends when its page is closed,{unused} or with Ctrl+C here. Nothing is lost: it goes on where it was."
_UNUSED = " after an hour in which nobody uses it (--stay-open: not),"
_MISSING = 'The desk is not installed: pip install "keycafe-clean[desk,mock]".'


def desk(
    job: Annotated[
        Path | None, typer.Argument(parser=path_named, metavar="[JOB]", help=f"The folder of a job; {UNNAMED}.")
    ] = None,
    *,
    port: Annotated[int, typer.Option("--port", help="By default the first that is free from 8866 on.")] = 8866,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it, or only say where it is.")] = True,
    stay_open: Annotated[
        bool, typer.Option("--stay-open", help="Also if nobody uses it for an hour; by default it ends then.")
    ] = False,
) -> None:
    """Serve the desk until its page is closed."""
    try:
        from keycafe_clean.desk.serving import serve_desk  # an extra, and not quick
    except ImportError:
        raise ServiceUnavailable(_MISSING) from None

    def opened(address: str) -> None:
        """Say where the desk is, and open it."""
        say(f"The desk opens: {address}")
        say(_ENDS.format(unused="" if stay_open else _UNUSED))
        if browser:
            webbrowser.open(address)

    folder = job or Path(UNNAMED)
    serve_desk(folder, secrets.token_urlsafe(24), port=port, opened=opened, stays_open=stay_open)
    say(f"The desk has ended. Open it again {opened_again(folder)}")
