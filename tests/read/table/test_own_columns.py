"""Rows of a table beside which another stands."""

import pytest

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

HEADER = "Name,Ext.,Email,Team"
PEOPLE = ["Ann Lee,1,ann@x.de,K", "Bo Roe,2,bo@x.de,F"]
RIGHT = ["Gus Hale,7,gus@y.de,K", "Ida Post,8,ida@y.de,K", "Kim Wu,9,kim@y.de,K", "Lou Day,10,lou@y.de,K"]


def read(*left: str, right: list[str] = RIGHT) -> Source:
    """Get a phone list whose left half holds two people above these rows and two below, and the right half others."""
    rows = [*PEOPLE, *left, *PEOPLE]
    beside = [HEADER, *(right * len(rows))[: len(rows)]]
    lines = [f"{row},{other}".split(",") for row, other in zip([HEADER, *rows], beside, strict=True)]
    return read_export(("phones.xlsx", workbook(*([cell or None for cell in line] for line in lines)))).sources[0]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Total,2,,", "total"),
        ("Name,Ext.,Email,Team", "header"),
        ("Page 1 of 2,,,", "page"),
        ("Team: Kitchen,,,", "heading"),
        ("Former employees,,,", "heading"),
        ("Note: call first,,,", "page"),
        (",,,", "beside"),
    ],
)
def test_a_row_in_one_half_is_no_person(row: str, reason: str) -> None:
    """As it would be in a table alone, although somebody of the other half stands beside it."""
    assert read(row).rows.get_column("not_people").to_list() == [None, None, reason, None, None]


def test_a_cell_alone_in_one_half_is_asked_about() -> None:
    """It may be a heading: whoever stands in the other half is no cell of its row."""
    asked = read("Front Desk,,,").findings.filter(code="lone_cell")

    assert asked.select("row_id", "value").rows() == [(2, "Front Desk")]


def test_people_below_a_heading_in_one_half_are_asked_about() -> None:
    """A heading of people who have left counts for the half that it stands in."""
    asked = read("Former employees,,,").findings.filter(code="below_leavers")

    assert asked.select("row_id", "reason").rows() == [(3, "4"), (4, "4")]


def test_a_legend_below_one_half_is_read() -> None:
    """Its rows are no people, and its codes are those of the half that it stands in."""
    source = read(*PEOPLE, ",,,", "Key:,,,", "K,kitchen,,", "F,left the company,,", ",,,")

    assert source.rows.get_column("not_people").to_list()[4:9] == ["beside", "page", "legend", "legend", "beside"]
    assert source.findings.filter(code="legend_leaver").get_column("row_id").to_list() == [1, 3, 10]


def test_a_line_in_one_half_that_names_who_left_is_heard() -> None:
    """Whoever it names is asked about."""
    asked = read("Bo Roe has left the company,,,").findings.filter(code="named_leaver")

    assert asked.get_column("row_id").to_list() == [1, 4]


def test_what_stands_in_the_other_half_says_nothing_of_people() -> None:
    """Beside a total and column names they stay people."""
    headings = ["Total,2,,", "Name,Ext.,Email,Team", *RIGHT]

    assert read(right=headings).rows.get_column("not_people").to_list() == [None] * 4
