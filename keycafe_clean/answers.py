"""Answers typed into `waiting.csv`, turned into decisions: the way to decide without the desk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.answer_words import (
    EMPTY,
    RIGHT,
    SAME_PERSON,
    TWO_PEOPLE,
    YES,
    Kind,
    Said,
    can_be_typed,
    fitting,
    how_to_answer,
    meaning_of,
    new_cell,
)
from keycafe_clean.decide.decisions import Decisions, Made
from keycafe_clean.decide.who import PLACE, WHO
from keycafe_clean.errors import WrongAnswers
from keycafe_clean.export import Export
from keycafe_clean.findings import LEAVE_OUT
from keycafe_clean.match.known_doubts import ADDRESS_TAKEN, MAY_BE
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.write.answer_sheet import OTHER_ROW, answer_lines, met_questions
from keycafe_clean.write.questions import KIND, QUESTION, open_questions

#: What tells the questions that are answered apart, beside a sheet with columns of these names.
_ASKED = ["row_id", "column_asked", "code_asked"]

_OTHER_EXPORT = "Take the answer out, or run with the export it was asked about."


#: What the words about two rows mean of a row and an account in Keycafe, by the code of the question: an account that
#: has the address of another person is no reason to send a second one with it.
_OF_KNOWN = {MAY_BE: {SAME_PERSON: LEAVE_OUT, TWO_PEOPLE: RIGHT}, ADDRESS_TAKEN: {SAME_PERSON: LEAVE_OUT}}


@dataclass(frozen=True)
class _Answer:
    """One answered question: its code, its row, the other row of a pair, and what was typed."""

    code: str
    row_id: int
    other_row_id: int | None
    row: int
    text: str
    kind: Kind

    @property
    def said(self) -> Said:
        """Get what was typed, as words; `yes` is the suggestion, which may be a word itself."""
        said = meaning_of(self.text)
        if self.code in _OF_KNOWN and not said.rest:
            return Said(_OF_KNOWN[self.code].get(said.word or "", said.word), said.rest)
        return meaning_of(self.kind.suggestion) if said.word == YES and self.kind.suggestion else said


@dataclass(frozen=True)
class _Run:
    """The run that is answered, and by whom."""

    cleaned: Cleaned
    made: Made | None

    def who(self, row_id: int | None) -> dict[str, str | None]:
        """Get who a row is."""
        return self.cleaned.who.filter(pl.col("row_id") == row_id).select(*WHO, *PLACE).to_dicts()[0]

    def rows_of(self, row_id: int | None) -> list[int]:
        """Get every row of the person of a row: certain duplicates have the same cell."""
        person = self.cleaned.who.filter(pl.col("row_id") == row_id).get_column("person")
        return self.cleaned.who.filter(pl.col("person").is_in(person.implode())).get_column("row_id").to_list()


class _Misfit(Exception):
    """An answer that does not fit its question; says why, or nothing where the words that fit say enough."""


def with_answers(cleaned: Cleaned, filled_in: Export, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and those that a filled-in `waiting.csv` of it adds.

    An answer is a new cell, or one of `yes` (take the suggestion), `leave out`, `right` (it is right as it is, also of
    what is no cell of an import), `same person` (perhaps with the address to keep), `two people` (what both share stays
    with the other row, or with the row whose number follows); `blank` empties the cell. Lines without an answer say
    nothing. `made` says by whom and when they were given. WrongAnswers: every answer that is to a question that is not
    open in this export, or does not fit it. SetupError: the file is no `waiting.csv`.
    """
    lines = _without_repeated(answer_lines(filled_in))
    met = met_questions(lines, open_questions(cleaned), cleaned)
    faults = _unclear(lines, met, filled_in.sources[0].file)
    decisions = cleaned.decisions
    for answer in _answers(lines, met):
        try:
            decisions = _decided(decisions, _Run(cleaned, made), answer)
        except _Misfit as misfit:
            faults.append(_sentence(answer, str(misfit)))
    if faults:
        raise WrongAnswers(faults)
    return decisions


