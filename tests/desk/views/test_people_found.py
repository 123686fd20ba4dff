from keycafe_clean.desk.views.people_found import PeopleFound


def test_whose_page_is_asked_for_is_handed_on() -> None:
    """By the place among those found."""
    called: list[int] = []
    shown = PeopleFound()
    shown.on_print(called.append)

    shown._handle_custom_msg({"print": 1}, [])

    assert called == [1]
