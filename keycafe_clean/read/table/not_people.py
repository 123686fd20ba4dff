"""Rows of the file that are no people: blank rows, repeated column names, totals, headings, page and report lines."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.read.table.known_headers import meaning
from keycafe_clean.read.table.report_lines import (
    is_count,
    is_example,
    is_footnote,
    is_invented,
    is_label,
    is_name_too,
    is_remark,
    is_report_line,
    is_subtotal,
    may_be_a_name,
    may_be_of_a_report,
    total_labels,
)
from keycafe_clean.read.table.row_facts import SEVERAL, filled_cells, row_facts, spellings, usual_cells

#: Most cells that a page or report line fills.
CELLS_OF_A_LINE = 3

#: Share of the cells that have a digit in a column of numbers.
NEARLY_ALL = 0.9

#: Different cells without a digit among which column names are looked for.
MOST_NAMES = 20

#: Letters and digits without a blank, as numbers of employees are.
IDENTIFIER = r"^\S*\d\S*$"

#: Words beside an address: it is said of somebody.
SENTENCE = r"^(?:\S+\s+){2}\S"

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
    filled = filled_cells(cells)
    usual = usual_cells(filled)
    thin = filled < min(usual, CELLS_OF_A_LINE + 1)
    is_suspect = cells.select(_is_suspicious(headers)).to_series() | thin
    suspects = (is_suspect & (filled > 0)).arg_true()
    blank = pl.select(pl.when(pl.lit(filled) == 0).then(pl.lit("blank")).alias("not_people")).to_series()
    if suspects.is_empty():
        return blank
    is_foreign = _is_foreign(pl.col("first_cell")) if _holds_numbers(cells, filled >= usual) else pl.lit(value=False)
    first_cells = pl.DataFrame({"row_id": suspects, "first_cell": cells.to_series(0).gather(suspects)})
    foreign = first_cells.select("row_id", is_foreign=is_foreign.fill_null(value=False))
    facts = row_facts(cells[suspects], suspects).join(foreign, on="row_id", maintain_order="left")
    reasons = facts.select("row_id", reason=_reason(headers, usual)).drop_nulls()
    return blank.scatter(reasons["row_id"], reasons["reason"])


def lone_cells(cells: pl.DataFrame, people: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` of people with one cell, a text, where others have several: perhaps it is a heading.

    A total that may be a name may have numbers beside it. `people` says of each row whether it is one as far as is
    known (Boolean). In order; nothing where most are like that. The row_id is the place in `cells`, from 0.
    """
    filled = filled_cells(cells)
    usual, alone = usual_cells(filled), people & (filled == 1)
    if usual < SEVERAL or int(alone.sum()) * 2 > int(people.sum()):
        return LONE.to_frame()
    thin = (people & (filled < min(usual, CELLS_OF_A_LINE + 1))).arg_true()
    if thin.is_empty():
        return LONE.to_frame()
    first = pl.col("first")
    is_address = first.str.contains("@") & ~first.str.contains(SENTENCE)
    is_text = first.str.contains(r"\p{L}{2}") & ~is_address & ~first.str.contains(IDENTIFIER)
    is_total = may_be_a_name(first) & (pl.col("texts") <= 1)
    return (
        row_facts(cells[thin], thin)
        .filter(is_text & (is_total | (pl.col("filled") == 1)))
        .select("row_id", value=first)
    )


def is_lone_text(cells: pl.DataFrame) -> pl.Series:
    """Get for each row, in order, whether it holds one cell, a text without digits and addresses; never null."""
    alone = (filled_cells(cells) == 1).arg_true()
    only = cells[alone].select(pl.coalesce(pl.all())).to_series()
    is_text = only.str.contains(r"\p{L}{2}") & ~only.str.contains(r"[\d@]")
    return pl.repeat(value=False, n=cells.height, dtype=pl.Boolean, eager=True).scatter(
        alone.filter(is_text), values=True
    )


