"""Practise an import: this month's file into an embedded mock Keycafe, which invites nobody and is gone afterwards."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from keycafe_clean.cli.job import Job
from keycafe_clean.client import KeycafeClient
from keycafe_clean.errors import ImportRefused, ServiceUnavailable
from keycafe_clean.wire import Import, Limit, RowError
from keycafe_clean.write.held import practice_folder

_NO_ROOM = (
    "The import could not be practised: its database cannot be written in {place}. Make room there, or use clean."
)


@dataclass(frozen=True)
class Practice:
    """What the mock made of the files.

    `state` is `nothing` where there was no file, `refused` with a `message`, else the import's own.
    """

    state: str
    added: int
    failed: int
    limit: Limit
    errors: tuple[RowError, ...] = ()
    message: str | None = None

    @property
    def was_refused(self) -> bool:
        """Tell whether the mock refused the file, or any row of it."""
        return self.state in {"refused", "failed"} or self.failed > 0


def practise(job: Job, *, quiet: bool) -> Practice:
    """Import this month's files into an embedded mock with the job's plan and used places; `quiet`: no bar.

    ServiceUnavailable: the mock is not installed, or has no room for its database.
    """
    try:
        from keycafe_clean.mock import MockKeycafe, MockPolicy, NotStarted  # noqa: PLC0415 - the extra `mock` may be absent
    except ImportError:
        raise ServiceUnavailable('Practice needs the mock: pip install "keycafe-clean[mock]", or use clean.') from None
    setup, plan = job.cleaned.setup, job.plan
    today = _day_in(plan.month, job.cleaned.today)
    console = Console(stderr=True, quiet=quiet)
    # A sample file of Keycafe's own may spell and order the columns as it likes.
    policy = MockPolicy(header="lenient" if setup.template else "strict")
    start = partial(MockKeycafe, plan=setup.plan, used=plan.used, known=job.known, today=today, policy=policy)
    try:
        with (
            practice_folder() as folder,
            start(database=folder / "mock.db") as mock,
            KeycafeClient(mock.url, mock.email, mock.token) as client,
        ):
            return _import_all(client, [Path(file.path) for file in job.import_files], console)
    except NotStarted:
        raise ServiceUnavailable(_NO_ROOM.format(place=gettempdir())) from None


def _day_in(month: str, today: date) -> date:
    """Get `today`, or the first day of the month where that is another one: practice happens in the file's month."""
    return today if month == f"{today:%Y-%m}" else date.fromisoformat(f"{month}-01")


def _import_all(client: KeycafeClient, files: list[Path], console: Console) -> Practice:
    done: list[Import] = []
    try:
        done += [_import_one(client, file, console) for file in files]
    except ImportRefused as refusal:
        return Practice("refused", 0, 0, client.limit(), message=str(refusal))
    errors = tuple(error for one in done for error in client.import_errors(one.id))
    return Practice(
        state=done[-1].state if done else "nothing",
        added=sum(one.added for one in done),
        failed=sum(one.failed for one in done),
        limit=client.limit(),
        errors=errors,
    )


def _import_one(client: KeycafeClient, file: Path, console: Console) -> Import:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as bar:
        uploaded = client.upload(file)
        task = bar.add_task("Practice: nobody is invited", total=uploaded.rows)
        for now in client.watch(uploaded.id):
            bar.update(task, completed=now.done, total=now.rows)
    return now
