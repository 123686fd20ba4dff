from keycafe_clean.desk.views.rail import Rail


def test_a_step_that_is_chosen_is_handed_on() -> None:
    """As its key, whatever it is called."""
    chosen: list[str] = []
    rail = Rail()
    rail.on_choose(chosen.append)

    rail._handle_custom_msg({"choose": "plan"}, [])

    assert chosen == ["plan"]
