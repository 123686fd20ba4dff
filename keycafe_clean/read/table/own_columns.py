"""Rows of a table beside which others stand: they are judged by its own columns, whatever else they hold."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from keycafe_clean.read.table.legends_below import without_legends_below
from keycafe_clean.read.table.people_table import Table, no_people

#: Why a row is no person in which only columns beside the table have a cell.
BESIDE = "beside"


def judged_by_own_columns(table: Table, beside: Sequence[str]) -> Table:
    """Get the table with why its rows are no people, as its own columns say; what was found before stays.

    A heading, a total, a legend or column names said again are none, although people of a table beside stand in the
    row. Where only columns in `beside` have a cell the reason is `beside`.
    """
    if not beside:
        return table
    reasons = table.rows.get_column("not_people")
    own = own_columns(table, beside)
    alone = no_people(own.cells, reasons == "header", reasons == "page").replace("blank", BESIDE)
    judged = reasons.zip_with(reasons.is_not_null(), alone)
    return replace(table, rows=without_legends_below(_with_reasons(own, judged)).rows)


def own_columns(table: Table, beside: Sequence[str]) -> Table:
    """Get the table without the columns of what stands beside it."""
    return replace(table, cells=table.cells.drop(beside))


def _with_reasons(table: Table, reasons: pl.Series) -> Table:
    return replace(table, rows=table.rows.with_columns(reasons.alias("not_people")))
