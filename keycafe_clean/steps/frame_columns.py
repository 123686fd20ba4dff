"""The columns of the working frame that are tidied, by what they hold."""

from re import fullmatch
from typing import Final

import polars as pl

from keycafe_clean.article.contract import FLAGS

FIRST, LAST, ADDRESS, BADGE = "First Name", "Last Name", "Email Address", "Badge Code"
FULL_NAME, NUMBER, ACCOUNT_TYPE = "full_name", "employee_id", "account_type"

NAME_COLUMNS: Final = (FIRST, LAST)
WHOLE_NAME_COLUMNS: Final = (FULL_NAME, "name_prefix")
CODE_COLUMNS: Final = (BADGE, NUMBER)
#: The first day of the first employment, and of the present one.
FIRST_DAYS: Final = ("start_date", "rehire_date")
DATE_COLUMNS: Final = ("exit_date", *FIRST_DAYS)
#: Whether the last day may be a way to say that there is none.
MAY_SAY_NEVER: Final = "may_say_never.exit_date"
#: Whether the whole name reads like that of nobody (`with_row_keys()`).
READS_LIKE_NOBODY: Final = "key.nobody"
PLACE_COLUMNS: Final = ("department", "location")

#: Our own columns that one header, or several joined with a blank, may fill.
OWN_COLUMNS: Final = (*WHOLE_NAME_COLUMNS, NUMBER, *DATE_COLUMNS, *PLACE_COLUMNS, ACCOUNT_TYPE)

#: Our own columns of which every header is a column by itself: `status_1`, `status_2`, ...
NUMBERED_COLUMNS: Final = ("status", "account", "active", "disabled", "leave")

#: Not a column of ours: headers of which it is said that they are none.
NOT_USED = "none"


def is_numbered(column: str) -> bool:
    """Tell whether a column is one of those that come from several headers: `status_1`, `active_2`."""
    return fullmatch(rf"(?:{'|'.join(NUMBERED_COLUMNS)})_\d+", column) is not None


def source_headers(frame: pl.DataFrame) -> list[str]:
    """Get the headers of the export whose cells, as they were read, are in the frame (`source.<header>`), in order."""
    return [column.removeprefix("source.") for column in frame.columns if column.startswith("source.")]


def machine_columns(frame: pl.DataFrame) -> list[str]:
    """Get the columns that a machine reads: the address, flags, codes, dates and status words."""
    known = (ADDRESS, *FLAGS, *CODE_COLUMNS, *DATE_COLUMNS)
    return [column for column in frame.columns if column in known or is_numbered(column)]


def name_parts(frame: pl.DataFrame) -> list[str]:
    """Get First Name and Last Name, as far as the frame has them."""
    return [column for column in frame.columns if column in NAME_COLUMNS]


def name_columns(frame: pl.DataFrame) -> list[str]:
    """Get the columns that hold names of people, whole or in parts."""
    return [column for column in frame.columns if column in NAME_COLUMNS + WHOLE_NAME_COLUMNS]


def text_columns(frame: pl.DataFrame) -> list[str]:
    """Get every column that is tidied; the cells as read (`raw.`, `source.`) never are."""
    tidied = {*name_columns(frame), *machine_columns(frame), *PLACE_COLUMNS}
    return [column for column in frame.columns if column in tidied]
