"""Days that a system wrote as the moment they begin, by the clock of Greenwich: `2026-11-02T23:00:00Z` is 3 November.

Who keeps days as local midnight and exports them in UTC writes 23:00 or 22:00 of the day before in Europe, 16:00 in
China, and 05:00 of the same day in New York. A whole column shows it: all of its times are one, or two that lie an hour
apart, in winter and in summer.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import polars as pl

from keycafe_clean.findings import findings_of, rows_in_words
from keycafe_clean.steps.frame_columns import DATE_COLUMNS

#: A day with a full minute of UTC behind it.
_MOMENT = r"(?i)^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[t ]([0-9]{2}):([0-9]{2})(?::00(?:\.0+)?)?\s?(?:z|utc|gmt|[+-]00:?00)\s*$"

#: Some sign that `_MOMENT` ends with: a cell without any is none, and patterns are dear.
_SIGNS: Final = ["0z", "0 z", "utc", "gmt", "+00", "-00"]

#: Minutes.
_DAY, _NOON, _HOUR = 24 * 60, 12 * 60, 60

#: Assumption: from here on no work and no access ends, so that so late a minute is a midnight elsewhere.
_LATE = 20 * 60
#: The midnight of a language that one time zone speaks, in minutes of UTC.
_OF_LANGUAGE: Final = {
    "Bengali": 18 * 60, "Chinese": 16 * 60, "Hindi": 18 * 60 + 30, "Indonesian": 17 * 60, "Japanese": 15 * 60,
    "Korean": 15 * 60, "Nepali": 18 * 60 + 15, "Thai": 17 * 60, "Urdu": 19 * 60, "Vietnamese": 17 * 60,
}  # fmt: skip

#: Assumption: so many cells of a column are moments, so many of those midnights, and one alone tells nothing.
_NEARLY_ALL, _FEWEST = 0.9, 2


def are_midnights(cells: pl.Series, beside: tuple[pl.Series, ...] = (), language: str | None = None) -> bool | None:
    """Tell whether the evening times of a column are the midnight of the next day; None where that is open.

    `beside` are the other columns of days of the file: their times tell too.
    """
    own = _minutes(cells)
    if not (own > _NOON).any():
        return False
    minutes = pl.concat([own, *map(_minutes, beside)])
    evenings = minutes.filter(minutes > _NOON)
    usual = int(evenings.mode().sort().item(0))
    if not _are_midnights(evenings, usual):
        return False
    is_known = usual >= _LATE or usual == _OF_LANGUAGE.get(language or "")
    is_usual = own.len() >= _NEARLY_ALL * cells.count() and _are_midnights(minutes, usual)
    return True if is_known and is_usual and minutes.len() >= _FEWEST else None


def midnight_notes(rows: pl.DataFrame, headers: Mapping[str, str]) -> Iterator[pl.DataFrame]:
    """Yield a note a column of days of which an evening was read as the next day, with the first one.

    Reads `day.<column>`. `headers` are what the file calls our columns.
    """
    for column in (name for name in DATE_COLUMNS if f"day.{name}" in rows.columns):
        days = rows.select(value=column, suggestion=pl.col(f"day.{column}").dt.to_string()).drop_nulls()
        if not _may_be_moments(days.get_column("value")):
            continue
        is_later = pl.col("value").str.slice(0, 10) < pl.col("suggestion")
        moved = days.filter(is_later, is_evening(pl.col("value"))).sort("value")
        if not moved.is_empty():
            count = {"count": pl.len(), "column": pl.lit(headers.get(column, column))}
            told = moved.select(pl.first("value", "suggestion"), **count).with_columns(reason=rows_in_words("count"))
            yield findings_of("utc_midnight", told)


def is_evening(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a day with a time of UTC after noon; null where blank."""
    return (_minute(cell) > _NOON).fill_null(value=False)


def _are_midnights(minutes: pl.Series, usual: int) -> bool:
    """Tell whether nearly all minutes are the usual one and one other, an hour earlier or later."""
    shares = [minutes.is_in([usual, (usual + step) % _DAY]).sum() / minutes.len() for step in (-_HOUR, _HOUR)]
    return max(shares) >= _NEARLY_ALL


def _may_be_moments(cells: pl.Series) -> bool:
    """Tell whether any cell has a sign of Greenwich: patterns are dear, and most columns have none."""
    return bool(cells.str.contains_any(_SIGNS, ascii_case_insensitive=True).any())


def _minutes(cells: pl.Series) -> pl.Series:
    """Get the minute of the day (Int32) of every cell that is a moment of UTC."""
    if not _may_be_moments(cells):
        return pl.Series(dtype=pl.Int32)
    return cells.alias("cell").to_frame().select(_minute(pl.col("cell"))).to_series().drop_nulls()


def _minute(cell: pl.Expr) -> pl.Expr:
    hour, minute = (cell.str.extract(_MOMENT, group).cast(pl.Int32) for group in (1, 2))
    return hour * _HOUR + minute
