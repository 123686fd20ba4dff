from pathlib import Path

import pytest

from keycafe_clean.desk import people_changes
from keycafe_clean.desk.people_lines import people_lines, people_rows
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.waiting import waiting_desk

#: One is on leave, one starts later this month, one in a later one, one has left, one has no address.
STAFF = (
    "First Name;Last Name;E-mail;Employee ID;Status;Start Date;Location\n"
    "Jana;Novak;jana.novak@acme.com;0001;active;2019-05-01;Brno\n"
    "Lea;Voss;lea.voss@acme.com;0002;on leave;2019-06-01;Brno\n"
    "Sam;Kerr;sam.kerr@acme.com;0003;active;2026-11-20;Oslo\n"
    "Max;Orr;max.orr@acme.com;0004;active;2027-02-01;Oslo\n"
    "Tom;Baker;tom.baker@acme.com;0005;terminated;2018-02-01;Oslo\n"
    "Ida;Post;;0006;active;2018-03-01;\n"
)


@pytest.fixture
def staff(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get a desk that has read these people."""
    return waiting_desk(tmp_path, STAFF)


def test_every_kind_of_people_is_a_line(staff: tuple[DeskState, Session]) -> None:
    """How many, what becomes of them, and what can be changed."""
    run = staff[1].run
    assert run

    lines = [(line.number, line.what, line.note, line.change) for line in people_lines(run.cleaned)]

    assert lines == [
        (4, "Stay", "They go in, wait for you or are combined with another row.", "places"),
        (1, "Left out", "Starts later.", "starters"),
        (1, "Left out", "No longer employed.", "words"),
        (1, "On leave", "They go in.", "on_leave"),
        (1, "Start later", "They go in.", "starters"),
        (
            3,
            "With an e-mail address",
            "Full User: invited by e-mail, with a login. Keycafe will send 3 invitations.",
            "full",
        ),
        (1, "Without an address", "SmartBox User: no invitation and no login; you hand out a passcode.", "smartbox"),
    ]


def test_a_line_has_as_many_rows_as_it_says(staff: tuple[DeskState, Session]) -> None:
    """The number beside a line is the number of rows behind `Show`."""
    state, session = staff
    assert session.run
    assert state.review

    for line in state.people:
        people_changes.show_people(state, line.key)
        assert people_rows(session.run.cleaned, line.key).len() == line.number == state.review.count(state.rows_kind)
    assert state.step == "check"


def test_of_a_kind_that_there_is_not_nobody_is_shown(staff: tuple[DeskState, Session]) -> None:
    """A page that is behind gets no rows."""
    assert staff[1].run

    assert people_rows(staff[1].run.cleaned, "people:nobody").len() == 0
