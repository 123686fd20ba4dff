"""The fast way to cut plain names, beside the careful one."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.plain import plain_cut


def cut(whole: str, known: str | None = None, known_last: str | None = None, **file: bool) -> list[str] | None:
    """Get [first, last] of a whole name, or None where the careful way must look."""
    cells = {"whole": [whole], "First Name": [known], "Last Name": [known_last]}
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    proven = {"family_first": False, "last_in_capitals": False, "with_commas": True, **file}
    made = frame.with_columns(**proven).select(plain_cut()).item()
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
    assert cut("Ana Ruiz", known_last="Ruiz") is None
    assert cut("Ana Ruiz", known="Ana", family_first=True) is None
    assert cut("Ana María Ruiz", family_first=True) is None
    assert cut("Ruiz, Ana", known="Ana", last_in_capitals=True) == ["Ana", "Ruiz"]


def test_several_words_before_a_comma_need_a_careful_look() -> None:
    """Where names have no comma, what stands behind it may be a note; one word before it is a last name."""
    assert cut("Ruiz Gil, Ana", with_commas=False) is None
    assert cut("Ruiz, Ana", with_commas=False) == ["Ana", "Ruiz"]
