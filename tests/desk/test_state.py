from datetime import date

import pytest
from traitlets import TraitError

from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import ColumnLine

COUNTS = {"rows_read": 2, "ready": 1, "waiting": 1, "combined": 0, "left_out": 0, "not_people": 0}


def a_state(**traits: object) -> DeskState:
    """Get a state in November."""
    state = DeskState(today=date(2026, 11, 3))
    state.update(**traits)
    return state


def a_column(*, is_sure: bool) -> ColumnLine:
    """Get a column of a file."""
    return ColumnLine("workers.csv", "Last Name", "Last Name", "Nachname", "Novak", "German for last name", is_sure)


def test_nothing_is_ticked_before_a_file_was_read() -> None:
    """An empty desk has nothing to agree with."""
    assert a_state().ticked == ()


@pytest.mark.parametrize(
    ("traits", "ticked"),
    [
        ({}, ("file",)),
        ({"counts": COUNTS}, ("file", "columns")),
        ({"counts": {**COUNTS, "waiting": 0}}, ("file", "columns", "check")),
        ({"counts": COUNTS, "columns": (a_column(is_sure=False),)}, ("file",)),
        ({"counts": COUNTS, "columns": (a_column(is_sure=True),)}, ("file", "columns")),
        ({"counts": COUNTS, "column_questions": ("Is it the last day?",)}, ("file",)),
        ({"counts": COUNTS, "seen": ("people",)}, ("file", "columns", "people")),
    ],
)
def test_steps_with_nothing_to_ask_are_ticked(traits: dict[str, object], ticked: tuple[str, ...]) -> None:
    """A step asks while a column is unsure or a row waits, until the analyst has agreed with it."""
    assert a_state(read=("workers.csv: 2 rows",), **traits).ticked == ticked


@pytest.mark.parametrize(
    ("traits", "status"),
    [
        ({}, ""),
        ({"busy": "Reading a.csv."}, "Reading a.csv."),
        ({"busy": "Reading a.csv.", "message": "a.csv is empty."}, "a.csv is empty."),
        ({"requested_action": "plan", "message": "a.csv is empty."}, "Choose a file first."),
    ],
)
def test_the_status_says_the_one_thing_that_matters(traits: dict[str, str], status: str) -> None:
    """Why not comes before what stopped, what stopped before what goes on."""
    assert a_state(**traits).status == status


def test_facts_told_together_are_seen_together() -> None:
    """Whoever follows one fact finds the others there already."""
    state = a_state()
    seen: list[tuple[int, str]] = []
    state.observe(lambda _: seen.append((state.used, state.plan)), ["used", "plan"])

    state.update(used=120, plan="confirmed")

    assert set(seen) == {(120, "confirmed")}


def test_a_fact_that_is_none_is_refused() -> None:
    """A name that is no fact of the screen is a mistake of ours."""
    with pytest.raises(TraitError):
        a_state(score=1)


def test_the_summary_of_an_empty_desk_says_how_to_begin() -> None:
    """Without a file there is one sentence, and it takes the fear away."""
    assert a_state().summary() == (
        "Bring in your people from an HR file. Nothing leaves this computer, and nobody is invited until you upload "
        "a file in Keycafe yourself."
    )


def test_the_summary_has_a_line_a_fact() -> None:
    """What is known is said in the order of the screen."""
    state = a_state(read=("a.csv: 2 rows",), equation="2 rows = ...", limit_line="November 2026: ...", message="Stop.")

    assert state.summary() == "a.csv: 2 rows\n2 rows = ...\nNovember 2026: ...\nStop."
