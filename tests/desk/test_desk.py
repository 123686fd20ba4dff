from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from keycafe_clean.desk import Desk
from keycafe_clean.desk.background import one_after_another
from keycafe_clean.desk.views.path_field import PathField
from tests.desk.desks import EXPORT, at_once, button, first

SUMMARY = """\
workers.csv: UTF-8, semicolons, column names in row 1, 7 rows, 1 of them not people (row 7)
7 rows = 3 ready + 1 waiting for you + 1 combined + 1 left out + 1 not people
2 Full Users and 1 SmartBox User are ready.
combined: same employee number and name: 1
left out: no longer employed: 1
not people: blank line: 1
November 2026: 0 used + 3 in this file = 3 of 1,000
Practice: 3 of 3 added, 0 failed.
November would then stand at 3 of 1,000, with 997 left."""


def test_from_file_to_practice_by_clicks_alone(tmp_path: Path) -> None:
    """Everything on the screen follows from clicks; the summary says it as text."""
    (tmp_path / "workers.csv").write_bytes(EXPORT)
    desk = Desk(tmp_path / "job", date(2026, 11, 3), start=at_once)

    first(desk.view, PathField)._handle_custom_msg({"read": "workers.csv"}, [])
    for label in ("Looks right, check", "Plan 3 people", "Hand over November", "Practise with this file"):
        button(desk.view, label).click()

    assert desk.state.summary() == SUMMARY
    desk.close()


def test_the_desk_works_today_unless_told_otherwise() -> None:
    """Without a date the month is that of the run."""
    assert Desk(start=at_once).state.today == date.today()  # noqa: DTZ011 - the analyst's own day


def test_work_runs_beside_the_page_in_the_order_of_the_clicks() -> None:
    """The page answers while a file is read; what is clicked meanwhile comes after it."""
    did: list[str] = []
    may_go_on, done = Event(), Event()
    start = one_after_another()

    start(lambda: did.append(f"read after the click: {may_go_on.wait(10)}"))
    start(lambda: did.append("practised"))
    start(done.set)
    did.append("clicked")
    may_go_on.set()

    assert done.wait(10)
    assert did == ["clicked", "read after the click: True", "practised"]


@pytest.mark.parametrize(
    ("callback", "given", "trait", "value"),
    [
        ("read_files", [[("empty.csv", b"")]], "was_chosen", True),
        ("read_path", [" "], "message", "Type the name of a file first."),
        ("find", [" "], "found", None),
        ("print_person", [0], "prints", 0),
        ("try_sample", [], "is_sample", True),
        ("toggle_reading", [], "shows_reading", True),
        (
            "read_again",
            [{"header": "x"}],
            "message",
            "Type the row of the column names as a number, for example 3; 0 if no row has them.",
        ),
        ("go", ["plan"], "status", "Choose a file first."),
        ("replan", ["confirmed", 3], "used", 3),
        ("practise", [], "requested_action", "practise"),
        ("download", [], "requested_action", "download"),
        ("toggle_known", [], "shows_known", True),
        ("say_known", ["", [], 0], "message", "Paste addresses or names first, or type how many places are used."),
        ("go_on", [], "mass_changes", ()),
        ("forget_files", [], "files", ()),
        ("undo", [], "to_undo", ""),
        ("toggle_keycafe", [], "shows_keycafe", True),
    ],
)
def test_every_callback_does_its_action(
    callback: str, given: list[Any], trait: str, value: object, tmp_path: Path
) -> None:
    """What a panel calls changes the state as the action of that name does."""
    desk = Desk(tmp_path / "job", start=at_once)

    getattr(desk._callbacks(), callback)(*given)

    desk.close()

    assert getattr(desk.state, trait) == value
