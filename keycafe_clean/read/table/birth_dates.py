"""Dates of birth, told by how they are spread: over decades, and none of them of somebody too young to work."""

import re
from collections.abc import Sequence

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.words.letters import NEARLY_LETTERS

#: Nobody who was born later can work: this program is of 2026.
LATEST = 2010

#: How much older than the newest dates of the file whoever works there is at least.
YOUNGEST = 14

#: The years of birth of people who work: from when, half of them until when, and how far apart the most of them are.
EARLIEST, HALF, APART = 1920, 2000, 8

#: Which shares of the dates may lie before the first and behind the last year that count, and of the dates of the file
#: behind the newest one: `1900-01-01` for nobody knows, and ends of contracts.
BEFORE, BEHIND, NEWEST = 0.1, 0.9, 0.95

#: How many different dates there must be, and which share of the cells they are.
FEWEST, MOSTLY = 6, 0.8

#: Years of two digits up to this one are of this century.
CENTURY = 30

_YEAR_FIRST = r"^\s*((?:19|20)\d\d)(?:[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*$)"
_MONTH = rf"[{NEARLY_LETTERS}][{NEARLY_LETTERS}.]{{2,11}}"
_YEAR_LAST = rf"^\s*(?:\d{{1,2}}[-/. ]+(?:\d{{1,2}}|{_MONTH})|{_MONTH} \d{{1,2}}),?[-/. ]+((?:19|20)\d\d)\b"
_SHORT_YEAR = rf"^\s*\d{{1,2}}[-/. ]+(?:\d{{1,2}}|{_MONTH})[-/. ]+(\d\d)\s*$"


#: What every date of these begins with.
_BEGINNING = re.compile(r"\s*(?:\d{1,4}[-/. 年]|(?:19|20)\d{6}|[^\W\d_][^\W\d_.]+\.? \d)")


def may_be_dates(cells: Sequence[str]) -> bool:
    """Tell quickly whether enough of a few filled cells are dates for it to be worth while to look at all."""
    return sum(_BEGINNING.match(cell) is not None for cell in cells) >= max(len(cells) * MOSTLY / 2, 1)


def years(cells: pl.Series) -> pl.Series:
    """Get the years of the cells that are dates, each different date once."""
    dates = pl.DataFrame({"date": in_ascii_digits(cells.unique(maintain_order=True))})
    short = pl.col("date").str.extract(_SHORT_YEAR).cast(pl.Int32, strict=False)
    century = pl.when(short <= CENTURY).then(2000).otherwise(1900)
    whole = pl.coalesce(pl.col("date").str.extract(_YEAR_FIRST), pl.col("date").str.extract(_YEAR_LAST))
    return dates.select(year=pl.coalesce(whole.cast(pl.Int32, strict=False), short + century)).to_series().drop_nulls()


def are_dates(cells: pl.Series) -> bool:
    """Tell whether most filled cells are dates."""
    return not cells.is_empty() and years(cells).len() >= MOSTLY * cells.n_unique()


def are_birth_dates(cells: pl.Series, others: list[pl.Series]) -> bool:
    """Tell whether filled cells are dates of birth; `others` are the cells of the other columns of dates.

    Nobody asks what day it is: the newest dates of the file say how old whoever is in it must be.
    """
    found = years(cells)
    if found.len() < FEWEST or not are_dates(cells):
        return False
    newest = [_quantile(years(other), NEWEST) for other in others]
    latest = min([LATEST, *(year - YOUNGEST for year in newest)])
    first, last = _quantile(found, BEFORE), _quantile(found, BEHIND)
    return first >= EARLIEST and last <= latest and _quantile(found, 0.5) <= HALF and last - first >= APART


def _quantile(found: pl.Series, share: float) -> float:
    return found.quantile(share, "nearest") or 0
