"""Rows that have one employee number and are not one person for certain."""

import polars as pl
import pytest

from keycafe_clean.match.shared_numbers import few_enough, numbers_of_several, pairs_of_numbers
from tests.match.people import people


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (["Jo", "Eva"], ["Ng", "Lund"], "same employee number, different names"),
        (["Jo", "J."], ["Ng", "Ng"], "same employee number, names that fit"),
        (["Thảo", "Thạo"], ["Đỗ", "Đỗ"], "same employee number, names that differ in their marks only"),
        (["J.", "Ng"], ["Ng", "J."], "same employee number, another spelling of the name"),
        (["美咲", "Misaki"], ["野村", "Nomura"], "same employee number, names in two scripts"),
        (["Jo", None], ["Ng", None], "same employee number, a name is missing"),
        ([None, "Jo"], [None, "Ng"], "same employee number, a name is missing"),
    ],
)
def test_rows_of_one_number_are_a_pair(first: list[str | None], last: list[str | None], reason: str) -> None:
    """A number is one person's: whoever else has it is asked about, with what their names say."""
    pairs = pairs_of_numbers(people(first=first, last=last, employee_id=["7", "7"]))

    assert pairs.select("left_row_id", "right_row_id", "reason").rows() == [(0, 1, reason)]


def numbered(*sizes: int) -> pl.DataFrame:
    """Get rows of other names with numbers that so many of them share each."""
    numbers = [str(number) for number, size in enumerate(sizes) for _ in range(size)]
    return people(first=[f"Jo{'abcdefghij'[i % 10]}" for i in range(len(numbers))], employee_id=numbers)


@pytest.mark.parametrize(
    ("sizes", "pairs", "asked"),
    [
        ([1, 1], 0, []),
        ([3], 3, []),
        ([4], 0, [("1 value", "one of them '0'")]),
        ([2, 4, 5], 1, [("2 values", "one of them '1'")]),
        ([2] * 20, 20, []),
        ([2] * 21, 0, [("21 values", "one of them '0'")]),
    ],
)
def test_many_are_one_question(sizes: list[int], pairs: int, asked: list[tuple[str, str]]) -> None:
    """A code of many rows, and a column of many such numbers, is asked about once."""
    rows = numbered(*sizes)

    found = pairs_of_numbers(rows)
    assert few_enough(found).height == pairs
    assert numbers_of_several(rows, found).select("value", "reason").rows() == asked


def test_number_is_compared_as_it_is_written_and_pairs_are_in_order() -> None:
    """Letter case and outer blanks are no difference, a blank is no number; a pair is as likely as not."""
    rows = people(first=["Jo", "Eva", "Kai", "Mia", "Lea", "Udo"], employee_id=["b2", "A7", None, " a7", "B2 ", " "])

    assert pairs_of_numbers(rows.reverse()).rows() == [
        (0, 4, 0.5, "same employee number, different names", False),
        (1, 3, 0.5, "same employee number, different names", False),
    ]
