"""The shares that decide what a column is: what holds between them, and what they do to a column."""

import pytest

from keycafe_clean.columns.shares import DIFFERENT, HEADED, MOSTLY_FILLED, SAME, UNHEADED
from tests.columns.sources import FIRSTS, LASTS, NOTHING, WORK, some, suggested


def test_a_header_counts_as_evidence() -> None:
    """With a header that says so fewer cells must agree than without: the header says something too."""
    assert HEADED < UNHEADED


def test_no_column_is_two_things() -> None:
    """Cells that make a column one thing without a header leave too few for a header to make it another."""
    assert HEADED + UNHEADED > 1


def test_columns_that_are_one_with_a_third_are_one_with_each_other() -> None:
    """Two that each differ from a third in a tenth of the rows agree in the rest: as much as cells alone must say."""
    assert 2 * SAME - 1 >= UNHEADED


def test_rivals_have_people_in_common() -> None:
    """Two columns that may both be meant are filled for more than half each: so they can be compared row by row."""
    assert 2 * MOSTLY_FILLED >= 1


def test_a_column_that_says_the_same_of_many_is_not_of_people() -> None:
    """Variety beyond a half: in a column of people most cells occur once."""
    assert 0.5 < DIFFERENT <= 1


@pytest.mark.parametrize(("addresses", "is_taken"), [(5, True), (4, False)])
def test_half_of_the_cells_confirm_a_header(addresses: int, *, is_taken: bool) -> None:
    """A column that is called an address, and is one in half of its cells, is the column of addresses."""
    cells = {"First Name": FIRSTS, "Last Name": LASTS, "Email": some(addresses, WORK, LASTS)}

    assert (suggested(cells).get("Email Address") == ("Email",)) is is_taken


@pytest.mark.parametrize(("addresses", "is_taken"), [(8, True), (7, False)])
def test_four_fifths_of_the_cells_stand_for_a_header(addresses: int, *, is_taken: bool) -> None:
    """A login that is an address in so many of its cells is the column of addresses."""
    cells = {"First Name": FIRSTS, "Last Name": LASTS, "Login": some(addresses, WORK, LASTS)}

    assert (suggested(cells).get("Email Address") == ("Login",)) is is_taken


@pytest.mark.parametrize(("alike", "is_taken"), [(9, True), (8, False)])
def test_columns_that_say_the_same_in_nine_of_ten_rows_are_one(alike: int, *, is_taken: bool) -> None:
    """Of two columns of last names that differ more, none is taken unasked."""
    other = some(alike, LASTS, [f"{last}ova" for last in LASTS])
    cells = {"First Name": FIRSTS, "Last Name": LASTS, "Surname": other, "Email": WORK}

    assert ("Last Name" in suggested(cells)) is is_taken


@pytest.mark.parametrize(("filled", "is_taken"), [(4, True), (5, False)])
def test_a_column_filled_for_fewer_than_half_is_no_rival(filled: int, *, is_taken: bool) -> None:
    """It differs from the fuller one, and nobody is asked which of the two it is."""
    other = some(filled, [f"{last}ova" for last in LASTS], NOTHING)
    cells = {"First Name": FIRSTS, "Last Name": LASTS, "Surname": other, "Email": WORK}

    assert ("Last Name" in suggested(cells)) is is_taken
