import pytest

from keycafe_clean.desk.views.people_list import PeopleList


@pytest.mark.parametrize("press", ["show", "change"])
def test_what_is_pressed_is_handed_on(press: str) -> None:
    """With the line that it is about."""
    called: list[tuple[str, str]] = []
    shown = PeopleList()
    shown.on_press(lambda *given: called.append(given))

    shown._handle_custom_msg({"press": press, "key": "people:stay"}, [])

    assert called == [(press, "people:stay")]
