import pytest

from keycafe_clean.desk.blockers import blockers
from keycafe_clean.desk.facts import MonthLine

COUNTS = {"ready": 3, "waiting": 0}
FITS = (MonthLine("November 2026", 0, 3, 1_000),)
FULL = (MonthLine("November 2026", 1_000, 0, 1_000), MonthLine("December 2026", 0, 3, 1_000))
NOBODY = (MonthLine("November 2026", 0, 0, 1_000),)


@pytest.mark.parametrize(
    ("wish", "busy", "counts", "months", "why"),
    [
        ("hand_over", "", COUNTS, FITS, []),
        ("file", "", {}, (), []),
        ("file", "Reading a.csv.", {}, (), []),
        ("plan", "Reading a.csv.", {}, (), ["The file is still being read. Wait until its rows are counted."]),
        ("plan", "Reading a.csv.", COUNTS, FITS, []),
        ("plan", "", {}, (), ["Choose a file first."]),
        ("plan", "", COUNTS, FULL, []),
        (
            "practise",
            "",
            COUNTS,
            FULL,
            ["November's 1,000 places are used. The next 3 people are planned for December."],
        ),
        (
            "save",
            "",
            {"ready": 0, "waiting": 1},
            NOBODY,
            ["Nobody is ready yet: 1 row is waiting for you. Repair them in the HR file and choose it again."],
        ),
        (
            "hand_over",
            "",
            {"ready": 0, "waiting": 0},
            NOBODY,
            ["Everybody in your file is already in Keycafe or left out. There is nothing to hand over this month."],
        ),
    ],
)
def test_a_wish_is_blocked_by_what_is_missing(
    wish: str, busy: str, counts: dict[str, int], months: tuple[MonthLine, ...], why: list[str]
) -> None:
    """Each reason is one whole sentence; no reason: nothing is said."""
    assert list(blockers(wish, busy=busy, counts=counts, months=months)) == why
