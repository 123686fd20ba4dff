"""Months of a job written down line by line, without a run, and what is told of a person in them."""

from pathlib import Path

import polars as pl

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.people_found import find_people
from keycafe_clean.job.person_story import Story, story_of
from tests.job.lines import lines, sent

#: The cells of whoever was added by November's file.
ADDED = {"file": "nov.csv", "answer": "added", "answered_on": "2026-11-04"}


def write_month(job: Path, month: str, *told: dict[str, str | None], **tables: str) -> None:
    """Write the folder of a month with these lines, and review files by name (`waiting`), as text."""
    folder = job / month
    folder.mkdir(parents=True)
    (job / "setup.toml").write_text(Setup().to_toml(), encoding="utf-8")
    (folder / "outcomes.csv").write_bytes(to_csv(lines(*told)))
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8-sig")


def write_two_added(job: Path) -> None:
    """Write a job in which Jane and John Doe were added in November."""
    people = (sent(2, "Jane Doe", "jane.doe@acme.com"), sent(3, "John Doe", "john.doe@acme.com"))
    write_month(job, "2026-11", *({**person, **ADDED} for person in people))


def stories(job: Path, asked: str) -> list[Story]:
    """Get what became of everybody in the job who is called so."""
    months = JobFolder(job).months()
    return [story_of(person, months) for person in find_people(history_of(months), asked)]


def history(job: Path) -> pl.DataFrame:
    """Get the lines of all months."""
    return history_of(JobFolder(job).months()).lines
