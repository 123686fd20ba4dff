from datetime import date

from keycafe_clean.desk.error_boundary import doing, error_boundary
from keycafe_clean.desk.state import DeskState
from keycafe_clean.errors import LimitReached


@error_boundary
def refuse(state: DeskState) -> None:
    """Do what ends with a known exception."""
    state.used = 1
    raise LimitReached("The file holds 312 people and only 88 of this month's 250 places are left.")


@error_boundary
def fail_while_reading(state: DeskState) -> None:
    """Stop in the middle of something."""
    with doing(state, "Reading a.csv."):
        raise LimitReached(f"Stop while {state.busy}")


@error_boundary
def go_well(state: DeskState) -> None:
    """Do what goes well."""
    state.used = 2


def test_a_known_exception_is_told_in_its_own_sentence() -> None:
    """What the parts of the pipeline raise is written for the analyst already."""
    state = DeskState(today=date(2026, 11, 3))

    refuse(state)

    assert state.message == "The file holds 312 people and only 88 of this month's 250 places are left."


def test_going_well_takes_the_last_sentence_back() -> None:
    """An old message beside a new success would be wrong."""
    state = DeskState(today=date(2026, 11, 3))
    refuse(state)

    go_well(state)

    assert (state.message, state.used) == ("", 2)


def test_what_goes_on_ends_with_its_work() -> None:
    """The page never says that it reads when it does not, even after a failure."""
    state = DeskState(today=date(2026, 11, 3))

    fail_while_reading(state)

    assert (state.message, state.busy) == ("Stop while Reading a.csv.", "")
