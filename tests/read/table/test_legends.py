"""Legends beside a table."""

import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

HEADER = "Code,Name,E-mail,,Code,Meaning"
ROWS = ["A,Ann Lee,a@x.de,,A,Active", "T,Bo Roe,b@x.de,,T,Terminated", "T,Cy Poe,c@x.de,,,", "a,Di Fox,d@x.de,,,"]


def read(*rows: str) -> Source:
    """Read a workbook of these rows."""
    cells = ([cell or None for cell in row.split(",")] for row in rows)
    return read_export(("staff.xlsx", workbook(*cells))).sources[0]


def asked(source: Source) -> list[tuple[int, str, str, str]]:
    """Get row from 0, column, value and meaning of every question about a code."""
    found = source.findings.filter(pl.col("code") == "legend_leaver")
    return found.select("row_id", "column", "value", "reason").rows()


def test_whose_code_means_leaving_is_asked_about() -> None:
    """The legend's own rows say nothing of the people beside it, and its columns are none of the table."""
    source = read(HEADER, *ROWS)

    assert asked(source) == [(1, "Code", "T", "Terminated"), (2, "Code", "T", "Terminated")]
    assert source.beside == ("Code (2)", "Meaning")
    assert source.first_table.headers == ("Code", "Name", "E-mail")


@pytest.mark.parametrize(
    "rows",
    [
        [HEADER.replace("E-mail,,Code", "E-mail,Box"), *(row.replace(".de,,", ".de,") for row in ROWS)],
        [HEADER, ROWS[0], ROWS[1].replace(",T,T", ",A,T"), *ROWS[2:]],
        [HEADER, *ROWS, "X,Ed Day,e@x.de,,,"],
        [HEADER, "A,Ann Lee,a@x.de,,,", *ROWS],
        [HEADER, *ROWS[:2]],
        [HEADER.replace("Meaning", "Meaning,More"), *(f"{row},x" for row in ROWS)],
    ],
)
def test_other_columns_are_no_legend(rows: list[str]) -> None:
    """Without a blank column, a code twice, a code that is not in it, not from the first row on, on each row, wider."""
    source = read(*rows)

    assert (asked(source), source.beside) == ([], ())


def test_a_legend_of_no_leavers_asks_nothing() -> None:
    """Nor does a row that has only cells of it: it is no person."""
    source = read(HEADER, "K,Ann Lee,a@x.de,,K,Kitchen", "K,Bo Roe,b@x.de,,S,Sales", ",,,,W,Work", "S,Cy Poe,c@x.de,,,")

    assert asked(source) == []
    assert source.rows.get_column("not_people").to_list() == [None, None, "beside", None]


def opened(source: Source) -> list[tuple[str, str]]:
    """Get value and meaning of every question about a code whose meaning nobody knows."""
    found = source.findings.filter(pl.col("code") == "legend_open")
    return found.select("value", "reason").rows()


def people(*meanings: str) -> Source:
    """Read a table with a code a person, each twice, and a legend of these meanings."""
    codes = "ABCDEFGH"[: len(meanings)]
    lines = [*(f",{code},{meaning}" for code, meaning in zip(codes, meanings, strict=True)), *([",,"] * len(meanings))]
    places = (codes[number % len(meanings)] for number in range(len(lines)))
    return read(
        "St.,Name,E-mail,,Abk.,Bedeutung",
        *(
            f"{code},Ann Lee{code},{number}@x.de,{line}"
            for number, (code, line) in enumerate(zip(places, lines, strict=True))
        ),
    )


@pytest.mark.parametrize(
    ("meanings", "left", "open_ones"),
    [
        (("aktiv", "Pension"), "B", ""),
        (("pracuje", "emerytura", "koniec umowy", "urlop"), "BC", ""),
        (("active", "retirement", "end of contract", "quarantined"), "BC", "D"),
        (("active", "starts later"), "", "B"),
        (("active", "full time", "on leave"), "", ""),
        (("Kitchen", "Sales", "Pension funds"), "", ""),
        (("Employee", "External firm", "Trainee"), "", ""),
    ],
)
def test_meanings(meanings: tuple[str, ...], left: str, open_ones: str) -> None:
    """Words for the end of a job are leaving; beside states, what nobody knows is open; other legends ask nothing."""
    source = people(*meanings)

    assert "".join(sorted({value for _, _, value, _ in asked(source)})) == left
    assert "".join(sorted({value for value, _ in opened(source)})) == open_ones


def test_legend_that_is_called_one_may_be_as_long_as_the_table() -> None:
    """Its two columns say what they are, with a blank column before them or none: no code is a person's number."""
    rows = ["A,Ann Lee,a@x.de,,A,active", "R,Bo Roe,b@x.de,,R,retired", "A,Cy Poe,c@x.de,,L,left"]
    without = ("St.,Name,E-mail,Code,Meaning", *(row.replace(",,", ",") for row in rows))

    for lines in (("St.,Name,E-mail,,Code,Meaning", *rows), without):
        source = read(*lines)
        assert asked(source) == [(1, "St.", "R", "retired")]
        assert source.beside == ("Code", "Meaning")


KEY = ["E,Ann Lee,a@x.de,,E,Employed", "T,Bo Roe,b@x.de,,T,Terminated", "E,Cy Poe,c@x.de,,,", "E,Di Fox,d@x.de,,,"]


@pytest.mark.parametrize("heading", ["Key,", "Legende:,", "Code,", ",", "Codes,Legend"])
def test_key_is_a_legend_under_one_name_or_none(heading: str) -> None:
    """The word stands over the codes; what they mean has no name."""
    source = read(f"St,Name,E-mail,,{heading}", *KEY)

    assert asked(source) == [(1, "St", "T", "Terminated")]
    assert source.first_table.headers == ("St", "Name", "E-mail")


def test_heading_of_a_key_may_stand_in_the_first_row() -> None:
    """The columns themselves have no names."""
    rows = ["E,Ann Lee,a@x.de,,Key,", "T,Bo Roe,b@x.de,,E,Employed", "E,Cy Poe,c@x.de,,T,Terminated", KEY[3]]

    assert asked(read("St,Name,E-mail,,,", *rows)) == [(1, "St", "T", "Terminated")]


def test_key_beside_the_last_column_needs_its_name() -> None:
    """Without a blank column before it, the word over the codes says what they are."""
    rows = [row.replace(",,", ",", 1) for row in KEY]

    assert asked(read("St,Name,E-mail,Key,", *rows)) == [(1, "St", "T", "Terminated")]
    assert asked(read("St,Name,E-mail,Ext.,", *rows)) == []


@pytest.mark.parametrize("meaning", ["b@x.de", "12", "B"])
def test_meanings_are_words(meaning: str) -> None:
    """Addresses, numbers and single letters explain no codes."""
    rows = [KEY[0], KEY[1].replace("Terminated", meaning), *KEY[2:]]

    assert read("St,Name,E-mail,,Key,", *rows).beside == ()


def test_what_stands_below_a_key_is_none_of_it() -> None:
    """A blank row ends it; the columns are no columns of the people all the same."""
    rows = [*KEY, "E,Ed Day,e@x.de,,On call:,Dr Flo Hay"]
    source = read("St,Name,E-mail,,Key,", *rows)

    assert asked(source) == [(1, "St", "T", "Terminated")]
    assert source.beside == ("Key", "Column 6")
