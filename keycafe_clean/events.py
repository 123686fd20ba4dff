"""What happened to a row, as data: one log, from which changes, outcomes and their reasons are read."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import polars as pl

#: A frame in, a frame of the same rows in the same order out.
Step = Callable[[pl.DataFrame], pl.DataFrame]

#: One line an event, in the order of events. A cell that a step altered: `column`, `before` and `after` (null is a
#: blank cell). A row that was combined or left out: `cause` is the code of its reason (`outcome_reasons.toml`),
#: `column` and `before` are what the reason is about. `cause` of an edit is the id of the decision; `other_row_id` is
#: the row that a cell was filled from, or that a row was combined into; null where there is none.
EVENTS = pl.Schema(
    {
        "row_id": pl.UInt32,
        "step": pl.String,
        "column": pl.String,
        "before": pl.String,
        "after": pl.String,
        "cause": pl.String,
        "other_row_id": pl.UInt32,
    }
)

#: The step by which a cell came from a file that belongs to the export; its cause is the row and the file.
JOIN = "join"

#: The steps that settle what becomes of a row, rather than what stands in its cells.
OUTCOME_STEPS = ("combine_certain", "leave_out")


@cache
def no_events() -> pl.DataFrame:
    """Get an empty log, with the columns of `EVENTS`."""
    return EVENTS.to_frame()


def events_of(step: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Get events of one step, a line a row of `frame`, in order: its columns of `EVENTS`; missing ones are null."""
    missing = [pl.lit(None, dtype).alias(name) for name, dtype in EVENTS.items() if name not in frame.columns]
    stamped = frame.with_columns(*missing).with_columns(step=pl.lit(step))
    return stamped.select(pl.col(name).cast(dtype) for name, dtype in EVENTS.items())


def apply_steps(
    frame: pl.DataFrame, steps: Sequence[Step], columns: Sequence[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the frame after every step, and an event for every cell of `columns` that a step altered.

    Events are in the order of steps, then of `columns`, then of rows. AssertionError: a step lost or added rows.
    """
    events = [no_events()]
    for step in steps:
        after = step(frame)
        if after.height != frame.height:
            raise AssertionError(f"{step.__name__} made {after.height} rows of {frame.height}")
        events += altered_cells(frame, after, step.__name__, columns)
        frame = after
    return frame, pl.concat(events)


def altered_cells(
    before: pl.DataFrame, after: pl.DataFrame, step: str, columns: Sequence[str]
) -> Iterator[pl.DataFrame]:
    """Yield the events of the cells that differ between two frames of the same rows, column by column, rows in order.

    Reads row_id (of `after`) and `columns`. A null is a blank cell: null beside null is no difference.
    """
    if after is before:
        return
    for column in columns:
        # Most steps alter one or two columns.
        if not before.get_column(column).equals(after.get_column(column)):
            both = after.select("row_id", before=before.get_column(column), after=column)
            altered = both.filter(pl.col("before").ne_missing(pl.col("after")))
            yield events_of(step, altered.with_columns(column=pl.lit(column)))
