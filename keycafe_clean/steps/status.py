"""The words of status columns: whether somebody works here, is on leave, has left or has not started."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.come_back import says_returned, without_contract
from keycafe_clean.steps.control_bits import is_disabled
from keycafe_clean.steps.dated_states import says_coming, says_leaving, without_day
from keycafe_clean.steps.flag_letters import flags_as, letters_said
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import first_said
from keycafe_clean.words import any_of, has_word, words

ACTIVE, INACTIVE, LEAVE, FUTURE, UNKNOWN = "active", "inactive", "leave", "future", "unknown"

#: A cell of several words, of which one says that somebody works here and another one the opposite: `Active;Inactive`.
MIXED = "mixed"

#: Nothing was answered about words that the vocabulary does not know.
NO_ANSWERS: Final[Mapping[str, str]] = MappingProxyType({})

#: One distinct cell of a column of employment.
_CELL = pl.col("cell")

#: What stands between several statuses in one cell.
_BETWEEN = r"\s*(?:;|,|\||/|\n|:::|[-=]*>|[»→⇒➔➜➡])\s*"

#: What parts them as well where they contradict each other.
_APART = r"\s*(?:;|,|\||/|\n|:|[-=]*>|[»→⇒➔➜➡(){}\[\]]|\s[–—-]\s)\s*"

#: Letters of an abbreviation, with a full stop behind it (`inakt.`) and without: fewer are the beginning of anything.
_STOPPED, _BARE = 3, 4


def _agreeing(meanings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Get what has one meaning only."""
    found: dict[str, set[str]] = {}
    for said, kind in meanings:
        found.setdefault(said, set()).add(kind)
    return {said: next(iter(kinds)) for said, kinds in found.items() if len(kinds) == 1}


_MEANINGS = {
    phrase: kind
    for kind in (FUTURE, LEAVE, ACTIVE, INACTIVE)
    for word in words("status", kind)
    for phrase in (word, word.replace("'", " "))
}
_UNACCENTED = _agreeing((fold(word), kind) for word, kind in _MEANINGS.items())
_ABBREVIATED = _agreeing(
    (fold(word)[:length], kind)
    for word, kind in _MEANINGS.items()
    if " " not in word
    for length in range(_STOPPED, len(fold(word)))
)
_CLOSED = {**dict.fromkeys(words("status", "closed"), INACTIVE), **dict.fromkeys(words("status", "open"), ACTIVE)}


def _somewhere(kind: str) -> str:
    return rf"\b(?:{any_of(words('status', kind))})\b"


_NOT = rf"\b(?:{any_of(words('status', 'negations'))})(?:\s(?:in|currently|yet))?\s"
_NOT_ACTIVE = _NOT + _somewhere("active_words").removeprefix(r"\b")
_NOT_OTHER = _NOT + rf"(?:{'|'.join(_somewhere(f'{kind}_words') for kind in (INACTIVE, LEAVE, FUTURE))})"
_IS_ACTIVE = _somewhere("active_words")
#: What only sounds like having left leaves open who is active (`Active / Relieved`); the day of an end does not.
_LEAVING = tuple(it for it in words("status", "leaving") if it not in words("marks", "until"))


@cache
def _states() -> dict[str, str]:
    """Get the words that contradict others: a yes, a no, a single letter and a kind of contract do not."""
    flags = {*words("flags", "true", "false")}
    asked = pl.DataFrame({"cell": [word for word in _MEANINGS if word not in flags and len(word) > 1]})
    return {word: _MEANINGS[word] for word in asked.filter(~is_kind_of_contract(_CELL)).get_column("cell")}


def status_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get active, inactive, leave, future, mixed or unknown for every status cell, null where it is blank, in order.

    `answers` are what a person said of words, in any case, that the vocabulary does not know or reads otherwise. A
    column of numbers beyond 0 and 1 has a key of its own: none of its numbers is known.
    """
    numbers = cells.filter(cells.str.contains("^[0-9]+$"))
    has_own_key = pl.lit(not numbers.is_in(["0", "1"]).all())
    is_number = _CELL.str.contains("^[0-9]+$")
    return _by_distinct_cell(cells, [pl.when(~(has_own_key & is_number)).then(it) for it in _meanings(_CELL)], answers)


def account_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get what `status_meanings()` does, in order, of a column that tells the state of an account.

    One that is not open yet says nothing of a job, and is unknown (never future), unless `answers` say what it means.
    """
    read = status_meanings(cells)
    told = pl.DataFrame({"cell": cells, "read": read}).unique("cell")
    not_yet = told.filter(pl.col("read") == FUTURE).get_column("cell")
    meaning = _CELL.replace_strict(told["cell"], told["read"], default=None, return_dtype=pl.String)
    return _by_distinct_cell(cells, [pl.when(~_CELL.is_in(not_yet.implode())).then(meaning)], answers)


