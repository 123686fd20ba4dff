from pathlib import Path

import pytest

from keycafe_clean.desk import actions, find_person
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.desks import fresh
from tests.job.lines import sent
from tests.job.stories import write_month

Desk = tuple[DeskState, Session]


@pytest.fixture
def does(tmp_path: Path) -> Desk:
    """Get a desk in whose job two people are called Doe."""
    people = (sent(2, "Jane Doe", employee_id="12/00"), sent(3, "John Doe"))
    write_month(tmp_path / "job", "2026-11", *({**person, "file": "nov.csv"} for person in people))
    return fresh(tmp_path)


def test_people_are_found_by_name(does: Desk) -> None:
    """Side by side, by name; spaces around it mean nothing."""
    find_person.find(*does, " doe ")

    assert does[0].found
    assert [person["name"] for person in does[0].found.people] == ["Jane Doe", "John Doe"]


@pytest.mark.parametrize("blank", ["", "  "])
def test_an_empty_field_leads_back_to_the_step(does: Desk, blank: str) -> None:
    """Nobody is shown any more."""
    find_person.find(*does, "doe")

    find_person.find(*does, blank)

    assert does[0].found is None


def test_a_step_that_is_opened_is_shown_instead(does: Desk) -> None:
    """As the rail leads to it."""
    find_person.find(*does, "doe")

    actions.go(does[0], "file")

    assert does[0].found is None


def test_a_job_that_is_not_there_yet_has_no_month(desk: Desk) -> None:
    """Looking makes nothing."""
    find_person.find(*desk, "doe")

    assert desk[0].found
    assert desk[0].found.said.startswith("No month has been handed over yet.")
    assert not desk[1].job.path.exists()


def test_a_month_that_is_damaged_is_said(does: Desk) -> None:
    """In the line that says what stopped."""
    (does[1].job.path / "2026-11" / "outcomes.csv").write_text("nothing\n")

    find_person.find(*does, "doe")

    assert does[0].message.startswith("2026-11/outcomes.csv ")


@pytest.mark.parametrize(
    ("place", "name", "whose", "not_whose"),
    [(0, "audit_12_00.html", b"Jane", b"John"), (1, "audit.html", b"John", b"Jane")],
)
def test_a_page_is_about_one_person_alone(does: Desk, place: int, name: str, whose: bytes, not_whose: bytes) -> None:
    """Its name has the number alone, and nothing that a file's name cannot have."""
    state, _ = does
    find_person.find(*does, "doe")

    find_person.print_person(*does, place)

    assert state.printed
    assert (state.printed.name, state.printed.media_type, state.prints) == (name, "text/html", 1)
    assert (whose in state.printed.content, not_whose in state.printed.content) == (True, False)
