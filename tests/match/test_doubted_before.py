import polars as pl
import pytest

from keycafe_clean.match.doubted_before import (
    DOUBTED,
    asked_again,
    doubted_still,
    under_another_name,
    without_other_people,
)
from tests.match.known_cells import Cells, people, person

ANN = person("Ann", "Lee", email="ann.lee@example.com")
RENAMED = person("Ann", "Novak", email="a.novak@example.com")


def doubted(value: str = "ann.lee@example.com", *, by_address: bool = False, row: int = 0) -> pl.DataFrame:
    """Get one row that was asked about before."""
    return pl.DataFrame([(row, value, by_address)], schema=DOUBTED, orient="row")


def rows(*persons: Cells, combined: tuple[int | None, ...] | None = None) -> pl.DataFrame:
    """Get rows, none of them combined unless it is said."""
    into = pl.Series("combined_into", combined or [None] * len(persons), dtype=pl.UInt32)
    return people(*persons).with_columns(into)


@pytest.mark.parametrize(
    ("here", "asked", "is_open"),
    [
        (RENAMED, doubted(), True),
        (RENAMED, doubted("Ann Lee"), False),
        (RENAMED, doubted(by_address=True), False),
        (person("Zoe", "Quast", email="Ann.Lee@example.com"), doubted(by_address=True), True),
        (person("Zoe", "Quast"), doubted(by_address=True), False),
    ],
)
def test_a_question_stays_open(here: Cells, asked: pl.DataFrame, *, is_open: bool) -> None:
    """Unless nobody of that address is known any more, or it was about an address that is another one now."""
    assert doubted_still(asked, rows(here), people(ANN).drop("row_id")).height == is_open


def test_a_question_is_about_the_row_that_is_kept() -> None:
    """However many rows of one person are combined."""
    both = rows(RENAMED, RENAMED, combined=(1, None))

    assert doubted_still(doubted(), both, people(ANN)).get_column("row_id").to_list() == [1]
    assert under_another_name(doubted(), both, people(ANN)).to_list() == [0, 1]


@pytest.mark.parametrize(("here", "told"), [(RENAMED, [0]), (person("Lee", "Ann"), [0]), (person("ANN", "Lee"), [])])
def test_whoever_has_the_name_of_the_account_is_in_no_doubt(here: Cells, told: list[int]) -> None:
    """Names are compared without case; in another order they are another name, which the account may not have."""
    assert under_another_name(doubted(), rows(here), people(ANN)).to_list() == told


def test_what_is_asked_again() -> None:
    """The same person, and why it is asked."""
    assert asked_again(doubted(), rows(RENAMED), people(ANN)).rows() == [
        (0, "ann.lee@example.com", "asked about before, and not answered", "possible_known")
    ]


@pytest.mark.parametrize(
    ("code", "said", "is_asked"),
    [
        ("possible_known", "Ann.Lee@example.com", False),
        ("possible_known", "ann@other.example.com", True),
        ("address_in_keycafe", "ann.lee@example.com", True),
    ],
)
def test_whom_somebody_is_said_not_to_be(code: str, said: str, *, is_asked: bool) -> None:
    """Is not asked about; that the address is taken is, whoever has it."""
    doubt = asked_again(doubted(), rows(RENAMED), people(ANN)).with_columns(code=pl.lit(code))
    others = pl.DataFrame({"row_id": [0], "value": [said]}, schema_overrides={"row_id": pl.UInt32})

    assert without_other_people(doubt, others).equals(doubt if is_asked else doubt.clear())
