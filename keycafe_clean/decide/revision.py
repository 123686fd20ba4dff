"""Answers that take the place of earlier ones about the same row: the later one holds, and that is said."""

from typing import Any

import polars as pl

from keycafe_clean.decide.answer_words import EMPTY, RIGHT, SAME_PERSON, TWO_PEOPLE
from keycafe_clean.decide.decisions import DECISIONS, PAIR_KINDS, Decisions
from keycafe_clean.decide.resolution import resolve_decisions
from keycafe_clean.findings import LEAVE_OUT

_BY_HAND = "leave_out"
_IN_WORDS = {
    _BY_HAND: LEAVE_OUT, "right": RIGHT, "same_person": SAME_PERSON, "two_people": TWO_PEOPLE,
}  # fmt: skip

#: What a decision says; by whom and when does not make it another one.
_SAID = [name for name in DECISIONS if name not in ("by", "on")]


def revised(
    before: Decisions, answers: Decisions, people: pl.DataFrame, rows: pl.DataFrame
) -> tuple[Decisions, tuple[str, ...]]:
    """Get the decisions `before` with those of a sheet of `answers`, and a sentence for each that is replaced.

    Replaced is, of the same row, an answer about the same cell or the same other row; a `leave out` that the sheet does
    not give, by any answer; and any answer by a `leave out`. `people` is `who.identities()`, `rows` has row_id and
    `source_row`. Without a contradiction there is no sentence.
    """
    new = answers.lines.join(before.lines, on=_SAID, how="anti", nulls_equal=True)
    told = _of_rows(Decisions(new), people)
    met = _of_rows(before, people).join(told, on="row_id", suffix="_new", maintain_order="left")
    # What the sheet says again is not taken back by another line of it.
    repeated = pl.col("id").is_in(answers.lines.get_column("id").implode())
    replaced = met.filter(_is_same_cell() | (~repeated & (_ends_leaving_out() | _begins_leaving_out())))
    gone = before.lines.join(replaced, on="id", how="anti")
    placed = replaced.join(rows.select("row_id", "source_row"), on="row_id", maintain_order="left")
    once = placed.sort("source_row", maintain_order=True).unique("id", keep="first", maintain_order=True)
    return Decisions(pl.concat([gone, new])), tuple(_sentence(line) for line in once.to_dicts())


def _of_rows(decisions: Decisions, people: pl.DataFrame) -> pl.DataFrame:
    """Get each decision a line for each row that it is about, of pairs for both."""
    resolved = resolve_decisions(decisions, people).select("id", "kind", "column", "value", "row_id")
    placed = resolved.drop_nulls("row_id").unique(maintain_order=True)
    return placed.with_columns(rows=pl.col("row_id").sort().over("id", mapping_strategy="join"))


def _is_pair(column: str) -> pl.Expr:
    return pl.col(column).is_in(PAIR_KINDS)


def _is_same_cell() -> pl.Expr:
    """Yield whether two answers are about one cell of the row, or about the same two rows."""
    of_cells = ~_is_pair("kind") & ~_is_pair("kind_new") & (pl.col("kind") != _BY_HAND)
    same_cell = of_cells & (pl.col("kind_new") != _BY_HAND) & pl.col("column").eq_missing(pl.col("column_new"))
    return same_cell | (_is_pair("kind") & _is_pair("kind_new") & (pl.col("rows") == pl.col("rows_new")))


def _ends_leaving_out() -> pl.Expr:
    return (pl.col("kind") == _BY_HAND) & (pl.col("kind_new") != _BY_HAND)


def _begins_leaving_out() -> pl.Expr:
    return (pl.col("kind") != _BY_HAND) & (pl.col("kind_new") == _BY_HAND)


def _sentence(line: dict[str, Any]) -> str:
    now, was = (_IN_WORDS.get(line[f"kind{side}"]) or line[f"value{side}"] or EMPTY for side in ("_new", ""))
    return f"Row {line['source_row']:,}: '{now}' takes the place of '{was}', which was answered before."
