from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.desk.presenter import (
    cleaned_view,
    no_practice,
    nothing_counted,
    on_plan,
    plan_view,
    reading_view,
)
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import MonthLine
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from tests.runs import many, staff, until

HEADER = "First Name,Last Name,Email\n"


def reading_of(text: str, setup: Setup | None = None) -> dict[str, Any]:
    """Get the facts of an export called `staff.csv`."""
    return reading_view(read_export(("staff.csv", text.encode())), setup or Setup())


def planned(cleaned: Any, used: int = 0) -> dict[str, Any]:  # noqa: ANN401 - a run, however it was made
    """Get the facts of a plan from November 2026 on."""
    return plan_view(cleaned, plan_imports(cleaned, used=used))


@pytest.mark.parametrize(
    "traits", [cleaned_view(staff(), ()), planned(staff()), nothing_counted(), no_practice()], ids=min
)
def test_every_fact_has_a_place_on_the_screen(traits: dict[str, Any]) -> None:
    """The state takes them all, each of its own kind."""
    assert traits.keys() <= DeskState().traits().keys()


@pytest.mark.parametrize("view", [cleaned_view(staff(), ()), planned(staff(), used=999)], ids=["counts", "plan"])
def test_nothing_counted_takes_back_what_a_run_told(view: dict[str, Any]) -> None:
    """After a file without people, nothing of the file before it stands there but what reading tells anew."""
    read = reading_of(HEADER).keys()

    assert view.keys() - read <= nothing_counted().keys()


def test_reading_names_what_is_not_used_and_what_was_never_opened() -> None:
    """A header that no column takes is unused; a sensitive one is not even there."""
    traits = reading_of("First Name,Last Name,Email,Manager,Salary\nJana,Novak,jana@example.com,Eva Brandt,50000\n")

    assert (traits["unused"], traits["private"]) == (("Manager",), ("Salary",))


def test_a_chosen_header_is_used() -> None:
    """What the set-up takes for a column is not listed as unused."""
    decided = SourceSetup(headers=("Alpha", "Beta", "Gamma"), columns={"Last Name": "Alpha", "First Name": "Beta"})

    traits = reading_of("Alpha,Beta,Gamma\nNovak,Jana,blue\n", Setup(source=(decided,)))

    assert traits["unused"] == ("Gamma",)


def test_reasons_count_every_row_that_does_not_go_in() -> None:
    """Outcome, reason, rows."""
    assert cleaned_view(staff(), ())["reasons"] == (
        "combined: same address and name: 1",
        "left out: no longer employed: 1",
        "not people: blank line: 1",
    )


@pytest.mark.parametrize(
    ("plan", "finish"),
    [
        ("paid", "Everybody is in: November 2026. With 250 a month: January 2027."),
        ("confirmed", "Everybody is in: January 2027. With 1,000 a month: November 2026."),
    ],
)
def test_the_end_is_told_with_the_other_limit_too(plan: str, finish: str) -> None:
    """A number to decide by: what the other plan would change."""
    assert planned(on_plan(many(ready=600), plan))["finish"] == finish


def test_whoever_leaves_before_their_turn_is_told_on_the_plan() -> None:
    """They are in no month, and would be missed in the sum of the bars."""
    cleaned = until([None, date(2026, 11, 30)], Setup(used={"2026-11": 999}))

    view = plan_view(cleaned, plan_imports(cleaned))

    assert view["finish"].endswith("1 person leaves before their turn comes, and is planned for no month.")


def test_months_say_how_full_they_are() -> None:
    """Places used before stand in the first month only."""
    assert planned(many(ready=1_205), used=700)["months"] == (
        MonthLine("November 2026", 700, 300, 1_000),
        MonthLine("December 2026", 0, 905, 1_000),
    )


def test_invitations_are_those_of_this_month() -> None:
    """Whoever goes in next month gets no e-mail now, and a SmartBox User never."""
    assert [planned(staff(), used)["invitations"] for used in (0, 998, 1_000)] == [2, 1, 0]


def test_another_plan_changes_no_row() -> None:
    """The limit is about months, not about people."""
    assert on_plan(staff(), "confirmed").rows.equals(staff().rows)


@pytest.mark.parametrize(("used", "name"), [(0, "2026-11_{people}.csv"), (1_000, "")])
def test_the_file_has_its_name_before_it_is_made(used: int, name: str) -> None:
    """The month, and how many are in it; of nobody there is no file."""
    traits = planned(staff(), used=used)

    assert traits["file_name"] == name.format(people=traits["months"][0].people)


def test_a_sample_file_that_is_none_leaves_the_file_without_a_name() -> None:
    """What is wrong with it is said when the file is made, and keeps nobody from looking at the rows."""
    cleaned = staff()
    faulty = replace(cleaned, setup=cleaned.setup.model_copy(update={"template": ("First Name",)}))

    assert planned(faulty)["file_name"] == ""
