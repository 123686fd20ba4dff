from pathlib import Path

import polars as pl

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.who import WHO
from keycafe_clean.job import JobFolder
from keycafe_clean.privacy.others import ANOTHER, without_others
from keycafe_clean.privacy.their_lines import TheirLines
from tests.job.lines import sent
from tests.job.stories import write_month


def ann(folder: Path) -> TheirLines:
    """Get somebody of a job with a near namesake, with whom a mailbox is shared, and somebody of one name."""
    ann_marie, lee = {"name": "Ann Marie Lee", "first_name": "Ann Marie"}, {"name": "Lee", "first_name": ""}
    people = (
        {**sent(2, "Ann Lee", "ann.lee@acme.com", employee_id="4711001"), **ann_marie},
        sent(3, "Ann Lee", "a.lee@acme.com", employee_id="4711002"),
        {**sent(4, "No Lee", "desk@acme.com", employee_id="4711003"), **lee},
        {**sent(5, "Ann Lee", "desk@acme.com", employee_id="4711001"), **ann_marie},
    )
    write_month(folder, "2026-11", *({**it, "file": "hr.csv"} for it in people))
    return TheirLines.of(JobFolder(folder), "4711001")


def given(person: TheirLines, **cells: str | None) -> dict[str, str | None]:
    """Get what is left of a line with some cells."""
    return without_others({"waiting.csv": pl.DataFrame([cells])}, person)["waiting.csv"].row(0, named=True)


def test_somebody_else_is_another_person_in_every_text(tmp_path: Path) -> None:
    """By name, in any order, by address and by number."""
    said = "'Lee, Ann', A.LEE@acme.com and 4711002 may be one person with 'Ann Marie Lee'."

    told = given(ann(tmp_path), sentence=said, blank=None)

    assert told == {
        "sentence": "'another person', another person and another person may be one person with 'Ann Marie Lee'.",
        "blank": None,
    }


def test_what_is_the_persons_own_stays(tmp_path: Path) -> None:
    """Their name, though somebody is called as a part of it, and the mailbox that they share."""
    cells = {
        "First Name": "Ann Marie",
        "Last Name": "LEE",
        "why": "was Ann Marie Lee",
        "Email Address": "desk@acme.com",
    }

    assert given(ann(tmp_path), **cells) == cells


def test_of_two_the_other_one_is_masked_whole(tmp_path: Path) -> None:
    """On whichever side of the decision they stand, the day of their start too; and whoever decided."""
    person = ann(tmp_path)
    other = {"name": "Zoe May", "start_date": "2020-01-01"}
    decisions = (
        Decisions()
        .with_pair("two_people", other, {"employee_id": "4711001"})
        .with_pair("two_people", {"email": "ann.lee@acme.com"}, {"email": "a.lee@acme.com"})
        .lines.with_columns(by=pl.lit("Kim Analyst"))
    )

    told = without_others({"decisions.csv": decisions}, person)["decisions.csv"]

    sides = {tuple(row) for row in told.select(WHO).rows()} | {
        tuple(row) for row in told.select(f"other_{cell}" for cell in WHO).rows()
    }
    assert sides == {
        ("4711001", None, None, None),
        (None, "ann.lee@acme.com", None, None),
        (None, None, ANOTHER, ANOTHER),
        (None, ANOTHER, None, None),
    }
    assert told.get_column("by").to_list() == [ANOTHER, ANOTHER]
