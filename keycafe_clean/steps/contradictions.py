"""Cells of one row of which one says that somebody works here and another the opposite: asked about, never decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from typing import Final

import polars as pl

from keycafe_clean.steps.returns import returns
from keycafe_clean.steps.status import ACTIVE, FUTURE, INACTIVE, is_kind_of_contract

#: What is contradicted in a row, and by what: a header, its cell, and the end of a sentence; null where nothing is.
CONTRADICTION: Final = ("contradicted_column", "contradicted_value", "contradicted_by")

#: A last day that lies further ahead says that there is none: contracts end within ten years.
_FARTHEST = timedelta(days=3653)

_AHEAD, _PASSED = "still to come", "passed"


@dataclass(frozen=True)
class _Contradiction:
    """The rows it holds for, the column of words, and what speaks against its cell."""

    holds: pl.Expr
    column: str
    against: pl.Expr


def contradictions(
    rows: pl.DataFrame, columns: list[str], days: Mapping[str, pl.Expr], today: date, headers: Mapping[str, str]
) -> pl.DataFrame:
    """Get the columns `CONTRADICTION`, of the first one in a row; keeps every row, in order.

    `columns` are those with words of a status; two of them contradict each other, and so do a word for having left and
    a last day that is still to come, or a first day behind it, and a word and the day in its own cell.
    Assumption: whoever is said to have left before the last day has given notice, and may still work here. Reads
    `meaning.<column>`, `until.<column>` and those of `days_since()`.
    """
    found = [
        *_of_two(columns, headers),
        *_of_a_last_day(columns, days["exit_date"], today, headers),
        *_of_a_return(columns, days, today, headers),
        *_of_own_days(columns, today),
    ]
    # Each is asked once, for all three columns: patterns are dear.
    held = rows.select(it.holds.fill_null(value=False).alias(str(place)) for place, it in enumerate(found))
    told = [(it, held.get_column(str(place))) for place, it in enumerate(found) if held.get_column(str(place)).any()]
    parts = (
        [(holds, pl.lit(headers.get(it.column, it.column))) for it, holds in told],
        [(holds, pl.col(it.column)) for it, holds in told],
        [(holds, it.against) for it, holds in told],
    )
    return rows.select(_first(part, rows.height).alias(name) for part, name in zip(parts, CONTRADICTION, strict=True))


def _first(told: list[tuple[pl.Series, pl.Expr]], rows: int) -> pl.Expr:
    nothing = pl.repeat(None, rows, dtype=pl.String)
    return pl.coalesce(*(pl.when(pl.lit(holds)).then(said) for holds, said in told), nothing)


def _of_two(columns: list[str], headers: Mapping[str, str]) -> Iterator[_Contradiction]:
    for gone, here in permutations(columns, 2):
        against = pl.format("{} is '{}'", pl.lit(headers.get(here, here)), pl.col(here))
        is_here = _means(here, ACTIVE) & ~is_kind_of_contract(pl.col(here))
        yield _Contradiction(_means(gone, INACTIVE) & is_here, gone, against)


def _of_a_last_day(
    columns: list[str], exit_day: pl.Expr, today: date, headers: Mapping[str, str]
) -> Iterator[_Contradiction]:
    header = pl.lit(headers.get("exit_date", "exit_date"))
    against = pl.format("{} is '{}', which is {}", header, pl.col("exit_date"), pl.lit(_AHEAD))
    for column in columns:
        yield _Contradiction(_means(column, INACTIVE) & _is_ahead(exit_day, today), column, against)


def _of_a_return(
    columns: list[str], days: Mapping[str, pl.Expr], today: date, headers: Mapping[str, str]
) -> Iterator[_Contradiction]:
    end = pl.format("{} '{}'", pl.lit(headers.get("exit_date", "exit_date")), pl.col("exit_date"))
    for first, is_back in returns(days, today):
        is_later = (days[first] > days["exit_date"]).fill_null(value=False)
        behind = pl.when(is_later).then(pl.format("is later than {}", end)).otherwise(pl.lit("no last day follows"))
        against = pl.format("{} is '{}', which {}", pl.lit(headers.get(first, first)), pl.col(first), behind)
        yield from (_Contradiction(_means(column, INACTIVE) & is_back, column, against) for column in columns)


def _of_own_days(columns: list[str], today: date) -> Iterator[_Contradiction]:
    for column in columns:
        until = pl.col(f"until.{column}")
        yield _Contradiction(_means(column, ACTIVE) & (until < today), column, _that_day(_PASSED))
        yield _Contradiction(_means(column, INACTIVE) & _is_ahead(until, today), column, _that_day(_AHEAD))
        first, last = (pl.col(f"{name}.{column}").dt.truncate("1mo") > today for name in ("since", "latest_since"))
        yield _Contradiction(_means(column, FUTURE) & ~first, column, _that_day(_PASSED))
        yield _Contradiction(_means(column, ACTIVE) & ~first & last, column, pl.lit("that day may be to come"))


def _that_day(when: str) -> pl.Expr:
    return pl.lit(f"that day {'has ' if when == _PASSED else 'is '}{when}")


def _is_ahead(day: pl.Expr, today: date) -> pl.Expr:
    return (day > today) & (day <= today + _FARTHEST)


def _means(column: str, kind: str) -> pl.Expr:
    return pl.col(f"meaning.{column}") == kind
