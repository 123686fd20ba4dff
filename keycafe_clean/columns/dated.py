"""How many cells of a column look like days, in the way that its table writes them."""

import polars as pl

from keycafe_clean.columns.calendar_headers import calendar_named
from keycafe_clean.columns.cell_shapes import is_date
from keycafe_clean.columns.language import language_of
from keycafe_clean.columns.profile import Table
from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.calendars import MINGUO
from keycafe_clean.steps.date_forms import is_minguo_day, is_minguo_figures

#: The kinds of headers whose days tell how a table writes days.
_OF_DAYS = ("exit_date", "start_date", "rehire_date")

#: A day as machines write it.
_PLAIN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

#: What a day of the Republic of China has, whatever stands around it.
_YEAR_OF_THREE = "[0-9]{3}[-/.]"


def share_of_days(table: Table, header: str) -> float:
    """Get the share of the filled cells that look like days, of 1.

    Bare figures of six or seven digits are days where the table writes years of the Republic of China.
    """
    cells = table.sample.get_column(header).drop_nulls()
    others = cells.filter(~cells.str.contains(_PLAIN))
    if others.is_empty():
        # The usual way to write a day is told without the patterns of all others, which are dear.
        return float(not cells.is_empty())
    if not _writes_minguo(table, header):
        return table.share(header, is_date)
    return table.share(header, lambda cell: is_date(cell) | is_minguo_figures(pl.col(cell)))


def _writes_minguo(table: Table, header: str) -> bool:
    """Whether the headers are Chinese, this one names the calendar, or its days stand in the table with signs."""
    if calendar_named(header) == MINGUO or language_of(table.source.headers) == "Chinese":
        return True
    return any(_holds_minguo(table, other) for other in table.of(*_OF_DAYS))


def _holds_minguo(table: Table, header: str) -> bool:
    """Tell whether any cell is such a day; patterns are dear, and hardly a table has a year of three figures."""
    cells = in_ascii_digits(table.sample.get_column(header))
    return (
        bool(cells.str.contains(_YEAR_OF_THREE).any()) and table.share(header, lambda it: is_minguo_day(pl.col(it))) > 0
    )
