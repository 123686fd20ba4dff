import pytest

from keycafe_clean.desk.blockers import blockers
from keycafe_clean.desk.view_models import MonthLine

FITS = (MonthLine("November 2026", 0, 3, 1_000),)
FULL = (MonthLine("November 2026", 1_000, 0, 1_000), MonthLine("December 2026", 0, 3, 1_000))
NOBODY = (MonthLine("November 2026", 0, 0, 1_000),)


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

    assert list(blockers(requested_action, busy=busy, columns=columns, counts={}, months=())) == why


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
            "save",
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
    assert list(blockers(requested_action, busy="", columns=("Last Name",), counts=counts, months=months)) == why
