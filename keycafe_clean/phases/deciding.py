"""The phases of `decide()` that say who goes in, as whom: edits, employment, duplicates, who is left out, types."""

from dataclasses import replace

import polars as pl

from keycafe_clean.decide.conditions import holds
from keycafe_clean.decide.edits import answered_pairs, apply_edits, edit_of_cell, left_out_by_hand, rows_to_keep
from keycafe_clean.decide.setup import Setup
from keycafe_clean.events import events_of
from keycafe_clean.findings import findings_of, thousands
from keycafe_clean.match import (
    address_ranks,
    cells_beside_kept,
    combine,
    contradicting_cells,
    filled_cells,
    half_named,
    in_clusters,
    match_and_doubt,
    name_counts,
    names_left_open,
    outdated_rows,
    unclear_rows,
)
from keycafe_clean.match.doubted_before import under_another_name
from keycafe_clean.match.known import known_for_certain
from keycafe_clean.match.match_rules import ANSWERED
from keycafe_clean.outcome_reasons import BY_HAND, IN_KEYCAFE, REASON, Reason, first_reason
from keycafe_clean.phases.pipeline_state import PipelineState, RunContext
from keycafe_clean.phases.preparing import employment_answers
from keycafe_clean.steps import employment, employment_questions, with_other_part
from keycafe_clean.steps.days import settle_days
from keycafe_clean.steps.employment import EMPLOYMENT_REASON, REASON_OF
from keycafe_clean.steps.user_type import choose_user_type, name_user_type, set_flags

#: What a row has that does not go in.
_OUT = ("combined_into", "left_out_reason")

#: employment -> whether the active row of a person is this one; an unknown status is null
_IS_ACTIVE = {"active": True, "leave": True, "future": True, "inactive": False}


def edit(state: PipelineState, context: RunContext) -> PipelineState:
    """Apply the edits, each guarded by the raw cell that it saw; an edited cell is not tidied again.

    Of a name that stood the other way round, one part that is typed exchanges both. Adds an event for each, and
    findings about edits that could not be applied. Keeps every row, in order.
    """
    rows, findings = apply_edits(state.rows, context.resolved)
    edited = state.after(rows, "edit", edit_of_cell(context.resolved)).found(findings)
    return edited.after(with_other_part(rows), "exchange_names")


def judge_employment(state: PipelineState, context: RunContext) -> PipelineState:
    """Add whether each person works here today: `employment`, why (`EMPLOYMENT_REASON`), and `is_active` (Boolean).

    Where the employment is not known, `is_active` is null; questions about it are added. Keeps every row, in order.
    """
    answers = employment_answers(context.setup, state.rows)
    judged = employment(settle_days(state.rows, context.today), context.today, answers)
    asked = employment_questions(judged, context.today, answers)
    is_active = pl.col("employment").replace_strict(_IS_ACTIVE, default=None, return_dtype=pl.Boolean)
    return replace(state, rows=judged.with_columns(is_active=is_active)).found(asked)


def combine_certain(state: PipelineState, context: RunContext) -> PipelineState:
    """Combine certain duplicates, answers first, and fill the blanks of the row that is kept.

    Keeps every row, in order. `combined_into` is the row_id of the row that is kept, null for that one and for rows
    that stand alone. Adds `cluster_id` and what chose the row, the pairs in doubt (`doubted`), an event for each row
    combined or cell filled, and findings about cells and names that contradict each other or are missing.
    """
    same, different = (answered_pairs(context.resolved, kind) for kind in ("same_person", "two_people"))
    chosen = rows_to_keep(context.resolved, state.who).implode()
    found, pairs = match_and_doubt(state.rows, same, different, context.setup.used_headers)
    clustered = in_clusters(found)
    matched = found.with_columns(
        address_ranks(state.rows),
        name_counts(state.rows),
        is_chosen=pl.col("row_id").is_in(chosen),
        is_outdated=pl.col("row_id").is_in(outdated_rows(clustered).implode()),
    )
    beside = cells_beside_kept(matched)
    rows = combine(matched.drop("combined_into"), beside).drop("reason")
    combined = rows.select("row_id", other_row_id="combined_into").drop_nulls("other_row_id")
    why = combined.join(matched.select("row_id", cause="reason"), on="row_id", maintain_order="left")
    sources = filled_cells(beside).select("row_id", "column", "other_row_id")
    doubted = _of_kept(pairs, rows)
    filled = replace(state.after(rows, "fill_from_combined", sources), doubted=doubted)
    asked = [
        _left_or_active(unclear_rows(clustered), rows),
        _without_whole_name(why, rows),
        _with_open_name(names_left_open(beside, matched), rows),
    ]
    return filled.happened(events_of("combine_certain", why)).found(contradicting_cells(beside), *asked)


