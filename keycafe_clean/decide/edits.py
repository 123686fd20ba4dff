"""Decisions about people, applied to the rows of an export: edits, left out, questioned cells that are right."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.who import FOUND, NOBODY, WHO, resolve, rows_of
from keycafe_clean.findings import findings_of, no_findings


def apply_edits(rows: pl.DataFrame, decisions: Decisions, people: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the rows with every edit applied, and findings about edits that could not be.

    An edit is guarded by the raw cell that it saw, and holds for every row of the person that has it. Where no row has,
    nothing is changed and both values are reported, unless the cell has become what the edit says. Keeps every row, in
    order. `people` is
    `who.identities()`.
    """
    edits = resolve(decisions.of_kind("edit"), people)
    if edits.is_empty():
        return rows, no_findings()
    guarded = rows_of(edits, people).join(_cells(rows), on=["row_id", "column"], how="left", maintain_order="left")
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


def answered_pairs(decisions: Decisions, people: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Get the pairs (left_row_id, right_row_id) answered `same_person` or `two_people`.

    Every row of the one person is paired with every row of the other; who is not here is in none.
    """
    lines = decisions.of_kind(kind).with_row_index("answer")
    left = resolve(lines.select("answer", *WHO), people)
    right = resolve(lines.select("answer", *(pl.col(f"other_{cell}").alias(cell) for cell in WHO)), people)
    here = rows_of(left, people).select("answer", left_row_id="row_id")
    there = rows_of(right, people).select("answer", right_row_id="row_id")
    return here.join(there, on="answer", maintain_order="left_right").drop("answer")


def rows_to_keep(decisions: Decisions, people: pl.DataFrame) -> pl.Series:
    """Get the row_id of every row whose address an answer `same_person` keeps."""
    lines = decisions.of_kind("same_person").drop_nulls("value")
    sides = [lines.select("value", *WHO), lines.select("value", *(pl.col(f"other_{c}").alias(c) for c in WHO))]
    asked = [rows_of(resolve(side, people), people).select("row_id", kept=email_key("value")) for side in sides]
    here = people.select("row_id", address=email_key("email"))
    met = pl.concat(asked).join(here, on="row_id", maintain_order="left")
    return met.filter(pl.col("kept") == pl.col("address")).get_column("row_id").unique(maintain_order=True)


def left_out_by_hand(decisions: Decisions, people: pl.DataFrame) -> pl.Series:
    """Get the row_id of every row of everybody whom a decision leaves out."""
    return rows_of(resolve(decisions.of_kind("leave_out"), people), people).get_column("row_id")


def without_answered(findings: pl.DataFrame, decisions: Decisions, people: pl.DataFrame) -> pl.DataFrame:
    """Get the findings less the questions about cells that a decision calls right; fixes and notes stay.

    Such a decision is guarded as an edit is: where the export has another cell than it saw, the question stays. One
    about no cell answers the questions about a row that are about no cell of an import. Questions about two rows stay.
    """
    resolved = rows_of(resolve(decisions.of_kind("right"), people), people)
    raw = people.unpivot(pl.selectors.starts_with("raw."), index="row_id", variable_name="column", value_name="raw")
    seen = resolved.join(raw.with_columns(pl.col("column").str.strip_prefix("raw.")), on=["row_id", "column"])
    right = seen.filter(pl.col("seen").eq_missing(pl.col("raw"))).select("row_id", "column")
    rows = resolved.filter(pl.col("column").is_null()).get_column("row_id").implode()
    is_question = pl.col("severity") == "question"
    asked = findings.filter(is_question & pl.col("other_row_id").is_null())
    about_row = pl.col("row_id").is_in(rows) & ~pl.col("column").is_in(IMPORT_COLUMNS).fill_null(value=False)
    settled = pl.concat([asked.join(right, on=["row_id", "column"], how="semi"), asked.filter(about_row)])
    left = findings.join(settled, on=findings.columns, how="anti", nulls_equal=True, maintain_order="left")
    return pl.concat([left.filter(~is_question), left.filter(is_question)])


def unresolved_decisions(decisions: Decisions, people: pl.DataFrame) -> pl.DataFrame:
    """Get a note a decision whose person is not in the export, and a question where several people answer to it."""
    lines = decisions.lines
    others = lines.filter(pl.col("kind").is_in(["same_person", "two_people"]))
    asked = [lines.select("column", *WHO), others.select("column", *(pl.col(f"other_{c}").alias(c) for c in WHO))]
    lost = resolve(pl.concat(asked), people).filter(pl.col("found") != FOUND)
    who = pl.coalesce("employee_id", "email", "name")
    nobody = findings_of("decision_nobody", lost.filter(pl.col("found") == NOBODY).select("column", value=who))
    several = findings_of("decision_several", lost.filter(pl.col("found") != NOBODY).select("column", value=who))
    return pl.concat([nobody, several])


def _cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Get every import cell as a line: row_id, column, `raw` as it was read, and `now`."""
    raw = rows.select("row_id", *(pl.col(f"raw.{column}").alias(column) for column in IMPORT_COLUMNS))
    now = rows.select(IMPORT_COLUMNS).unpivot(value_name="now").select("now")
    return raw.unpivot(index="row_id", variable_name="column", value_name="raw").hstack(now)


def _with_cells(rows: pl.DataFrame, column: str, edits: pl.DataFrame) -> pl.DataFrame:
    if edits.is_empty():
        return rows
    new = edits.select("row_id", new="value", is_edited=pl.lit(value=True)).unique("row_id", keep="last")
    joined = rows.join(new, on="row_id", how="left", maintain_order="left")
    cell = pl.when("is_edited").then("new").otherwise(column).alias(column)
    return joined.with_columns(cell).drop("new", "is_edited")
