"""Columns of periods: one header that has the last day and the first day, `01.04.2015 - 31.08.2025`."""

from collections.abc import Mapping

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.steps.frame_columns import FIRST_DAYS
from keycafe_clean.steps.periods import are_periods, may_be_periods

_EXIT = "exit_date"


def has_half(column: str, cells: pl.Series) -> bool:
    """Tell whether the days of a column of ours are halves of these cells.

    Days with `since` alone are first days, and say of last ones nothing.
    """
    return may_be_periods(cells) if column in FIRST_DAYS else are_periods(cells)


def with_other_half(source: Source, columns: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Get the columns with a header of periods for both days, where it is chosen for one and nothing for the other."""
    first = next((column for column in FIRST_DAYS if column in columns), None)
    if first is None and _are_periods(source, columns.get(_EXIT, ())):
        return {**columns, FIRST_DAYS[0]: columns[_EXIT]}
    if first is not None and _EXIT not in columns and _are_periods(source, columns[first]):
        return {**columns, _EXIT: columns[first]}
    return dict(columns)


def _are_periods(source: Source, headers: tuple[str, ...]) -> bool:
    return len(headers) == 1 and headers[0] in source.headers and are_periods(source.cells.get_column(headers[0]))
