"""The command line: thin calls, one sentence for whatever stops a run, exit codes 0, 1 and 2."""

from keycafe_clean.cli.stopping import stoppable

__all__ = ["main"]

#: What typer makes of Ctrl+C.
_INTERRUPTED = 130


def main() -> None:
    """Run `keycafe-clean`. Exit 0: done; 1: rows need a fix or a file was refused; 2: wrong call or unusable file."""
    with stoppable():
        _main()


def _main() -> None:
    # Loading them takes a second, in which somebody may press Ctrl+C already.
    import sys  # noqa: PLC0415

    from keycafe_clean.cli.commands import app  # noqa: PLC0415
    from keycafe_clean.cli.ending import one_sentence  # noqa: PLC0415
    from keycafe_clean.cli.streams import prepare_streams  # noqa: PLC0415
    from keycafe_clean.exit_codes import DONE  # noqa: PLC0415

    prepare_streams()
    with one_sentence():
        code = app(prog_name="keycafe-clean", standalone_mode=False)
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
        sys.stdout.flush()
        sys.exit(code or DONE)