def example_rows(cells: pl.DataFrame, people: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` of people among the first rows that are an example.

    Their first cell says so; or they have an address of the company that a maker of templates has invented, and the
    next row has none. In order; the row_id is the place in `cells`, from 0. `people` says of each row whether it is one
    (Boolean).
    """
    rows = people.head(FIRST_ROWS).arg_true()
    invented = cells.select(pl.any_horizontal(is_invented(pl.all())).fill_null(value=False)).to_series()
    is_one = invented & ~invented.shift(-1, fill_value=True)
    first = row_facts(cells[rows], rows).with_columns(is_one=is_one.gather(rows))
    return first.filter(is_example(pl.col("first")) | pl.col("is_one")).select("row_id", value="first")


def _is_suspicious(headers: Sequence[str]) -> pl.Expr:
    """Yield the rows worth a closer look.

    The first cell is blank or a word of a report, or any is the name of its own column or a total.
    """
    first = pl.col(headers[0])
    named = pl.any_horizontal(pl.col(header) == name for header in headers for name in spellings(header))
    total = pl.any_horizontal(pl.col(header).is_in(total_labels()) for header in headers)
    return first.is_null() | may_be_of_a_report(first) | (named | total).fill_null(value=False)


def _reason(headers: Sequence[str], usual: float) -> pl.Expr:
    """Yield why a row is no person, from what its cells say."""
    first, label, filled = pl.col("first"), pl.col("label"), pl.col("filled")
    is_labelled, is_thin = pl.col("texts") <= 1, filled < usual
    # Of few columns one cell may be all that is known of somebody.
    is_alone = (filled == 1) & (usual >= SEVERAL)
    is_line = is_labelled & is_thin & (filled < CELLS_OF_A_LINE)
    # A row says the column names again with half of its cells and at least two, or with its only one.
    repeats = (pl.col("named") >= min(2, len(headers))) & (pl.col("named") * 2 >= filled) & ~pl.col("has_data")
    is_of_a_report = is_report_line(first) & (filled <= CELLS_OF_A_LINE) & ~pl.col("has_address")
    return (
        pl.when(first.is_null())
        .then(pl.lit("blank"))
        .when(repeats)
        .then(pl.lit("header"))
        .when(is_thin & _is_total_of_people())
        .then(pl.lit("total"))
        .when(is_labelled & (_is_total(first, label) | (is_subtotal(label) & is_thin)))
        .then(pl.lit("total"))
        .when(is_of_a_report | pl.col("is_ruler"))
        .then(pl.lit("page"))
        .when(is_line & (is_label(first, headers) | pl.col("is_foreign")))
        .then(pl.lit("heading"))
        .when(is_line & (is_remark(first) | is_alone & is_footnote(first)) & ~is_example(first))
        .then(pl.lit("page"))
    )


def _is_total(first: pl.Expr, label: pl.Expr) -> pl.Expr:
    """Yield whether the only text of a row is one of counting; behind a number `Sum` may be somebody's name."""
    return is_count(label) & ((label == first) | ~is_name_too(label))


def _is_total_of_people() -> pl.Expr:
    """Yield whether a row has two texts, both of counting: `Summe | 13 Mitarbeiter`, `Total Sales | Count: 3`."""
    label, closing = pl.col("label"), pl.col("closing")
    counts = (
        (label == pl.col("first"))
        & (is_count(label) | is_subtotal(label))
        & closing.str.contains(r"\d")
        & is_count(closing)
    )
    return (pl.col("texts") == 2) & counts


def _holds_numbers(cells: pl.DataFrame, people: pl.Series) -> bool:
    """Tell whether nearly all people have digits in the first column, as numbers of employees do.

    Column names of later pages are none of them.
    """
    first = cells.to_series(0).filter(people).drop_nulls()
    others = first.filter(~first.str.contains(r"\d"))
    named = spellings(cells.columns[0])
    names = [cell for cell in others.unique().head(MOST_NAMES) if cell.strip() in named or meaning(cell)]
    numbers, said = first.len() - others.len(), int(others.is_in(names).sum())
    return numbers > 0 and numbers >= (first.len() - said) * NEARLY_ALL


def _is_foreign(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell in a column of numbers is none: no digit, or two words (`Werk Nord 0100`)."""
    return cell.str.contains(r"^\D*\p{L}\D*$|\p{L}{3,}\s+\p{L}{3,}")
