import pytest
from traitlets import TraitError

from keycafe_clean.desk.views.kind_list import KindList


def test_a_kind_that_is_chosen_is_handed_on() -> None:
    """As its key, whatever it is called."""
    chosen: list[str] = []
    kinds = KindList(lines=({"heading": "", "kind": "tidied", "name": "Tidied", "rows": 3},))
    kinds.on_choose(chosen.append)

    kinds._handle_custom_msg({"choose": "tidied"}, [])

    assert chosen == ["tidied"]


def test_a_list_has_one_of_two_looks() -> None:
    """There is no third one in the style."""
    with pytest.raises(TraitError):
        KindList(look="tree")
