"""An import, practised or not, with a bar on stderr that shows how far it is."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from keycafe_clean.practice import Practice, import_files, practice_keycafe
from keycafe_clean.run.finished import Job
from keycafe_clean.wire import Import

_PRACTICE = "Practice: nobody is invited"


def practise(job: Job, *, quiet: bool) -> Practice:
    """Import this month's files into a practice Keycafe with the job's plan, used places and people; `quiet`: no bar.

    ServiceUnavailable: the mock is not installed, or has no room for its database.
    """
    files = {Path(file.path).name: Path(file.path) for file in job.import_files}
    bar = _bar(quiet=quiet)
    with practice_keycafe(job.cleaned, job.plan, job.known) as client, bar if files else nullcontext():
        return import_files(client, files, partial(_move, bar, _PRACTICE))


@contextmanager
def following(title: str, *, quiet: bool) -> Iterator[Callable[[Import], None]]:
    """Get what shows each look at an import as a bar with a title, nothing before the first one; `quiet`: no bar."""
    with ExitStack() as shown:

        def progress(now: Import) -> None:
            if not bar.live.is_started:
                shown.enter_context(bar)
            _move(bar, title, now)

        bar = _bar(quiet=quiet)
        yield progress


def _bar(*, quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True, quiet=quiet))


def _move(bar: Progress, title: str, now: Import) -> None:
    """Move the bar of an import to the row that it has come to; a new import gets a bar."""
    of_import = [task.id for task in bar.tasks if task.fields["import_id"] == now.id]
    task = of_import[0] if of_import else bar.add_task(title, import_id=now.id)
    bar.update(task, completed=now.done, total=now.rows)
