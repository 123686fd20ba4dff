"""What a report writes between and below its rows, told by its words: totals, counts, headings, pages, remarks.

The words are data: `not_people.toml`. Every function takes the first filled cell of a row, and yields null for null.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

#: A colon behind letters, lines and stars in front, a date or a time behind letters, a sentence of five words: no name
#: of a person has them.
REMARK = (
    r"\p{L}[\p{L}\s).]*[:：]|^\s*(?:\*{2,}|-{2,}|={2,}|~{2,}|<{2,}|#)"
    r"|\p{L}.*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}年|\p{L}.*\s\d{1,2}:\d{2}|(?:\S+\s+){4,}\S+\.$"
)

#: One star, or another sign of a footnote, and words behind it: what marks beside names mean.
_FOOTNOTE = r"^\s*[(\[]?[*†‡§¹²³][)\]]?\s*[\s=:]\s*\p{L}"

#: A day or a time behind letters: when a page was printed.
_STAMP = r"\p{L}.*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|\p{L}.*\s\d{1,2}:\d{2}"

#: The most words of a column name that stands before its value without a colon.
WORDS_OF_A_LABEL = 6

#: A number between dashes, or one of several.
PAGE_NUMBER = r"^[-–—―]\s*\d+\s*[-–—―]$|^\d+\s*(?:/|of|von|de|sur|di|van|z|av)\s*\d+$"


def may_be_of_a_report(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell begins with a blank, or as a line about a report does, or has a word of totals or counts."""
    # Every row is asked: borders of words that know the letters of all languages would take five times as long.
    word = rf"(?:^|[^a-z0-9])(?:{_any_of('totals', 'counted', 'subtotals')})(?:$|[^a-z0-9])"
    return cell.str.contains(rf"(?i)^\s|{word}|{_words()['japanese_count']}|{_report_line()}")


