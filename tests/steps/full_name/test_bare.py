"""Whole names without what stands around them, and what a file proves."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.bare import proofs, worded
from keycafe_clean.steps.full_name.order import CHINESE, EITHER_FIRST
from keycafe_clean.words.letters import puts_last_name_first


def wholes(*cells: str | None) -> pl.DataFrame:
    """Get whole names of one file, without addresses."""
    blank = pl.lit(None, pl.String)
    frame = pl.DataFrame({"whole": cells}, schema={"whole": pl.String})
    alike = {"file": pl.lit("hr.csv"), "in_signs": puts_last_name_first(pl.col("whole"))}
    return frame.with_columns(blank.alias("name_order"), blank.alias("Email Address"), **alike)


def test_what_stands_around_a_name_comes_off() -> None:
    """Titles, degrees and brackets are no words of a name; a numeral is joined to it."""
    found = worded(wholes("Dr. Ana Ruiz, PhD", "Bo Klemt (1001)", "Cy Koch II"))

    assert found.get_column("bare").to_list() == ["Ana Ruiz", "Bo Klemt", "Cy Koch II"]
    assert found.get_column("size").to_list() == [2, 2, 2]


@pytest.mark.parametrize(
    "whole",
    [
        "Ana Ruiz 🎉", "Ana Ruiz she/her", "Ana Ruiz (1001)", "Ana Ruiz - external", ";Ana Ruiz,", "Frau Ana Ruiz",
        "Ana Ruiz Jr.",
    ],
)  # fmt: skip
def test_every_kind_of_decoration_comes_off(whole: str) -> None:
    """Pictures, pronouns, brackets, other companies, loose ends, titles and suffixes are no words of a name."""
    assert worded(wholes(whole)).get_column("bare").to_list() == ["Ana Ruiz"]


def test_rows_without_a_name_are_dropped() -> None:
    """A blank and a placeholder are no name; the others stay in order."""
    assert worded(wholes("Ana Ruiz", None, "n/a", "", "Bo Klemt")).get_column("one").to_list() == ["Ana", "Bo"]


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


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ana RUIZ", "Bo KLEMT", "Wei Lan"], False),
        (["Ruiz, Ana", "Klemt, Bo", "Wei Lan"], False),
        (["Wei Lan", "Okafor Chidi"], None),
    ],
)
def test_capitals_and_commas_of_others_tell_the_order(names: list[str], expected: bool | None) -> None:  # noqa: FBT001
    """Beside names that tell their last name by capitals or by a comma, the others begin with the first name."""
    assert proofs(wholes(*names)).get_column("family_first").to_list() == [expected]


@pytest.mark.parametrize(
    ("names", "expected"), [(["Ruiz, Ana", "Bo Klemt"], True), (["Ruiz, Ana", "Bo Klemt", "Cy Koch"], False)]
)
def test_half_of_the_names_have_a_comma(names: list[str], *, expected: bool) -> None:
    """Half of them is enough to say that the names of a file are written so."""
    assert proofs(wholes(*names)).get_column("with_commas").to_list() == [expected]


def test_one_japanese_name_makes_a_file_japanese() -> None:
    """What other names are changes nothing; without any the file is none."""
    assert proofs(wholes("佐藤健", "王芳")).get_column("japanese").to_list() == [True]
    assert proofs(wholes("王芳")).get_column("japanese").to_list() == [False]


@pytest.mark.parametrize(
    ("names", "order", "expected"),
    [
        (["王小明"], CHINESE, True),
        (["王小明"], EITHER_FIRST, False),
        (["王小明", "陈芳"], EITHER_FIRST, True),
        (["王小明", "佐藤健"], CHINESE, False),
        (["王小明", "李芳", "张伟", "佟小明"], CHINESE, True),
        (["王小明", "李芳", "佟小明"], CHINESE, False),
    ],
)
def test_header_or_a_sign_makes_a_file_chinese(names: list[str], order: str, *, expected: bool) -> None:
    """Nearly all names are cut as Chinese ones, none is Japanese, and the file says that it is from there."""
    given = wholes(*names).with_columns(name_order=pl.lit(order))

    assert proofs(given).get_column("chinese").to_list() == [expected]


@pytest.mark.parametrize(("pairs", "expected"), [(9_999, False), (10_000, True)])
def test_names_are_sampled_from_20_000_on(pairs: int, *, expected: bool) -> None:
    """Up to then every name has a say; of 20,000 every second one."""
    names = wholes(*["CHO Ana", "Ana Ba"] * pairs)

    assert proofs(names).get_column("last_in_capitals").to_list() == [expected]
