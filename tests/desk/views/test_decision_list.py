import pytest

from keycafe_clean.desk.views.decision_list import DecisionList


@pytest.mark.parametrize(
    ("told", "call"),
    [
        ({"press": "take_back", "id": "12ab"}, ("take_back", "12ab")),
        ({"press": "more"}, ("more", "")),
    ],
)
def test_what_is_pressed_is_handed_on(told: dict[str, str], call: tuple[str, str]) -> None:
    """With the decision that it is about, where it is about one."""
    called: list[tuple[str, str]] = []
    shown = DecisionList()
    shown.on_press(lambda *given: called.append(given))

    shown._handle_custom_msg(told, [])

    assert called == [call]
