"""Cells of columns beside a status that say that a person has left: a remark, a folder of leavers, a type."""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import holds
from keycafe_clean.words import any_of, has_word, words

#: Fewer letters are a code of anything.
_SHORTEST = 4
_EAST_ASIAN = "\u3000"

#: What parts a path or a list has: `/Staff/Leavers`, `OU=Leavers,DC=acme`, `Sales (former)`, `Sales - former`.
BETWEEN_PARTS = r"\s*(?:[/\\>|,;:()\[\]{}]|\s[-–—]\s|\b(?i:OU|CN|DC)=)\s*"
_DAY = r"(?:\d{1,2}[./-]\d{1,4}|\d{1,2}\.? \p{L}{3,}|(?:19|20)\d\d)"
_BEFORE_DAY = r"(?:[\s:,-]+(?:on|in|since|as of|per|zum|am|seit|le|en|el|em|il|dal|op|den|dnia|od|med)?\s*)"


def say_who_left(cells: pl.Series, header: str) -> pl.Series:
    """Get whether each cell says that a person has left; keeps the order, a null cell does not.

    Whole words, or whole parts of a path, say so under a header about people, and so do East Asian signs within a cell;
    phrases say so anywhere. `left` beside `right` is a side.
    """
    if is_about_things(header):
        return holds(cells, lambda cell: _has_phrase(without_accents(cell)))
    known = _whole(is_side=_is_side(cells))
    return holds(cells, lambda cell: _says_left(cell, known) | _is_dated(cell)) | _without_logins(cells)


def that_may_say_who_left(cells: pl.Series) -> pl.Series:
    """Get the cells that may say under some header that a person has left: all columns at once, patterns being dear.

    Each once, in no order, none of them null; empty where none does.
    """
    values = cells.drop_nulls().unique()
    dated = values.set(~values.str.contains("[0-9]"), None)
    said = holds(values, lambda cell: _says_left(cell, _whole()) | _has_no_login(cell)) | holds(dated, _is_dated)
    return values.filter(said)


def gives_reasons(header: str) -> bool:
    """Tell whether a header is that of reasons for leaving: `Term Reason`, `Kündigungsgrund`."""
    return bool(pl.select(has_word(pl.lit(fold(header)), words("left_notes", "reasons"))).item())


def has_reason(column: str) -> pl.Expr:
    """Yield whether a cell gives a reason for leaving; never null, a blank and a word for nothing are none."""
    cell = pl.col(column)
    is_nothing = is_placeholder(cell) | cell.str.to_lowercase().is_in(words("flags", "false")) | (cell == "")
    return cell.is_not_null() & ~is_nothing


def is_about_things(header: str) -> bool:
    """Tell whether a header is about a thing or a piece of work (`Visa Status`), so that its states are no person's."""
    return bool(pl.select(has_word(pl.lit(fold(header)), words("left_notes", "things"))).item())


def _says_left(cell: pl.Expr, known: tuple[str, ...]) -> pl.Expr:
    folded = without_accents(cell)
    parts = folded.str.replace_all(BETWEEN_PARTS, "\n").str.split("\n")
    return (
        _has_phrase(folded)
        | folded.str.extract(_explained()).is_in(_single(known))
        | _is_signed(folded)
        | parts.list.eval(plain(pl.element()).is_in(known)).list.any()
    )


def _is_signed(folded: pl.Expr) -> pl.Expr:
    """Yield whether signs for leaving stand anywhere, in writing without blanks (`10/15退職`), and are no pay."""
    return folded.str.replace_all(_others_signs(), "\n").str.contains(_signs())


def _is_dated(cell: pl.Expr) -> pl.Expr:
    folded = without_accents(cell)
    return folded.str.contains(_dated()) | folded.str.contains(_closed_since())


def _without_logins(cells: pl.Series) -> pl.Series:
    """Get who cannot log in; nobody where most cannot, as where only mail is read."""
    found = holds(cells, _has_no_login)
    return found & (int(found.sum()) * 2 <= cells.count())


def _has_no_login(cell: pl.Expr) -> pl.Expr:
    return plain(without_accents(cell)).is_in(words("left_notes", "no_logins"))


def _is_side(cells: pl.Series) -> bool:
    return bool(cells.str.to_lowercase().is_in(["right", "rechts", "centre", "center"]).any())


def plain(cell: pl.Expr) -> pl.Expr:
    """Yield a cell with a single blank for all that is no letter and no digit; null stays null."""
    return cell.str.replace_all(r"[^\p{L}\p{M}\p{N}]+", " ").str.strip_chars()


@cache
def _whole(*, is_side: bool = False) -> tuple[str, ...]:
    """Get the folded words that a whole cell or part must be."""
    known = (*words("marks", "left"), *words("status", "inactive"))
    unclear = {*words("left_notes", "unclear"), *words("flags", "true", "false")}
    clear = [word for word in known if word not in unclear and (len(word) >= _SHORTEST or word >= _EAST_ASIAN)]
    every = pl.Series("word", [*map(fold, (*clear, *words("left_notes", "whole")))])
    bare = every.to_frame().select(plain(pl.col("word"))).to_series()
    return tuple(sorted(set(bare) - ({"left"} if is_side else set())))


@cache
def _explained() -> str:
    """Get the pattern of a word behind which a cell says more: `Retiree w/ benefits`, `Terminated by employer`."""
    return rf"^([a-z]+) (?:{any_of(words('left_notes', 'explaining'))})(?:[^\p{{L}}]|$)"


def _single(known: tuple[str, ...]) -> list[str]:
    return [word for word in known if word.isalpha() and word.isascii()]


def _has_phrase(folded: pl.Expr) -> pl.Expr:
    return has_word(folded, words("left_notes", "phrases"))


@cache
def _signs() -> str:
    return any_of(map(fold, words("left_notes", "signs")))


@cache
def _others_signs() -> str:
    return any_of(map(fold, words("left_notes", "signs_of_else")))


@cache
def _dated() -> str:
    """Get the pattern of a word for leaving with a day behind it: `left 03/2026`, `Austritt 31.10.2026`."""
    said = {*words("marks", "left", "left_apart"), *words("status", "inactive")} - {
        *words("left_notes", "unclear"),
        *words("flags", "true", "false"),
    }
    spelled = any_of(fold(word) for word in (*said, *words("left_notes", "before_day")) if len(word) >= _SHORTEST)
    return rf"(?:^|[^\p{{L}}\d])(?:{spelled}){_BEFORE_DAY}{_DAY}"


@cache
def _closed_since() -> str:
    """Get the pattern of a remark that begins with the closing of an account and its day: `Disabled 2026-03-01`."""
    account, closed, by = (
        any_of(map(fold, words("left_notes", kind))) for kind in ("accounts", "closed_before_day", "closed_by")
    )
    somebody = rf"(?:[\s,:-]+(?:{by})(?:\s[\w.@-]+){{1,2}})?"
    return rf"^[^\p{{L}}\d]*(?:(?:{account})[\s:,-]+)*(?:{closed})\p{{L}}{{0,2}}{somebody}{_BEFORE_DAY}{_DAY}"
