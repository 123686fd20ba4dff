"""A practice with a bar on stderr that shows how far each import is."""

from contextlib import nullcontext
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from keycafe_clean.cli.job import Job
from keycafe_clean.practice import Practice, import_files, practice_keycafe
from keycafe_clean.wire import Import


def practise(job: Job, *, quiet: bool) -> Practice:
    """Import this month's files into a practice Keycafe with the job's plan, used places and people; `quiet`: no bar.

    ServiceUnavailable: the mock is not installed, or has no room for its database.
    """
    files = {Path(file.path).name: Path(file.path) for file in job.import_files}
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True, quiet=quiet))
    with practice_keycafe(job.cleaned, job.plan, job.known) as client, bar if files else nullcontext():
        return import_files(client, files, partial(_move, bar))


def _move(bar: Progress, now: Import) -> None:
    """Move the bar of an import to the row that it has come to; a new import gets a bar."""
    of_import = [task.id for task in bar.tasks if task.fields["import_id"] == now.id]
    task = of_import[0] if of_import else bar.add_task("Practice: nobody is invited", import_id=now.id)
    bar.update(task, completed=now.done, total=now.rows)
