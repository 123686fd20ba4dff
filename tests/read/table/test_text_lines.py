"""Lines of text between people."""

import pytest

from keycafe_clean.read.reader import read_export

ANN = "Ann,Lee,ann@example.com"


def said(*lines: str) -> list[tuple[int, str]]:
    """Get row from 0 and text of what is noted of lines of text."""
    text = "\n".join(["First Name,Last Name,Email", *[ANN] * 4, *lines])
    findings = read_export(("staff.csv", text.encode())).sources[0].findings
    return [
        (row, value) for code, row, value in findings.select("code", "row_id", "value").rows() if code == "text_line"
    ]


def test_a_line_that_says_something_is_noted() -> None:
    """Once, however its numbers differ, the longest first."""
    lines = ["Note: keys 1", "Note: keys 2", "Please do not give Ann a key any more."]

    assert said(*lines) == [(6, "Please do not give Ann a key any more."), (4, "Note: keys 1")]


def test_a_heading_of_many_words_says_something() -> None:
    """Among numbers of people every text may be a heading."""
    rows = [
        "1,Ann,a@example.com",
        "2,Bo,b@example.com",
        "Please do not give Ann a key any more,,",
        "3,Cy,c@example.com",
    ]
    source = read_export(("staff.csv", "\n".join(["No,Name,Email", *rows]).encode())).sources[0]

    assert source.rows.item(2, "not_people") == "heading"
    assert source.findings.filter(source.findings["code"] == "text_line").get_column("row_id").to_list() == [2]


@pytest.mark.parametrize("line", ["Page 1 of 3", "-----", "Report generated 09/01/2026", "Total: 4", "", "Sales"])
def test_what_reports_print_is_not(line: str) -> None:
    """Pages, lines, dates of printing, totals and headings say nothing of people."""
    assert said(line) == []


def above(*lines: str) -> list[str]:
    """Get what is noted of lines above the column names."""
    text = "\n".join([*lines, "First Name,Last Name,Email", *[ANN] * 4])
    findings = read_export(("staff.csv", text.encode())).sources[0].findings
    return findings.filter(findings["code"] == "text_above").get_column("value").to_list()


def test_lines_above_the_column_names_are_noted_too() -> None:
    """In the order of the file; they may say who is in the list."""
    lines = ["Team leader: Ida Poe,,", "Please do not give Ann a key any more.,,"]

    assert above(*lines) == ["Team leader: Ida Poe", "Please do not give Ann a key any more."]


@pytest.mark.parametrize(
    "line",
    [
        "Staff list,,",
        "Page 1 of 3,,",
        "Report generated 09/01/2026,,",
        "Stand: 03.11.2026,,",
        "Team:,IT,",
        ",,",
        "Elenco personale - Rossi Mobili S.r.l.,,",
    ],
)
def test_titles_above_are_not(line: str) -> None:
    """Nor are lines that reports print, the day of a list, a company, several texts or none."""
    assert above(line) == []
