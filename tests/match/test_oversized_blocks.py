from keycafe_clean.findings import in_words
from keycafe_clean.match import oversized_values
from tests.match.people import people


def test_oversized_blocks_are_told() -> None:
    """A value of more rows than are compared is a note with the count; values of few rows are none."""
    rows = people(email=["Desk@example.com", *["desk@example.com"] * 30, *["few@example.com"] * 30, None])

    noted = in_words(oversized_values(rows), rows.with_columns(source_row="row_id", file="Email Address"))

    assert noted.get_column("severity").to_list() == ["note"]
    assert noted.item(0, "sentence") == (
        "31 rows have one value in Email Address. They were not compared with one another because of it."
    )


def test_no_oversized_block_no_note() -> None:
    """Without a shared column there is nothing to tell."""
    assert oversized_values(people(first=["Jo"] * 40)).is_empty()


def test_names_of_few_rows_are_no_note() -> None:
    """Names that are all compared are not counted."""
    assert oversized_values(people(first=["Jo"] * 30, last=["Ek"] * 30)).is_empty()


def test_common_names_are_told() -> None:
    """Names of more rows than are compared are one note with the number of their rows."""
    rows = people(first=["Jo"] * 31 + ["Bo"] * 40 + ["Flo"] * 30, last=["Ek"] * 101)

    assert oversized_values(rows).select("code", "column", "value").rows() == [("common_names", None, "71")]


def test_each_column_is_told_with_its_most_shared_value_first() -> None:
    """Address, number and badge, letter case apart; thirty rows of a value are not too many."""
    rows = people(
        email=["a@example.com"] * 31 + ["b@example.com"] * 40 + [None] * 29,
        employee_id=["7"] * 31 + ["8"] * 30 + [None] * 39,
        badge=["B"] * 16 + ["b"] * 16 + [None] * 68,
    )

    assert oversized_values(rows).select("code", "column", "value").rows() == [
        ("crowded_value", "Email Address", "40"),
        ("crowded_value", "Email Address", "31"),
        ("crowded_value", "employee_id", "31"),
        ("crowded_value", "Badge Code", "32"),
    ]
