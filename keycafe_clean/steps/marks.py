"""What somebody wrote into a name to say that its bearer has left, or that the post is vacant: read, then taken off."""

import re
from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.findings import LEAVE_OUT
from keycafe_clean.folding import fold
from keycafe_clean.steps.brackets import have_unknown_bracket
from keycafe_clean.steps.frame_columns import ADDRESS, FIRST, FULL_NAME, LAST
from keycafe_clean.steps.rewrite import Cell, holds, matches, rewritten, squashed
from keycafe_clean.words import is_unspaced, words

#: What the step adds: the name as it was read, where it says so.
LEFT, VACANT = "left_mark", "vacant_mark"
#: Beside them: what is in brackets and is not known to be harmless.
BRACKET = "bracket_mark"

#: What may stand for a blank, and what around a mark, as of stars.
_SMALL, _STARS = r"[\s_.-]", r"[\s_.*~#!+=-]*"

_FLAGS = frozenset(words("flags", "true", "false"))
#: Assumption: shorter words of a status are letters of a code; in a name they are initials. Not those of two signs.
_SHORTEST = 3


def _spelled(spellings: Iterable[str]) -> str:
    """Get the pattern of any of these, with and without accents; blanks may be any small sign, or missing."""
    both = _both_ways(spellings)
    parts = (rf"{_SMALL}*".join(map(re.escape, word.split(" "))) for word in sorted(both, key=lambda w: (-len(w), w)))
    return "|".join(part.replace("'", "['’]") for part in parts)


def _both_ways(spellings: Iterable[str]) -> set[str]:
    return {form for word in spellings for form in (word, fold(word), word.replace("ı", "i"))}


_SIGNS = [word for word in words("status", "inactive") if is_unspaced(word)]
_STATES = [word for word in words("status", "inactive") if len(word) >= _SHORTEST and word not in _FLAGS] + _SIGNS
_SURE = _spelled((*words("marks", "left"), *words("status", "inactive_words")))
#: Nobody is called so, whatever stands before or behind.
_UNSPACED = _spelled(word for word in (*words("marks", "left"), *_SIGNS) if is_unspaced(word))
_APART = _spelled((*words("marks", "left", "left_apart"), *words("status", "inactive_words"), *_STATES))
_CAPITALS = _spelled(words("marks", "left_capitals"))
_UNTIL = _spelled(words("marks", "until"))
_VACANT = _spelled(words("marks", "vacant"))
_POSTS = _spelled(words("marks", "posts", "hiring"))
_POST_STATES = _spelled(words("marks", "post_states", "under_way"))
_VACANT_APART = _spelled(words("marks", "vacant", "vacant_before"))
#: Words that stand alone: beside a name they say since when its bearer is here.
_TO_COME = (*words("marks", "to_come"), *words("status", "future", "future_words"))
_NOTHING_BUT = _spelled(words("marks", "vacant", "vacant_before", "hiring", "stand_ins"))
_IN_PLACE_OF = _spelled(words("marks", "in_place_of"))

_LEFT_WORDS = (*words("marks", "left", "left_apart", "left_capitals", "until"), *words("status", "inactive_words"))
_NOBODY_WORDS = (*words("marks", "vacant", "vacant_before", "hiring", "stand_ins", "in_place_of", "posts"), *_TO_COME)
_ANY_WORDS = _both_ways((*_LEFT_WORDS, *_STATES, *_NOBODY_WORDS))
#: Words that are part of many a name: `nn` of Anna, `do` of Donald.
_PART_OF_NAMES = {it for it in _ANY_WORDS if len(re.sub(_SMALL, "", it)) <= _SHORTEST and not is_unspaced(it)}
#: The letters of all these words, and the short ones apart: a cell without any of them fits no pattern of words.
_HEARD = pl.Series(sorted(re.sub(_SMALL, "", it).lower() for it in _ANY_WORDS - _PART_OF_NAMES)).implode()
_HEARD_APART = rf"(?i)(?:^|[^\p{{L}}])(?:{_spelled(_PART_OF_NAMES)})+(?:$|[^\p{{L}}\p{{M}}])"

_START, _END = r"(?:^|[^\p{L}\p{M}\p{N}])", r"(?:$|[^\p{L}\p{M}\p{N}])"
_OPEN, _INSIDE, _CLOSE = r"[(\[{<（［【〔「«‹]", r"[^()\[\]{}<>（）［］【】〔〕「」«»‹›]*", r"[)\]}>）］】〕」»›]"
_DAY = r"[\s(]*\d[\d./ -]*\)?"
#: Which row or number a double is one of, and the number of a post.
_OF_WHOM = rf"\s*[,;:(]*\s*(?:{_spelled(words('marks', 'see'))})[\s.:#]+(?:\p{{L}}+\s)?\S*\d\S*"
_NUMBER = r"[\s,.;:/#-]+(?:\p{L}{1,5}[\s.:/#_-]*)?\d[\d./_-]*"
_PARTED = r"(?:\s[-–—]+\s?|[-–—]+\s|\s*[|:/\\*~_;]\s*)"


