from pathlib import Path
from typing import Any

import pytest

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk import actions, people_changes
from keycafe_clean.desk.people_changes import changed
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.test_people_lines import STAFF
from tests.desk.waiting import waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def staff(tmp_path: Path) -> Desk:
    """Get a desk that has read people of every kind."""
    return waiting_desk(tmp_path, STAFF)


def open_line(desk: Desk, change: str) -> None:
    """Open the first line that has a change."""
    state, session = desk
    people_changes.open_change(state, session, next(line.key for line in state.people if line.change == change))


@pytest.mark.parametrize(
    ("change", "said", "left_out", "ready"),
    [
        ("on_leave", {"include_on_leave": False}, 3, 3),
        ("starters", {"leave_out_starters": False}, 1, 5),
        ("places", {"column": "Location", "values": ("Brno", "")}, 3, 3),
        ("smartbox", {"smartbox_user_without_address": False, "generate_access_code": True}, 2, 3),
        ("words", {"status_words": {"terminated": "active"}}, 1, 5),
        ("places", {"column": "Location", "values": ()}, 2, 4),
    ],
)
def test_what_is_changed_is_the_set_ups(
    staff: Desk, change: str, said: dict[str, Any], left_out: int, ready: int
) -> None:
    """Rows are counted anew, what was open is closed, and it can be undone."""
    state, session = staff
    open_line(staff, change)

    people_changes.change_people(state, session, said)
    counts = (state.counts["left_out"], state.counts["ready"], state.change)
    actions.undo(state, session)

    assert counts == (left_out, ready, None)
    assert (state.counts["left_out"], state.counts["ready"]) == (2, 4)


def test_whoever_has_an_address_can_be_a_smartbox_user(staff: Desk) -> None:
    """By a column, and how Full Users hear of it."""
    state, session = staff
    open_line(staff, "full")

    people_changes.change_people(state, session, {"column": "Location", "values": ("Brno",), "send_invitation": False})

    assert {line.change: line.number for line in state.people if line.change in ("full", "smartbox")} == {
        "full": 1,
        "smartbox": 3,
    }
    assert session.setup.defaults.send_invitation is False


def test_what_can_be_chosen_by_is_listed(staff: Desk) -> None:
    """Places first, each cell with how many people have it."""
    open_line(staff, "places")

    card = staff[0].change
    assert card
    assert next(iter(card.columns.items())) == ("Location", (("", 1), ("Brno", 2), ("Oslo", 3)))
    assert (card.column, card.values) == ("", ())


def test_the_rule_that_is_there_is_shown(staff: Desk) -> None:
    """It is changed, and not added once more."""
    state, session = staff
    open_line(staff, "places")
    people_changes.change_people(state, session, {"column": "Location", "values": ("Brno",)})

    open_line(staff, "places")

    assert state.change
    assert (state.change.column, state.change.values) == ("Location", ("Brno",))


def test_a_rule_keeps_its_place_and_the_others() -> None:
    """What was written into the set-up by hand stays."""
    by_hand = PeopleRule(column="Grade", contains="temp", then="leave_out")
    setup = changed(Setup(rule=(by_hand,)), "places", {"column": "Location", "values": ("Brno",)})

    again = changed(setup, "places", {"column": "Site", "values": ("Oslo",)})

    assert [rule.in_words() for rule in again.rule] == ["Grade contains temp", "Site is none of Oslo"]
    assert changed(again, "places", {"column": "Site", "values": ()}).rule == (by_hand,)


def test_words_of_a_status_are_listed(staff: Desk) -> None:
    """With what each means."""
    open_line(staff, "words")

    assert staff[0].change
    assert dict(staff[0].change.words) == {"terminated": "inactive"}


def test_open_again_is_closed(staff: Desk) -> None:
    """One button for both; nothing is decided by it."""
    open_line(staff, "on_leave")
    open_line(staff, "on_leave")

    assert (staff[0].change, staff[0].to_undo) == (None, "")


def test_nothing_new_is_no_decision(staff: Desk) -> None:
    """Saving what is there already leaves undo as it was."""
    open_line(staff, "on_leave")

    people_changes.change_people(*staff, {"include_on_leave": True})

    assert (staff[0].change, staff[0].to_undo) == (None, "")
