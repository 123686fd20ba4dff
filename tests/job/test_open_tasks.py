from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.job.history import History
from keycafe_clean.job.month import Month
from keycafe_clean.job.open_tasks import still_to_do, tasks_in_words
from keycafe_clean.job.to_do import CHANGE, FOLLOW_UP, HAND_OVER, NOT_HERE, PERMIT, REMOVE, REPAIR, TO_DO, by_answers
from keycafe_clean.write.review import review_csv
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


def test_whoever_is_there_again_has_not_left() -> None:
    """A re-hire has the row of the old employment in the same export: the permission is still to be given."""
    cells = {"name": "Ann Lee", "email": "ann.lee@example.com"}
    both = History.of(
        [("2026-11", lines(sent(2, *ANN, "added"))), ("2026-12", lines({**cells, **GONE}, {**cells, **THERE}))]
    )

    assert still_to_do(said(PERMIT, *ANN), both).height == 1


ANSWERED = lines(
    sent(2, "Ann Lee", "ann.lee@example.com", "added", ways_in="invitation"),
    sent(3, "Bob Ray", "bob.ray@example.com", "added"),
    sent(4, "Cy Orr", "cy.orr@example", "needs a fix", said="not valid"),
)
LISTED = "repair and send again 1, follow up invitations, give key permissions 2"


def month(folder: Path, name: str, number: int = 1, answered: pl.DataFrame | None = None) -> Month:
    """Get a month of the folder; with a page of tasks where Keycafe has answered."""
    place = folder / (name if number == 1 else f"{name}-{number}")
    place.mkdir()
    if answered is not None:
        (place / "to_do.csv").write_bytes(review_csv(by_answers(answered)))
    return Month(place, name, number, lines({"name": "Eva Fox"}) if answered is None else answered)


def told(*months: Month) -> list[str]:
    """Get what is said of these months, their folders by name."""
    return [line.replace(f"{months[0].folder.parent}/", "") for line in tasks_in_words(months)]


def test_tasks_of_the_newest_month_are_those_of_its_page(tmp_path: Path) -> None:
    """Each kind with its number, but for the one line about all who were invited."""
    assert told(month(tmp_path, "2026-11", answered=ANSWERED)) == [
        f"To do by hand in Keycafe, as 2026-11/to_do.html says: {LISTED}."
    ]


def test_tasks_of_a_month_before_are_of_what_its_page_lists(tmp_path: Path) -> None:
    """Some may not apply any more; a month without any says nothing."""
    assert told(month(tmp_path, "2026-11", answered=ANSWERED), month(tmp_path, "2026-12")) == [
        f"To do by hand in Keycafe, of what 2026-11/to_do.html lists: {LISTED}."
    ]


def test_a_month_that_is_run_again_makes_no_other_older(tmp_path: Path) -> None:
    """Three calendar months are shown, however often each was run."""
    again = [month(tmp_path, "2026-12", number) for number in (1, 2, 3, 4)]

    assert told(month(tmp_path, "2026-11", answered=ANSWERED), *again) == [
        f"To do by hand in Keycafe, of what 2026-11/to_do.html lists: {LISTED}."
    ]


def test_pages_of_older_months_are_named(tmp_path: Path) -> None:
    """What they list is counted; whether it was done nobody has said."""
    later = [month(tmp_path, name) for name in ("2026-12", "2027-01", "2027-02")]

    assert told(month(tmp_path, "2026-11", answered=ANSWERED), *later) == [
        "Older pages, if it was not done: 2026-11/to_do.html (4 lines)."
    ]
