"""The month of a job, made once: under the lock of its folder it is there already, or it is made and appears whole."""

from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX
from keycafe_clean.job import JobFolder, Month
from keycafe_clean.many.done_before import done_before
from keycafe_clean.many.month_facts import month_facts, needs_a_fix
from keycafe_clean.many.task import Result, Task
from keycafe_clean.run.month import held_month
from keycafe_clean.run.options import Options
from keycafe_clean.write.left_behind import clear_up


def month_once(task: Task) -> Result:
    """Make the month of a job unless it was made before of the same files, and get what its folder says.

    Raises what making it raises. SetupError: the job has a set-up where it was asked for, and none here.
    """
    folder, exports = JobFolder(Path(task.job)), list(map(Path, task.exports))
    if task.is_begun and not folder.is_begun:
        raise SetupError(
            f"{folder.path} has a set-up on the computer that asks, and none where the worker looks. "
            "Put it in a place that both see, or send it with --send-files."
        )
    removed = clear_up(folder.path)
    with folder.held() as taken_over:
        options = _options(task, folder)
        made = done_before(folder, exports, options, task.month)
        if made is None:
            month = held_month(folder, exports, options).folder.name
            made = next(it for it in folder.months() if it.folder.name == month)
        else:
            folder.list_handed_over(made)
        return result_of(task.number, folder, made, (*removed, *filter(None, [taken_over])))


def result_of(number: int, folder: JobFolder, month: Month, said: tuple[str, ...] = ()) -> Result:
    """Get what is told of a month that is there; its exit code is that of a run."""
    return Result(number, NEEDS_A_FIX if needs_a_fix(month) else DONE, said, month_facts(folder, month))


def _options(task: Task, folder: JobFolder) -> Options:
    """Get what is asked of the run; a set-up is for a job that has none yet."""
    setup = None if task.setup is None or folder.is_begun else Path(task.setup)
    return Options(
        job=folder.path,
        setup=setup,
        plan=task.plan,
        known=list(map(Path, task.known)) or None,
        join=list(map(Path, task.join)) or None,
        today=task.today,
        month=task.month,
        hands_over=True,
    )
