"""Legends below a table."""

import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export

HEADER = "No,Name,E-mail,Code"
PEOPLE = ["7,Ann Lee,a@x.de,P", "8,Bo Roe,b@x.de,L", "9,Cy Poe,c@x.de,P", "11,Di Fox,d@x.de,L"]
LINES = ["P,permanent,,", "L,has left,,"]


def read(*rows: str) -> Source:
    """Read a text of these rows."""
    return read_export(("staff.csv", "\n".join([HEADER, *rows]).encode())).sources[0]


def reasons(source: Source, start: int = len(PEOPLE)) -> list[str | None]:
    """Get why the rows from a place on are no people."""
    return source.rows.get_column("not_people").to_list()[start:]


def asked(source: Source) -> list[tuple[int, str, str, str]]:
    """Get row from 0, column, value and meaning of every question about a code."""
    found = source.findings.filter(pl.col("code").is_in(["legend_leaver", "legend_open"]))
    return found.select("row_id", "column", "value", "reason").rows()


@pytest.mark.parametrize("above", [["Legenda,,,"], [",,,", "Key:,,,"], [",,,", "Codes,what they mean,,"], [",,,"]])
def test_rows_of_a_legend_are_no_people_and_its_codes_are_read(above: list[str]) -> None:
    """Below a heading that says so, or below a blank row where they explain every cell of another column."""
    source = read(*PEOPLE, *above, *LINES)

    assert reasons(source)[-2:] == ["legend", "legend"]
    assert asked(source) == [(1, "Code", "L", "has left"), (3, "Code", "L", "has left")]


def test_code_that_the_legend_forgets_asks_nothing() -> None:
    """Below a heading half of the codes are enough; nothing is said of the others."""
    source = read(*PEOPLE, "12,Ed Day,e@x.de,Q", ",,,", "Legende,,,", *LINES)

    assert [row for row, *_ in asked(source)] == [1, 3]


def test_code_of_an_unknown_meaning_is_asked_about() -> None:
    """Where the legend says of another that people have left."""
    source = read(*PEOPLE, "12,Ed Day,e@x.de,Q", ",,,", "Legend,,,", *LINES, "Q,quarantined,,")

    assert (4, "Code", "Q", "quarantined") in asked(source)


@pytest.mark.parametrize(
    "lines",
    [
        [*LINES],
        [",,,", LINES[0]],
        [",,,", LINES[0], LINES[0]],
        [",,,", "P,permanent,,", "X,has left,,"],
        [",,,", "P,p@x.de,,", "L,l@x.de,,"],
        [",,,", "P,1,,", "L,2,,"],
        [",,,", "Kitchen staff,Ann Lee,,", "Garden staff,Bo Roe,,"],
        [",,,", ",,permanent,P", ",,has left,L"],
    ],
)
def test_other_rows_below_are_no_legend(lines: list[str]) -> None:
    """No gap, one line, a code twice, one that is missing, addresses, numbers, two words, in the codes' own column."""
    assert "legend" not in reasons(read(*PEOPLE, *lines))


def test_lines_below_a_heading_are_a_legend_of_no_column() -> None:
    """Whoever reads them for people is wrong in any case."""
    source = read(*PEOPLE, ",,,", "Legend,,,", "AB,Kitchen,,", "CD,Garden,,")

    assert (reasons(source), asked(source)) == (["blank", "heading", "legend", "legend"], [])
