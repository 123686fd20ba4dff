"""The first day, as scenario S1 goes through it, from the file to the download."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl
from playwright.sync_api import expect

from keycafe_clean.job import JobFolder
from tests.chromium import PATIENCE
from tests.desk.scenario import Analyst, made
from tests.job.november import NOVEMBER


@dataclass(frozen=True)
class FirstDay:
    """What was seen on the first day, and what is left of it."""

    job: Path
    screens: dict[str, str]
    faults: dict[str, list[str]]
    rail: tuple[str, ...]
    badge_code: str
    after_the_choice: str
    months: tuple[str, ...]
    answers_after_practice: int
    file_name: str
    file: bytes
    gestures: tuple[str, ...]
    typed: tuple[str, ...]

    @property
    def rows(self) -> pl.DataFrame:
        """Get the rows of the file that was downloaded."""
        return pl.read_csv(self.file, infer_schema=False)


def first_day(analyst: Analyst, job: Path) -> FirstDay:
    """Go through the day, and get what was seen."""
    page = analyst.page
    analyst.choose(NOVEMBER, made().november)
    analyst.expect_step("People")
    after_the_choice = analyst.look("People")
    rail = tuple(analyst.button(step).get_attribute("aria-label") or "" for step in ("1 File", "2 Columns"))
    analyst.press("2 Columns")
    badge_code = (
        page.get_by_role("combobox", name="Badge Code").locator("option:checked").inner_text().replace("\xa0", " ")
    )
    analyst.look("Columns")
    analyst.press("3 People")
    analyst.say_who_is_in_keycafe()
    analyst.look("Known")
    analyst.press("Looks right, check")
    analyst.expect_step("Check")
    analyst.look("Check")
    analyst.press("Plan 3,226 people")
    analyst.expect_step("Plan")
    analyst.look("Plan")
    months = tuple(row.inner_text() for row in page.get_by_role("row").locator("visible=true").all())
    analyst.press("Hand over November")
    analyst.press("Practise with this file")
    expect(page.get_by_text("Practice: 880 of 880 added, 0 failed.")).to_be_visible(timeout=PATIENCE)
    analyst.look("Practice")
    answers = len(JobFolder(job).months())
    with page.expect_download() as download:
        analyst.press("Download 2026-11_880.csv")
    gestures, typed = tuple(analyst.gestures), tuple(analyst.typed)
    file = download.value.path().read_bytes()
    name = download.value.suggested_filename
    analyst.press("Show what Keycafe would show")
    expect(page.get_by_text("Users, filter Invited")).to_be_visible(timeout=PATIENCE)
    analyst.look("Keycafe")
    return FirstDay(
        job=job,
        screens=analyst.seen,
        faults=analyst.faults,
        rail=rail,
        badge_code=badge_code,
        after_the_choice=after_the_choice,
        months=months,
        answers_after_practice=answers,
        file_name=name,
        file=file,
        gestures=gestures,
        typed=typed,
    )