def _without_whole_name(why: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every row that another was combined with though half of the name is missing in both.

    Not where somebody answered that they are one person.
    """
    into = why.filter(pl.col("cause") != ANSWERED).select(row_id="other_row_id", other_row_id="row_id")
    first = into.unique("row_id", keep="first")
    places = _places(rows).select(other_row_id="row_id", reason="place")
    asked = (
        half_named(rows.join(first, on="row_id", how="semi"))
        .join(first, on="row_id")
        .join(places, on="other_row_id")
        .sort("row_id")
    )
    return findings_of("combined_without_name", asked.drop("other_row_id"))


def _with_open_name(asked: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every part of a kept name that the open name of a combined row puts in doubt."""
    places = _places(rows).select(other_row_id="row_id", reason="place")
    named = asked.join(places, on="other_row_id", maintain_order="left")
    return findings_of("combined_open_name", named.drop("other_row_id"))


def _places(rows: pl.DataFrame) -> pl.DataFrame:
    """Get where each row stands, as a sentence says it (`place`)."""
    place = pl.format("row {}", thousands(pl.col("source_row")))
    several = rows.get_column("file").n_unique() > 1
    return rows.select("row_id", place=pl.format("{} of {}", place, "file") if several else place)


def _left_or_active(unclear: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every kept row where another row says that the person has left, and no date which is later."""
    said = rows.select("row_id", column="employment_column", value="employment_value")
    others = said.join(_places(rows), on="row_id").rename({"row_id": "other_row_id", "place": "reason"})
    kept = rows.filter(pl.col("combined_into").is_null()).select("row_id")
    asked = unclear.join(kept, on="row_id").join(others, on="other_row_id").sort("row_id")
    # The other row stands in the words: what is asked is about this one alone.
    return findings_of("left_or_active", asked.drop("other_row_id"))


def _of_kept(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs with the row that is kept in place of each row that is combined."""
    kept = rows.select("row_id", kept=pl.coalesce("combined_into", "row_id"))
    left = pairs.join(kept.rename({"row_id": "left_row_id", "kept": "left"}), on="left_row_id")
    both = left.join(kept.rename({"row_id": "right_row_id", "kept": "right"}), on="right_row_id")
    named = both.select("reason", left_row_id="left", right_row_id="right")
    apart = named.filter(pl.col("left_row_id") != pl.col("right_row_id"))
    return apart.unique(["left_row_id", "right_row_id"], keep="first", maintain_order=True)


def leave_out(state: PipelineState, context: RunContext) -> PipelineState:
    """Say why a row is left out: by hand, by a rule of the set-up, by its employment, or as already in Keycafe.

    `left_out_reason` is the code of the first that holds, null for who is not left out; each is an event. Who is on
    leave and goes in is counted in a note. Keeps every row, in order.
    """
    reasons = [
        Reason(pl.col("row_id").is_in(left_out_by_hand(context.resolved).implode()), BY_HAND),
        *_ruled_out(context.setup),
        *_out_by_employment(context.setup),
        Reason(pl.col("same").is_not_null(), IN_KEYCAFE, pl.col("place").fill_null("the list"), pl.col("same")),
    ]
    told = state.rows.join(_known_rows(state.rows, context), on="row_id", how="left", maintain_order="left")
    said = told.select("row_id", *first_reason(reasons))
    out = said.drop_nulls("reason").select("row_id", cause=REASON[0], column=REASON[1], before=REASON[2])
    rows = state.rows.with_columns(left_out_reason=said.get_column("reason"))
    return replace(state, rows=rows).happened(events_of("leave_out", out)).found(_on_leave(rows))


def _on_leave(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a note a column by which people are on leave who go in all the same."""
    away = rows.filter(pl.col("employment") == "leave", pl.all_horizontal(pl.col(_OUT).is_null()))
    counted = away.group_by(column="employment_column", maintain_order=True).agg(
        count=pl.len(), reason=pl.col("employment_value").first()
    )
    people = (
        pl.when(pl.col("count") == 1).then(pl.lit("1 person is")).otherwise(thousands(pl.col("count")) + " people are")
    )
    return findings_of("on_leave_goes_in", counted.with_columns(value=people).sort("column"))


def choose_users(state: PipelineState, context: RunContext) -> PipelineState:
    """Fill SmartBox User and the other flags where they are blank, and add `user_type` (null: that cell is no flag).

    Each cell that is altered is an event. Keeps every row, in order.
    """
    typed = state.after(choose_user_type(state.rows, context.setup), "choose_user_type")
    flagged = typed.after(set_flags(typed.rows, context.setup), "set_flags")
    return replace(flagged, rows=name_user_type(flagged.rows))


def _ruled_out(setup: Setup) -> list[Reason]:
    return [
        Reason(holds(rule), "rule", pl.lit(rule.column), pl.lit(rule.in_words()))
        for rule in setup.rule
        if rule.then == "leave_out"
    ]


def _out_by_employment(setup: Setup) -> list[Reason]:
    """Get who is left out by employment, as the set-up says of leave and of later starters."""
    out = {"inactive": True, "future": setup.leave_out_starters, "leave": not setup.include_on_leave}
    column, value = (pl.col(name) for name in EMPLOYMENT_REASON[1:])
    return [
        Reason(pl.col("employment") == kind, REASON_OF[kind], column, value) for kind, is_out in out.items() if is_out
    ]


def _known_rows(rows: pl.DataFrame, context: RunContext) -> pl.DataFrame:
    """Get who is known for certain, with what fits (`same`) and where it stands (`place`).

    Whoever was asked about under another name, and nobody has answered, is not.
    """
    if context.before.known is None:
        return rows.select("row_id", same=pl.lit(None, pl.String), place=pl.lit(None, pl.String)).clear()
    found = known_for_certain(rows, context.before.known)
    if context.before.doubted is None:
        return found
    asked = under_another_name(context.before.doubted, rows, context.before.known)
    return found.filter(~pl.col("row_id").is_in(asked.implode()))
