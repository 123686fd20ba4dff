"""How a command ends: its exit code, and one sentence on stderr instead of a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

import typer

from keycafe_clean.errors import ImportRefused, KeycafeCleanError

DONE, NEEDS_A_FIX, UNUSABLE = 0, 1, 2


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turn whatever stops the command into one sentence on stderr and an exit code."""
    try:
        yield
    except typer.TyperException as wrong_call:
        _stop(_in_words(wrong_call), UNUSABLE)
    except (typer.Abort, KeyboardInterrupt):
        _stop("Stopped. Nothing half-written was left behind.", UNUSABLE)
    except ImportRefused as refusal:
        _stop(str(refusal), NEEDS_A_FIX)
    except KeycafeCleanError as error:
        _stop(str(error), UNUSABLE)
    except BrokenPipeError:
        sys.exit(DONE)
    except Exception as error:  # noqa: BLE001 - a traceback may show people's data to whoever reads the terminal
        _stop(_unexpected(error), UNUSABLE)


def _in_words(wrong_call: typer.TyperException) -> str:
    """Say what is wrong with a call, and where to read how it is done."""
    said = str(wrong_call).removesuffix(".") or "Say what to do: run, clean, check, template or mock"
    if isinstance(wrong_call, typer.BadParameter):
        name = wrong_call.param.opts[0] if wrong_call.param else ""
        said = f"{name}: {said}" if name.startswith("-") else f"Say which {name}"
    stop = "" if said.endswith("?") else "."
    context = getattr(wrong_call, "ctx", None)
    return f"{said}{stop} See {context.command_path if context else 'keycafe-clean'} --help."


def _unexpected(error: Exception) -> str:
    """Name the place in our code, never what the exception says: that may be about people."""
    ours = [frame for frame in extract_tb(error.__traceback__) if "keycafe_clean" in Path(frame.filename).parts]
    place = f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}"
    return f"Something unexpected stopped the run. Nothing half-written was left behind. Report this place: {place}."


def _stop(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201 - stderr is where a command says why it stopped
    sys.exit(code)
