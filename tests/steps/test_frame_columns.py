"""The columns of the working frame, by what they hold."""

import polars as pl
import pytest

from keycafe_clean.steps.frame_columns import is_numbered, machine_columns, name_columns, name_parts, text_columns


def test_text_columns_are_those_that_are_tidied() -> None:
    """Cells as read, keys and columns of others are not tidied."""
    columns = ["row_id", "file", "First Name", "raw.First Name", "source.Name", "status_1", "status_x", "full_name"]
    frame = pl.DataFrame({column: ["a"] for column in columns})

    assert text_columns(frame) == ["First Name", "status_1", "full_name"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [("status_1", True), ("active_12", True), ("disabled_2", True), ("status", False), ("name_1", False)],
)
def test_numbered_columns(column: str, *, expected: bool) -> None:
    """Columns of employment have a number behind them, since several headers may say it."""
    assert is_numbered(column) is expected


def test_columns_by_what_they_hold() -> None:
    """Names are for people, codes, dates and flags for machines; what the frame has not is not named."""
    frame = pl.DataFrame(
        schema=dict.fromkeys(
            ["exit_date", "Last Name", "full_name", "Badge Code", "Send Invitation", "location"], pl.String
        )
    )

    assert name_parts(frame) == ["Last Name"]
    assert name_columns(frame) == ["Last Name", "full_name"]
    assert machine_columns(frame) == ["exit_date", "Badge Code", "Send Invitation"]
