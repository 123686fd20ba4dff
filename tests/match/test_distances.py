import polars as pl
import pytest

from keycafe_clean.match.comparisons import KINDS, levels_of, place
from keycafe_clean.match.distances import LEVEL_FUNCTIONS
from keycafe_clean.match.nicknames import forms


@pytest.mark.parametrize(
    ("kind", "left", "right", "level"),
    [
        ("first", "j", "john", "short"),
        ("first", "anna", "anna maria", "short"),
        ("first", "robert", "bob", "nickname"),
        ("first", "francisco", "paco", "nickname"),
        ("first", "michal", "mike", "nickname"),
        ("first", "jonathan", "jonathna", "typo"),
        ("first", "karin", "karen", "alike"),
        ("first", "miriam", "mirjam", "typo"),
        ("first", "karin", "kathryn", "alike"),
        ("first", "jaqueli", "jacqueline", "typo"),
        ("first", "karen", "katarina", "other"),
        ("first", "karin", "otto", "other"),
        ("last", "schmidt", "schmidt berg", "short"),
        ("last", "wieland", "wielnad", "typo"),
        ("last", "hansen", "jansen", "alike"),
        ("last", "jaqueli", "jacqueline", "typo"),
        ("last", "weiland", "wielnad", "alike"),
        ("last", "martinez", "martha", "alike"),
        ("last", "jonathan", "jonson", "other"),
        ("last", "aleksandra", "alexandra", "typo"),
        ("last", "wieland", "pohl", "other"),
        *((kind, "daabc", "daabb", "typo") for kind in ("first", "last", "column")),
        *((kind, "bdbad", "bb", "alike") for kind in ("first", "last", "column")),
        ("email", "k.wieland@example.com", "k.wielan@example.com", "typo"),
        ("email", "k.wieland@example.com", "otto@example.com", "other"),
        ("number", "4822", "4282", "typo"),
        ("number", "4822", "482", "typo"),
        ("number", "4822", "4812", "typo"),
        ("number", "4822", "4312", "other"),
        ("number", "4822", "9913", "other"),
        ("column", "2019 03 15", "2019 03 16", "typo"),
        ("column", "brno", "brnq", "typo"),
        ("column", "aleksandra", "alexandra", "typo"),
        ("column", "jonathan", "jonson", "other"),
        ("column", "brno", "leeds", "other"),
        ("column", "human resources", "human relations", "alike"),
    ],
)
def test_level(kind: str, left: str, right: str, level: str) -> None:
    """Each kind of comparison tells parts, forms, typos and likeness of two texts, either way round."""
    pairs = pl.DataFrame({"left": [left, right], "right": [right, left]})

    assert LEVEL_FUNCTIONS[kind](pairs).to_list() == [place(KINDS[kind], level)] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_levels_are_a_whole(kind: str) -> None:
    """The shares of one person add up to one, equality comes first and anything else last."""
    levels = levels_of(f"{kind}:Some column")

    assert sum(level.m for level in levels) == pytest.approx(1)
    assert (levels[0].name, levels[-1].name) == ("same", "other")


def test_nicknames_are_folded_and_in_groups_of_several() -> None:
    """Every name is as names are compared, and no group has a single name."""
    names = forms()

    assert names.filter(pl.col("name").is_null() | pl.col("name").str.contains("[^a-z]")).is_empty()
    assert (
        names.explode("groups", empty_as_null=True, keep_nulls=True).group_by("groups").len().get_column("len").min()
        > 1
    )
