import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.badges import BADGE_RULES, BADGE_STEPS, badge_date, suggest_badges

KEPT = [f"{number:010d}" for number in range(1_000_000, 1_000_030)]


def found(cell: str | None, others: list[str] | None = None) -> pl.DataFrame:
    """Get the findings about one badge code among others, in words."""
    frame = pl.DataFrame({"Badge Code": pl.Series([cell, *(others or [])], dtype=pl.String)}).with_row_index("row_id")
    for step in BADGE_STEPS:
        frame = step(frame)
    places = frame.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))
    return in_words(break_rules(frame, BADGE_RULES), places)


@pytest.mark.parametrize(
    "cell",
    ["00042", "1234567", "9e42", "12345E67", "0A98967F", "123:4567", "012-0001234", "FACE", "AB-12", None, "n/a"],
)
def test_badge_is_not_doubted_when_it_may_be_a_code(cell: str | None) -> None:
    """Zeros, letters and signs belong to codes."""
    assert found(cell).is_empty()


@pytest.mark.parametrize(
    ("cell", "sentence", "advice"),
    [
        (
            "1.23E+11",
            "Row 2: a spreadsheet has turned the Badge Code into '1.23E+11'; its digits are lost.",
            "Type the code from the badge, or leave the cell blank.",
        ),
        (
            "1234.0",
            "Row 2: a spreadsheet has turned the Badge Code into the number '1234.0'; zeros in front may be lost.",
            "Type the code from the badge; '1234' if it has no zeros in front.",
        ),
        (
            "12.03.2026",
            "Row 2: a spreadsheet has turned the Badge Code into the date '12.03.2026'.",
            "Type the code from the badge, or leave the cell blank.",
        ),
        (
            "1000000",
            "Row 2: the Badge Code '1000000' has lost the zeros in front that others in the file have.",
            "Compare it with the badge; it may be '0001000000'.",
        ),
    ],
)
def test_damage_of_a_badge_needs_a_fix(cell: str, sentence: str, advice: str) -> None:
    """What a spreadsheet did to a code is named, and never repaired by itself."""
    assert found(cell, KEPT).select("severity", "sentence", "advice").rows() == [("fix", sentence, advice)]


@pytest.mark.parametrize(
    ("cell", "sentence", "advice"),
    [
        ("123; 456", "Row 2: Badge Code holds several codes: '123; 456'.", "Choose the one that Keycafe should know."),
        (
            "see above",
            "Row 2: Badge Code is 'see above', which is no code.",
            "Type the code from the badge, or leave the cell blank.",
        ),
    ],
)
def test_what_is_no_single_code_is_a_question(cell: str, sentence: str, advice: str) -> None:
    """Several codes or words are asked about."""
    assert found(cell).select("severity", "sentence", "advice").rows() == [("question", sentence, advice)]


@pytest.mark.parametrize("cell", ["1.23E11", "1E+11", "1,23E+05", "4.2143E+14"])
def test_power_of_ten_is_damage_however_it_is_written(cell: str) -> None:
    """Any number with an exponent and a sign or a fraction lost its digits."""
    assert found(cell).get_column("code").to_list() == ["badge_scientific"]


@pytest.mark.parametrize("cell", ["2026-03-12", "2026-03-12 00:00:00", "3/12/2026", "12-Mar", "Mar-12", "12-Mar-26"])
def test_date_is_damage_however_it_is_written(cell: str) -> None:
    """A code that became a day is named."""
    assert found(cell, KEPT).get_column("code").to_list() == ["badge_date"]


def test_date_is_no_damage_when_all_codes_look_so() -> None:
    """A company may number its badges like days."""
    assert found("12.03.2026", ["13.03.2026", "14.03.2026"]).is_empty()


def test_short_code_is_no_damage_when_no_other_has_zeros() -> None:
    """Without kept zeros nothing says that some were lost."""
    assert found("123", ["1234", "5678", "9012", "3456", "7890"]).is_empty()


