"""What workers make of tasks, as they end; Dask schedules, moves and repeats them."""

import secrets
from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence

from distributed import Client, Future, KilledWorker, as_completed

from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.exit_codes import UNUSABLE
from keycafe_clean.many.task import Result, Task
from keycafe_clean.many.work import work

_KILLED = (
    "The worker that did this job was killed {} times, by its system, or since it had not enough memory. Nothing of it "
    "is half-written. Do it by itself, or give the workers more memory."
)
_GONE = (
    "The scheduler does not answer any more. What its workers have begun appears whole or not at all. Start it again; "
    "the same call goes on with the others."
)
_LOST = "The scheduler has lost this job. Nothing of it is half-written. Start again."

#: What Dask calls a client whose scheduler answers.
_RUNNING = "running"


def results_of(client: Client, tasks: Sequence[Task], running: Callable[[int], None]) -> Iterator[Result]:
    """Yield what became of each task, in the order in which they end; one that was lost is a result too.

    `running` is told how many are at work after each. Whatever stops the caller, what has not begun never will.
    ServiceUnavailable: the scheduler is gone.
    """
    # Another call may be at the same scheduler: without a name of its own it would get the results of this one.
    name = f"many-{secrets.token_hex(8)}"
    keys = [(name, task.number) for task in tasks]
    numbers = {key: key[1] for key in keys}
    futures: list[Future[Result]] = client.map(work, list(tasks), key=keys, pure=False)
    try:
        running(_at_work(client, name))
        for future in as_completed(futures):
            yield _result_of(client, future, numbers[future.key])
            running(_at_work(client, name))
            future.release()
    except (OSError, CancelledError):
        raise ServiceUnavailable(_GONE) from None
    finally:
        if client.status == _RUNNING:
            client.cancel(futures)


def _at_work(client: Client, name: str) -> int:
    """Count the tasks of this call that workers have at hand."""
    return sum(key[0] == name for keys in client.processing().values() for key in keys if isinstance(key, tuple))


def _result_of(client: Client, future: "Future[Result]", number: int) -> Result:
    try:
        result = future.result()
    except KilledWorker as killed:
        return Result(number, UNUSABLE, (_KILLED.format(killed.allowed_failures + 1),))
    # What is cancelled is no `Exception`; that of Ctrl+C is none of these.
    except (Exception, CancelledError):  # noqa: BLE001 - whatever Dask says of it may hold what was sent
        if client.status != _RUNNING:
            raise ServiceUnavailable(_GONE) from None
        return Result(number, UNUSABLE, (_LOST,))
    return result
