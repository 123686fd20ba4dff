"""What the months of a job have left to do: whether it was done nobody says, but the months since say a lot."""

from collections.abc import Iterator, Sequence

import polars as pl

from keycafe_clean.job.folder import history_of
from keycafe_clean.job.history import History
from keycafe_clean.job.month import PAGE, Month
from keycafe_clean.job.to_do import CHANGE, FOLLOW_UP, LOOK, NOT_HERE, REMOVE, REPAIR
from keycafe_clean.wording import counted

#: So many calendar months are shown with all that they have left to do: nobody says when it is done.
_SHOWN = 3


def tasks_in_words(months: Sequence[Month]) -> Iterator[str]:
    """Yield what the months have left to do by hand, a line each, and where it stands.

    What an older month says is said as long as it applies. Of months before the newest ones it is said who has access
    that they should not have, or another name there; whatever else they list is counted, and its pages are named.
    """
    history = history_of(months)
    shown = sorted({month.month for month in months})[-_SHOWN:]
    others = []
    for month in months:
        is_newest = month is months[-1]
        tasks = month.tasks() if is_newest else still_to_do(month.tasks(), history)
        if month.month not in shown:
            is_urgent = pl.col("task").is_in([REMOVE, CHANGE, LOOK])
            others += [(month.folder / PAGE, tasks.filter(~is_urgent).height)]
            tasks = tasks.filter(is_urgent)
        if told := ", ".join(_counted(tasks)):
            said = "as {} says" if is_newest else "of what {} lists"
            yield f"To do by hand in Keycafe, {said.format(month.folder / PAGE)}: {told}."
    if pages := ", ".join(f"{page} ({counted(count, 'line')})" for page, count in others if count):
        yield f"Older pages, if it was not done: {pages}."


def _counted(tasks: pl.DataFrame) -> Iterator[str]:
    """Yield each task with how many people it is about; one about everybody names nobody, and is not counted."""
    is_named = pl.any_horizontal(pl.col("name", "email").is_not_null()).any()
    for task, people, named in tasks.group_by("task", maintain_order=True).agg(pl.len(), is_named).rows():
        yield f"{task} {people:,}" if named else task


def still_to_do(tasks: pl.DataFrame, history: History) -> pl.DataFrame:
    """Get those tasks (`TO_DO`) of an older month that the newest one of the history has not settled; in order.

    Nobody is to be removed who is back or was never in Keycafe, nor to be repaired who is in by now or has left; who is
    missing is here again, or has left; whoever has left needs nothing but to be removed.
    """
    if tasks.is_empty():
        return tasks
    is_here, has_left, is_member = (pl.col(name) for name in ("is_here", "has_left", "is_member"))
    # Whoever no month has sent is there by a list, or by a month that was forgotten since.
    may_be_there = is_member | ~pl.col("was_sent")
    applies = {
        REMOVE: may_be_there & ~is_here,
        CHANGE: is_member & ~has_left,
        REPAIR: ~is_member & ~has_left,
        NOT_HERE: ~is_here & ~has_left,
        # Of all who were invited, whoever they are.
        FOLLOW_UP: pl.lit(value=True),
    }
    still = ~has_left
    for task, holds in applies.items():
        still = pl.when(pl.col("task") == task).then(holds).otherwise(still)
    return history.now(tasks).filter(still).select(tasks.columns)
