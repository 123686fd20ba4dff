"""What is open about the rows of a file whose cells others take: it is asked about those who take them."""

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import findings_of, in_words, no_findings
from keycafe_clean.join.matched import FOUND


def open_there(rows: pl.DataFrame, other: Source) -> pl.DataFrame:
    """Get a question for every row (`MET`) that has cells of a row of the other file about which something is open.

    In the order of the rows, then of what is open.
    """
    opened = other.findings.filter(pl.col("severity") != "note", pl.col("row_id").is_not_null())
    if opened.is_empty():
        return no_findings()
    said = in_words(opened, other.rows.select("row_id", "source_row", file=pl.lit(other.file)))
    there = said.select(other_id="row_id", value=pl.col("sentence").str.strip_suffix("."))
    having = rows.filter(pl.col("met") == FOUND).select("row_id", "place", other_id="row_ids").explode("other_id")
    met = having.join(there, on="other_id", maintain_order="left_right")
    return findings_of("joined_row_open", met.select("row_id", "value", reason="place"))
