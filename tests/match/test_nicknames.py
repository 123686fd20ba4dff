"""Given names that are forms of one name."""

import polars as pl
import pytest

from keycafe_clean.match import nicknames as module
from keycafe_clean.match.nicknames import are_forms_of_one_name, forms


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("robert", "bob", True),
        ("bob", "robert", True),
        ("bob lee", "robert", True),
        ("robert", "roberta", False),
        ("robert", None, False),
        ("xyzzy", "xyzzy", False),
    ],
)
def test_forms_of_one_name_are_told(left: str, right: str | None, *, same: bool) -> None:
    """In either order, by the first part; a blank or an unknown name is a form of nothing."""
    pairs = pl.DataFrame({"left": [left], "right": [right]}, schema={"left": pl.String, "right": pl.String})

    assert are_forms_of_one_name(pairs).to_list() == [same]


def test_a_name_may_belong_to_several_names() -> None:
    """Each name stands once, with all its groups; names are folded as those of people are."""
    names = forms().get_column("name")

    assert names.n_unique() == names.len()
    assert names.str.contains(r"^[\p{Ll}-]+$").all()
    assert forms().get_column("groups").list.len().max() > 1


def test_groups_of_a_name_are_in_order() -> None:
    """The same list every time, in whatever order the words were read."""
    groups = forms().get_column("groups")

    assert groups.to_list() == groups.list.unique().list.sort().to_list()


def test_name_in_two_spellings_is_in_its_group_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its accents and without them it is one name, whatever the list of names says twice."""
    monkeypatch.setattr(module, "name_groups", lambda: ("José Jose Pepe", "Pepe Pepito"))

    groups = dict(forms.__wrapped__().rows())

    assert groups == {"jose": [0], "pepe": [0, 1], "pepito": [1]}