def _in_brackets(words_of_it: str) -> str:
    edge = r"[^\p{L}\p{M}\p{N}]"
    return rf"(?i){_OPEN}(?:{_INSIDE}{edge})?(?:{words_of_it})(?:{edge}{_INSIDE})?{_CLOSE}"


#: Forms that need a bracket, a sign or a figure; they are dear, and few names have any.
_LEFT_IN_BRACKETS, _VACANT_IN_BRACKETS = _in_brackets(_APART), _in_brackets(_VACANT_APART)
_OVER_IN_BRACKETS = rf"(?i){_OPEN}{_INSIDE}\b(?:{_UNTIL})\b{_INSIDE}\d{_INSIDE}{_CLOSE}"
_LEFT_BEFORE = rf"(?i)^{_STARS}(?:{_APART})(?:{_DAY})?{_PARTED}"
_LEFT_BEHIND = rf"(?i){_PARTED}{_STARS}(?:{_APART})(?:{_DAY})?{_STARS}$"
_LEFT_WITH_DAY = rf"(?i)\s(?:{_APART}|{_UNTIL}){_DAY}$"
_VACANT_BEFORE = rf"(?i)^(?:{_VACANT_APART}){_PARTED}"
_WITH_SIGN = (
    *(_LEFT_IN_BRACKETS, _OVER_IN_BRACKETS, _LEFT_BEFORE, _LEFT_BEHIND, _LEFT_WITH_DAY),
    *(_VACANT_IN_BRACKETS, _VACANT_BEFORE),
)
_SIGN = rf"{_OPEN}|\s[-–—]|[-–—]\s|[|:/\\*~_;\d]"

#: Forms without words.
_LETTERS = (
    (rf"(?i)^{_STARS}(?:ex[-_]|[zx]+_|(?:old|del|dnu|inact|disabled|expired)[_.-])\s*", ""),
    (r"(?i)^(?:zz+|xx+)[\s_.-]+", ""),
    (r"(?i)[\s_.-]+(?:zz+|xx+)$", ""),
    (r"^(?:zz+|xx+|ZZ+|XX+|[zxZX]-)(\p{Lu}\p{Ll})", "$1"),
    (r"^[zx](?:OLD|EX|DEL|LEFT|TERM|GONE|DISABLED|INACTIVE)[\s_.-]+", ""),
)
_SYMBOLS = ((r"[❌🚫⛔☠💀🪦⚰†✝]\u{fe0f}?", " "),)
_TO_BE_NAMED = ((r"(?i)^(?:tb[acdh]|n\. ?n\.)\s+(\p{L})", "$1"),)
_WORDLESS = tuple(form for form, _ in (*_LETTERS, *_SYMBOLS, *_TO_BE_NAMED))

#: Each way to write that somebody has left, with what is left of the name.
_LEFT: tuple[tuple[str, str], ...] = (
    (_LEFT_IN_BRACKETS, " "),
    (_OVER_IN_BRACKETS, " "),
    (rf"(?i){_START}(?:{_SURE})(?:{_OF_WHOM}|{_DAY})?{_END}", " "),
    (rf"(?:{_UNSPACED})(?:{_DAY})?", " "),
    (_LEFT_BEFORE, ""),
    (_LEFT_BEHIND, ""),
    (_LEFT_WITH_DAY, ""),
    *_LETTERS,
    (rf"^(?:{_CAPITALS})[\s_.-]+(.*\p{{Ll}})", "$1"),
    (rf"(\p{{Ll}}\S*)[\s_.-]+(?:{_CAPITALS})(?:{_DAY})?$", "$1"),
    *_SYMBOLS,
)
_NOBODY: tuple[tuple[str, str], ...] = (
    (_VACANT_IN_BRACKETS, " "),
    (rf"(?i){_START}(?:{_VACANT}){_END}", " "),
    (_VACANT_BEFORE, ""),
    *_TO_BE_NAMED,
    (rf"(?i)^(?:{_IN_PLACE_OF})\s+(\p{{L}})", "$1"),
)
#: A whole first or last name that is such a word; shorter ones are names of people too.
_ALONE = rf"(?i)^(?:{_spelled(word for word in words('marks', 'left', 'left_apart') if len(word) > _SHORTEST)})$"
#: A whole name that is nothing but such words.
_OF_NOBODY = (
    rf"(?i)^(?:(?:{_NOTHING_BUT})[\s,.;/\d]*)+$"
    rf"|^(?:{_POSTS})[\s,.;/-]+(?:{_POST_STATES})(?:{_NUMBER})?$"
    rf"|^(?:{_POST_STATES})[\s,.;/-]+(?:{_POSTS})(?:{_NUMBER})?$|^(?:{_POSTS}){_NUMBER}$"
)
_NAMELESS = rf"{_OF_NOBODY}|^(?:(?:{_NOTHING_BUT}|{_spelled(_TO_COME)})[\s,.;/#\d]*)+$"
_ENDS = r"^[\s_*~–—-]+|[\s_*~–—-]+$"


