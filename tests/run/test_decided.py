from pathlib import Path

import pytest

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.run.decided import decided, known_people, made_ready
from keycafe_clean.run.options import Options

TODAY = "2026-11-03"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Get an export of one person, whose address lacks its end."""
    path = tmp_path / "staff.csv"
    path.write_text("First Name,Last Name,Email\nJana,Novak,jana@example\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("said", "month"), [({}, "2026-11"), ({"month": "2027-01"}, "2027-01")])
def test_month_is_that_of_the_day_unless_it_is_said(staff: Path, said: dict[str, str], month: str) -> None:
    """What is read is of the day of the run either way."""
    made = made_ready([staff], Options(today=TODAY, **said), Setup())  # type: ignore[arg-type]

    assert (made.month, f"{made.today}") == (month, TODAY)


def test_without_a_sheet_nothing_is_said_of_one(staff: Path) -> None:
    """The row waits for its address."""
    options = Options(today=TODAY)

    cleaned, said = decided(made_ready([staff], options, Setup()), Decisions(), Before(None), options)

    assert cleaned.counts["waiting"] == 1
    assert (said.retyped, said.replaced) == ((), ())


def test_a_list_of_nobody_is_no_list_of_known_people(tmp_path: Path) -> None:
    """A list that would keep nobody out is a mistake, not an empty answer."""
    known = tmp_path / "known.csv"
    known.write_text("Site,Floor\nNorth,2\nSouth,3\n", encoding="utf-8")

    with pytest.raises(SetupError) as refused:
        known_people([known])

    assert str(refused.value) == (
        "known.csv holds neither addresses nor names. Give a list of who is in Keycafe already."
    )
