"""Whole names without what stands around them, and what a file proves."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.bare import proofs, worded


def wholes(*cells: str | None) -> pl.DataFrame:
    """Get whole names of one file, without addresses."""
    blank = pl.lit(None, pl.String)
    frame = pl.DataFrame({"whole": cells}, schema={"whole": pl.String})
    return frame.with_columns(blank.alias("name_order"), blank.alias("Email Address"), file=pl.lit("hr.csv"))


def test_what_stands_around_a_name_comes_off() -> None:
    """Titles, degrees and brackets are no words of a name; a numeral is joined to it."""
    found = worded(wholes("Dr. Ana Ruiz, PhD", "Bo Klemt (1001)", "Cy Koch II"))

    assert found.get_column("bare").to_list() == ["Ana Ruiz", "Bo Klemt", "Cy Koch II"]
    assert found.get_column("size").to_list() == [2, 2, 2]


def test_rows_without_a_name_are_dropped() -> None:
    """A blank and a placeholder are no name; the others stay in order."""
    assert worded(wholes("Ana Ruiz", None, "n/a", "Bo Klemt")).get_column("one").to_list() == ["Ana", "Bo"]


def test_second_word_is_seen_elsewhere() -> None:
    """A middle word may begin or end other names of the file."""
    found = worded(wholes("Ana María Gil", "María Ruiz", "Bo Ruiz Berg"))

    assert found.get_column("seen_first").to_list() == [True, False, False]
    assert found.get_column("seen_last").to_list() == [False, True, True]


@pytest.mark.parametrize(("in_capitals", "expected"), [(3, True), (2, False)])
def test_most_last_names_stand_in_capitals(in_capitals: int, *, expected: bool) -> None:
    """More than half of the names of several words have their last name in capitals; single words have no say."""
    names = [*["Ana RUIZ"] * in_capitals, *["Bo Klemt"] * 2, *["CY"] * 3]

    assert proofs(wholes(*names)).get_column("last_in_capitals").to_list() == [expected]
