"""Decisions about people, applied to the rows of an export: edits, left out, questioned cells that are right.

Every function takes the decisions as `resolution.resolve_decisions()` found them.
"""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.resolution import ONE, OTHER_ONE, rows_about
from keycafe_clean.decide.who import NOBODY, SEVERAL
from keycafe_clean.findings import findings_of, no_findings

#: What became of a decision in an export: it holds; it is not needed, since its person is not here or the cell is
#: already as it says; or it does not fit, since several people answer or the cell is another one than it saw.
APPLIED, NOT_NEEDED, CONFLICT = "applied", "not_needed", "conflict"
_FATES = (APPLIED, NOT_NEEDED, CONFLICT)


def fates(resolved: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get what became of every decision: `id`, `fate` (one of `_FATES`), in the order of decisions.

    Of a pair both people count; of an edit or a cell that is right the row of the person that has the cell. `resolved`
    is that of `resolution.with_known_partners()`.
    """
    if resolved.is_empty():
        return pl.DataFrame(schema={"id": pl.String, "fate": pl.String})
    told = resolved.join(_raw_cells(rows), on=["row_id", "column"], how="left", maintain_order="left")
    is_about_cell = pl.col("kind").is_in(["edit", "right"]) & pl.col("column").is_not_null()
    is_done = (pl.col("kind") == "right") | pl.col("raw").eq_missing(pl.col("value"))
    rank = (
        pl.when(pl.col("found") == SEVERAL)
        .then(2)
        .when(pl.col("found") == NOBODY)
        .then(1)
        .when(~is_about_cell | pl.col("seen").eq_missing(pl.col("raw")))
        .then(0)
        .otherwise(pl.when(is_done).then(1).otherwise(2))
    )
    sides = told.group_by("id", "side", maintain_order=True).agg(rank=rank.min())
    once = sides.group_by("id", maintain_order=True).agg(pl.col("rank").max())
    return once.select("id", fate=pl.col("rank").replace_strict(dict(enumerate(_FATES)), return_dtype=pl.String))


def apply_edits(rows: pl.DataFrame, resolved: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the rows with every edit applied, and findings about edits that could not be.

    An edit is guarded by the raw cell that it saw, and holds for every row of the person that has it. Where no row has,
    nothing is changed and both values are reported, unless the cell has become what the edit says. Keeps every row, in
    order.
    """
    edits = rows_about(resolved, "edit")
    if edits.is_empty():
        return rows, no_findings()
    guarded = edits.join(_cells(rows), on=["row_id", "column"], how="left", maintain_order="left")
    guarded = guarded.with_columns(holds=pl.col("seen").eq_missing(pl.col("raw")))
    for column in IMPORT_COLUMNS:
        rows = _with_cells(rows, column, guarded.filter(pl.col("holds") & (pl.col("column") == column)))
    return rows, findings_of("edit_outdated", _moved(guarded))


def _moved(guarded: pl.DataFrame) -> pl.DataFrame:
    """Get the edits that hold for no row of their person, and are not what the export says by now."""
    done = pl.col("holds") | pl.col("now").eq_missing(pl.col("value"))
    lost = guarded.filter(~done.any().over("person", "column")).unique(
        ["person", "column"], keep="first", maintain_order=True
    )
    return lost.select("row_id", "column", value="raw", reason="value")


def edit_of_cell(resolved: pl.DataFrame) -> pl.DataFrame:
    """Get the id of the edit of every edited cell: row_id, column, `cause`; a line a cell, in the order of decisions.

    Of several edits of a cell the last one counts; empty where there is none.
    """
    edits = rows_about(resolved, "edit").select("row_id", "column", cause="id")
    return edits.unique(["row_id", "column"], keep="last", maintain_order=True)


def answered_pairs(resolved: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Get the pairs (left_row_id, right_row_id) answered `same_person` or `two_people`.

    Every row of the one person is paired with every row of the other; who is not here is in none. In the order of
    decisions; empty where there is no such answer.
    """
    answers = rows_about(resolved, kind)
    if answers.is_empty():
        return pl.DataFrame(schema=dict.fromkeys(("left_row_id", "right_row_id"), pl.UInt32))
    here = answers.filter(pl.col("side") == ONE).select("id", left_row_id="row_id")
    there = answers.filter(pl.col("side") == OTHER_ONE).select("id", right_row_id="row_id")
    return here.join(there, on="id", maintain_order="left_right").drop("id")


def said_to_be_others(resolved: pl.DataFrame) -> pl.DataFrame:
    """Get who each row is said not to be: `row_id`, `value` (the address of the other of two people, else the name).

    Also where the other one is no row. In the order of decisions; empty where there is no such answer.
    """
    answers = resolved.filter(pl.col("kind") == "two_people").select("id", "side", "row_id", value="shown")
    both = answers.join(answers, on="id", suffix="_other", maintain_order="left_right")
    others = both.filter(pl.col("side") != pl.col("side_other")).select("row_id", value="value_other")
    return others.drop_nulls().unique(maintain_order=True)


def rows_to_keep(resolved: pl.DataFrame, people: pl.DataFrame) -> pl.Series:
    """Get the row_id of every row whose address an answer `same_person` keeps. `people` is `who.identities()`.

    Each once, in the order of decisions; an answer that keeps no address (null) keeps nobody's.
    """
    answers = rows_about(resolved, "same_person")
    if answers.is_empty():
        return answers.get_column("row_id")
    asked = answers.drop_nulls("value").select("row_id", kept=email_key("value"))
    here = people.select("row_id", address=email_key("email"))
    met = asked.join(here, on="row_id", maintain_order="left")
    return met.filter(pl.col("kept") == pl.col("address")).get_column("row_id").unique(maintain_order=True)


def left_out_by_hand(resolved: pl.DataFrame) -> pl.Series:
    """Get the row_id of every row of everybody whom a decision leaves out, in the order of decisions; or none."""
    return rows_about(resolved, "leave_out").get_column("row_id")


def without_answered(findings: pl.DataFrame, resolved: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the findings less the questions about cells that a decision calls right; fixes and notes stay.

    Such a decision is guarded as an edit is: where the export has another cell than it saw, the question stays. One
    about no cell answers the questions about a row that are about no cell of an import. Questions about two rows stay.
    Fixes and notes come first, then the questions, each in order.
    """
    answers = rows_about(resolved, "right")
    right = _still_seen(answers, rows)
    of_rows = answers.filter(pl.col("column").is_null()).get_column("row_id").implode()
    is_question = pl.col("severity") == "question"
    asked = findings.filter(is_question & pl.col("other_row_id").is_null())
    about_row = pl.col("row_id").is_in(of_rows) & ~pl.col("column").is_in(IMPORT_COLUMNS).fill_null(value=False)
    settled = pl.concat([asked.join(right, on=["row_id", "column"], how="semi"), asked.filter(about_row)])
    left = findings.join(settled, on=findings.columns, how="anti", nulls_equal=True, maintain_order="left")
    return pl.concat([left.filter(~is_question), left.filter(is_question)])


def emptied_by_hand(resolved: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get every cell that an edit leaves blank, `row_id` and `column`, where it still says what the edit saw."""
    return _still_seen(rows_about(resolved, "edit").filter(pl.col("value").is_null()), rows)


def _still_seen(decisions: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get the cells of decisions, `row_id` and `column`, that still say what the decision saw, in the same order."""
    if decisions.is_empty():
        return decisions.select("row_id", "column")
    seen = decisions.join(_raw_cells(rows), on=["row_id", "column"], maintain_order="left")
    return seen.filter(pl.col("seen").eq_missing(pl.col("raw"))).select("row_id", "column")


def unresolved_decisions(resolved: pl.DataFrame) -> pl.DataFrame:
    """Get a note a decision whose person is not in the export, and a question where several people answer to it.

    `FINDINGS` without a row_id, the notes first, each in the order of decisions; `value` names the person, null where
    the decision has neither number, address nor name. Empty where every decision found its person. `resolved` is that
    of `resolution.with_known_partners()`.
    """
    lost = resolved.filter(pl.col("found").is_in([NOBODY, SEVERAL])).select("column", "found", value="named")
    nobody = findings_of("decision_nobody", lost.filter(pl.col("found") == NOBODY))
    return pl.concat([nobody, findings_of("decision_several", lost.filter(pl.col("found") != NOBODY))])


def _cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Get every import cell as a line: row_id, column, `raw` as it was read, and `now`."""
    now = rows.select(IMPORT_COLUMNS).unpivot(value_name="now").select("now")
    return _raw_cells(rows).hstack(now)


def _raw_cells(rows: pl.DataFrame) -> pl.DataFrame:
    raw = rows.select("row_id", *(pl.col(f"raw.{column}").alias(column) for column in IMPORT_COLUMNS))
    return raw.unpivot(index="row_id", variable_name="column", value_name="raw")


def _with_cells(rows: pl.DataFrame, column: str, edits: pl.DataFrame) -> pl.DataFrame:
    if edits.is_empty():
        return rows
    new = edits.select("row_id", new="value", is_edited=pl.lit(value=True)).unique("row_id", keep="last")
    joined = rows.join(new, on="row_id", how="left", maintain_order="left")
    cell = pl.when("is_edited").then("new").otherwise(column).alias(column)
    return joined.with_columns(cell).drop("new", "is_edited")
