from types import SimpleNamespace

import pytest

from keycafe_clean.desk.blockers import blockers
from keycafe_clean.desk.view_models import MonthLine

FITS = (MonthLine("November 2026", 0, 3, 1_000),)
FULL = (MonthLine("November 2026", 1_000, 0, 1_000), MonthLine("December 2026", 0, 3, 1_000))
NOBODY = (MonthLine("November 2026", 0, 0, 1_000),)


def screen(**facts: object) -> SimpleNamespace:
    """Get a screen with these facts on it."""
    nothing = {"busy": "", "columns": (), "counts": {}, "months": (), "mass_changes": (), "handed_over": ""}
    return SimpleNamespace(**{**nothing, "is_sample": False, **facts})


@pytest.mark.parametrize(
    ("requested_action", "busy", "has_columns", "why"),
    [
        ("file", "", False, []),
        ("file", "Reading a.csv.", False, []),
        ("columns", "", True, []),
        ("columns", "", False, ["Choose a file first."]),
        ("plan", "", False, ["Choose a file first."]),
        ("plan", "Reading a.csv.", False, ["The file is still being read. Wait until its rows are counted."]),
        ("plan", "", True, ["Say first which column of your file holds the names or the addresses."]),
    ],
)
def test_before_rows_are_counted(requested_action: str, busy: str, has_columns: bool, why: list[str]) -> None:  # noqa: FBT001
    """What is missing is named: the file, its reading, or its columns."""
    columns = ("Last Name",) if has_columns else ()

    facts = screen(busy=busy, columns=columns)

    assert list(blockers(requested_action, facts)) == why


@pytest.mark.parametrize(
    ("requested_action", "counts", "months", "why"),
    [
        ("hand_over", {"ready": 3, "waiting": 0}, FITS, []),
        ("plan", {"ready": 3, "waiting": 0}, FULL, []),
        (
            "practise",
            {"ready": 3, "waiting": 0},
            FULL,
            ["November's 1,000 places are used. The next 3 people are planned for December."],
        ),
        (
            "download",
            {"ready": 0, "waiting": 1},
            NOBODY,
            ["Nobody is ready yet: 1 row is waiting for you. Answer them under Check."],
        ),
        (
            "hand_over",
            {"ready": 0, "waiting": 0},
            NOBODY,
            ["Everybody in your file is already in Keycafe or left out. There is nothing to hand over this month."],
        ),
    ],
)
def test_a_hand_over_needs_somebody(
    requested_action: str, counts: dict[str, int], months: tuple[MonthLine, ...], why: list[str]
) -> None:
    """Each reason is one whole sentence; no reason: nothing is said."""
    facts = screen(columns=("Last Name",), counts=counts, months=months)

    assert list(blockers(requested_action, facts)) == why


@pytest.mark.parametrize("requested_action", ["plan", "hand_over", "practise", "download"])
def test_a_file_that_may_be_another_one_is_not_planned(requested_action: str) -> None:
    """What is asked about the file is said instead; its rows can be looked at."""
    facts = screen(columns=("Last Name",), counts={"ready": 3}, months=FITS, mass_changes=("Is it the whole company?",))

    assert list(blockers(requested_action, facts)) == ["Is it the whole company?"]
    assert list(blockers("check", facts)) == []


@pytest.mark.parametrize(("handed_over", "why"), [("", []), ("11.csv was handed over.", ["11.csv was handed over."])])
def test_nothing_is_decided_about_a_file_that_was_handed_over(handed_over: str, why: list[str]) -> None:
    """It would be in no file."""
    facts = screen(columns=("Last Name",), counts={"ready": 3}, months=FITS, handed_over=handed_over)

    assert list(blockers("decide", facts)) == why


@pytest.mark.parametrize(
    ("requested_action", "why"),
    [
        ("practise", []),
        (
            "download",
            ["These are sample people: nothing of it can be handed over. Choose your own HR file under File."],
        ),
    ],
)
def test_the_sample_is_practised_and_never_handed_over(requested_action: str, why: list[str]) -> None:
    """Its people would count as sent."""
    facts = screen(columns=("Last Name",), counts={"ready": 3}, months=FITS, is_sample=True)

    assert list(blockers(requested_action, facts)) == why