@pytest.mark.parametrize(("of_one_length", "likely"), [(8, "00042"), (7, None)])
def test_zeros_are_missed_where_four_of_five_codes_have_one_length(of_one_length: int, likely: str | None) -> None:
    """A code has lost its zeros where four of five codes of its make have one length, some with a zero in front."""
    usual = ["00017", *(f"{number}0017" for number in range(1, of_one_length))]
    others = [f"{number}" * 7 for number in range(1, 10 - of_one_length)]

    found = suggest_badges(pl.DataFrame({"Badge Code": [*usual, "42", *others]}))

    assert found.filter(pl.col("Badge Code") == "42").item(0, "likely_badge") == likely


@pytest.mark.parametrize(("code", "likely"), [("42", "00042"), ("0042", None), ("10017", None), ("100017", None)])
def test_only_a_short_code_without_a_zero_has_lost_zeros(code: str, likely: str | None) -> None:
    """A code that begins with a zero, or has the usual length or more, has lost none."""
    others = [f"0{number}17" for number in range(10, 20)]

    found = suggest_badges(pl.DataFrame({"Badge Code": [code, *others]}))

    assert found.item(0, "likely_badge") == likely
    assert found.get_column("likely_badge").tail(10).to_list() == [None] * 10


def test_rows_stay_where_several_have_one_short_code() -> None:
    """A code that two rows have is suggested for each of them, and no row is there twice."""
    frame = pl.DataFrame({"Badge Code": ["1000000", *KEPT, "1000000"]})

    found = suggest_badges(frame)

    assert found.get_column("Badge Code").equals(frame.get_column("Badge Code"))
    assert found.get_column("likely_badge").drop_nulls().to_list() == ["0001000000"] * 2


@pytest.mark.parametrize(("dates", "is_asked"), [(1, True), (2, False)])
def test_dates_are_damage_where_most_codes_are_none(dates: int, *, is_asked: bool) -> None:
    """Where a fifth of the codes look like dates, they may be codes that look so."""
    codes = [*["01-Feb"] * dates, *(f"{number}0017" for number in range(10 - dates))]

    assert pl.DataFrame({"Badge Code": codes}).select(badge_date("Badge Code")).to_series().any() is is_asked


@pytest.mark.parametrize(
    ("code", "others", "likely"),
    [
        ("1F3", ["0A1B2", "1A1B2", "2A1B2", "3A1B2"], "001F3"),
        ("42", ["0A1B2", "1A1B2", "2A1B2", "3A1B2"], None),
        ("ZZ9", ["0ZZ42", "1ZZ42", "2ZZ42", "3ZZ42"], "00ZZ9"),
        ("1-2", ["00-42", "10-42", "20-42", "30-42"], "001-2"),
        ("102", ["00-42", "10-42", "20-42", "30-42"], None),
        ("42", ["017", "10017", "20017", "30017", "40017", "50017", "60017", "70017", "80017"], None),
    ],
)
def test_codes_of_one_make_are_compared(code: str, others: list[str], likely: str | None) -> None:
    """Digits, hexadecimal, letters and signs are makes of their own; zeros count in codes of the usual length."""
    assert suggest_badges(pl.DataFrame({"Badge Code": [code, *others]})).item(0, "likely_badge") == likely


@pytest.mark.parametrize(("cell", "code"), [("1234,0", "badge_decimal"), ("1,23E+11", "badge_scientific")])
def test_comma_within_a_number_parts_no_codes(cell: str, code: str) -> None:
    """A number of a spreadsheet is named as such, and not as two codes."""
    assert found(cell).get_column("code").to_list() == [code]


def test_code_that_was_typed_has_lost_no_zeros() -> None:
    """What was said about a code does not hold for the one typed over it."""
    frame = suggest_badges(pl.DataFrame({"Badge Code": ["1000000", *KEPT]}).with_row_index("row_id"))
    typed = frame.with_columns(pl.col("Badge Code").replace("1000000", "0001000000"))

    assert break_rules(typed, BADGE_RULES).is_empty()