def active_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get what `status_meanings()` does, in order, of a column that says yes of whoever works here: a no is inactive.

    What is neither yes nor no is read as a status. 0 and 1 are a no and a yes, whatever other numbers there are.
    """
    said = flags_as(_CELL, letters_said(cells, TRUE), yes=ACTIVE, no=INACTIVE)
    return _by_distinct_cell(cells, [said, *_meanings(_CELL)], answers)


def disabled_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get what `status_meanings()` does, in order, of a column that says yes of whoever no longer works here.

    A no is active, a closed account inactive, an open one active; anything else is read as a status. Of Active
    Directory's userAccountControl (`514`, `0x202`, `ACCOUNTDISABLE`) the bit of a disabled account counts.
    """
    closed = _CELL.str.to_lowercase().replace_strict(_CLOSED, default=None, return_dtype=pl.String)
    flagged = flags_as(_CELL, letters_said(cells, FALSE), yes=INACTIVE, no=ACTIVE)
    control = pl.when(is_disabled(_CELL)).then(pl.lit(INACTIVE)).when(~is_disabled(_CELL)).then(pl.lit(ACTIVE))
    said = [control, closed, flagged, *_meanings(_CELL)]
    return _by_distinct_cell(cells, said, answers)


def leave_meanings(cells: pl.Series, answers: Mapping[str, str] = NO_ANSWERS) -> pl.Series:
    """Get what `status_meanings()` does, in order, of a column that says yes of whoever is on leave.

    A no says nothing, and is null whatever `answers` say of it; anything else is read as a status.
    """
    is_no = cells.to_frame("cell").select(flag_of(_CELL).eq(FALSE)).to_series()
    said = [flags_as(_CELL, {}, yes=LEAVE, no=ACTIVE), *_meanings(_CELL)]
    return _by_distinct_cell(cells.set(is_no, None), said, answers)


def are_states(parts: pl.Expr) -> pl.Expr:
    """Yield whether every text of a list is a whole word for a state, a yes or a no; null where there is no list."""
    return ~_kinds(parts).list.contains(None, nulls_equal=True)


