"""The fast way to cut plain names, beside the careful one."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.plain import plain_cut


def cut(
    whole: str, *, family_first: bool = False, last_in_capitals: bool = False, known: str | None = None
) -> list[str] | None:
    """Get [first, last] of a whole name, or None where the careful way must look."""
    cells = {"whole": [whole], "First Name": [known], "Last Name": [None]}
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    made = (
        frame.with_columns(family_first=family_first, last_in_capitals=last_in_capitals, with_commas=True)
        .select(plain_cut())
        .item()
    )
    return None if made is None else list(made)


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        ("Ana Ruiz", ["Ana", "Ruiz"]),
        ("Ruiz, Ana", ["Ana", "Ruiz"]),
        ("Ruiz Gil, Ana María", ["Ana María", "Ruiz Gil"]),
        ("Zoë O'Neill", ["Zoë", "O'Neill"]),
        ("Анна Орлова", ["Анна", "Орлова"]),
        ("Ana María Ruiz", None),
        ("Ana Ru1z", None),
        ("Bo Ruiz", None),
        ("Ana", None),
    ],
)
def test_plain_words_are_cut(whole: str, expected: list[str] | None) -> None:
    """Two plain words of three letters, or a last name before a comma, need no careful look."""
    assert cut(whole) == expected


@pytest.mark.parametrize(
    "whole", ["Van Ruiz", "Ana Team", "Ana Jnr", "Ana PhD", "Prof Ruiz", "Vacant Ruiz", "Unknown, Ana"]
)
def test_words_that_are_no_names_need_a_careful_look(whole: str) -> None:
    """Particles, titles, degrees, placeholders and words of organisations look like names."""
    assert cut(whole) is None


def test_order_of_two_words() -> None:
    """Two words follow the order that the file proves; beside a known part or capitals the careful way must look."""
    assert cut("Ruiz Ana", family_first=True) == ["Ana", "Ruiz"]
    assert cut("Ana RUIZ", last_in_capitals=True) is None
    assert cut("Ana Ruiz", known="Ana") is None
    assert cut("Ruiz, Ana", known="Ana", last_in_capitals=True) == ["Ana", "Ruiz"]
