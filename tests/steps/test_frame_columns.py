"""The columns of the working frame, by what they hold."""

import polars as pl
import pytest

from keycafe_clean.steps.frame_columns import (
    OWN_COLUMNS,
    is_numbered,
    machine_columns,
    name_columns,
    name_parts,
    source_headers,
    text_columns,
)


def test_text_columns_are_those_that_are_tidied() -> None:
    """Cells as read, keys and columns of others are not tidied."""
    columns = ["row_id", "file", "First Name", "raw.First Name", "source.Name", "status_1", "status_x", "full_name"]
    frame = pl.DataFrame({column: ["a"] for column in columns})

    assert text_columns(frame) == ["First Name", "status_1", "full_name"]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        *((column, True) for column in ("status_1", "account_1", "active_12", "disabled_2", "leave_3")),
        *((column, False) for column in ("status", "name_1", "status_1_2")),
    ],
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


#: What is read by a machine, what are names, and what else has text, of all columns that are mapped.
MACHINE = (
    *("Email Address", "SmartBox User", "Send Invitation", "Send Welcome Email", "Generate Access Code"),
    *("Badge Code", "employee_id", "exit_date", "start_date", "rehire_date"),
)
NAMES, PLACES = ("First Name", "Last Name", "full_name", "name_prefix"), ("department", "location")


def test_every_column_that_is_mapped_is_tidied() -> None:
    """Names, places and what a machine reads are; the type of an account is compared as it stands."""
    frame = pl.DataFrame(schema=dict.fromkeys([*MACHINE, *NAMES, *PLACES, "account_type"], pl.String))

    assert machine_columns(frame) == [*MACHINE]
    assert name_columns(frame) == [*NAMES]
    assert text_columns(frame) == [*MACHINE, *NAMES, *PLACES]


def test_columns_of_ours_are_those_that_a_header_may_fill() -> None:
    """Whole names, a number, dates, places and the type of an account."""
    assert set(OWN_COLUMNS) == {*NAMES[2:], *MACHINE[6:], *PLACES, "account_type"}


def test_headers_of_the_export() -> None:
    """They are read from the cells that were kept, in order."""
    frame = pl.DataFrame(schema=dict.fromkeys(["source.b", "raw.c", "source.a.b"], pl.String))

    assert source_headers(frame) == ["b", "a.b"]
