"""The words of status columns: whether somebody works here, is on leave, has left or has not started."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import any_of, words

ACTIVE, INACTIVE, LEAVE, FUTURE, UNKNOWN = "active", "inactive", "leave", "future", "unknown"

#: Nothing was answered about words that the vocabulary does not know.
NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})

#: One distinct cell of a column of employment.
_CELL = pl.col("cell")

_MEANINGS = {
    phrase: kind
    for kind in (FUTURE, LEAVE, ACTIVE, INACTIVE)
    for word in words("status", kind)
    for phrase in (word, word.replace("'", " "))
}
_CLOSED = {**dict.fromkeys(words("status", "closed"), INACTIVE), **dict.fromkeys(words("status", "open"), ACTIVE)}


def _somewhere(kind: str) -> str:
    return rf"\b(?:{any_of(words('status', kind))})\b"


_NOT = rf"\b(?:{any_of(words('status', 'negations'))})(?:\s(?:in|currently|yet))?\s"
_NOT_ACTIVE = _NOT + _somewhere("active_words").removeprefix(r"\b")
_NOT_OTHER = _NOT + rf"(?:{'|'.join(_somewhere(f'{kind}_words') for kind in (INACTIVE, LEAVE, FUTURE))})"


def status_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get active, inactive, leave, future or unknown for every status cell, null where it is blank; keeps the order.

    `answers` are what a person said of words, in any case, that the vocabulary does not know or reads otherwise. A
    column of numbers beyond 0 and 1 has a key of its own: none of its numbers is known.
    """
    numbers = cells.filter(cells.str.contains(r"^\d+$"))
    has_own_key = pl.lit(not numbers.is_in(["0", "1"]).all())
    is_number = _CELL.str.contains(r"^\d+$")
    return _by_distinct_cell(cells, pl.when(~(has_own_key & is_number)).then(_meaning(_CELL)), answers)


def active_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get the same for a column that says yes of whoever works here."""
    return _by_distinct_cell(cells, pl.coalesce(_flagged(yes=ACTIVE, no=INACTIVE), _meaning(_CELL)), answers)


def disabled_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get the same for a column that says yes of whoever no longer works here, or names a closed account."""
    closed = _CELL.str.to_lowercase().replace_strict(_CLOSED, default=None, return_dtype=pl.String)
    return _by_distinct_cell(cells, pl.coalesce(closed, _flagged(yes=INACTIVE, no=ACTIVE), _meaning(_CELL)), answers)


def _flagged(*, yes: str, no: str) -> pl.Expr:
    return flag_of(_CELL).replace_strict({TRUE: yes, FALSE: no}, default=None, return_dtype=pl.String)


def _by_distinct_cell(cells: pl.Series, meaning: pl.Expr, answers: Mapping[str, str]) -> pl.Series:
    values = pl.DataFrame({"cell": cells.drop_nulls().unique()}, schema={"cell": pl.String})
    answered = {_plain(word): kind for word, kind in answers.items()}
    said = _phrase(_CELL).replace_strict(answered, default=None, return_dtype=pl.String)
    known = values.filter(~_is_blank(_CELL)).select("cell", meaning=pl.coalesce(said, meaning, pl.lit(UNKNOWN)))
    return cells.replace_strict(known["cell"], known["meaning"], default=None, return_dtype=pl.String).alias(cells.name)


def _is_blank(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is as good as blank (`-`, `n/a`, `null`); a status in words is not, `unknown` among them."""
    blank_words = cell.str.to_lowercase().is_in(words("placeholders", "ambiguous"))
    return blank_words | (is_placeholder(cell) & ~cell.str.contains(r"\p{L}{3}"))


def words_said(cells: pl.Series) -> pl.Series:
    """Get what stands in status cells as answers are compared with it, each once; blank cells say nothing."""
    return cells.to_frame("cell").select(_phrase(_CELL).unique()).to_series().drop_nulls()


def _plain(word: str) -> str:
    return str(pl.select(_phrase(pl.lit(word))).item())


def _phrase(cell: pl.Expr) -> pl.Expr:
    """Yield the words of a cell in small letters with single blanks between them."""
    return cell.str.to_lowercase().str.replace_all(r"[^\p{L}\p{M}\p{N}]+", " ").str.strip_chars()


def _meaning(cell: pl.Expr) -> pl.Expr:
    """Yield what a cell says: as a whole, else by its words, else by what stands before a dash, bracket or colon."""
    head = cell.str.extract(r"^(.+?)(?:\s[–—-]\s|\s*[(\[:/|,])")
    return pl.coalesce(_known(_phrase(cell)), _by_words(_phrase(cell)), _known(_phrase(head)))


def _known(phrase: pl.Expr) -> pl.Expr:
    return phrase.replace_strict(_MEANINGS, default=None, return_dtype=pl.String)


def _by_words(phrase: pl.Expr) -> pl.Expr:
    said = {kind: phrase.str.contains(_somewhere(f"{kind}_words")) for kind in (INACTIVE, LEAVE, FUTURE, ACTIVE)}
    is_open = (said[LEAVE] & (said[FUTURE] | said[INACTIVE])) | phrase.str.contains(_somewhere("open_words"))
    return (
        pl.when(phrase.str.contains(_NOT_ACTIVE))
        .then(pl.lit(INACTIVE))
        .when(phrase.str.contains(_NOT_OTHER))
        .then(None)
        .when(is_open)
        .then(pl.lit(UNKNOWN))
        .when(said[INACTIVE])
        .then(pl.lit(INACTIVE))
        .when(said[LEAVE])
        .then(pl.lit(LEAVE))
        .when(said[FUTURE])
        .then(pl.lit(FUTURE))
        .when(said[ACTIVE])
        .then(pl.lit(ACTIVE))
    )
