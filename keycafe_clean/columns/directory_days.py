"""Days as directories count them: file times of Windows, seconds, generalized time; 0 and the largest mean never."""

from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.columns.headers import key
from keycafe_clean.digits import with_ascii_digits

#: 100 nanoseconds since 1601: of our time they have eighteen digits. Active Directory's "never" is one more than fits.
_FILE_TIME, _PER_SECOND, _EPOCH = "^([0-9]{18})$", 10_000_000, 11_644_473_600

#: How else a directory says that there is no such day: zero, minus one, and the largest number there is.
_NEVER: Final = ("0", "-1", "9223372036854775807", "9223372036854775800", "2147483647")

_MILLISECONDS, _SECONDS = "^(1[0-9]{12})$", "^(1[0-9]{9})$"

#: As the JSON of Microsoft, and so of OData, writes milliseconds; with or without a time zone.
JSON_DATE = r"^/Date\((-?[0-9]{1,15})(?:[+-][0-9]{4})?\)/$"

#: `20260831215959Z`, with or without a fraction.
_GENERALIZED = "^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{2,6}(?:[.,][0-9]+)?Z$"

#: Columns of whole days since 1970; anywhere else such a number is a spreadsheet's.
_OF_DAYS = ("shadowexpire", "shadowlastchange")


#: A day that a workbook counts, the first one of 1904, and the numbers of 1950 to 2099.
_SERIAL, _DAY_ZERO, _SERIALS = r"^([0-9]{4,5})(?:[.,][0-9]+)?$", date(1904, 1, 1), (16_802, 71_588)


def days_from_1904(cell: pl.Expr) -> pl.Expr:
    """Yield cells with the days of a workbook that counts from 1904 as YYYY-MM-DD; all else stays."""
    number = with_ascii_digits(cell.str.strip_chars()).str.extract(_SERIAL).cast(pl.Int64)
    day = (pl.lit(_DAY_ZERO) + pl.duration(days=number)).dt.strftime("%Y-%m-%d")
    return pl.when(number.is_between(*_SERIALS)).then(day).otherwise(cell)


def readable_days(header: str, *, from_1904: bool = False) -> pl.Expr:
    """Yield the cells of `source.<header>` with what only directories write as YYYY-MM-DD, `never` as null.

    So is the number of a day that a workbook counts `from_1904`.
    """
    if from_1904:
        return days_from_1904(pl.col(f"source.{header}")).alias(f"source.{header}")
    cell = pl.col(f"source.{header}")
    text = with_ascii_digits(cell.str.strip_chars())
    seconds = pl.coalesce(
        text.str.extract(_FILE_TIME).cast(pl.Int64) // _PER_SECOND - _EPOCH,
        text.str.extract(_MILLISECONDS).cast(pl.Int64) // 1000,
        text.str.extract(JSON_DATE).cast(pl.Int64) // 1000,
        text.str.extract(_SECONDS).cast(pl.Int64),
        *([text.str.extract("^([0-9]{4,5})$").cast(pl.Int64) * 86_400] if key(header) in _OF_DAYS else []),
    )
    day = pl.from_epoch(seconds).dt.strftime("%Y-%m-%d")
    spelled_out = pl.format("{}-{}-{}", *(text.str.extract(_GENERALIZED, group) for group in (1, 2, 3)))
    return pl.when(~text.is_in(_NEVER)).then(pl.coalesce(day, spelled_out, cell)).alias(f"source.{header}")
