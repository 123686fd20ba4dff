from typing import Any

import polars as pl
import pytest

from keycafe_clean.findings import in_words
from keycafe_clean.match import shared_addresses
from tests.match.people import people

DESK = ["desk@example.com", "Desk@example.com"]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (
            {"first": ["Jo", "Eva"]},
            "Rows 2 and 3 share 'desk@example.com' but have different names. One address can have one account.",
        ),
        (
            {"first": ["Jo", "Eva"], "is_active": [False, True]},
            "Rows 3 and 2 share 'desk@example.com' but have different names. One address can have one account.",
        ),
        (
            {"first": ["Jo", "Eva"], "is_active": [None, True]},
            "Rows 3 and 2 share 'desk@example.com' but have different names. One address can have one account.",
        ),
        (
            {"first": ["Jo", "Jo"], "employee_id": ["1", "2"]},
            "Rows 2 and 3 share 'desk@example.com' but have two employee numbers. One address can have one account.",
        ),
        (
            {"first": ["Jo", "Jo"]},
            "Rows 2 and 3 share 'desk@example.com' but are two people. One address can have one account.",
        ),
    ],
)
def test_all_but_one_are_asked(columns: dict[str, Any], sentence: str) -> None:
    """The first active row keeps a shared address, and the others are asked why they have it."""
    rows = people(email=DESK, **columns)
    places = rows.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))

    asked = in_words(shared_addresses(rows), places)

    assert asked.select("severity", "column", "sentence").rows() == [("question", "Email Address", sentence)]


def test_own_addresses_ask_nothing() -> None:
    """Blank addresses and addresses of one row are no question."""
    assert shared_addresses(people(first=["Jo", "Eva", "Kai"], email=[None, None, "kai@example.com"])).is_empty()
