"""Departments, folders and groups whose people are none, or have not begun: `/Service Accounts`, `Starters 2027`."""

from datetime import date
from functools import cache

import polars as pl

from keycafe_clean.folding import fold, folded_local, folded_name, without_accents
from keycafe_clean.steps.account_type import spelled, spelled_header
from keycafe_clean.steps.date_forms import MONTHS
from keycafe_clean.steps.date_habits import Habits
from keycafe_clean.steps.days import read_days, settle_days
from keycafe_clean.steps.frame_columns import NAME_COLUMNS
from keycafe_clean.steps.left_notes import BETWEEN_PARTS, plain
from keycafe_clean.words import any_of, words

_PATH = r"^\s*[/\\]|\b(?i:OU|CN)="
#: What stands around the words of a heading.
_AROUND = " *-–—=.:"
_HEADERS = spelled(words("units", "headers"))
#: A year somewhere in what stands behind a word; what stands there may go on with another part of the path.
_YEAR, _NEXT_PART = r"\b(20\d\d)\b", r"^\s*[/\\>|,;)\]]|^\s*$"


def is_of_folders(header: str) -> bool:
    """Tell whether a header, signs apart, is that of folders or groups of a directory."""
    return spelled_header(header) in _HEADERS


def is_path(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is a path in a directory: `/Staff/Leeds`, `OU=Leeds,DC=acme`; null where blank."""
    return cell.str.contains(_PATH)


def has_address_of_nobody(address: str) -> pl.Expr:
    """Yield whether an address has no part of the name of its row; never null, blank is false.

    Reads the address, First Name and Last Name.
    """
    local = folded_local(pl.col(address))
    parts = [folded_name(pl.col(name)).str.extract(r"(\p{L}{2,})") for name in NAME_COLUMNS]
    holds = pl.any_horizontal(local.str.contains(part, literal=True) for part in parts)
    return (local.is_not_null() & ~holds).fill_null(value=False)


def holds_no_people(cell: pl.Expr, *, folders: pl.Expr) -> pl.Expr:
    """Yield whether a cell names a unit of accounts, rooms or tests; null where blank.

    `folders` says where a cell is the name of a folder or a group, or the row no person's by its address: there, as in
    a path, fewer words say so than in a department.
    """
    parts = without_accents(cell).str.replace_all(BETWEEN_PARTS, "\n").str.split("\n").list.eval(plain(pl.element()))
    sure, likely = (
        parts.list.set_intersection(_plain(kind)).list.len() > 0 for kind in ("no_person", "no_person_in_path")
    )
    return sure | (likely & (is_path(cell) | folders))


def names_starters(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell, as a heading, is of people who begin, perhaps with a day behind it; null where blank."""
    read = without_accents(cell).str.strip_chars(_AROUND)
    known, likely = (read.str.extract(_behind(kind)) for kind in ("starters", "starters_in_path"))
    is_unit = (known.is_not_null() & known.str.contains(rf"{_NEXT_PART}|\d|:")) | likely.str.contains(r"\d{4}")
    return is_unit | _day_of_heading(read).is_not_null()


def holds_starters(cells: pl.Series, today: date, *, folders: bool) -> pl.Series:
    """Get whether each cell names a unit of people who have not begun; keeps the order, a null cell does not.

    A day, a month or a year behind it that has come says that they have. `folders` says that they are names of folders.
    """
    read = without_accents(pl.col("cell"))
    behind = {name: read.str.extract(_behind(name)) for name in ("starters", "starters_in_path")}
    said = pl.DataFrame({"cell": cells}).with_columns(**behind, path=is_path(pl.col("cell")) | folders)
    if said.select(pl.all_horizontal(pl.col(list(behind)).is_null()).all()).item():
        return pl.repeat(value=False, n=cells.len(), eager=True).alias("is_unit")
    rest = pl.coalesce("starters", "starters_in_path")
    dated = said.with_columns(rest.alias("rest"), day=_day(said.select(rest).to_series(), today))
    is_unit = pl.col("rest").str.contains(_NEXT_PART) | pl.col("day").is_not_null()
    is_said = pl.col("starters").is_not_null() | pl.col("path") | pl.col("day").is_not_null()
    is_ahead = (pl.col("day") > today).fill_null(value=True)
    return dated.select((is_unit & is_said & is_ahead).fill_null(value=False)).to_series()


def heads_who_begins_later(headings: pl.Series, today: date) -> pl.Series:
    """Get whether each heading of people who begin is of later ones; keeps the order, a null heading is not.

    As `holds_starters()` of folders; a day that cannot be read, `In dienst per 1 januari`, has not come.
    """
    if headings.null_count() == headings.len():
        return headings.is_not_null()
    read = without_accents(pl.col("heading")).str.strip_chars(_AROUND)
    dated = pl.DataFrame({"heading": headings}).select(rest=_day_of_heading(read))
    days = _day(dated.to_series(), today)
    is_ahead = dated.select(pl.col("rest").is_not_null() & (days > today).fill_null(value=True)).to_series()
    return holds_starters(headings, today, folders=True) | is_ahead


def _day(rests: pl.Series, today: date) -> pl.Series:
    """Get the day, the end of the month or the begin of the year that a text behind a word has; null where none."""
    bare = rests.str.replace(rf"^[\s/\\:,–—-]*(?:(?:{_before_day()})\s*)?", "").str.strip_chars(" )]/\\").alias("day")
    read = settle_days(pl.DataFrame(read_days(bare, "day", Habits())), today).get_column("day.day")
    year = pl.date(pl.col("day").str.extract(_YEAR).cast(pl.Int32), 1, 1)
    return bare.to_frame().select(pl.coalesce(pl.lit(read), year)).to_series()


def _day_of_heading(read: pl.Expr) -> pl.Expr:
    """Yield the day, a month or a year included, that a folded heading has beside words of beginning; else null."""
    said = any_of(map(fold, (*_said("starters"), *words("units", "starters_in_path", "starters_dated"))))
    alone = any_of(map(fold, words("units", "from_day")))
    before, day = rf"(?:(?:{_before_day()})\s*)?", rf"({_day_pattern()})"
    behind = read.str.extract(rf"^(?:{said})(?:[\s:,–—-]+{before}){day}$")
    first = read.str.extract(rf"^{before}{day}[\s:,–—-]*(?:{said})$")
    return pl.coalesce(behind, first, read.str.extract(rf"^(?:{alone})\s*{day}$"))


@cache
def _before_day() -> str:
    return any_of(map(fold, words("units", "from_day", "before_day")))


@cache
def _day_pattern() -> str:
    """Get the pattern of a day of any spelling, with or without its year, of a month, a quarter or a year."""
    month, year = rf"(?:{any_of(map(fold, MONTHS))})", r"(?:\s*,?\s*(?:de[l]?\s+)?\d{4})"
    digits = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[.-]\d{1,2}\.?|\d{1,2}/\d{4}"
    named = rf"(?:\d{{1,2}}[\p{{L}}.]{{0,3}}\s*(?:de\s+|of\s+)?)?{month}\.?(?:\s+\d{{1,2}}[a-z]{{0,2}})?{year}?"
    weekday = rf"(?:(?:{any_of(map(fold, words('dates', 'before')))})[.,]?\s+)?"
    return rf"{weekday}(?:{digits}|{named})|20\d\d|q[1-4]{year}|20\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?"


def _said(kind: str) -> tuple[str, ...]:
    """Get the words of a kind of units; who is to come is said of one person as of many."""
    to_come = words("marks", "to_come") if kind == "starters" else ()
    return (*words("units", kind), *(word for word in to_come if word not in words("units", "starters_in_path")))


@cache
def _behind(kind: str) -> str:
    """Get the pattern of a folded cell with such a word as the begin of a part, and what stands behind it."""
    return rf"(?:^|{BETWEEN_PARTS})(?:{any_of(map(fold, _said(kind)))})(|[^\p{{L}}].*)$"


@cache
def _plain(kind: str) -> list[str]:
    listed = pl.DataFrame({"word": [*map(fold, _said(kind))]})
    return sorted(set(listed.select(plain(pl.col("word"))).to_series()))
