import pytest

from keycafe_clean.desk.views.finder import Finder
from tests.desk.page import Page


@pytest.mark.parametrize("typed", ["doe", ""])
def test_what_is_typed_is_handed_on(typed: str) -> None:
    """An empty field too."""
    called: list[str] = []
    field = Finder(label="Find a person")
    field.on_find(called.append)

    field._handle_custom_msg({"find": typed}, [])

    assert called == [typed]


def test_what_is_typed_is_kept_nowhere() -> None:
    """A notebook that is saved with its widgets has nobody's name."""
    field = Finder(label="Find a person")

    field._handle_custom_msg({"find": "doe"}, [])

    assert "doe" not in str(field.get_state())


def test_the_field_is_emptied() -> None:
    """The page is told."""
    field = Finder(label="Find a person")
    page = Page(field)

    field.empty()

    assert page.heard[-1]["content"] == {"do": "empty"}
