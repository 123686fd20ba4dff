"""Which tasks of an older month still apply: whether they were done nobody says, but the months since say a lot."""

import polars as pl

from keycafe_clean.job.history import History
from keycafe_clean.job.to_do import CHANGE, FOLLOW_UP, NOT_HERE, REMOVE, REPAIR


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
