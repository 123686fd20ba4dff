"""The page about one person for an auditor."""

import re
from html import unescape
from pathlib import Path

from keycafe_clean.job import JobFolder
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.people_found import find_people
from keycafe_clean.job.person_page import page_of_person
from keycafe_clean.job.person_story import story_of
from tests.job.runs import ANN, BOB, month
from tests.job.stories import write_month


def text_of(job: Path, asked: str) -> str:
    """Get what the page about the one person who is called so says, without its marks."""
    months = JobFolder(job).months()
    (person,) = find_people(history_of(months), asked)
    return unescape(re.sub(r"<[^>]+>", " ", page_of_person(person, story_of(person, months), months).decode()))


def test_page_has_sums_versions_and_who_made_the_files_when(tmp_path: Path) -> None:
    """What an auditor compares with the files."""
    month(tmp_path, "2026-11-03", ANN, BOB)

    text = text_of(tmp_path / "job", "ann")

    assert len(re.findall(r"\b[0-9a-f]{64}\b", text)) == 2
    assert re.search(r"made by keycafe-clean \S+, polars \S+, python \S+\s+\S.*, 2026-11-03", text)
    assert "In the November file; nobody has said yet what Keycafe made of it." in text


def test_page_names_nobody_else(tmp_path: Path) -> None:
    """Whoever else was in the files is nobody's business."""
    month(tmp_path, "2026-11-03", ANN, BOB)

    assert "Bob" not in text_of(tmp_path / "job", "ann")


def test_month_without_a_manifest_has_no_files(tmp_path: Path) -> None:
    """An older version wrote none."""
    write_month(tmp_path, "2026-11", {"name": "<Jo> Ng", "file": "hr.csv"})

    assert "<Jo> Ng" in text_of(tmp_path, "jo")
