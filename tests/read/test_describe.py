"""What was read, in words."""

import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.read.describe import describe, encoding_in_words, letters

HR = Source("hr.csv", pl.DataFrame({"A": ["x"], "B": ["y"]}), pl.DataFrame())


FIVE = dict.fromkeys(range(5, 10), "page")


def rows(total: int, others: dict[int, str]) -> pl.DataFrame:
    """Get rows from spreadsheet row 5 on, some of which are no people."""
    numbers = range(5, 5 + total)
    reasons = [others.get(number) for number in numbers]
    return pl.DataFrame({"source_row": numbers, "not_people": pl.Series(reasons, dtype=pl.String)})


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"encoding": "cp1252", "delimiter": ";", "header_row": 4, "rows": rows(160, {90: "blank", 164: "total"})},
            "hr.csv: Windows-1252, semicolons, column names in row 4, 160 rows, 2 of them not people (rows 90 and 164)",
        ),
        (
            {"encoding": "utf-8", "delimiter": "^", "header_row": None, "rows": rows(1, {})},
            "hr.csv: UTF-8, '^' between cells, no column names, 1 row",
        ),
        (
            {"sheet": "Staff", "header_row": 1, "rows": rows(1200, {7: "blank"})},
            "hr.csv: sheet 'Staff', column names in row 1, 1,200 rows, 1 of them not people (row 7)",
        ),
        (
            {"encoding": "utf-16-le", "delimiter": "\t", "header_row": 1, "rows": rows(9, FIVE)},
            "hr.csv: UTF-16, tabs, column names in row 1, 9 rows, 5 of them not people (rows 5, 6, 7 and 2 more)",
        ),
    ],
)  # fmt: skip
def test_a_source_is_described(facts: dict[str, object], sentence: str) -> None:
    """One sentence says how a file was read."""
    assert describe(Source(**{**vars(HR), **facts})) == sentence  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("cp1252", "Windows-1252"), ("iso8859-2", "ISO 8859-2"), ("koi8-r", "KOI8-r"), ("utf8", "UTF-8")],
)  # fmt: skip
def test_encodings_have_names(encoding: str, words: str) -> None:
    """An encoding is called as people know it."""
    assert encoding_in_words(encoding) == words


def test_letters_are_the_values_beside_ascii() -> None:
    """Each value with such a letter is shown once, in the order of the file."""
    cells = pl.DataFrame({"Name": ["Zoë", "Ann", "Zoë", None, "Jörg"], "Site": ["Köln", "Leeds", "Jörg", "", "Köln"]})

    assert letters(Source("hr.csv", cells, pl.DataFrame()), cells.columns) == ("Zoë", "Jörg", "Köln")


def test_letters_that_tell_encodings_apart_come_first() -> None:
    """Where nothing but the words said the encoding; common letters look right in several."""
    cells = pl.DataFrame({"Name": ["Wójcik", "Góra", "Śliwa", "Król", "Gęsior"]})

    shown = letters(Source("hr.csv", cells, pl.DataFrame(), encoding="cp1250"), cells.columns)
    assert shown == ("Śliwa", "Gęsior", "Wójcik", "Góra", "Król")


def test_thirty_values_are_shown() -> None:
    """As many as somebody looks at."""
    cells = pl.DataFrame({"Name": [f"Zoë {number}" for number in range(31)]})

    assert letters(Source("hr.csv", cells, pl.DataFrame()), ["Name"]) == tuple(f"Zoë {number}" for number in range(30))
