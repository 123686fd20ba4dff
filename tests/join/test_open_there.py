"""What is open about the rows of a file whose cells others take."""

from dataclasses import replace

import polars as pl
import pytest

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.join.open_there import open_there
from tests.join.pairs import source

OTHER = source("ad.csv", "EmployeeID;Mail", "42;a@firma.de", "43;b@firma.de")

ROWS = pl.DataFrame(
    {"row_id": [7, 8, 9], "met": ["found", "nobody", "found"], "place": ["row 3 of ad.csv", None, "row 2 of ad.csv"]}
).with_columns(pl.col("row_id").cast(pl.UInt32), row_ids=pl.Series([[1], None, [0]], dtype=pl.List(pl.UInt32)))


def test_whoever_takes_a_doubtful_row_is_asked_about() -> None:
    """A question about a row of the other file is one about whoever has its cells, with the sentence from there."""
    struck = findings_of("struck_row", pl.DataFrame({"row_id": [1]}))

    asked = open_there(ROWS, replace(OTHER, findings=struck))

    assert asked.select("row_id", "code", "reason", "value").rows() == [
        (7, "joined_row_open", "row 3 of ad.csv", "Row 3 is struck through in the workbook")
    ]


@pytest.mark.parametrize("code", ["comment", "no_header"])
def test_notes_and_what_is_about_the_whole_file_ask_nothing_of_a_row(code: str) -> None:
    """A note changes nobody's outcome, and what is about the file is asked once."""
    row = {"row_id": [None if code == "no_header" else 1]}
    found = findings_of(code, pl.DataFrame(row, schema={"row_id": pl.UInt32}))

    assert open_there(ROWS, replace(OTHER, findings=found)).equals(no_findings())
