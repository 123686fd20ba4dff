import re

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.events import EVENTS, altered_cells, apply_steps, events_of, no_events

ROWS = pl.DataFrame(
    {"row_id": [0, 1], "name": ["Novak", "LIS"], "badge": [None, "1"]}, schema_overrides={"row_id": pl.UInt32}
)


def upper(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with names in capitals."""
    return rows.with_columns(pl.col("name").str.to_uppercase())


def lower(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with names in small letters."""
    return rows.with_columns(pl.col("name").str.to_lowercase())


def test_apply_steps() -> None:
    """Steps follow one another; each cell that one alters is an event with its name and both values, in order."""
    after, events = apply_steps(ROWS, (upper, lower), ("name",))

    assert_frame_equal(after, lower(ROWS))
    assert events.schema == EVENTS
    assert events.select("row_id", "step", "column", "before", "after").rows() == [
        (0, "upper", "name", "Novak", "NOVAK"),
        (0, "lower", "name", "NOVAK", "novak"),
        (1, "lower", "name", "LIS", "lis"),
    ]


def test_apply_no_steps() -> None:
    """No steps are no events."""
    after, events = apply_steps(ROWS, (), ("name",))

    assert_frame_equal(after, ROWS)
    assert_frame_equal(events, no_events())


def test_apply_steps_when_a_row_is_lost() -> None:
    """A step that loses a row is an error of ours, named with the step and no cell."""

    def lose(rows: pl.DataFrame) -> pl.DataFrame:
        return rows.head(1)

    with pytest.raises(AssertionError, match=f"^{re.escape('lose made 1 rows of 2')}$"):
        apply_steps(ROWS, (lose,), ("name",))


def test_altered_cells_when_blank() -> None:
    """A cell that is emptied is altered; a blank that stays one is not, nor a column that is not asked for."""
    after = ROWS.with_columns(pl.Series("badge", [None, None], dtype=pl.String), name=pl.lit("x"))

    (events,) = altered_cells(ROWS, after, "step", ("badge",))

    assert events.select("row_id", "column", "before", "after").rows() == [(1, "badge", "1", None)]


def test_events_of_a_row() -> None:
    """What is not said of an event is null."""
    (line,) = events_of("combine_certain", pl.DataFrame({"row_id": [4], "cause": ["same_cells"]})).rows()

    assert line == (4, "combine_certain", None, None, None, "same_cells", None)
