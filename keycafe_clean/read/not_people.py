"""Rows of the file that are no people: blank rows, repeated column names, totals, headings, page and report lines."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.read.report_lines import (
    is_count,
    is_example,
    is_label,
    is_remark,
    is_report_line,
    is_subtotal,
    may_be_a_name,
    may_be_of_a_report,
)

#: Shapes of cells that a totals row may hold beside its label: numbers, amounts, dates.
NUMBER = r"^[-+(]?\s*[$€£]?\s*\d[\d\s.,'/:-]*\s*[%€$£)]?$"

#: Most cells that a page or report line fills.
CELLS_OF_A_LINE = 3

#: Cells that people fill at least where a row with one cell is not like theirs.
SEVERAL = 3

#: Share of the cells that have a digit in a column of numbers.
NEARLY_ALL = 0.9

#: Letters and digits without a blank, as numbers of employees are.
IDENTIFIER = r"^\S*\d\S*$"

#: Rows below the column names among which a template has its example.
FIRST_ROWS = 10

LONE = pl.Schema({"row_id": pl.UInt32, "value": pl.String})


def not_people(cells: pl.DataFrame) -> pl.Series:
    """Get for each row why it is no person: `blank`, `header`, `total`, `heading` or `page`; null for people.

    `cells` has the column names as its headers. Keeps the order. A totals row has no text but its label, and with the
    name of a group fewer cells than people have; a heading or a remark has one text. A person whose name is Total, or
    Sum Yi, and who has an address stays a person.
    """
    headers = cells.columns
    filled = cells.select(_filled(headers)).to_series()
    usual = _usual(filled)
    thin = filled < min(usual, CELLS_OF_A_LINE + 1)
    suspects = cells.with_row_index("row_id").filter(_is_suspicious(headers) | thin)
    is_foreign = _is_foreign(headers[0]) if headers and _holds_numbers(cells, filled >= usual) else pl.lit(value=False)
    reasons = suspects.select("row_id", reason=_reason(headers, usual, is_foreign)).drop_nulls()
    nobody = pl.Series("not_people", [None], dtype=pl.String).new_from_index(0, cells.height)
    return nobody.scatter(reasons["row_id"], reasons["reason"])


def lone_cells(cells: pl.DataFrame, people: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` of people with one cell, a text, where others have several: perhaps it is a heading.

    A total that may be a name may have numbers beside it. `people` says which rows are people as far as is known.
    Nothing where most are like that.
    """
    headers = cells.columns
    filled = cells.select(_filled(headers)).to_series()
    usual, alone = _usual(filled), people & (filled == 1)
    if usual < SEVERAL or int(alone.sum()) * 2 > int(people.sum()):
        return LONE.to_frame()
    thin = cells.with_row_index("row_id").filter(people & (filled < min(usual, CELLS_OF_A_LINE + 1)))
    first = _first(headers)
    is_text = first.str.contains(r"\p{L}{2}") & ~first.str.contains("@") & ~first.str.contains(IDENTIFIER)
    is_total = may_be_a_name(first) & (_texts(headers) <= 1)
    return thin.filter(is_text & (is_total | (_filled(headers) == 1))).select("row_id", value=first)


