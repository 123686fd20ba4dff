"""The levels of comparisons as data."""

import pytest

from keycafe_clean.match.comparisons import KINDS, LEARNED, Level, kind_of, levels_of, place


@pytest.mark.parametrize("kind", KINDS)
def test_the_levels_of_one_person_add_up(kind: str) -> None:
    """Two rows of one person come out at some level for certain."""
    assert sum(level.m for level in KINDS[kind]) == pytest.approx(1)


@pytest.mark.parametrize("kind", KINDS)
def test_shares_of_two_people_are_shares(kind: str) -> None:
    """What is set of the pairs of two people is a part of them, neither none nor all."""
    assert all(0 < level.u < 1 for level in KINDS[kind] if level.u is not None)


@pytest.mark.parametrize("kind", KINDS)
def test_equality_stands_first_and_anything_else_last(kind: str) -> None:
    """Whoever takes the first level that fits ends at the last one."""
    levels = KINDS[kind]

    assert (levels[0].name, levels[-1].name) == ("same", "other")
    assert levels[0].m == max(level.m for level in levels)


@pytest.mark.parametrize("kind", KINDS)
def test_a_level_has_one_place(kind: str) -> None:
    """Levels are found by name."""
    levels = KINDS[kind]

    assert [place(levels, level.name) for level in levels] == list(range(len(levels)))


@pytest.mark.parametrize(
    ("comparison", "kind"), [("first", "first"), ("number:Badge Code", "number"), ("column:a:b", "column")]
)
def test_the_kind_stands_before_the_column(comparison: str, kind: str) -> None:
    """A column may have a colon in its name."""
    assert (kind_of(comparison), levels_of(comparison)) == (kind, KINDS[kind])


def test_two_numbers_or_addresses_of_one_person_are_not_learned() -> None:
    """A file full of namesakes would teach that they mean nothing."""
    assert LEARNED.isdisjoint({"number", "email"})
    assert set(KINDS) >= LEARNED


def test_a_name_that_is_no_level_is_a_mistake_of_ours() -> None:
    """There is no place for it."""
    with pytest.raises(ValueError, match="is not in list"):
        place((Level("same", "same", 1.0),), "close")
