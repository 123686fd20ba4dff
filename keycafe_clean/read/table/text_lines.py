"""Lines of text between people and above the column names: they are no people, and may say something about one."""

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.not_people import CELLS_OF_A_LINE
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.report_lines import is_example, is_remark, is_report_line
from keycafe_clean.read.table.row_facts import row_facts

#: Words of the longest heading: what is longer says something.
WORDS = 6

#: Letters of a line that says something.
_TEXT = r"\p{L}.*\p{L}"

#: One word and numbers, the day of a list, `Stand: 03.11.2026`; or a company at the end, whose point ends no sentence.
_TITLE = r"^\p{L}+[\P{L}]*\d[\P{L}]*$|^[^:：\d]*\p{L}\.\s?\p{L}{1,3}\.$"


def text_lines(table: Table) -> pl.DataFrame:
    """Get a note for every line of text in a table, with its first text; lines that differ in numbers alone are one.

    The longest comes first. What reports print on each page says nothing of people.
    """
    reasons, first = table.rows.get_column("not_people"), pl.col("first")
    places = reasons.is_in(["page", "heading"]).fill_null(value=False).arg_true()
    if places.is_empty():
        return no_findings()
    is_heading = pl.lit(reasons.gather(places) == "heading") & (first.str.count_matches(r"\S+") <= WORDS)
    lines = row_facts(table.cells[places], places).filter(
        ~is_heading, first.str.contains(_TEXT) & ~is_report_line(first)
    )
    shape = first.str.replace_all(r"\d+", "0")
    once = lines.unique(shape, keep="first", maintain_order=True) if lines.height else lines
    longest = once.sort(first.str.len_chars(), descending=True, maintain_order=True)
    return findings_of("text_line", longest.select("row_id", value="first"))


def lines_above(table: Table) -> pl.DataFrame:
    """Get a note about the file for every line above the column names that would be one between people.

    Its words are a remark's (a colon, a day, a sentence), beside no other text.
    """
    height = 0 if table.header_row is None else table.header_row - table.grid.first_row
    places, first = pl.Series(range(height), dtype=pl.UInt32), pl.col("first")
    lines = row_facts(table.grid.cells.head(height), places)
    said = lines.filter(pl.col("texts") == 1, pl.col("filled") < CELLS_OF_A_LINE, first.str.contains(_TEXT))
    if said.is_empty():
        return no_findings()
    remarks = said.filter(is_remark(first) & ~is_report_line(first) & ~is_example(first) & ~first.str.contains(_TITLE))
    return findings_of("text_above", remarks.select(value="first"))