def with_answer(cleaned: Cleaned, question: Mapping[str, Any], text: str, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and the answer to one of its `open_questions()`, as with `with_answers()`.

    WrongAnswers: the answer does not fit the question; it says which words do.
    """
    kind = Kind(*(question[name] for name in KIND))
    answer = _Answer(question["code"], question["row_id"], question["other_row_id"], question["source_row"], text, kind)
    try:
        return _decided(cleaned.decisions, _Run(cleaned, made), answer)
    except _Misfit as misfit:
        raise WrongAnswers([_sentence(answer, str(misfit))]) from None


def with_cell(cleaned: Cleaned, row_id: int, column: str, text: str, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and a new cell of a person's row, asked about or not; a blank text empties the cell.

    Only columns of an import have cells. WrongAnswers: the row is no person, or the text can be no such cell.
    """
    run, text = _Run(cleaned, made), text.strip()
    row = cleaned.rows.filter(pl.col("row_id") == row_id).item(0, "source_row")
    if cleaned.who.filter(pl.col("row_id") == row_id).is_empty():
        raise WrongAnswers([f"Row {row:,} is no person, so that nothing in it can be edited."])
    if text and new_cell(column, text) is None:
        advice = f"Type the whole {column}, or nothing to empty the cell."
        raise WrongAnswers([f"Row {row:,}: '{text}' is no {column}. {advice}"])
    return _edited(cleaned.decisions, run, row_id, column, text or None)


def with_two_people(cleaned: Cleaned, row_id: int, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and the answer that a combined row and the one that is kept are two people."""
    run = _Run(cleaned, made)
    kept = cleaned.rows.filter(pl.col("row_id") == row_id).item(0, "combined_into")
    return cleaned.decisions.with_pair("two_people", run.who(row_id), run.who(kept), made=made)


def with_left_out(cleaned: Cleaned, row_id: int, made: Made | None = None) -> Decisions:
    """Get the decisions of a run and the one that leaves the person of a row out."""
    return cleaned.decisions.with_answer("leave_out", _Run(cleaned, made).who(row_id), made=made)


def _without_repeated(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the answered lines less those that say of the other one of two rows what the line above says of the first."""
    above = lines.filter(pl.col("code") != OTHER_ROW).select(pl.col("line") + 1, said_above=_plain("answer"))
    met = lines.join(above, on="line", how="left", maintain_order="left")
    is_word = _plain("answer").str.contains(rf"^(?:{SAME_PERSON}|{TWO_PEOPLE})\b")
    of_both = is_word & (_plain("answer") == pl.col("said_above"))
    is_repeated = (pl.col("code") == OTHER_ROW) & of_both
    return met.filter(~is_repeated.fill_null(value=False)).drop("said_above")


def _unclear(lines: pl.DataFrame, met: pl.DataFrame, file: str) -> list[str]:
    """Say which answers are to no open question, to one of several, or to one that has another answer already."""
    shown = lines.filter(pl.col("code") == OTHER_ROW)
    asked = lines.join(shown, on="line", how="anti").join(met, on="line", how="left", suffix="_asked")
    lost = asked.filter(pl.col("row_id").is_null())
    several = asked.filter(pl.col("line").is_duplicated()).unique("line", keep="first", maintain_order=True)
    one = asked.filter(~pl.col("line").is_duplicated()).drop_nulls("row_id").with_columns(said=_plain("answer"))
    said = one.unique([*_ASKED, "said"], keep="first", maintain_order=True)
    twice = said.filter(pl.struct(_ASKED).is_duplicated()).unique(_ASKED, keep="first", maintain_order=True)
    return [
        *_said_of(lost, f"{file} answers a question that is not open in this export", _OTHER_EXPORT),
        *_said_of(shown, "this line only shows the other one of two rows", "Answer in the line above it."),
        *_said_of(several, "several questions are open", "Keep the columns file, column and code of waiting.csv."),
        *_said_of(twice, "one question has two answers", "Keep one of them."),
    ]


def _said_of(lines: pl.DataFrame, what: str, advice: str) -> Iterator[str]:
    """Yield a sentence a line."""
    for row in lines.get_column("row"):
        yield f"{'A line without a row' if row is None else f'Row {row:,}'}: {what}. {advice}"


def _plain(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.replace_all(r"\s+", " ")


def _answers(lines: pl.DataFrame, met: pl.DataFrame) -> list[_Answer]:
    """Get the answers that are each to one question, a question once."""
    clear = met.filter(~pl.col("line").is_duplicated()).unique(QUESTION, keep="first", maintain_order=True)
    typed = clear.join(lines.select("line", "answer", "row"), on="line", maintain_order="left")
    kinds = [Kind(*kind) for kind in typed.select(KIND).rows()]
    places = typed.select("code", "row_id", "other_row_id", "row", "answer").rows()
    return [
        _Answer(code, row_id, other, row, text, kind)
        for (code, row_id, other, row, text), kind in zip(places, kinds, strict=True)
    ]


def _sentence(answer: _Answer, why: str) -> str:
    because = f" {why}" if why else ""
    said = f"Row {answer.row:,}: '{answer.text}' is no answer to its question.{because}"
    return f"{said} {how_to_answer(answer.kind)}"


def _decided(decisions: Decisions, run: _Run, answer: _Answer) -> Decisions:
    who, said, column = run.who(answer.row_id), answer.said, answer.kind.column
    if said.word == LEAVE_OUT:
        return decisions.with_answer("leave_out", who, made=run.made)
    if answer.kind.is_pair and said.word in (SAME_PERSON, TWO_PEOPLE):
        return _same_person(decisions, run, answer) if said.word == SAME_PERSON else _two_people(decisions, run, answer)
    if said.word == RIGHT and RIGHT in fitting(answer.kind):
        cell = (column, run.cleaned.cell_as_read(answer.row_id, column)) if column in IMPORT_COLUMNS else (None, None)
        return decisions.with_answer("right", who, *cell, made=run.made)
    if said.word == EMPTY and can_be_typed(answer.kind):
        return _edited(decisions, run, answer.row_id, column, None)
    new = new_cell(column, said.rest) if said.word is None and column in IMPORT_COLUMNS else None
    if new is None:
        raise _Misfit
    return _edited(decisions, run, answer.row_id, column, new)


def _edited(decisions: Decisions, run: _Run, row_id: int, column: str | None, value: str | None) -> Decisions:
    """Get the decisions and the edit of a cell of an import."""
    named = column or ""
    seen = run.cleaned.cell_as_read(row_id, named)
    return decisions.with_edit(run.who(row_id), named, seen=seen, value=value, made=run.made)


def _same_person(decisions: Decisions, run: _Run, answer: _Answer) -> Decisions:
    who, other, keep = run.who(answer.row_id), run.who(answer.other_row_id), answer.said.rest or None
    if keep and keep not in {(cells["email"] or "").lower() for cells in (who, other)}:
        raise _Misfit(f"'{keep}' is the address of neither row.")
    return decisions.with_pair("same_person", who, other, keep=keep, made=run.made)


def _share_address(run: _Run, answer: _Answer) -> bool:
    """Tell whether both rows of a question would go in with one address."""
    both = run.cleaned.rows.filter(pl.col("row_id").is_in([answer.row_id, answer.other_row_id]))
    keys = both.select(email_key("Email Address")).to_series()
    return keys.null_count() == 0 and keys.n_unique() == 1


def _two_people(decisions: Decisions, run: _Run, answer: _Answer) -> Decisions:
    """Get the decisions and the answer; what the two share stays with one of them, and is taken from the other."""
    who, other = run.who(answer.row_id), run.who(answer.other_row_id)
    keeper = answer.said.rest.removeprefix("row").replace(",", "").strip() or other["row"]
    if keeper not in (who["row"], other["row"]):
        raise _Misfit(f"'{answer.said.rest}' is neither of the two rows.")
    decisions = decisions.with_pair("two_people", who, other, made=run.made)
    # Whoever says which row keeps it answers what would be asked next.
    column = "Email Address" if answer.said.rest and _share_address(run, answer) else answer.kind.column
    for row_id in run.rows_of(answer.row_id if keeper == other["row"] else answer.other_row_id):
        decisions = _edited(decisions, run, row_id, column, None) if column in IMPORT_COLUMNS else decisions
    return decisions
