"""A row about which nothing is open, as a view model: what became of it, what was tidied, what was decided."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.question_view import cells_of, name_of
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import RowCard, TidiedCell
from keycafe_clean.match.match_rules import ANSWERED
from keycafe_clean.outcome_reasons import BY_HAND, reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.step_words import rule_in_words


def row_card(decided: DecisionLines, row_id: int) -> RowCard | None:
    """Get a row of the run of these decisions as the side panel has it; None: there is no such row."""
    cleaned = decided.run.cleaned
    found = cleaned.rows.filter(pl.col("row_id") == row_id)
    if found.is_empty():
        return None
    row = found.with_columns(said=reason_in_words()).row(0, named=True)
    about = decided.ids_about(row_id)
    is_person = not cleaned.who.filter(pl.col("row_id") == row_id).is_empty()
    return RowCard(
        row_id=row_id,
        row=row["source_row"],
        name=name_of(cleaned, row_id) if is_person else "",
        said=tuple(_said(cleaned, row)),
        cells=tuple(cells_of(cleaned, [row_id])),
        tidied=tuple(_tidied(cleaned, row_id)),
        decisions=tuple(line for line in decided.lines if line.id in about),
        # What was combined by an answer is taken back as the decision that it is.
        can_part=row["outcome"] == "combined" and row["reason"] != ANSWERED,
        can_leave_out=is_person and row["outcome"] == "ready",
    )


def _said(cleaned: Cleaned, row: dict[str, object]) -> Iterator[str]:
    """Yield what became of the row and why, and which rows were combined with it."""
    outcome, reason = f"{row['outcome']}", row["said"]
    if outcome == "combined":
        into = cleaned.rows.filter(pl.col("row_id") == row["combined_into"]).item(0, "source_row")
        yield text("row.combined", row=into, reason=reason)
    elif outcome == "ready":
        yield text(f"row.{row['user_type']}")
    else:
        yield text(f"row.{outcome}", reason=reason)
    others = cleaned.rows.filter(pl.col("combined_into") == row["row_id"])
    for other, why in others.select("source_row", reason_in_words()).rows():
        yield text("row.has_combined", row=other, reason=why)
    if outcome == "left_out" and row["reason"] != BY_HAND:
        yield text("row.by_rule")


def _tidied(cleaned: Cleaned, row_id: int) -> Iterator[TidiedCell]:
    """Yield the cells of the row that are not as they were read, with the rule; edits are decisions."""
    altered = cleaned.changes.filter(pl.col("row_id") == row_id, pl.col("column").is_in(IMPORT_COLUMNS))
    for column, before, after, rule in altered.select("column", "before", "after", "rule").rows():
        steps = [step for step in rule.split(", ") if step != "edit"]
        if steps:
            empty = text("decisions.empty")
            yield TidiedCell(column, before or empty, after or empty, rule_in_words(", ".join(steps)))
