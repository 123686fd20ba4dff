"""A state with a day beside it, without the day: `Uit dienst per 31-12-2026`, `Eintritt 01.01.2027`."""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.words import any_of, words
from keycafe_clean.words.letters import NEARLY_LETTERS

#: Days as they stand within a sentence, in figures, and with the name of a month where no figures are one.
IN_FIGURES = (
    r"[0-9]{1,4}[./-]\s?[0-9]{1,2}[./-]\s?[0-9]{2,4}|[0-9]{4}\s?[年년]\s?[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일]"
    r"|[0-9]{1,2}[./-][0-9]{4}"
)
_MONTH = rf"[{NEARLY_LETTERS}]{{3,10}}"
WITH_NAMES = (
    rf"[0-9]{{1,2}}\.?\s(?:de\s)?{_MONTH}\.?\s(?:de\s)?[0-9]{{4}}|{_MONTH}\.?\s[0-9]{{1,2}},?\s[0-9]{{4}}"
    rf"|{_MONTH}\.?\s[0-9]{{4}}"
)

_DAY = rf"(?:{IN_FIGURES}|{WITH_NAMES})"
_END = r"[\s.,;)\]]*$"
_GAP = r"[\s:;,(\[–—-]*"


def without_day(cell: pl.Expr) -> pl.Expr:
    """Yield what a cell says before or behind its only day, without what joins them; null where it has no such day."""
    before = cell.str.extract(rf"^(.*?\p{{L}}.*?){_GAP}{_DAY}{_END}")
    behind = cell.str.extract(rf"^{_GAP}{_DAY}{_GAP}(.*\p{{L}}.*)$")
    return pl.coalesce(_bare(before, rf"(?i)[\s:,(]+(?:{_joints()})\.?$"), _bare(behind, rf"(?i)^(?:{_joints()})\s+"))


def says_coming(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a word for somebody's first day with a day beside it; null where it has no such day."""
    return without_accents(without_day(cell)).str.contains(_coming())


def says_leaving(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a word for somebody's last day with a day beside it; null where it has no such day."""
    return without_accents(without_day(cell)).str.contains(_leaving())


def _bare(said: pl.Expr, joint: str) -> pl.Expr:
    return said.str.strip_chars(" :;,.()[]-–—").str.replace(joint, "")


@cache
def _joints() -> str:
    return any_of((*words("status", "before_day", "since"), *words("marks", "until")))


@cache
def _coming() -> str:
    return _nothing_but(*words("status", "coming"), *words("marks", "to_come"))


@cache
def _leaving() -> str:
    return _nothing_but(*words("marks", "left", "left_apart"), *words("left_notes", "before_day"))


def _nothing_but(*listed: str) -> str:
    return rf"^\P{{L}}*(?:{any_of(map(fold, listed))})\P{{L}}*$"
