"""What became of the people of the month before, in the words of the screen."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.job.comparison import ASKED, BY_IMPORT, CHANGED, CONFLICT, LEFT, MISSING, PLANNED, Comparison
from keycafe_clean.wording import people_counted


def since_last_month(comparison: Comparison) -> Iterator[str]:
    """Yield what became of the people of the month before, and of those known for longer, a line a kind."""
    if since := comparison.left_since.height:
        yield f"Left, and in Keycafe by an earlier month or a list, to remove there: {since:,}."
    if comparison.before.is_empty():
        return
    yield f"New since the last month: {people_counted(comparison.new.len())}."
    if left := comparison.count(LEFT):
        there, dropped = comparison.count(LEFT, BY_IMPORT), left - comparison.count(LEFT, BY_IMPORT)
        yield f"Left: {left:,}; in Keycafe, to remove there: {there:,}; were waiting, and are dropped: {dropped:,}."
        if since and there:
            yield f"To remove in Keycafe, of both: {since + there:,}."
    if changed := comparison.count(CHANGED):
        there = comparison.count(CHANGED, BY_IMPORT)
        yield f"Another name or address: {changed:,}; in Keycafe, to change there: {there:,}."
    if back := comparison.back.height:
        yield f"Back again, and in Keycafe by the history: {back:,}. Look whether they were removed there."
    if ruled_out := comparison.ruled_out.height:
        yield f"In Keycafe, and left out of this file by the set-up: {ruled_out:,}. Look whether they may stay there."
    if missing := comparison.count(MISSING):
        yield f"Not in this file: {missing:,}. Nothing is concluded from that."
    if conflicts := comparison.count(CONFLICT):
        yield f"{people_counted(conflicts)} of the last month could be several people of this file."
    waiting = comparison.before.filter(pl.col("stands").is_in([PLANNED, ASKED]), pl.col("became") != LEFT).height
    yield f"Not in Keycafe yet, of the last month: {waiting:,}."
