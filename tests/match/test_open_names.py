"""Names that could not be cut, among the rows of one person."""

from typing import Any

import polars as pl
import pytest

from keycafe_clean.match.open_names import has_open_name, name_letters, names_left_open, same_letters
from keycafe_clean.match.survivors import cells_beside_kept
from tests.match.people import people


def two_rows(whole: str, guess: tuple[str | None, str | None], **kept: Any) -> pl.DataFrame:  # noqa: ANN401 - cells
    """Get an ended row with an open whole name, and the active one of the same person, Jose Soto."""
    cut = {"first": "Jose", "last": "Soto", "likely_first_name": None, "likely_last_name": None} | kept
    rows = people(
        full_name=[whole, "Jose Soto"],
        is_active=[False, True],
        first=[None, cut["first"]],
        last=[None, cut["last"]],
        likely_first_name=[guess[0], cut["likely_first_name"]],
        likely_last_name=[guess[1], cut["likely_last_name"]],
    )
    return rows.with_columns(cluster_id=pl.lit(0))


def left_open(rows: pl.DataFrame) -> list[tuple[Any, ...]]:
    """Get row, column, suggestion and the other row of each part that is put in doubt."""
    asked = names_left_open(cells_beside_kept(rows), rows)
    return asked.select("row_id", "column", "suggestion", "value", "other_row_id").rows()


@pytest.mark.parametrize(
    ("whole", "guess", "asked"),
    [
        ("José Luis Soto", ("José", "Luis Soto"), [("First Name", "José"), ("Last Name", "Luis Soto")]),
        ("Jose Luis Soto", ("Jose", "Luis Soto"), [("Last Name", "Luis Soto")]),
        ("José Soto", ("José", "Soto"), [("First Name", "José")]),
        ("JOSE SOTO", ("SOTO", "JOSE"), []),
        ("Soto, Jose", ("Soto", "Jose"), []),
        ("Jose L. Soto", ("JOSE", None), []),
    ],
)
def test_open_name_of_another_row_is_not_forgotten(
    whole: str, guess: tuple[str | None, str | None], asked: list[tuple[str, str]]
) -> None:
    """Part by part, where the kept one says something else, unless both names have the same letters."""
    expected = [(1, column, suggestion, whole, 0) for column, suggestion in asked]

    assert left_open(two_rows(whole, guess)) == expected


def test_kept_name_that_is_open_asks_for_itself() -> None:
    """The other row adds nothing."""
    kept = {"first": None, "last": None, "likely_first_name": "Jose", "likely_last_name": "Soto"}

    assert left_open(two_rows("José Luis Soto", ("José", "Luis Soto"), **kept)) == []


@pytest.mark.parametrize(
    ("columns", "is_open"),
    [
        ({"full_name": ["Jo"], "likely_first_name": ["Jo"]}, True),
        ({"full_name": ["Ng"], "likely_last_name": ["Ng"]}, True),
        ({"full_name": ["Jo Ng"], "first": ["Jo"], "likely_last_name": ["Ng"]}, False),
        ({"full_name": ["Jo Ng"], "last": ["Ng"]}, False),
        ({"full_name": [None]}, False),
    ],
)
def test_open_name_has_a_guess_and_no_part(columns: dict[str, Any], *, is_open: bool) -> None:
    """Half a name that is there is none."""
    rows = people(**columns)

    assert rows.select(has_open_name(rows)).to_series().to_list() == [is_open]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Soto, José", "JOSÉ SOTO", True),
        ("林 真理子", "林真理子", True),
        ("José Soto", "Jose Soto", False),
        ("José Soto", "José Sota", False),
    ],
)
def test_names_of_the_same_letters(one: str, other: str, *, is_same: bool) -> None:
    """In any order, with any signs between; accents count."""
    rows = people(full_name=[one, other])

    assert (rows.select(letters=same_letters(rows)).get_column("letters").n_unique() == 1) is is_same


@pytest.mark.parametrize(
    ("name", "letters"), [("J.-P. O'Neil", "JPONeil"), ("Zoe\u0308", "Zoë"), ("", ""), (None, None)]
)
def test_letters_of_a_name(name: str | None, letters: str | None) -> None:
    """Signs and blanks are none."""
    assert (
        pl.DataFrame({"name": [name]}, schema={"name": pl.String}).select(name_letters(pl.col("name"))).item()
        == letters
    )