def is_count(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell consists of words of counting and numbers: `Total employees: 160`, `(160 rows affected)`."""
    word = rf"(?:{_any_of('totals', 'counted', 'between')})"
    only = rf"(?i)^[\W\d_]*(?:{word}[\W\d_]+)*{word}[\W\d_]*$"
    counted = rf"(?i)\d.*\b(?:{_any_of('counted')})\b|\b(?:{_any_of('counted')})\b.*\d"
    western = cell.str.contains(only) & (cell.str.contains(rf"(?i){_totals()}") | cell.str.contains(counted))
    signs = rf"^[\s\d,.:：()（）{_words()['japanese']}]+$"
    return western | (cell.str.contains(signs) & cell.str.contains(str(_words()["japanese_count"])))


def is_subtotal(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell names a total and its group: `Total Sales`, `Sales total: 12`, `営業部 小計`."""
    opens = rf"^[*\s(]*(?:{_any_of('totals')})[\s:：=(*-]"
    closes = rf"\S.*\s(?:{_any_of('subtotals')})\s*(?:[:：=(].*|\d[\d\s.,]*)?$"
    return cell.str.contains(rf"(?i){opens}|{closes}|\S\s*{_words()['japanese_total']}$") & ~may_be_a_name(cell)


def may_be_a_name(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell may be a total with its group or the name of a person: `Sum Yi`, `Earl Count`."""
    word = _any_of("names_too")
    return cell.str.contains(rf"(?i)^(?:(?:{word})\s[\p{{L}}\s.'’-]+|[\p{{L}}.'’-]+\s(?:{word}))$")


def is_name_too(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a word of counting by which people are called: `Sum`."""
    return cell.str.contains(rf"(?i)^(?:{_any_of('names_too')})$")


@cache
def total_labels() -> list[str]:
    """Get the words of totals as cells have them, in small letters and large ones, with a colon and without."""
    spelled = {form for word in _words()["totals"] for form in (word, word.capitalize(), word.title(), word.upper())}
    return sorted(spelled | {f"{form}:" for form in spelled})


def is_report_line(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a page number, or says who made the report and when, or that it ends here."""
    return cell.str.contains(rf"(?i){_report_line()}")


def is_signature(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says who made a list, or answers for it, `Prepared by`, `Geprüft: A. Vogel`."""
    return cell.str.contains(rf"(?i)^[\W\d_]*(?:{_any_of('signed', 'contacts')})[\W\d_]*(?:[:：].*)?$")


def is_contact(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a word for who may be asked, and nothing else: it may be the label of columns as well."""
    return cell.str.contains(rf"(?i)^(?:{_any_of('contacts')})$")


def is_stamp(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is what is printed on a page: its number, the day or the time, or who printed it."""
    return is_report_line(cell) | is_signature(cell) | cell.str.contains(_STAMP)


@cache
def _report_line() -> str:
    pages, report = _any_of("pages"), _any_of("report")
    number = rf"^[-–—―*(\s]*(?:{pages})[\s.:#-]*(?:n[or]?[.°º]\s*)?\d+|^[\d\s/]+(?:{pages})$|{PAGE_NUMBER}"
    made = rf"^[-*<\s]*(?:(?:{report})\s+)?(?:{_any_of('made')})(?:[^\p{{L}}\d]|\P{{Latin}}|$)"
    ends = rf"^[-*<=\s]*(?:{_any_of('ends')})\s+(?:\S+\s+){{0,2}}(?:\S['’])?(?:{report})(?:[^\p{{L}}\d]|$)"
    lines = rf"^[-*<=\s]*(?:{_any_of('lines')})(?:\P{{L}}|$)"
    return rf"{number}|{made}|{ends}|{lines}|^[-=_*#.\s]{{3,}}$|^#"


def is_remark(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has what no name has: a colon behind letters, a date, stars or lines; no address either."""
    return cell.str.contains(REMARK) & ~cell.str.contains("@")


def is_footnote(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says what a sign beside names means: `* on leave`; a name may be marked so too."""
    return cell.str.contains(_FOOTNOTE) & ~cell.str.contains("@")


def is_label(cell: pl.Expr, headers: Sequence[str]) -> pl.Expr:
    """Yield whether a cell is a column name with a value behind it: `Department: Sales`, `Abteilung Einkauf`."""
    names = [" ".join(header.lower().split()) for header in headers]
    said = cell.str.to_lowercase().str.replace_all(r"\s+", " ")
    begins = [said.str.extract(rf"^((?:\S+ ){{{words}}}\S+) \S") for words in range(WORDS_OF_A_LABEL)]
    begins.append(said.str.extract(r"^([^:：]*[^:：\s])\s*[:：]"))
    return pl.any_horizontal(begin.is_in(names).fill_null(value=False) for begin in begins) & ~cell.str.contains("@")


def is_example(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell begins as the example in a template does: `Example: Chris Green`."""
    words = [re.escape(word).replace(r"\.", r"\.\s?") for word in _words()["examples"]]
    abbreviated = "|".join(word.removesuffix("?") for word in words if word.endswith("?"))
    return cell.str.contains(rf"(?i)^\s*[(\[<]?(?:(?:{'|'.join(words)})\s*[:：]|{abbreviated})")


def is_invented(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is an address of a company that templates have invented: `chris@contoso.com`."""
    return cell.str.contains(rf"(?i)^[^@\s]+@(?:[\w-]+\.)*(?:{'|'.join(_words()['invented'])})(?:\.onmicrosoft)?\.\w+$")


def _totals() -> str:
    return rf"\b(?:{_any_of('totals')})\b"


@cache
def _any_of(*lists: str) -> str:
    """Build a pattern of any of the words; a star stands for any letters."""
    words = sorted({word for name in lists for word in _words()[name]}, key=len, reverse=True)
    return "|".join(word if "\\" in word or "[" in word else _spelt(word) for word in words)


def _spelt(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("keycafe_clean.read.table").joinpath("not_people.toml").read_text(encoding="utf-8"))
