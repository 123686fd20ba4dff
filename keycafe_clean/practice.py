"""Practise an import: files into an embedded mock Keycafe, which invites nobody and is gone afterwards."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import gettempdir

from keycafe_clean.client import KeycafeClient
from keycafe_clean.errors import ImportRefused, ServiceUnavailable
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.wire import Import, Limit, RowError
from keycafe_clean.write.held import practice_folder

_NOT_INSTALLED = 'Practice needs one more package: pip install "keycafe-clean[mock]".'
_NO_ROOM = "The import could not be practised: its database cannot be written in {place}. Make room there."


@dataclass(frozen=True)
class Practice:
    """What the mock made of the files, and the limit as it stands afterwards.

    `state` is `nothing` where there was no file, `refused` where the mock did not take one, else that of the last
    import. `message` says why a file was refused, or why an import failed as a whole. Of a refused practice nothing is
    counted.
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


@contextmanager
def practice_keycafe(cleaned: Cleaned, plan: Plan, known: Sequence[str] = ()) -> Iterator[KeycafeClient]:
    """Get the client of a mock with the run's plan, used places and month; `known` addresses are members already.

    ServiceUnavailable: the mock is not installed, or has no room for its database.
    """
    try:
        from keycafe_clean.mock import MockPolicy, NotStarted, embedded  # noqa: PLC0415 - the extra `mock` may be absent
    except ImportError:
        raise ServiceUnavailable(_NOT_INSTALLED) from None
    # A sample file of Keycafe's own may spell and order the columns as it likes.
    policy = MockPolicy(header="lenient" if cleaned.setup.template else "strict")
    today = _day_in(plan.month, cleaned.today)
    start = partial(embedded, cleaned.setup.plan, used=plan.used, known=known, today=today, policy=policy)
    try:
        with (
            practice_folder() as folder,
            start(database=folder / "mock.db") as mock,
            KeycafeClient(mock.url, mock.email, mock.token) as client,
        ):
            yield client
    except NotStarted:
        raise ServiceUnavailable(_NO_ROOM.format(place=gettempdir())) from None


def import_files(
    client: KeycafeClient, files: Mapping[str, bytes | Path], progress: Callable[[Import], None]
) -> Practice:
    """Import files, each by its name, one after another; `progress` gets each import again and again as it goes on.

    A file that is refused ends the practice. Errors are in the order of files and rows. ServiceUnavailable: the mock
    does not answer. OutputError: a file cannot be read.
    """
    try:
        done = [client.follow(client.upload(file, name).id, progress) for name, file in files.items()]
    except ImportRefused as refusal:
        return Practice("refused", 0, 0, client.limit(), message=str(refusal))
    return Practice(
        state=done[-1].state if done else "nothing",
        added=sum(one.added for one in done),
        failed=sum(one.failed for one in done),
        limit=client.limit(),
        errors=tuple(error for one in done for error in client.import_errors(one.id)),
        message=next((one.message for one in done if one.message), None),
    )


def _day_in(month: str, today: date) -> date:
    """Get `today`, or the first day of the month where that is another one: practice happens in the file's month."""
    return today if month == f"{today:%Y-%m}" else date.fromisoformat(f"{month}-01")