def example_rows(cells: pl.DataFrame, people: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` of people among the first rows whose first cell says that it is an example."""
    rows = cells.head(FIRST_ROWS).select(value=_first(cells.columns)).with_row_index("row_id")
    return rows.filter(people.head(FIRST_ROWS) & is_example(pl.col("value")))


def _is_suspicious(headers: Sequence[str]) -> pl.Expr:
    """Yield the rows worth a closer look: the first cell is blank or a word of a report, or a cell is its own name."""
    first = pl.col(headers[0])
    named = pl.any_horizontal(pl.col(header) == name for header in headers for name in _spellings(header))
    return first.is_null() | may_be_of_a_report(first) | named.fill_null(value=False)


def _reason(headers: Sequence[str], usual: float, is_foreign: pl.Expr) -> pl.Expr:
    first, filled = _first(headers), _filled(headers)
    is_labelled, is_thin = _texts(headers) <= 1, filled < usual
    is_line = is_labelled & is_thin & (filled < CELLS_OF_A_LINE)
    return (
        pl.when(first.is_null())
        .then(pl.lit("blank"))
        .when(_repeats(headers))
        .then(pl.lit("header"))
        .when(is_labelled & (is_count(first) | (is_subtotal(first) & is_thin)))
        .then(pl.lit("total"))
        .when(is_report_line(first) & (filled <= CELLS_OF_A_LINE) & ~_has_address(headers) | _is_ruler(headers))
        .then(pl.lit("page"))
        .when(is_line & (is_label(first, headers) | is_foreign))
        .then(pl.lit("heading"))
        .when(is_line & is_remark(first) & ~is_example(first))
        .then(pl.lit("page"))
    )


def _repeats(headers: Sequence[str]) -> pl.Expr:
    """Yield whether a row says the column names again: half of its cells and at least two, or its only one.

    It has no number and no address beside them.
    """
    said = {header: pl.col(header).str.strip_chars().is_in(_spellings(header)) for header in headers}
    same = pl.sum_horizontal(is_name.fill_null(value=False) for is_name in said.values())
    data = (~is_name & pl.col(header).str.contains(rf"{NUMBER}|@") for header, is_name in said.items())
    is_data = pl.any_horizontal(cell.fill_null(value=False) for cell in data)
    return (same >= min(2, len(headers))) & (same * 2 >= _filled(headers)) & ~is_data


def _spellings(header: str) -> list[str]:
    """Get what a repeated header may hold for a column: its name, that without the group, and without the number."""
    return list(dict.fromkeys([header, header.rpartition(": ")[2], header.rpartition(" (")[0] or header]))


def _holds_numbers(cells: pl.DataFrame, people: pl.Series) -> bool:
    """Tell whether nearly all people have digits in the first column, as numbers of employees do."""
    first = cells.to_series(0).filter(people).drop_nulls()
    return first.len() > 0 and int(first.str.contains(r"\d").sum()) >= first.len() * NEARLY_ALL


def _is_foreign(header: str) -> pl.Expr:
    """Yield whether a cell in a column of numbers is none: no digit, or two words (`Werk Nord 0100`)."""
    return pl.col(header).str.contains(r"^\D*\p{L}\D*$|\p{L}{3,}\s+\p{L}{3,}").fill_null(value=False)


def _is_ruler(headers: Sequence[str]) -> pl.Expr:
    """Yield whether a row is a line drawn under the column names."""
    drawn = (pl.col(header).str.contains(r"^\s*[-=_*]{2,}\s*$").fill_null(value=True) for header in headers)
    return pl.all_horizontal(drawn)


def _has_address(headers: Sequence[str]) -> pl.Expr:
    return pl.any_horizontal(pl.col(header).str.contains("@").fill_null(value=False) for header in headers)


def _first(headers: Sequence[str]) -> pl.Expr:
    return pl.coalesce(pl.col(header).str.strip_chars().replace("", None) for header in headers)


def _filled(headers: Sequence[str]) -> pl.Expr:
    return pl.sum_horizontal(pl.col(header).is_not_null() for header in headers)


def _usual(filled: pl.Series) -> float:
    """Get how many cells people fill who have more than one; 0 where nobody has."""
    return filled.filter(filled > 1).quantile(0.75) or 0


def _texts(headers: Sequence[str]) -> pl.Expr:
    """Yield how many cells of a row hold something else than a number."""
    return pl.sum_horizontal(
        (pl.col(header).is_not_null() & ~pl.col(header).str.strip_chars().str.contains(NUMBER)).fill_null(value=False)
        for header in headers
    )
