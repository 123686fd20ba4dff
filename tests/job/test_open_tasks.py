import polars as pl
import pytest

from keycafe_clean.job.history import History
from keycafe_clean.job.open_tasks import still_to_do
from keycafe_clean.job.to_do import CHANGE, FOLLOW_UP, HAND_OVER, NOT_HERE, PERMIT, REMOVE, REPAIR, TO_DO
from tests.job.lines import lines, sent

ANN, CY = ("Ann Lee", "ann.lee@example.com"), ("Cy Orr", None)
GONE = {"outcome": "left_out", "reason": "no_longer_employed"}
THERE = {"outcome": "left_out", "reason": "in_keycafe"}


def said(task: str, name: str | None, email: str | None) -> pl.DataFrame:
    """Get one task."""
    return pl.DataFrame([{"task": task, "name": name, "email": email}], schema=TO_DO)


def history(answer: str, now: dict[str, str], who: tuple[str, str | None]) -> History:
    """Get two months: somebody was sent with this answer, and stands so in the newest one; no cells, no row."""
    name, email = who
    november = lines(sent(2, name, email, answer, start_date="2020-01-01"))
    cells = {"name": name, "start_date": "2020-01-01", **({"email": email} if email else {}), **now}
    return History.of([("2026-11", november), ("2026-12", lines(cells if now else {"name": "Zoe Fox"}))])


@pytest.mark.parametrize("who", [ANN, CY])
@pytest.mark.parametrize(
    ("task", "answer", "now", "applies"),
    [
        (REMOVE, "added", GONE, True),
        (REMOVE, "added", {}, True),
        (REMOVE, "added", THERE, False),
        (REMOVE, "try again", GONE, False),
        (CHANGE, "added", THERE, True),
        (CHANGE, "added", GONE, False),
        (CHANGE, "try again", {"outcome": "ready"}, False),
        (REPAIR, "needs a fix", {"outcome": "waiting"}, True),
        (REPAIR, "needs a fix", GONE, False),
        (REPAIR, "added", THERE, False),
        (NOT_HERE, "added", {}, True),
        (NOT_HERE, "added", THERE, False),
        (NOT_HERE, "added", GONE, False),
        (PERMIT, "added", THERE, True),
        (PERMIT, "added", {}, True),
        (HAND_OVER, "added", GONE, False),
    ],
)
def test_task_is_said_as_long_as_it_applies(
    who: tuple[str, str | None], task: str, answer: str, now: dict[str, str], *, applies: bool
) -> None:
    """By what the newest month says of the person, and by whether they are in Keycafe; with and without an address."""
    left = still_to_do(said(task, *who), history(answer, now, who))

    assert left.get_column("task").to_list() == ([task] if applies else [])


def test_task_about_nobody_by_name_stays() -> None:
    """All who were invited are one line."""
    assert still_to_do(said(FOLLOW_UP, None, None), history("added", GONE, ANN)).height == 1


def test_nothing_to_do() -> None:
    """An empty list stays so."""
    assert still_to_do(TO_DO.to_frame(), history("added", GONE, ANN)).is_empty()
