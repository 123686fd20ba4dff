"""The phases of `decide()` that ask about posts, departments and folders whose people are none, or have not begun."""

import polars as pl

from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.findings import findings_of
from keycafe_clean.phases.leaving import headers_about_rows
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps.frame_columns import ADDRESS, FULL_NAME, LAST, NAME_COLUMNS, source_headers
from keycafe_clean.steps.marks import vacant_post
from keycafe_clean.steps.not_a_person import WHOLE_NAME
from keycafe_clean.steps.roles import is_named_as
from keycafe_clean.steps.unheld_posts import unheld_posts
from keycafe_clean.steps.units import (
    has_address_of_nobody,
    heads_who_begins_later,
    holds_no_people,
    holds_starters,
    is_of_folders,
    is_path,
)

#: Columns whose cells are the name and the address themselves.
_NAMING = (*NAME_COLUMNS, FULL_NAME, ADDRESS)


def ask_about_units(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row in a department or folder of accounts, rooms, tests, or people who have not begun; they wait.

    So does every row below a heading of such people, and every row that is called as its department. Of a column that
    is neither, only cells that are paths are read.
    A first day that has come says that somebody began.
    """
    for header in headers_about_rows(state.in_play, context):
        state = _asked(state, context, header)
    return state.found(_below_starters(state, context))


def ask_about_posts(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about every row that has a name and nothing else of what tells of a person; they wait."""
    mapped = {it for source in context.setup.source for name in _NAMING for it in source.columns.get(name, ())}
    headers = [it for it in source_headers(state.rows) if it not in mapped]
    found = pl.concat(unheld_posts(rows, headers) for rows in state.rows.partition_by("file") or [state.rows])
    asked = state.in_play.filter(~vacant_post()).join(found, on="row_id", how="inner", maintain_order="left")
    return state.found(findings_of("unheld_post", asked.select("row_id", value=WHOLE_NAME, reason="blank")))


def _below_starters(state: PipelineState, context: RunContext) -> pl.DataFrame:
    """Get a question for every row below a heading of people who begin later than today."""
    noted = state.findings.filter(pl.col("code") == "starters_heading").select("row_id", "value")
    later = noted.filter(heads_who_begins_later(noted.get_column("value"), context.today))
    rows = later.join(state.in_play.filter(~_has_begun(context)), on="row_id", how="semi", maintain_order="left")
    return findings_of("below_starters", rows)


def _has_begun(context: RunContext) -> pl.Expr:
    return (pl.col("day.start_date") <= context.today).fill_null(value=False)


def _of_nobody(rows: pl.DataFrame, cell: pl.Expr, *, folders: bool) -> pl.DataFrame:
    return rows.filter(holds_no_people(cell, folders=pl.lit(folders) | has_address_of_nobody(ADDRESS)))


def _asked(state: PipelineState, context: RunContext, header: str) -> PipelineState:
    cell, folders = pl.col(f"source.{header}"), is_of_folders(header)
    is_unit = folders or recognise(header) in ("department", "location")
    rows = state.in_play.filter(cell.is_not_null() if is_unit else is_path(cell))
    if rows.is_empty():
        return state
    # Addresses are dear to compare: only where a cell may be of nobody at all.
    perhaps = rows.filter(holds_no_people(cell, folders=pl.lit(value=True)))
    nobody = perhaps if perhaps.is_empty() else _of_nobody(perhaps, cell, folders=folders)
    ahead = rows.filter(holds_starters(rows.get_column(cell.meta.output_name()), context.today, folders=folders))
    not_begun = ahead.filter(~_has_begun(context))
    named = rows.filter(is_named_as(cell)) if recognise(header) == "department" else rows.clear()
    about = {"column": pl.lit(header), "value": cell}
    return state.found(
        findings_of("not_a_person", named.select("row_id", column=pl.lit(LAST), value=WHOLE_NAME)),
        findings_of("account_kind", nobody.select("row_id", **about)),
        findings_of("not_here_yet", not_begun.select("row_id", **about)),
    )
