"""The review files: what waits, was combined, left out, changed and forecast, for people to read in a spreadsheet."""

import io

import polars as pl
import polars.selectors as cs

from keycafe_clean.export import Source
from keycafe_clean.findings import in_words, thousands
from keycafe_clean.formula_escaping import mark
from keycafe_clean.outcome_reasons import reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.write.answer_sheet import OTHER_ROW
from keycafe_clean.write.line_of_row import AS_READ
from keycafe_clean.write.questions import answer_choices, open_questions, ways_to_answer

#: A spreadsheet breaks letters and numbers of a CSV without it.
_BOM = b"\xef\xbb\xbf"

_PERSON = ("First Name", "Last Name", "Email Address")

_LINE = (
    "row_id",
    "file",
    pl.col("source_row").alias("row"),
    "column",
    "code",
    "sentence",
    "advice",
    "suggestion",
)


def review_tables(cleaned: Cleaned, plan: Plan, waiting: pl.DataFrame | None = None) -> dict[str, pl.DataFrame]:
    """Get the tables by file name without ending, rows in the order of the export; each names its file and row.

    `waiting` (a line a question or fix, with the words that answer it, an empty `answer` and the cells as read; of two
    rows a second line with the cells of the other one), `notes` (what nobody waits for,
    and questions about a whole file), `combined`, `left_out`, `changes`, `forecast` (later months by name),
    `not_people` (with what the row says). Sensitive columns are in none of them, unused ones only in the last.
    Whoever has the `waiting_lines()` already gives them as `waiting`.
    """
    named = _with_whole_names(cleaned)
    return {
        "waiting": _waiting(cleaned, waiting_lines(cleaned) if waiting is None else waiting),
        "notes": _notes(cleaned),
        "combined": _combined(named),
        "left_out": _with_outcome(named, "left_out").select("file", _row(), *_named(), reason_in_words()),
        "changes": _changes(cleaned),
        "forecast": _forecast(cleaned.rows, plan),
        "not_people": _not_people(cleaned),
    }


def review_csv(table: pl.DataFrame) -> bytes:
    """Get the table as a CSV for spreadsheets: UTF-8 with BOM, CRLF, every cell quoted, formula-like ones marked.

    Keeps every row, in order; null is an empty cell. Headers of the export are cells here too.
    """
    text = io.BytesIO()
    neutral = table.with_columns(mark(pl.col(pl.String)))
    header = pl.Series(table.columns, dtype=pl.String).to_frame("header").select(mark(pl.col("header"))).to_series()
    named = neutral.rename(dict(zip(table.columns, header, strict=True)))
    named.write_csv(text, line_terminator="\r\n", quote_style="always")
    return _BOM + text.getvalue()


def _row() -> pl.Expr:
    return pl.col("source_row").alias("row")


def _named() -> list[pl.Expr]:
    return [pl.col(column) for column in _PERSON]


def _with_whole_names(cleaned: Cleaned) -> pl.DataFrame:
    """Get the rows with the name as it was read for a last name, where it could not be cut."""
    as_read = cleaned.raw.select("row_id", whole=pl.coalesce("raw.Last Name", "raw.First Name").str.strip_chars())
    nameless = pl.all_horizontal(pl.col("First Name", "Last Name").is_null())
    rows = cleaned.rows.join(as_read, on="row_id", how="left", maintain_order="left")
    return rows.with_columns(pl.when(nameless).then("whole").otherwise("Last Name").alias("Last Name")).drop("whole")


def _with_outcome(rows: pl.DataFrame, outcome: str) -> pl.DataFrame:
    return rows.filter(pl.col("outcome") == outcome)


def _not_people(cleaned: Cleaned) -> pl.DataFrame:
    """Get the rows that are no people, with the cells of each as one text: a line may say something about somebody."""
    said = pl.concat(map(_rows_as_text, cleaned.export.sources))
    rows = _with_outcome(cleaned.rows, "not_people").join(said, on="row_id", how="left", maintain_order="left")
    return rows.select("file", _row(), reason_in_words(), "text")


