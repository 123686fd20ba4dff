import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.findings import (
    FINDINGS,
    SEVERITIES,
    catalogue,
    findings_of,
    in_words,
    no_findings,
    said_once,
    thousands,
    where_both_wait,
)
from keycafe_clean.formula_escaping import mark

ROWS = pl.DataFrame(
    {"row_id": [0, 1], "source_row": [2, 12_345], "file": ["staff.csv", "staff.csv"]},
    schema={"row_id": pl.UInt32, "source_row": pl.UInt32, "file": pl.String},
)


def said(code: str, rows: pl.DataFrame = ROWS, **cells: object) -> tuple[str, str]:
    """Get sentence and advice of one finding with these cells."""
    finding = pl.DataFrame([{"row_id": 0, **cells}])
    return in_words(findings_of(code, finding), rows).select("sentence", "advice").row(0)  # type: ignore[return-value]


def test_no_findings() -> None:
    """No findings have the columns of findings."""
    assert no_findings().schema == FINDINGS


def test_findings_of_few_columns() -> None:
    """What a frame does not say of a finding is null; code and severity are the catalogue's."""
    frame = pl.DataFrame({"row_id": [3], "value": ["x"], "somewhere": ["else"]})

    found = findings_of("email_syntax", frame)

    assert found.schema == FINDINGS
    assert found.row(0) == (3, None, "email_syntax", "fix", "x", None, None, None)


def test_findings_of_no_rows() -> None:
    """A frame without rows gives no findings."""
    assert findings_of("email_syntax", ROWS.clear()).equals(no_findings())


def test_findings_of_unknown_code() -> None:
    """A code without a sentence is refused."""
    with pytest.raises(KeyError, match="no_such_code"):
        findings_of("no_such_code", ROWS)


def test_in_words_fills_blanks() -> None:
    """A sentence names row, column and value, its row with thousands separators."""
    sentence = "Row 12,345: Send Invitation is 'yes'. It must be 'true' or 'false'."

    assert said("boolean_text", row_id=1, column="Send Invitation", value="yes") == (
        sentence,
        "Type 'true' or 'false'.",
    )


@pytest.mark.parametrize(("row_id", "other"), [(1, 0), (0, 1)])
def test_in_words_names_both_rows(row_id: int, other: int) -> None:
    """A finding about two rows names both in their order, whichever is kept."""
    sentence = "Rows 2 and 12,345 have the same Badge Code. A badge opens for one person."

    assert said("badge_code_unique", row_id=row_id, other_row_id=other)[0] == sentence


def test_in_words_names_files_when_several() -> None:
    """Rows of several files are named with their file."""
    rows = ROWS.with_columns(file=pl.Series(["leeds.csv", "york.csv"]))
    sentence = "Rows 2 of leeds.csv and 12,345 of york.csv have the same Badge Code. A badge opens for one person."

    assert said("badge_code_unique", rows, row_id=1, other_row_id=0)[0] == sentence


def test_in_words_when_value_looks_like_a_blank() -> None:
    """What stands in a cell is never taken for a blank of the sentence."""
    assert (
        said("email_syntax", value="{row}{value} $1 {")[0]
        == "Row 2: '{row}{value} $1 {' is not a complete e-mail address."
    )


def test_in_words_of_nothing() -> None:
    """No findings have no sentences."""
    assert in_words(no_findings(), ROWS).schema == {**FINDINGS, "sentence": pl.String, "advice": pl.String}


def test_in_words_when_about_no_row() -> None:
    """A finding about the whole file is kept, in order, with what it says."""
    found = pl.concat(
        [
            findings_of("decision_nobody", pl.DataFrame({"value": ["jana@example.com"]})),
            findings_of("email_required", ROWS.select("row_id")),
        ]
    )

    assert in_words(found, ROWS).get_column("sentence").to_list() == [
        "A decision about 'jana@example.com' fits nobody in this export.",
        "Row 2: Email Address is empty. A Full User needs one; a SmartBox User does not.",
        "Row 12,345: Email Address is empty. A Full User needs one; a SmartBox User does not.",
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (None, None),
        (0, "0"),
        (12, "12"),
        (123, "123"),
        (1_234, "1,234"),
        (123_456, "123,456"),
        (1_234_567, "1,234,567"),
    ],
)
def test_thousands(number: int | None, text: str | None) -> None:
    """Numbers have a comma every three digits."""
    assert pl.DataFrame({"n": [number]}, schema={"n": pl.UInt32}).select(thousands(pl.col("n"))).item() == text