def read_name_marks(frame: pl.DataFrame) -> pl.DataFrame:
    """Take `(LEFT 2024)`, `zz_`, `- disabled`, `(Vacant)` off names; add `left_mark`, `vacant_mark`, `bracket_mark`.

    A mark is the whole name as it stood; null where there is none. The last is a name with words in brackets that are
    not known to be harmless. A cell of nothing but a mark stays as it is. Keeps every row, in order.
    """
    names = [column for column in (FIRST, LAST, FULL_NAME) if column in frame.columns]
    cells = _all(frame, names)
    has_left, is_vacant = (_by_column(frame, names, found) for found in _with_forms(cells, _LEFT, _NOBODY))
    has_left |= {name: has_left[name] | _is_lone_mark(frame, name) for name in (FIRST, LAST)}
    vacant = pl.DataFrame([_mark(frame, is_vacant).alias("marked"), _nameless(frame).alias("alone")])
    marks = (
        _mark(frame, has_left).alias(LEFT),
        vacant.select(pl.coalesce("marked", "alone").alias(VACANT)).to_series(),
    )
    note = _mark(frame, _by_column(frame, names, have_unknown_bracket(cells))).alias(BRACKET)
    bare = (rewritten(frame.get_column(it), has_left[it] | is_vacant[it], _without_marks) for it in names)
    return frame.with_columns(*marks, note, *bare)