def _rows_as_text(source: Source) -> pl.DataFrame:
    cells = source.cells.select(pl.all().name.prefix("cell."))
    text = pl.concat_str(pl.lit(""), cs.starts_with("cell."), separator=" ", ignore_nulls=True)
    return source.rows.select("row_id").hstack(cells).select("row_id", text=text.str.strip_chars())


def waiting_lines(cleaned: Cleaned) -> pl.DataFrame:
    """Get a line a question, and behind that of a pair one that shows the other row: the lines of `waiting`, in order.

    With `choices`, what a drop-down offers as answers; null where nothing is asked.
    """
    asked = open_questions(cleaned)
    advised = asked.with_columns(
        answer_choices(asked, cleaned), advice=pl.concat_str("advice", ways_to_answer(asked), separator=" ")
    )
    lines = advised.select(*_LINE, "other_row_id", "choices", order=pl.int_range(pl.len()))
    both = pl.concat([lines, _other_rows(lines, cleaned)], how="diagonal_relaxed")
    return both.sort("order", maintain_order=True)


def _waiting(cleaned: Cleaned, both: pl.DataFrame) -> pl.DataFrame:
    named = both.select(
        *("file", "row", "column", "code", "sentence", "advice", "suggestion"), answer=pl.lit(None, pl.String)
    )
    cells = cleaned.cells_as_read(both.get_column("row_id"))
    # A header of the export may have the name of one of these columns.
    return named.hstack(cells.rename({name: f"{name}{AS_READ}" for name in cells.columns if name in named.columns}))


def _other_rows(lines: pl.DataFrame, cleaned: Cleaned) -> pl.DataFrame:
    """Get a line for the other row of each pair, so that the cells of both can be compared; nothing is asked there."""
    places = cleaned.rows.select(other_row_id="row_id", file="file", row="source_row")
    paired = lines.drop_nulls("other_row_id").rename({"file": "asked_file", "row": "asked_row"})
    return paired.join(places, on="other_row_id", maintain_order="left").select(
        "file",
        "row",
        "column",
        "order",
        row_id="other_row_id",
        code=pl.lit(OTHER_ROW),
        sentence=pl.format("The other row that row {} asks about.", thousands(pl.col("asked_row"))),
    )


def _notes(cleaned: Cleaned) -> pl.DataFrame:
    noted = cleaned.findings.filter((pl.col("severity") == "note") | pl.col("row_id").is_null())
    places = cleaned.rows.select("row_id", "file", "source_row")
    said = in_words(noted, cleaned.rows).join(places, on="row_id", how="left", maintain_order="left")
    return said.select("file", _row(), "column", "sentence", "advice")


def _combined(rows: pl.DataFrame) -> pl.DataFrame:
    kept = rows.select(combined_into="row_id", kept_file="file", kept_row="source_row")
    combined = _with_outcome(rows, "combined").join(kept, on="combined_into", maintain_order="left")
    return combined.select(
        "file",
        _row(),
        *_named(),
        pl.col("kept_file").alias("into_file"),
        pl.col("kept_row").alias("into_row"),
        reason_in_words(),
    )


def _changes(cleaned: Cleaned) -> pl.DataFrame:
    places = cleaned.rows.select("row_id", "file", "source_row")
    return cleaned.changes.join(places, on="row_id", how="left", maintain_order="left").select(
        "file", row="source_row", column="column", before="before", after="after", rule="rule", rows="count"
    )


def _forecast(rows: pl.DataFrame, plan: Plan) -> pl.DataFrame:
    """Get who is planned for a later month, then who leaves before their turn."""
    later = plan.lines.filter(pl.col("month").ne_missing(plan.month)).sort(
        pl.col("month").is_null(), maintain_order=True
    )
    later = later.with_columns(pl.col("month").fill_null("leaves before their turn"))
    return later.join(rows, on="row_id", maintain_order="left").select("month", *_named(), "user_type", "file", _row())
