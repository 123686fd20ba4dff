"""Lines of text between people: they are no people, and may say something about one."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.report_lines import is_report_line
from keycafe_clean.read.table.row_facts import row_facts

#: Letters of a line that says something.
_TEXT = r"\p{L}.*\p{L}"


def text_lines(table: Table) -> pl.DataFrame:
    """Get a note for every line of text in a table, with its first text; lines that differ in numbers alone are one.

    The longest comes first. What reports print on each page says nothing of people.
    """
    places = (table.rows.get_column("not_people") == "page").fill_null(value=False).arg_true()
    first = pl.col("first")
    lines = row_facts(table.cells[places], places).filter(first.str.contains(_TEXT) & ~is_report_line(first))
    shape = first.str.replace_all(r"\d+", "0")
    once = lines.unique(shape, keep="first", maintain_order=True) if lines.height else lines
    longest = once.sort(first.str.len_chars(), descending=True, maintain_order=True)
    return findings_of("text_line", longest.select("row_id", value="first"))
