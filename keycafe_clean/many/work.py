"""What a worker does: one month of a job, once, whatever happens to the worker; errors come back as sentences.

Loads next to nothing before it works, since the scheduler reads it too.
"""

from importlib.metadata import version
from pathlib import Path

from keycafe_clean.errors import MassChangeError
from keycafe_clean.exit_codes import NEEDS_A_FIX, UNUSABLE
from keycafe_clean.many.task import Result, Task
from keycafe_clean.quoting import quoted

_NO_MEMORY = "The worker has not enough memory for this job. Give the workers more, or do it by itself."


def installed() -> str:
    """Get which keycafe-clean a worker has."""
    return version("keycafe-clean")


def work(task: Task) -> Result:
    """Do the month of a job and get what became of it; whatever stops it is a sentence of the result.

    A month that was made before of the same files, with nothing decided since, is not made again: its facts are told.
    """
    # What a worker needs is loaded by its first task, and not by the scheduler.
    from keycafe_clean.many.month_once import month_once  # noqa: PLC0415
    from keycafe_clean.many.parcel import month_of_copies  # noqa: PLC0415
    from keycafe_clean.run.stopped import stopped_by  # noqa: PLC0415

    try:
        return month_once(task) if task.sent is None else month_of_copies(task)
    except MassChangeError as error:
        return Result(task.number, NEEDS_A_FIX, (*error.sentences, f"To go on: {_continued(task)}"))
    except MemoryError:
        return Result(task.number, UNUSABLE, (_NO_MEMORY,))
    except Exception as error:  # noqa: BLE001 - Dask would log what it says, and that may be about people
        stopped = stopped_by(error)
        return Result(task.number, stopped.code, stopped.sentences)


def _continued(task: Task) -> str:
    """Get the call that does a job by itself although it changes so many people: `many` takes no such word for all."""
    files = " ".join(quoted(Path(it)) for it in task.exports)
    lists = "".join(f" --{name} {quoted(Path(it))}" for name in ("known", "join") for it in getattr(task, name))
    return f"keycafe-clean run {files} --job {quoted(Path(task.job))} --month {task.month}{lists} --continue"
