"""How a command ends: its exit code, and one sentence on stderr instead of a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from keycafe_clean.errors import ImportRefused, KeycafeCleanError

DONE, NEEDS_A_FIX, UNUSABLE = 0, 1, 2


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turn whatever stops the command into one sentence on stderr and an exit code."""
    try:
        yield
    except click.exceptions.ClickException as wrong_call:
        _stop(wrong_call.format_message(), UNUSABLE)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _stop("Stopped. Nothing half-written was left behind.", UNUSABLE)
    except ImportRefused as refusal:
        _stop(str(refusal), NEEDS_A_FIX)
    except KeycafeCleanError as error:
        _stop(str(error), UNUSABLE)
    except BrokenPipeError:
        sys.exit(DONE)


def _stop(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - stderr is where a command says why it stopped
    sys.exit(code)
