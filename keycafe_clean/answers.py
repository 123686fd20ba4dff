"""Answers typed into `waiting.csv`, turned into decisions: the way to decide without the desk."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export
from keycafe_clean.formula_escaping import unmark
from keycafe_clean.pipeline import Cleaned

#: What may be answered instead of a new cell; `blank` empties it.
LEAVE_OUT, RIGHT, SAME_PERSON, TWO_PEOPLE, EMPTY = "leave out", "right", "same person", "two people", "blank"

#: Takes the suggestion.
YES = "yes"

#: Words that people answer with; whoever is called so has to be typed in the HR file.
NO_CELLS = {YES, "no", "skip", "ok", "same", "?", "ignore", "keep", "delete", "remove"}

#: What tells which question a line of `waiting.csv` is about.
_QUESTION = ("file", "row", "column", "code")


@dataclass(frozen=True)
class _Answer:
    """One answered question: the row, the cell that was questioned, the other row of a pair, and what was typed."""

    row_id: int
    column: str | None
    other_row_id: int | None
    suggestion: str | None
    text: str


def with_answers(cleaned: Cleaned, filled_in: Export, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and those that a filled-in `waiting.csv` of it adds.

    An answer is a new cell, or one of `yes` (take the suggestion), `leave out`, `right` (it is right as it is, also of
    what is no cell of an import), `same person` (perhaps with the address to keep), `two people`; `blank` empties the
    cell. Lines without an answer say nothing. `made` says by whom and when they were given. SetupError: the file is no
    `waiting.csv`, or an answer is to a question that is not open in this export, or does not fit it.
    """
    decisions = cleaned.decisions
    for answer in _answers(cleaned, filled_in):
        decisions = _decided(decisions, cleaned, answer, made)
    return decisions


def _answers(cleaned: Cleaned, filled_in: Export) -> list[_Answer]:
    source = filled_in.sources[0]
    if missing := [column for column in (*_QUESTION, "answer") if column not in source.headers]:
        raise SetupError(f"{source.file} has no column '{missing[0]}'. Use the waiting.csv that a run wrote.")
    # What was marked against spreadsheets is taken back: a file may be called `@hr.csv`.
    lines = source.cells.select(unmark(pl.col(*_QUESTION, "answer"))).with_columns(pl.col("answer").str.strip_chars())
    given = lines.filter(pl.col("answer").str.len_chars() > 0)
    met = given.join(_open_questions(cleaned), on=_QUESTION, how="left", nulls_equal=True, maintain_order="left")
    lost = met.filter(pl.col("row_id").is_null())
    if not lost.is_empty():
        raise SetupError(
            f"{source.file} answers a question about row {lost.item(0, 'row')} that is not open in this export. "
            "Take the answer out, or run with the export it was asked about."
        )
    return [
        _Answer(*cells) for cells in met.select("row_id", "questioned", "other_row_id", "suggestion", "answer").rows()
    ]


def _open_questions(cleaned: Cleaned) -> pl.DataFrame:
    asked = cleaned.findings.filter(pl.col("severity") != "note", pl.col("row_id").is_not_null())
    places = cleaned.rows.select("row_id", "file", row=pl.col("source_row").cast(pl.String))
    placed = asked.join(places, on="row_id", maintain_order="left")
    return placed.select(*_QUESTION, "row_id", "other_row_id", "suggestion", questioned="column").unique(
        _QUESTION, maintain_order=True
    )


def _decided(decisions: Decisions, cleaned: Cleaned, answer: _Answer, made: Made | None) -> Decisions:
    who, word = _who(cleaned, answer.row_id), _word(answer)
    if word == LEAVE_OUT:
        return decisions.with_answer("leave_out", who, made=made)
    if word.startswith((SAME_PERSON, TWO_PEOPLE)):
        return _paired(decisions, cleaned, answer, made)
    if word == RIGHT and answer.other_row_id is not None:
        raise _misfit(cleaned, answer, "Two rows are asked about: say 'same person', 'two people', or type the cell.")
    if answer.column not in IMPORT_COLUMNS:
        if word != RIGHT:
            raise _misfit(cleaned, answer, "Say 'right' or 'leave out', or repair the cell in the HR file.")
        return decisions.with_answer("right", who, made=made)
    seen = cleaned.cell_as_read(answer.row_id, answer.column)
    if word == RIGHT:
        return decisions.with_answer("right", who, answer.column, seen, made=made)
    if word in NO_CELLS and not (word == YES and answer.suggestion):
        raise _misfit(cleaned, answer, f"Type the {answer.column}, or say 'right', 'blank' or 'leave out'.")
    return decisions.with_edit(who, answer.column, seen=seen, value=_new_cell(answer, word), made=made)


def _paired(decisions: Decisions, cleaned: Cleaned, answer: _Answer, made: Made | None) -> Decisions:
    if answer.other_row_id is None:
        raise _misfit(cleaned, answer, "No other row is asked about: type the cell, or say 'leave out'.")
    who, other = _who(cleaned, answer.row_id), _who(cleaned, answer.other_row_id)
    word = _word(answer)
    kind = SAME_PERSON if word.startswith(SAME_PERSON) else TWO_PEOPLE
    keep = word.removeprefix(kind).strip(" ,;:") or None
    if keep and keep not in {who["email"], other["email"]}:
        raise _misfit(cleaned, answer, f"'{keep}' is the address of neither row.")
    return decisions.with_pair(kind.replace(" ", "_"), who, other, keep=keep, made=made)


def _word(answer: _Answer) -> str:
    """Get the answer as words are compared."""
    return " ".join(answer.text.lower().split())


def _misfit(cleaned: Cleaned, answer: _Answer, instead: str) -> SetupError:
    row = cleaned.rows.filter(pl.col("row_id") == answer.row_id).item(0, "source_row")
    return SetupError(f"Row {row:,}: '{answer.text}' is no answer to its question. {instead}")


def _new_cell(answer: _Answer, word: str) -> str | None:
    """Get the cell that was typed: the suggestion for `yes`, null for `blank`."""
    if word == YES:
        return answer.suggestion
    return None if word == EMPTY else answer.text


def _who(cleaned: Cleaned, row_id: int) -> dict[str, str | None]:
    return cleaned.who.filter(pl.col("row_id") == row_id).select(WHO).to_dicts()[0]
