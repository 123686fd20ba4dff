"""Cells below a legend beside the table."""

from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

HEADER = ["St", "Name", "E-mail", None, "Key", None]
ROWS = [
    ["E", "Ann Lee", "a@x.de", None, "E", "Employed"],
    ["T", "Bo Roe", "b@x.de", None, "T", "Trainee"],
    ["E", "Cy Poe", "c@x.de", None, None, None],
]


def noted(*rows: list[str | None]) -> list[tuple[int, str, str]]:
    """Get row from 0, column and value of what is noted of cells beside these rows and the legend."""
    findings = read_export(("staff.xlsx", workbook(HEADER, *ROWS, *rows))).sources[0].findings
    return findings.filter(findings["code"] == "cell_beside").select("row_id", "column", "value").rows()


def test_every_cell_below_a_legend_is_noted() -> None:
    """In a row of a person, and in one that has nothing else."""
    person, alone = ["E", "Di Fox", "d@x.de", None, "On call:", "Dr Hay"], [None, None, None, None, None, "Gus Ode"]

    assert noted(person, alone) == [(3, "Key", "On call:"), (3, "Column 6", "Dr Hay"), (4, "Column 6", "Gus Ode")]


def test_lines_of_the_legend_are_not() -> None:
    """Nor is anything where nothing else stands in its columns."""
    assert noted() == []
