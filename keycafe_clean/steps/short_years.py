"""Years of two digits that may be Buddhist ones: `31/8/69` is the last day of August 2026 in Thailand.

From 40 up to 79 such a year is one of 1997 to 2036, and of ours one of long ago; below and above it is one of ours.
"""

from typing import Final

import polars as pl

#: The years of two digits that are Buddhist years of today, and that are so beside others of the column.
OF_TODAY: Final = (40, 79)

#: What no Buddhist year of a job can be beside those of today: from 2580 to 2639, or of the years before 1997.
OF_OTHERS: Final = (0, 39)

_WHOLE_YEAR, _LAST, _FIRST = "[0-9]{4}", "[^0-9]([0-9]{2})$", "^([0-9]{2})[^0-9]"

#: A whole year of ours.
_OURS = "(?:^|[^0-9])(?:19|20)[0-9]{2}(?:[^0-9]|$)"


def speak_of_buddhists(bared: pl.Series, *, year_first: bool) -> bool:
    """Tell whether every year of two digits of a column could be a Buddhist one of today, and there is any."""
    years = _short_years(bared, year_first=year_first)
    return not years.is_empty() and bool((years >= OF_TODAY[0]).all()) and not bared.str.contains(_OURS).any()


def speak_of_both(bared: pl.Series, *, year_first: bool) -> bool:
    """Tell whether a column has years that may be Buddhist ones of today, and others that are ours, or may be."""
    years = _short_years(bared, year_first=year_first)
    of_today = years.is_between(*OF_TODAY)
    return bool(of_today.any()) and (not of_today.all() or bool(bared.str.contains(_OURS).any()))


def _short_years(bared: pl.Series, *, year_first: bool) -> pl.Series:
    short = bared.filter(~bared.str.contains(_WHOLE_YEAR))
    return short.str.extract(_FIRST if year_first else _LAST).drop_nulls().cast(pl.Int32)
