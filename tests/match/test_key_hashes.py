"""The parts of keys as hashes."""

import polars as pl
import pytest

from keycafe_clean.match.key_hashes import parts_of

KEYS = pl.DataFrame(
    {
        "first": ["jana", "novak", "jan", None, "jana"],
        "last": ["novak", "jana", "novotny", "lis", "nokes"],
        "email": ["jana.novak@a.com", "jana.novak@b.com", "jan@a.com", None, "jan.nokes@a.com"],
        "mailbox": ["jana.novak", "jana.novak", "jan", None, "jan.nokes"],
        "number:Badge Code": ["12345", "12399", "1", None, "13945"],
        "column:place": ["brno west", "brno oost", None, None, "brna west"],
    }
)


@pytest.mark.parametrize(
    ("part", "left", "right", "same"),
    [
        ("names", 0, 1, True),
        ("names", 0, 2, False),
        ("initial", 0, 2, True),
        ("last_start", 0, 2, True),
        ("last_start", 0, 1, False),
        ("last_start", 0, 4, False),
        ("names", 0, 4, False),
        ("initial", 0, 1, False),
        ("tail email", 0, 4, False),
        ("head email", 0, 4, True),
        ("head number:Badge Code", 0, 4, False),
        ("tail number:Badge Code", 0, 4, True),
        ("head column:place", 0, 1, True),
        ("head column:place", 0, 4, False),
        ("tail column:place", 0, 4, True),
        ("tail column:place", 0, 1, False),
        ("domain", 0, 2, True),
        ("domain", 0, 1, False),
        ("head email", 0, 1, True),
        ("head number:Badge Code", 0, 1, True),
        ("tail number:Badge Code", 0, 1, False),
    ],
)
def test_equal_parts_have_equal_hashes(part: str, left: int, right: int, *, same: bool) -> None:
    """Names in any order, the first letter, the domain, the ends of numbers."""
    hashes = parts_of(KEYS)[part]

    assert bool(hashes[left] == hashes[right]) is same


@pytest.mark.parametrize("part", ["names", "domain", "head email", "tail number:Badge Code"])
def test_a_blank_has_no_hash(part: str) -> None:
    """Two blanks are not the same."""
    assert parts_of(KEYS)[part][3] == 0


@pytest.mark.parametrize(
    ("name", "text", "is_told"),
    [
        ("number:x", "123", False),
        ("number:x", "1234", True),
        ("email", "jnova", False),
        ("email", "jnovak", True),
        ("column:x", "1234567", False),
        ("column:x", "12345678", True),
    ],
)
def test_ends_are_told_of_texts_of_twice_their_length(name: str, text: str, *, is_told: bool) -> None:
    """Two letters at either end of numbers, three of mailboxes, four of other columns; one letter less and none is."""
    cells = {name: [f"{text}@a.com"], "mailbox": [text]} if name == "email" else {name: [text]}
    parts = parts_of(pl.DataFrame(cells))

    assert bool(parts[f"head {name}"][0] != 0) is bool(parts[f"tail {name}"][0] != 0) is is_told


@pytest.mark.parametrize("part", ["head email", "tail email", "head number:Badge Code"])
def test_the_ends_of_a_short_text_are_not_told(part: str) -> None:
    """One slip may lie in both ends of it."""
    assert parts_of(KEYS)[part][2] == 0


def test_names_that_are_not_there_have_no_parts() -> None:
    """Only what was asked for is hashed."""
    assert set(parts_of(KEYS.select("number:Badge Code"))) == {
        "number:Badge Code",
        "head number:Badge Code",
        "tail number:Badge Code",
    }