def with_marks_of_combined(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows with the marks of the rows that were combined into them. Keeps every row, in order."""
    kept = pl.coalesce("combined_into", "row_id")
    of_person = (pl.col(it).drop_nulls().first().over(kept) for it in (LEFT, VACANT, BRACKET))
    return rows.with_columns(of_person)


def has_name_marks(cells: pl.Series) -> bool:
    """Tell whether any of these names has a mark."""
    return any(found.any() for found in _with_forms(cells, _LEFT, _NOBODY))


def says_vacant(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says that nobody has the post (`Vacant`, `TBD`, `N. N.`); null where it is blank."""
    return pl.any_horizontal(cell.str.contains(pattern) for pattern in (_OF_NOBODY, *(form for form, _ in _NOBODY)))


def _is_lone_mark(frame: pl.DataFrame, part: str) -> pl.Series:
    """Get where a part of a name is a word of leaving, beside a whole name, and the address does not have the word."""
    other = frame.get_column(LAST if part == FIRST else FIRST)
    whole = other.str.contains(r"\p{L}\s+\p{L}").fill_null(value=False)
    cells = frame.get_column(part)
    local = pl.col(ADDRESS).str.to_lowercase() if ADDRESS in frame.columns else pl.lit(None, pl.String)
    is_named = frame.select(local.str.contains(pl.col(part).str.to_lowercase(), literal=True).fill_null(value=False))
    return holds(cells.set(~whole, None), lambda cell: cell.str.contains(_ALONE)) & ~is_named.to_series()


def _all(frame: pl.DataFrame, names: list[str]) -> pl.Series:
    """Get the cells of all columns, one upon the other: patterns are dear to compile, and are asked of all at once."""
    return pl.concat(frame.get_column(name) for name in names)


def _by_column(frame: pl.DataFrame, names: list[str], found: pl.Series) -> dict[str, pl.Series]:
    """Get for every column what was found of its cells among `_all()`."""
    return {name: found.slice(place * frame.height, frame.height) for place, name in enumerate(names)}


def _with_forms(cells: pl.Series, *kinds: tuple[tuple[str, str], ...]) -> list[pl.Series]:
    """Get for each of these kinds which cells fit any of its forms; most are tried only where a word or a sign is."""
    worded = _only(cells, _has_a_word)
    with_sign = _only(worded, matches(_SIGN))
    return [_has_form(cells, worded, with_sign, [pattern for pattern, _ in forms]) for forms in kinds]


def _has_form(cells: pl.Series, worded: pl.Series, with_sign: pl.Series, forms: list[str]) -> pl.Series:
    wordless = [pattern for pattern in forms if pattern in _WORDLESS]
    signed = [pattern for pattern in forms if pattern in _WITH_SIGN]
    plain = [pattern for pattern in forms if pattern not in {*_WORDLESS, *_WITH_SIGN}]
    return holds(cells, _any(wordless)) | holds(worded, _any(plain)) | holds(with_sign, _any(signed))


def _only(cells: pl.Series, test: Cell) -> pl.Series:
    """Get the cells for which the test holds, in their places; the others are null."""
    return cells.set(~holds(cells, test), None)


def _has_a_word(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has the letters of any word of a mark in it; null stays null."""
    bare = cell.str.to_lowercase().str.replace_all("’", "'", literal=True).str.replace_all(_SMALL, "")
    return bare.str.contains_any(_HEARD) | cell.str.contains(_HEARD_APART)


def _any(patterns: list[str]) -> Cell:
    return lambda cell: pl.any_horizontal(cell.str.contains(pattern) for pattern in patterns)


def _mark(frame: pl.DataFrame, marked: dict[str, pl.Series]) -> pl.Series:
    """Get the name of every row of which a cell is marked."""
    parts = pl.concat_str([FIRST, LAST], separator=" ", ignore_nulls=True)
    in_parts = marked[FIRST] | marked[LAST]
    whole = marked.get(FULL_NAME, pl.repeat(value=False, n=frame.height, eager=True))
    full = pl.col(FULL_NAME) if FULL_NAME in frame.columns else pl.lit(None, pl.String)
    return frame.select(pl.when(in_parts).then(parts).when(whole).then(full)).to_series()


def _nameless(frame: pl.DataFrame) -> pl.Series:
    """Get the whole name of every row that is nothing but `TBD`, `N. N.`, `vacant`; null where somebody is named.

    What is no name may begin in either cell, and is told as it reads.
    """
    parts, turned = (pl.concat_str(both, separator=" ", ignore_nulls=True) for both in ((FIRST, LAST), (LAST, FIRST)))
    full = pl.col(FULL_NAME) if FULL_NAME in frame.columns else pl.lit(None, pl.String)
    whole = pl.when(parts.str.strip_chars() != "").then(parts).otherwise(full)
    comma = full.str.replace(r"^([^,]+),([^,]+)$", "$2 $1").str.strip_chars()
    both = frame.select(whole=whole, turned=turned, comma=comma)
    nobody = holds(_only(_all(both, both.columns), _has_a_word), _says_nobody)
    told = (pl.when(found).then(name) for name, found in _by_column(both, both.columns, nobody).items())
    return both.select(pl.coalesce(told)).to_series()


def _says_nobody(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(_NAMELESS)


def _without_marks(cell: pl.Expr) -> pl.Expr:
    bare = cell
    for pattern, rest in (*_LEFT, *_NOBODY):
        bare = bare.str.replace_all(pattern, rest)
    bare = squashed(bare.str.replace_all(_ENDS, ""))
    return pl.when(bare.str.contains(r"\p{L}")).then(bare).otherwise(cell)


def left_mark() -> pl.Expr:
    """Yield whether a name said that its bearer has left; never null. Reads left_mark (`read_name_marks`)."""
    return pl.col(LEFT).is_not_null()


def bracket_note() -> pl.Expr:
    """Yield whether a name has unknown words in brackets, and no other mark; never null.

    Reads bracket_mark, left_mark and vacant_mark (`read_name_marks`).
    """
    return pl.col(BRACKET).is_not_null() & pl.col(LEFT).is_null() & pl.col(VACANT).is_null()


def vacant_post() -> pl.Expr:
    """Yield whether a name said that nobody has the post, and not that somebody has left; never null.

    Reads vacant_mark and left_mark (`read_name_marks`).
    """
    return pl.col(VACANT).is_not_null() & pl.col(LEFT).is_null()


#: What speaks against the row; a person says what it is.
_OUT = pl.lit(LEAVE_OUT)

#: What only a person can say; the cells are clean already.
MARK_RULES: tuple[RowRule, ...] = (
    RowRule("left_mark", None, left_mark(), value=pl.col(LEFT), suggestion=_OUT),
    RowRule("bracket_note", None, bracket_note(), value=pl.col(BRACKET)),
    RowRule("vacant_post", None, vacant_post(), value=pl.col(VACANT), suggestion=_OUT),
)
