import polars as pl
import pytest

from keycafe_clean.match.known import KNOWN
from keycafe_clean.match.known_pairs import likely_doubted, partners_elsewhere, without_settled, without_weak
from keycafe_clean.match.possible import as_pairs
from tests.import_rows import FULL_USER, changed, import_rows
from tests.match.known_cells import Cells, people, person


def test_partners_are_who_is_no_row() -> None:
    """Partners are known people none of whose addresses is a row's, numbered by their line; addresses give names."""
    rows = import_rows(FULL_USER, changed(FULL_USER, Email_Address="piotr@example.com"))
    known = pl.DataFrame(
        [
            ("Jana", "Novak", "JANA@example.com", 0),
            ("Jana", "Novak", "jn@example.com", 0),
            ("Eva", "Brandt", None, 1),
            (None, None, "ida.post@example.com", 2),
            (None, None, "desk@example.com", 3),
        ],
        schema={**dict.fromkeys(KNOWN, pl.String), "person": pl.UInt32},
        orient="row",
    )

    assert partners_elsewhere(rows, known).select("row_id", "First Name", "Last Name").rows() == [
        (4, "Eva", "Brandt"),
        (5, "ida", "post"),
        (6, None, None),
    ]


def pairs(*found: tuple[int, int, float, str]) -> pl.DataFrame:
    """Get possible duplicates: the rows, the score, the reason."""
    schema = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32, "score": pl.Float64, "reason": pl.String}
    return as_pairs(pl.DataFrame(found, schema=schema, orient="row"))


def test_doubted_by_the_likeliest_pair() -> None:
    """A row is in doubt by its likeliest pair with a known person, and so is whoever may be the person of that row."""
    partners = people(person("Eva", "Brandt", email="e@example.com"), person("A", "B")).with_columns(
        pl.col("row_id") + 3
    )
    found = pairs((0, 3, 0.7, "weak"), (0, 4, 0.9, "strong"), (0, 1, 0.99, "x"), (3, 4, 0.9, "y"))

    assert likely_doubted(found, partners).drop("code").rows() == [
        (0, "A B", "strong"),
        (1, "e@example.com", "both may be the person of a third row"),
    ]


def test_pairs_that_numbers_tell_apart_are_settled() -> None:
    """A row and a known person of one name with two numbers are no pair; two rows may be one all the same."""
    rows = people(person(number="1"), person(number="3"))
    partners = people(person(number="2")).with_columns(pl.col("row_id") + 2)
    found = pairs((0, 1, 0.9, "x"), (0, 2, 0.9, "y"))

    assert without_settled(found, rows, partners).get_column("right_row_id").to_list() == [1]


@pytest.mark.parametrize(
    ("by_first_name", "known", "is_asked"),
    [
        (False, person("Theo", "Metz"), True),
        (False, person("Dora", "Metz"), False),
        (False, person("Dora", "Metz", number="9"), True),
        (True, person("Theo", "Metz"), False),
    ],
)
def test_pairs_that_tell_nobody_are_not_asked_about(known: Cells, *, by_first_name: bool, is_asked: bool) -> None:
    """Neither a first name alone makes a known person of somebody, nor a name that somebody else has exactly."""
    rows = people(person(number="1"), person("Theodor", "Metzger"))
    partners = people(known).with_columns(pl.col("row_id") + 2)
    found = pairs((1, 2, 0.9, "x")).with_columns(by_first_name=pl.lit(by_first_name))

    assert without_weak(found, rows, partners).is_empty() is not is_asked


def test_two_rows_are_asked_about_by_any_reason() -> None:
    """Whatever is weak about known people may tell two rows of one export."""
    found = pairs((0, 1, 0.9, "same first name"))

    assert without_weak(found, people(person(), person()), people(person()).clear()).equals(found)


def test_only_a_row_and_a_known_person_of_one_name_are_told_apart() -> None:
    """By first days as well as by numbers; two rows, two known people and two names stay pairs."""
    rows = people(person(day="2020-01-01"), person("Egon", "Falk", number="1"), person(number="3"))
    partners = people(person(day="2021-05-05"), person(number="2")).with_columns(pl.col("row_id") + 3)
    asked = [(0, 2), (0, 3), (0, 4), (1, 4), (2, 4), (3, 4)]

    left = without_settled(pairs(*((*pair, 0.9, "x") for pair in asked)), rows, partners)

    assert left.select("left_row_id", "right_row_id").rows() == [(0, 2), (0, 4), (1, 4), (3, 4)]