def sounds_like_leaving(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has a word, or the beginning of one, that is said in any language of who has left.

    Null where the cell is null.
    """
    return has_word(without_accents(cell), words("status", "leaving", "open_words"))


def is_kind_of_contract(cell: pl.Expr) -> pl.Expr:
    """Yield whether a status says how somebody is employed (`Full-Time`), and not that they work here.

    Null where the cell is null.
    """
    return has_word(without_accents(cell), words("topics", "contract")) & ~(
        cell.str.to_lowercase().str.contains(_IS_ACTIVE)
    )


def _by_distinct_cell(cells: pl.Series, meanings: Sequence[pl.Expr], answers: Mapping[str, str]) -> pl.Series:
    values = pl.DataFrame({"cell": cells.unique()}, schema={"cell": pl.String})
    answered = {_plain(word): kind for word, kind in answers.items()}
    said = _phrase(_CELL).replace_strict(answered, default=None, return_dtype=pl.String)
    known = first_said(values.filter(~_is_blank(_CELL)), [said, *meanings], otherwise=UNKNOWN)
    return cells.replace_strict(known["cell"], known["meaning"], default=None, return_dtype=pl.String).alias(cells.name)


def _is_blank(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is as good as blank (`-`, `n/a`, `null`); a status in words is not, `unknown` among them."""
    blank_words = cell.str.to_lowercase().is_in(words("placeholders", "ambiguous"))
    return blank_words | (is_placeholder(cell) & ~cell.str.contains(r"\p{L}{3}"))


def words_said(cells: pl.Series) -> pl.Series:
    """Get what stands in status cells as answers are compared with it, each once, in no order; null says nothing."""
    return cells.to_frame("cell").select(_phrase(_CELL).unique()).to_series().drop_nulls()


def _plain(word: str) -> str:
    return str(pl.select(_phrase(pl.lit(word))).item())


def _phrase(cell: pl.Expr) -> pl.Expr:
    """Yield the words of a cell in small letters with single blanks between them; `AccountDisabled` has two."""
    return (
        cell.str.replace_all(r"(\p{Ll})(\p{Lu})", "$1 $2")
        .str.to_lowercase()
        .str.replace_all(r"[^\p{L}\p{M}\p{N}]+", " ")
        .str.strip_chars()
    )


def _meanings(cell: pl.Expr) -> list[pl.Expr]:
    """Get what a cell says: as a whole, else by its words, else by what stands before a dash, bracket or colon."""
    head = cell.str.extract(r"^(.+?)(?:\s[–—-]\s|\s*[(\[:/|,])")
    return [
        _known(_phrase(cell)),
        _of_several(cell),
        _contradicting(cell),
        _come_back(cell),
        _by_words(_phrase(cell)),
        _known(_phrase(head)),
        _beside_a_day(cell),
        _abbreviated(cell),
    ]


def _beside_a_day(cell: pl.Expr) -> pl.Expr:
    """Yield what a cell says beside its day: a state, or by a word for a first or a last day which of them it is."""
    comes = pl.when(says_coming(cell)).then(pl.lit(ACTIVE))
    leaves = pl.when(says_leaving(cell)).then(pl.lit(INACTIVE))
    return pl.coalesce(_known(_phrase(without_day(cell))), comes, leaves)


def _known(phrase: pl.Expr) -> pl.Expr:
    exact = phrase.replace_strict(_MEANINGS, default=None, return_dtype=pl.String)
    plain = without_accents(phrase).replace_strict(_UNACCENTED, default=None, return_dtype=pl.String)
    return pl.coalesce(exact, plain)


def _kinds(parts: pl.Expr) -> pl.Expr:
    """Yield what the texts of a list mean, each meaning once; null among them where one is not known."""
    return parts.list.eval(_known(_phrase(pl.element()))).list.unique()


def _of_several(cell: pl.Expr) -> pl.Expr:
    """Yield what all words of a cell say together, `mixed` where they contradict; null where one is not known."""
    parts = cell.str.replace_all(_BETWEEN, "\n").str.strip_chars("\n").str.split("\n")
    kinds = _kinds(parts)
    is_known = ~kinds.list.contains(None, nulls_equal=True)
    both = kinds.list.contains(ACTIVE) & kinds.list.contains(INACTIVE)
    return (
        pl.when(is_known & both).then(pl.lit(MIXED)).when(is_known & (kinds.list.len() == 1)).then(kinds.list.first())
    )


def _contradicting(cell: pl.Expr) -> pl.Expr:
    """Yield `mixed` where parts of a cell contradict each other, whatever stands beside them; else null."""
    parts = cell.str.replace_all(_APART, "\n").str.split("\n")
    plain = without_contract(_phrase(pl.element()))
    kinds = parts.list.eval(plain.replace_strict(_states(), default=None, return_dtype=pl.String))
    return pl.when(kinds.list.contains(ACTIVE) & kinds.list.contains(INACTIVE)).then(pl.lit(MIXED))


def _come_back(cell: pl.Expr) -> pl.Expr:
    """Yield `mixed` where a cell says that somebody has left and came back (`Retired - Rehired`); else null."""
    return pl.when(sounds_like_leaving(cell) & says_returned(without_accents(_phrase(cell)))).then(pl.lit(MIXED))


def _abbreviated(cell: pl.Expr) -> pl.Expr:
    """Yield what a word begins as that is known: `inakt.`, `Term`; null where words of other meanings do too."""
    word = without_accents(cell.str.strip_chars()).str.extract(r"^(\p{L}+)\.?$")
    enough = pl.when(cell.str.strip_chars().str.ends_with(".")).then(pl.lit(_STOPPED)).otherwise(pl.lit(_BARE))
    known = word.replace_strict(_ABBREVIATED, default=None, return_dtype=pl.String)
    return pl.when(word.str.len_chars() >= enough).then(known)


def _by_words(phrase: pl.Expr) -> pl.Expr:
    said = {kind: phrase.str.contains(_somewhere(f"{kind}_words")) for kind in (INACTIVE, LEAVE, FUTURE, ACTIVE)}
    is_taken_back = said[INACTIVE] & has_word(without_accents(phrase), words("status", "taken_back"))
    is_open = (said[LEAVE] & (said[FUTURE] | said[INACTIVE])) | phrase.str.contains(_somewhere("open_words"))
    return (
        pl.when(phrase.str.contains(_NOT_ACTIVE))
        .then(pl.lit(INACTIVE))
        .when(phrase.str.contains(_NOT_OTHER))
        .then(None)
        .when(is_open | is_taken_back)
        .then(pl.lit(UNKNOWN))
        .when(said[INACTIVE] & said[ACTIVE])
        .then(pl.lit(MIXED))
        .when(said[INACTIVE])
        .then(pl.lit(INACTIVE))
        .when(said[LEAVE])
        .then(pl.lit(LEAVE))
        .when(said[FUTURE])
        .then(pl.lit(FUTURE))
        .when(said[ACTIVE] & has_word(without_accents(phrase), _LEAVING))
        .then(pl.lit(UNKNOWN))
        .when(said[ACTIVE])
        .then(pl.lit(ACTIVE))
    )
