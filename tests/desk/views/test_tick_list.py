from keycafe_clean.desk.views.tick_list import TickList


def test_what_is_ticked_is_handed_on() -> None:
    """All that is ticked now, by its place."""
    called: list[tuple[int, ...]] = []
    shown = TickList(lines=("a", "b", "c"))
    shown.on_tick(called.append)

    shown._handle_custom_msg({"ticked": [0, 2]}, [])

    assert called == [(0, 2)]
