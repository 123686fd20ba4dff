"""How a command ends: its exit code, and one sentence on stderr instead of a traceback."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import typer

from keycafe_clean.cli.stopping import STOPPED
from keycafe_clean.cli.streams import CannotBeShown
from keycafe_clean.errors import OutputError
from keycafe_clean.exit_codes import UNUSABLE
from keycafe_clean.legible import legible
from keycafe_clean.run.stopped import stopped_by


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turn whatever stops the command into one sentence on stderr and an exit code.

    1: Keycafe refused, and somebody has a file to mend; 2: the call or a file cannot be used, or the run was stopped.
    """
    try:
        yield
    except typer.TyperException as wrong_call:
        _stop(_in_words(wrong_call), UNUSABLE)
    except (typer.Abort, KeyboardInterrupt):
        _stop(STOPPED, UNUSABLE)
    except CannotBeShown as error:
        _stop(f"What there is to say cannot be written: {error.strerror}. Send it elsewhere.", UNUSABLE)
    except Exception as error:  # noqa: BLE001 - a traceback may show people's data to whoever reads the terminal
        stopped = stopped_by(error)
        _stop_with(stopped.sentences, stopped.code)


@contextmanager
def naming(folder: Path) -> Iterator[None]:
    """Name the folder in whatever stops the block: its files are there, and whole.

    OutputError: the block was stopped, or could not say its piece; other exceptions pass, with the folder as a note.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise OutputError(f"Stopped. The files are written in {folder}, and whole.") from None
    except CannotBeShown as error:
        raise OutputError(
            f"The files are written in {folder}, but what became of the rows cannot be shown: {error.strerror}."
        ) from None
    except Exception as error:
        error.add_note(f"The files are written in {folder}.")
        raise


def _in_words(wrong_call: typer.TyperException) -> str:
    """Say what is wrong with a call, and where to read how it is done."""
    context = getattr(wrong_call, "ctx", None)
    said = str(wrong_call).removesuffix(".") or f"Say what to do: {_commands(context)}"
    if isinstance(wrong_call, typer.BadParameter):
        name = wrong_call.param.opts[0] if wrong_call.param else ""
        said = f"{name}: {said}" if name.startswith("-") else f"Say which {name}"
    stop = "" if said.endswith("?") else "."
    return f"{said}{stop} See {context.command_path if context else 'keycafe-clean'} --help."


def _commands(context: typer.Context | None) -> str:
    """Get what can be done: of a group its commands, else those that most runs need."""
    inside = getattr(context.command, "commands", {}) if context and context.parent else {}
    return " or ".join(inside) or "run, clean, check, template or mock"


def _stop(sentence: str, code: int) -> NoReturn:
    _stop_with([sentence], code)


def _stop_with(sentences: Sequence[str], code: int) -> NoReturn:
    # Where nobody can be told, the exit code still tells.
    with suppress(OSError):
        for sentence in sentences:
            tell(sentence)
    sys.exit(code)


def tell(sentence: str) -> None:
    """Say a sentence on stderr, beside the result; a file's name in it moves no cursor. OSError: nobody can be told."""
    sys.stderr.write(f"{legible(sentence)}\n")
    sys.stderr.flush()
