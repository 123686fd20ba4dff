"""What days of other columns say of one whose name nobody knows: beside last days, first days are no last days."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from keycafe_clean.columns.calendar_headers import calendar_named
from keycafe_clean.columns.cell_shapes import is_spelled_date
from keycafe_clean.columns.directory_days import readable_days
from keycafe_clean.columns.language import language_of_rows
from keycafe_clean.columns.vocabulary import is_of_a_record
from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.date_habits import readings_of
from keycafe_clean.steps.days import read_readings, settle_days
from keycafe_clean.steps.frame_columns import source_headers
from keycafe_clean.steps.never import who_says_never

#: Assumption: nearly everybody has a first day, and nearly all of them have come; a file of leavers alone has last days
#: that are all past as well, but nothing that is later here and there.
_NEARLY_ALL = 0.9


@dataclass(frozen=True, eq=False)
class DaysBeside:
    """The other columns of days beside the one called `header`; `rows` have `source.` columns."""

    rows: pl.DataFrame
    header: str
    today: date

    def has_later_ends(self, days: pl.Series) -> bool:
        """Tell whether days that nearly all have, and past, are first ones: by ends of fewer people, never before."""
        fewer = (ends for ends in self._columns if ends.null_count() > days.null_count())
        return self._are_of_all(days) and any(_are_in_order(days, ends) for ends in fewer)

    def has_earlier_days(self, days: pl.Series) -> bool:
        """Tell whether days, blank here and there, are ends: another column has earlier ones of everybody, all past."""
        earlier = (first for first in self._columns if first.null_count() < days.null_count())
        return any(self._are_of_all(first) and _are_in_order(first, days) for first in earlier)

    def _are_of_all(self, days: pl.Series) -> bool:
        past = (days < self.today).sum()
        return days.count() >= _NEARLY_ALL * days.len() and past >= _NEARLY_ALL * days.count()

    @cached_property
    def _columns(self) -> list[pl.Series]:
        language = language_of_rows(self.rows)
        others = [it for it in source_headers(self.rows) if it != self.header and not is_of_a_record(it)]
        cells = {it: self.rows.select(readable_days(it).str.strip_chars()).to_series() for it in others}
        return [
            settled(in_ascii_digits(column), self.today, language, calendar_named(it))[0]
            for it, column in cells.items()
            if _has_days(column)
        ]


def settled(cells: pl.Series, today: date, language: str | None, calendar: str | None) -> list[pl.Series]:
    """Get the days (Date) of cells by every reading that is open, the usual one first; null where none is read.

    `calendar` is the one that the header names.
    """
    read = pl.DataFrame(read_readings(cells, "cell", readings_of(cells, language, calendar=calendar)))
    return settle_days(read, today).get_columns()


def _has_days(cells: pl.Series) -> bool:
    # Without any figure or sign of a year there is no day; patterns of days are dear, and so are words for never.
    dated = cells.str.contains(r"[\p{N}年]")
    if not dated.any():
        return False
    words = cells.filter(~dated)
    if not who_says_never(words).all():
        return False
    filled = cells.filter(dated).alias("cell").to_frame()
    return bool(filled.height) and bool(filled.select(is_spelled_date("cell").all()).item())


def _are_in_order(first: pl.Series, last: pl.Series) -> bool:
    """Tell whether some row has both days, and none the last one before the first."""
    told = (first <= last).drop_nulls()
    return not told.is_empty() and bool(told.all())
