"""The words that answer a question: which fit it, what a typed text means, and whether it can be a cell."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import polars as pl

from keycafe_clean.article.addresses import is_email_address
from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.article.rules import FALSE, TRUE, control_text, formula_text, long_text
from keycafe_clean.findings import LEAVE_OUT
from keycafe_clean.words import words

#: What may be answered instead of a new cell; `yes` takes the suggestion, `blank` empties the cell.
YES, RIGHT, SAME_PERSON, TWO_PEOPLE, EMPTY = "yes", "right", "same person", "two people", "blank"
ANSWERS = (YES, LEAVE_OUT, RIGHT, SAME_PERSON, TWO_PEOPLE, EMPTY)

#: What stands before the words of an answer.
_ANSWER = "Answer: "

#: Characters of a suggestion in a drop-down; a workbook's list has 255 in all.
_LONGEST = 100

#: Signs that people put around a word, and that are none of it.
_AROUND = " \t\r\n.,;:!\"'`´“”„‘’«»()[]"

#: Signs that names have beside letters.
_OF_NAMES = " '`´’‘ʼ.-–·"

#: Columns that may be empty.
_MAY_BE_BLANK = ("Email Address", "Badge Code")


@dataclass(frozen=True)
class Kind:
    """What a question is like, as far as the words that fit it depend on it.

    `is_pair`: it is about two rows; `is_broken`: the article refuses the cell as it is.
    """

    column: str | None
    severity: str
    suggestion: str | None
    is_pair: bool
    is_broken: bool


def fitting(kind: Kind) -> tuple[str, ...]:
    """Get the words that answer a question, first the one that surely settles it."""
    if kind.is_pair:
        return (SAME_PERSON, TWO_PEOPLE, LEAVE_OUT)
    first = (YES,) if kind.suggestion else ()
    if kind.column in FLAGS:
        return (*first, TRUE, FALSE, LEAVE_OUT)
    right = () if kind.severity == "fix" or kind.is_broken else (RIGHT,)
    blank = (EMPTY,) if kind.column in _MAY_BE_BLANK else ()
    return (*first, *right, LEAVE_OUT, *blank)


def choices(kind: Kind) -> tuple[str, ...]:
    """Get what a drop-down offers as answers: as `fitting()`, the suggestion itself in place of the `yes` to it.

    A list of a workbook parts its words by commas; a suggestion that has one stays `yes`.
    """
    listed, suggestion = fitting(kind), kind.suggestion
    is_answer = kind.column in IMPORT_COLUMNS or suggestion in ANSWERS
    if suggestion is None or listed[0] != YES or not is_answer or "," in suggestion or len(suggestion) > _LONGEST:
        return listed
    return (suggestion, *(word for word in listed[1:] if word != suggestion))


def can_be_typed(kind: Kind) -> bool:
    """Tell whether a new cell answers a question."""
    return kind.column in IMPORT_COLUMNS and kind.column not in FLAGS


def how_to_answer(kind: Kind) -> str:
    """Get the sentence with the words: `Answer: same person / two people / leave out, or the Email Address.`."""
    shares_a_cell = kind.is_pair and kind.column in IMPORT_COLUMNS
    said = {TWO_PEOPLE: f"{TWO_PEOPLE} (the other row keeps it)"} if shares_a_cell else {}
    listed = " / ".join(said.get(word, word) for word in fitting(kind))
    return f"{_ANSWER}{listed}{f', or the {kind.column}' if can_be_typed(kind) else ''}."


def words_offered(advice: str) -> tuple[str, ...]:
    """Get the words that an advice names, as `how_to_answer()` ends it, in its order; nothing where it names none."""
    listed = advice.rpartition(_ANSWER)[2].removesuffix(".").partition(", or the ")[0].split(" / ")
    known = {*ANSWERS, TRUE, FALSE}
    return tuple(word for it in listed if (word := it.partition(" (")[0]) in known)


@dataclass(frozen=True)
class Said:
    """What was typed: one of `ANSWERS` and what stands behind it, or no word (None) and the text itself."""

    word: str | None
    rest: str


def meaning_of(text: str) -> Said:
    """Get what a typed text means, whatever its case and the signs around it."""
    plain = _plain(text)
    for spelling, word in _spellings().items():
        if plain == spelling:
            return Said(word, "")
        if word in (SAME_PERSON, TWO_PEOPLE) and re.match(rf"{re.escape(spelling)}[\s,;:(–-]", plain):
            return Said(word, plain.removeprefix(spelling).strip(f"{_AROUND}-–"))
    return Said(None, text.strip())


def new_cell(column: str, text: str) -> str | None:
    """Get the cell that a typed text is in a column of an import; None: it is none, only words about it."""
    cell: str | None = new_cells(pl.DataFrame({"column": [column], "text": [text]})).item()
    return cell


def new_cells(typed: pl.DataFrame) -> pl.Series:
    """Get what `new_cell()` gets of every `text` in its `column`, in order; null where it is none."""
    is_sound = pl.all_horizontal(rule("text") for rule in (control_text, formula_text, long_text))
    told = typed.select("column", "text", is_sound=is_sound, is_address=is_email_address("text"))
    cells = [_new_cell(*line) for line in told.rows()]
    return pl.Series("cell", cells, dtype=pl.String)


def _new_cell(column: str, text: str, is_sound: bool, is_address: bool) -> str | None:  # noqa: FBT001 - of a row
    if column in FLAGS:
        return _flag(text)
    plain = _plain(text)
    if not re.search(r"\w", plain) or plain in _no_cells() or not is_sound:
        return None
    fits = {"Email Address": is_address, "Badge Code": _has_digit(text)}
    return text if (fits[column] if column in fits else _is_name(text)) else None


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(_AROUND)


@cache
def _spellings() -> dict[str, str]:
    """Get every spelling of every word, the longest first."""
    listed = {spelling: word for word in ANSWERS for spelling in words("answers", word)}
    return {spelling: listed[spelling] for spelling in sorted(listed, key=len, reverse=True)}


@cache
def _no_cells() -> frozenset[str]:
    placeholders = words("placeholders", "words", "ambiguous")
    return frozenset(map(_plain, (*words("answers", "free"), *placeholders))) | _spellings().keys()


def _flag(text: str) -> str | None:
    plain = _plain(text)
    if plain in words("flags", "true"):
        return TRUE
    return FALSE if plain in words("flags", "false") else None


def _has_digit(text: str) -> bool:
    return re.search(r"\d", text) is not None and "@" not in text


def _is_name(text: str) -> bool:
    """Tell whether a text has a letter, and nothing but letters and the signs of names."""
    kinds = [unicodedata.category(sign)[0] for sign in text if sign not in _OF_NAMES]
    return "L" in kinds and set(kinds) <= {"L", "M"}
