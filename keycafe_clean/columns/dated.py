"""How many cells of a column look like days, in the way that its table writes them."""

import polars as pl

from keycafe_clean.columns.calendar_headers import calendar_named
from keycafe_clean.columns.cell_shapes import is_date
from keycafe_clean.columns.language import language_of
from keycafe_clean.columns.profile import Table
from keycafe_clean.steps.calendars import MINGUO
from keycafe_clean.steps.date_forms import is_minguo_day, is_minguo_figures

#: The kinds of headers whose days tell how a table writes days.
_OF_DAYS = ("exit_date", "start_date", "rehire_date")


def share_of_days(table: Table, header: str) -> float:
    """Get the share of the filled cells that look like days, of 1.

    Bare figures of six or seven digits are days where the table writes years of the Republic of China.
    """
    if not _writes_minguo(table, header):
        return table.share(header, is_date)
    return table.share(header, lambda cell: is_date(cell) | is_minguo_figures(pl.col(cell)))


def _writes_minguo(table: Table, header: str) -> bool:
    """Whether the headers are Chinese, this one names the calendar, or its days stand in the table with signs."""
    if calendar_named(header) == MINGUO or language_of(table.source.headers) == "Chinese":
        return True
    return any(table.share(other, lambda cell: is_minguo_day(pl.col(cell))) for other in table.of(*_OF_DAYS))
