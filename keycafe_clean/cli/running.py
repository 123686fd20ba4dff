"""A run from beginning to end: what an earlier one left is cleared up, and what this one becomes is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from keycafe_clean.cli import show
from keycafe_clean.cli.as_json import run_as_json
from keycafe_clean.cli.ending import naming, tell
from keycafe_clean.cli.output import say_json
from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX
from keycafe_clean.run.finished import Job
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options
from keycafe_clean.write.left_behind import clear_up

if TYPE_CHECKING:
    from keycafe_clean.practice import Practice


def run_job(exports: list[Path], options: Options, *, strict: bool, as_json: bool) -> int:
    """Do the job, show it, and get its exit code; `strict`: questions count like fixes. Raises what the parts raise."""
    for sentence in clear_up(options.job or (options.out or Path("keycafe")).parent):
        tell(sentence)
    done = do_job(exports, options)
    if done.taken_over:
        tell(done.taken_over)
    with naming(done.folder):
        practice = _told(done, practised=options.hands_over, as_json=as_json)
    refused = practice is not None and practice.was_refused
    return NEEDS_A_FIX if done.needs_a_fix(strict=strict) or refused else DONE


def _told(job: Job, *, practised: bool, as_json: bool) -> "Practice | None":
    """Show the job, practise its import if asked to, and show how that went."""
    if not as_json:
        show.job(job)
    practice = _practice(job, quiet=as_json) if practised else None
    if as_json:
        say_json(run_as_json(job, practice))
    else:
        show.ending(job, practice)
    return practice


def _practice(job: Job, *, quiet: bool) -> "Practice":
    # A client and a bar, which only who practises waits for.
    from keycafe_clean.cli.progress_bar import practise  # noqa: PLC0415

    return practise(job, quiet=quiet)
