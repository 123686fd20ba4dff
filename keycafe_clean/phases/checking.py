"""The phases of `decide()` that find what waits: rules about rows and the whole file, and possible duplicates."""

from dataclasses import replace

import polars as pl

from keycafe_clean.article.file_rules import check_whole_file
from keycafe_clean.article.rules import break_rules
from keycafe_clean.article.validate import validate
from keycafe_clean.decide.edits import answered_pairs
from keycafe_clean.decide.known import partners_in_keycafe, possibly_known
from keycafe_clean.match import (
    oversized_values,
    possible_duplicates,
    shared_addresses,
    suggest_duplicates,
    without_pairs,
)
from keycafe_clean.phases.deciding import IN_KEYCAFE
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.steps import RULES, column_rules
from keycafe_clean.steps.marks import with_marks_of_combined
from keycafe_clean.steps.user_type import suppress_welcome_email


def validate_rows(state: PipelineState, context: RunContext) -> PipelineState:
    """Find what waits in a row: the cell rules, then the article's."""
    del context
    rows = replace(state, rows=with_marks_of_combined(state.rows)).in_play
    headers = [column.removeprefix("source.") for column in rows.columns if column.startswith("source.")]
    return state.found(break_rules(rows, (*RULES, *column_rules(headers))), validate(rows))


def suppress_mail(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask for no welcome mail without an address; what was asked for is noted before."""
    del context
    return state.after(suppress_welcome_email(state.rows), "suppress_welcome_email")


def check_file(state: PipelineState, context: RunContext) -> PipelineState:
    """Find what no single row can break: a shared address asks about all but one; what is left must be unique."""
    del context
    asked = state.found(shared_addresses(state.in_play), oversized_values(state.in_play))
    ready = asked.in_play.filter(~pl.col("row_id").is_in(asked.waits.implode()))
    return asked.found(check_whole_file(ready))


def ask_duplicates(state: PipelineState, context: RunContext) -> PipelineState:
    """Ask about possible duplicates: the row that would be kept goes on, the others wait.

    Whoever may already be in Keycafe waits. A pair that shares an address is asked about once, by its address.
    """
    partners, rows = _partners(state, context), state.in_play
    everybody = pl.concat([rows, partners], how="diagonal")
    pairs = suggest_duplicates(everybody) if context.pairs is None else context.pairs
    asked = without_pairs(pairs, answered_pairs(context.resolved, "two_people"))
    known = possibly_known(asked, partners)
    open_rows = rows.filter(~pl.col("row_id").is_in(known.get_column("row_id").implode()))
    unasked = _without_shared(_within(asked, open_rows), state.findings)
    return replace(state, pairs=pairs).found(known, possible_duplicates(open_rows, unasked))


def _without_shared(pairs: pl.DataFrame, findings: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs that do not share an address: asked twice, each row would wait for the other one."""
    asked = findings.filter(pl.col("code") == "shared_address")
    return without_pairs(pairs, asked.select(left_row_id="row_id", right_row_id="other_row_id"))


def _within(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    here = rows.get_column("row_id").implode()
    return pairs.filter(pl.col("left_row_id").is_in(here) & pl.col("right_row_id").is_in(here))


def _partners(state: PipelineState, context: RunContext) -> pl.DataFrame:
    """Get who is in Keycafe already, as rows: none where nobody is known."""
    if context.known is None:
        return state.rows.clear()
    left_out = state.rows.filter(pl.col("left_out_reason") == IN_KEYCAFE).get_column("row_id")
    return partners_in_keycafe(state.rows, left_out, context.known)
