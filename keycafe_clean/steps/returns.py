"""People who came back: a first day that does not lie before the last one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.steps.frame_columns import FIRST_DAYS, MAY_SAY_NEVER
from keycafe_clean.steps.status import ACTIVE

#: The zero of Unix: a last day of 1970 says that there is none, unless the first day lies before it.
_ZEROS: Final = (date(1969, 12, 31), date(1970, 1, 1))

_EXIT, _START, _REHIRE = "exit_date", "start_date", "rehire_date"


def is_rehired(days: Mapping[str, pl.Expr], statuses: Iterable[str]) -> pl.Expr:
    """Yield whether somebody began after the last day, or came back on it and a status says so; never null.

    Whoever comes back on the last day has changed from one company to another. Reads `meaning.<status>`.
    """
    works = pl.any_horizontal(pl.lit(value=False), *(pl.col(f"meaning.{it}") == ACTIVE for it in statuses))
    on_that_day = _is_return(days) & (_of(days, _REHIRE) == days[_EXIT]) & works
    return ((_latest(days) > days[_EXIT]) | on_that_day).fill_null(value=False)


def is_said(days: Mapping[str, pl.Expr]) -> pl.Expr:
    """Yield whether a last day is one, and no way to say that there is none; null where there is no day.

    Reads `MAY_SAY_NEVER`.
    """
    is_zero = days[_EXIT].is_in(_ZEROS) & ~(_latest(days) <= days[_EXIT]).fill_null(value=False)
    return ~is_zero & ~pl.col(MAY_SAY_NEVER)


def returns(days: Mapping[str, pl.Expr], today: date) -> Iterator[tuple[str, pl.Expr]]:
    """Yield the columns of first days, with whether such a day has come and lies behind the last day.

    A rehire date does so too that no last day follows. A day of a later month than `today`'s has not come.
    """
    ends = (is_said(days) & days[_EXIT].is_not_null()).fill_null(value=False)
    for column in (it for it in FIRST_DAYS if it in days):
        has_come = _of(days, column).dt.truncate("1mo") <= today.replace(day=1)
        never_ended = ~ends & _is_return(days) & pl.lit(column == _REHIRE)
        yield column, has_come & ((ends & (_of(days, column) > days[_EXIT])) | never_ended)


def return_notes(rows: pl.DataFrame, header: str) -> Iterator[pl.DataFrame]:
    """Yield a note for every row whose person works here although a last day is filled: a later first day says so.

    `header` is that of the last day. Reads exit_date, `MAY_SAY_NEVER`, employment and the days of `rows`, as far as
    they are there.
    """
    days = {it: pl.col(f"day.{it}") for it in (_EXIT, *FIRST_DAYS) if f"day.{it}" in rows.columns}
    if _EXIT not in days or len(days) == 1 or "employment" not in rows.columns:
        return
    latest = _latest(days)
    back = rows.filter(pl.col("employment") == ACTIVE, latest > days[_EXIT], is_said(days))
    about = {"column": pl.lit(header), "value": pl.col(_EXIT), "reason": latest.dt.to_string("iso")}
    yield findings_of("came_back", back.select("row_id", **about))


def _is_return(days: Mapping[str, pl.Expr]) -> pl.Expr:
    """Yield whether a rehire date is another one than the first day."""
    return _of(days, _REHIRE).is_not_null() & (_of(days, _REHIRE) > _of(days, _START)).fill_null(value=True)


def _latest(days: Mapping[str, pl.Expr]) -> pl.Expr:
    return pl.max_horizontal(day for column, day in days.items() if column in FIRST_DAYS)


def _of(days: Mapping[str, pl.Expr], column: str) -> pl.Expr:
    return days.get(column, pl.lit(None, pl.Date))