@given(st.integers(min_value=0, max_value=2**32 - 1))
def test_thousands_as_python(number: int) -> None:
    """Thousands separators are Python's."""
    assert pl.DataFrame({"n": [number]}).select(thousands(pl.col("n"))).item() == f"{number:,}"


def test_severities() -> None:
    """Every code has one of the three severities."""
    assert {entry.severity for entry in catalogue().values()} == set(SEVERITIES)


def test_fix_waits_for_its_question() -> None:
    """While a cell is asked about, its fix is not said; without the question it is. Nothing is said twice."""
    cells = pl.DataFrame({"row_id": [0], "column": ["Email Address"], "value": ["a@x.org, b@y.org"]})
    asked, broken = findings_of("two_addresses", cells), findings_of("email_syntax", cells)
    other = findings_of("email_syntax", cells.with_columns(row_id=pl.lit(1)))

    assert said_once(pl.concat([asked, broken, other])).select("row_id", "code").rows() == [
        (0, "two_addresses"),
        (1, "email_syntax"),
    ]
    assert said_once(pl.concat([broken, broken])).height == 1


@pytest.mark.parametrize(
    "code", ["not_a_person", "account_kind", "account_type", "lone_cell", "other_table", "name_column_open"]
)
def test_missing_name_is_not_asked_for_of_what_may_be_no_person(code: str) -> None:
    """Whether it is one, or has its name in another column, is asked first; of any other row the name is."""
    missing = findings_of("first_name_required", pl.DataFrame({"row_id": [0, 1]}))
    asked = findings_of(code, pl.DataFrame({"row_id": [0]}))

    said_of = said_once(pl.concat([missing, asked])).select("row_id", "code").rows()
    assert said_of == [(1, "first_name_required"), (0, code)]


@pytest.mark.parametrize(("relatives", "asked"), [([1], []), ([0], []), ([0, 1], [1]), ([2], [1]), ([], [1])])
def test_relative_is_not_taken_for_the_employee(relatives: list[int], asked: list[int]) -> None:
    """Of two rows one of which is a relative's, nobody asks if they are one person; of two relatives somebody does."""
    pair = findings_of("possible_duplicate", pl.DataFrame({"row_id": [1], "other_row_id": [0]}))
    rows = pl.DataFrame({"row_id": relatives}, schema={"row_id": pl.UInt32})
    said_of = said_once(pl.concat([pair, findings_of("family_member", rows)]))

    assert said_of.filter(pl.col("code") == "possible_duplicate").get_column("row_id").to_list() == asked


@pytest.mark.parametrize("code", ["shared_address", "possible_duplicate"])
def test_no_row_that_waits_is_said_to_be_imported(code: str) -> None:
    """Where the row that is kept waits too, by any question or fix, the sentence says that; a note holds nobody up."""
    asked = pl.DataFrame({"row_id": [1, 3], "other_row_id": [0, 2]})
    beside = findings_of("email_unique", pl.DataFrame({"row_id": [0]}))
    noted = findings_of("combined_differently", pl.DataFrame({"row_id": [2]}))

    said_of = where_both_wait(pl.concat([findings_of(code, asked), beside, noted])).get_column("code").to_list()

    assert said_of == [f"{code}_waits", code, "email_unique", "combined_differently"]


def test_words_of_ours_need_no_mark_against_spreadsheets() -> None:
    """No sentence and no advice gets an apostrophe in `waiting.csv`: none has a `--` behind a semicolon."""
    told = [words for entry in catalogue().values() for words in (entry.sentence, entry.advice)]

    assert pl.DataFrame({"told": told}).select(mark(pl.col("told"))).to_series().to_list() == told
