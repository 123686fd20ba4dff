"""Rows of the file that are no people: blank rows, repeated column names, totals, page and report lines."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import polars as pl

#: Shapes of cells that a totals row may hold beside its label.
NUMBER = r"^[-+(]?\s*[$€£]?\s*\d[\d\s.,']*\s*[%€$£)]?$"

#: Most cells that a page or report line fills.
CELLS_OF_A_LINE = 3


def not_people(cells: pl.DataFrame) -> pl.Series:
    """Get for each row why it is no person: `blank`, `header`, `total` or `page`; null for people. Keeps the order.

    `cells` has the column names as its headers. A totals row has no text but its label, and with a label of more than
    one word fewer cells than usual, so that a person whose name is Total, or Sum Yi, stays a person.
    """
    headers = cells.columns
    usual = cells.select(_filled(headers).quantile(0.75)).item() or 0
    suspects = cells.with_row_index("row_id").filter(_suspicious(headers))
    reasons = suspects.select("row_id", reason=_reason(headers, usual)).drop_nulls()
    nobody = pl.Series("not_people", [None], dtype=pl.String).new_from_index(0, cells.height)
    return nobody.scatter(reasons["row_id"], reasons["reason"])


def _suspicious(headers: Sequence[str]) -> pl.Expr:
    """Yield the rows worth a closer look: the first cell is blank or a word of such rows, or a cell is its own name."""
    first = pl.col(headers[0])
    words = "|".join(f"(?:{_pattern(about)})" for about in ("totals", "groups", "pages"))
    named = pl.any_horizontal(pl.col(header) == header for header in headers)
    return first.is_null() | first.str.contains(rf"^\s|{words}") | named.fill_null(value=False)


def _reason(headers: Sequence[str], usual: float) -> pl.Expr:
    first = pl.coalesce(pl.col(header).str.strip_chars().replace("", None) for header in headers)
    return (
        pl.when(first.is_null())
        .then(pl.lit("blank"))
        .when(_repeats(headers))
        .then(pl.lit("header"))
        .when(first.str.contains(_pattern("totals")) & (_texts(headers) <= 1))
        .then(pl.lit("total"))
        .when(first.str.contains(_pattern("groups")) & (_texts(headers) <= 1) & (_filled(headers) < usual))
        .then(pl.lit("total"))
        .when(first.str.contains(_pattern("pages")) & (_filled(headers) <= CELLS_OF_A_LINE) | _is_ruler(headers))
        .then(pl.lit("page"))
    )


def _repeats(headers: Sequence[str]) -> pl.Expr:
    """Yield whether a row says the column names again: half of its cells and at least two, or its only one."""
    same = pl.sum_horizontal((pl.col(header).str.strip_chars() == header).fill_null(value=False) for header in headers)
    return (same >= min(2, len(headers))) & (same * 2 >= _filled(headers))


def _is_ruler(headers: Sequence[str]) -> pl.Expr:
    """Yield whether a row is a line drawn under the column names."""
    drawn = (pl.col(header).str.contains(r"^\s*[-=_*]{2,}\s*$").fill_null(value=True) for header in headers)
    return pl.all_horizontal(drawn)


def _filled(headers: Sequence[str]) -> pl.Expr:
    return pl.sum_horizontal(pl.col(header).is_not_null() for header in headers)


def _texts(headers: Sequence[str]) -> pl.Expr:
    """Yield how many cells of a row hold something else than a number."""
    return pl.sum_horizontal(
        (pl.col(header).is_not_null() & ~pl.col(header).str.strip_chars().str.contains(NUMBER)).fill_null(value=False)
        for header in headers
    )


@cache
def _pattern(about: str) -> str:
    """Build the pattern of a totals row, of one about a group, or of a page or report line, from `not_people.toml`."""
    words = tomllib.loads(files("keycafe_clean.read").joinpath("not_people.toml").read_text(encoding="utf-8"))
    any_of = {name: "|".join(re.escape(word) for word in spellings) for name, spellings in words.items()}
    if about == "totals":
        counted = rf"\d[\d,.']*\s*(?:{any_of['counted']})\b.*"
        return rf"(?i)^[*\s(]*(?:(?:{any_of['totals']})[\s:=(*)-]*(?:\d[\d\s,.')]*)?|{counted})$"
    if about == "groups":
        return rf"(?i)^[*\s(]*(?:(?:{any_of['totals']})[\s:=(*-].*|\S.*\s(?:{any_of['subtotals']})\s*)$"
    return rf"(?i)^[*\s(-]*(?:(?:{any_of['pages']})\s*\d+.*|(?:{any_of['reports']}).*|[-=_*#.\s]{{3,}}|#.*)$"
