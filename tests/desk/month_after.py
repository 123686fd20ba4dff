"""The month after, as scenario S3 goes through it: at the desk, and in a Keycafe of which the desk knows nothing."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
from playwright.sync_api import Browser, expect

from keycafe_clean.client import KeycafeClient
from keycafe_clean.job import JobFolder
from keycafe_clean.mock import MockKeycafe
from keycafe_clean.wire import Import, Mail
from tests.chromium import PATIENCE
from tests.desk.scenario import FIRST_DAY, Analyst, desk_on, made
from tests.job.november import hand_november_over

#: The file of December, and the file of one site that was chosen first.
DECEMBER, ONE_SITE = "Workers_2026-12.csv", "Workers_Berlin.csv"

#: Where somebody stands in November's file whom the other Keycafe knows already: its row, its header counted.
HER_ROW = 502


@dataclass
class Story:
    """What was seen, and what is left of it."""

    job: Path
    november: pl.DataFrame
    her: str
    imports: list[Import] = field(default_factory=list)
    outbox: list[Mail] = field(default_factory=list)
    screens: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)
    ways_on: dict[str, str] = field(default_factory=dict)
    months_after_one_site: list[str] = field(default_factory=list)
    gestures: list[str] = field(default_factory=list)
    december: pl.DataFrame = field(default_factory=pl.DataFrame)
    found: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def month_after(browser: Browser, place: Path) -> Story:
    """Answer November, and hand December over, in a place that is empty before."""
    _, handed_over = hand_november_over(made(), place)
    file = Path(handed_over.import_files[0].path)
    november = pl.read_csv(file, infer_schema=False)
    seen = Story(place / "job", november, november.item(HER_ROW - 2, "Email Address"))
    known = [*made().known.decode().splitlines(), seen.her]
    with (
        MockKeycafe(known=known, used=120, today=FIRST_DAY) as other,
        KeycafeClient(other.url, other.email, other.token) as keycafe,
    ):
        seen.imports.append(_uploaded(keycafe, file))
        with desk_on(date(2026, 11, 4), browser, seen.job) as analyst:
            _answer_november(analyst, seen)
        keycafe.set_clock(datetime(2026, 12, 3, 9, tzinfo=UTC))
        (place / "home").mkdir()
        with desk_on(date(2026, 12, 3), browser, seen.job, home=place / "home") as analyst:
            _choose_one_site(analyst, seen)
            december = _hand_december_over(analyst, seen)
            seen.imports.append(_uploaded(keycafe, december))
            _choose_december_again(analyst, seen)
        seen.outbox += keycafe.outbox()
    seen.files += [f"{path.relative_to(seen.job)}" for path in seen.job.rglob("????-??_*.csv")]
    return seen


def _uploaded(keycafe: KeycafeClient, file: Path) -> Import:
    """Get what a Keycafe makes of a file that is uploaded there."""
    return keycafe.follow(keycafe.upload(file).id, bool)


def _answer_november(analyst: Analyst, seen: Story) -> None:
    page = analyst.page
    expect(page.get_by_text("880 not answered yet").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("radio", name="Some people failed").locator("visible=true").check()
    analyst.fill("searchbox", "Find in the file", seen.her)
    page.get_by_role("checkbox", name=f"{seen.her} (row {HER_ROW})").locator("visible=true").check()
    _look(analyst, seen, "Who failed")
    analyst.press("Save", exact=True)
    expect(page.get_by_text("879 added").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    _look(analyst, seen, "November")


def _choose_one_site(analyst: Analyst, seen: Story) -> None:
    """Choose a file of one site only, and try to go on with it."""
    page = analyst.page
    expect(page.get_by_text("879 added").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    _look(analyst, seen, "opened")
    header, *rows = made().december.decode().splitlines(keepends=True)
    analyst.choose(ONE_SITE, "".join([header, *(row for row in rows if ";Berlin;" in row)]).encode())
    expect(page.get_by_text("Is it the whole company?").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    _look(analyst, seen, "one site")
    for way in ("5 Plan", "Hand over December"):
        analyst.press(way)
        expect(page.get_by_role("status").filter(has_text="Is it the whole company?")).to_be_focused(timeout=PATIENCE)
        seen.ways_on[way] = page.locator(".kc-rail [aria-current]").inner_text()
    seen.months_after_one_site += [month.month for month in JobFolder(seen.job).months()]
    analyst.press("It is another file")
    said = f"Nothing of {ONE_SITE} was taken. Choose this month's HR file."
    expect(page.get_by_role("status").filter(has_text=said)).to_be_focused(timeout=PATIENCE)
    _look(analyst, seen, "another file")


def _hand_december_over(analyst: Analyst, seen: Story) -> Path:
    """Choose the whole company, and get the file that is downloaded."""
    page = analyst.page
    analyst.choose(DECEMBER, made().december)
    before = len(analyst.gestures)
    expect(page.get_by_text("December file: 1,000 people").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    _look(analyst, seen, "December")
    analyst.press("Hand over December")
    with page.expect_download() as download:
        analyst.press("Download 2026-12_1000.csv")
    seen.gestures += analyst.gestures[before:]
    file = seen.job.parent / download.value.suggested_filename
    file.write_bytes(download.value.path().read_bytes())
    seen.december = pl.read_csv(file, infer_schema=False)
    _look(analyst, seen, "Hand over")
    analyst.press("3 People")
    analyst.press("Show: Left out, Already in Keycafe")
    analyst.fill("searchbox", "Search", seen.her)
    expect(page.locator(".kc-grid").get_by_role("status")).to_have_text("1 row", timeout=PATIENCE)
    seen.found += [row.inner_text() for row in page.locator(".tabulator-row").locator("visible=true").all()]
    return file


def _choose_december_again(analyst: Analyst, seen: Story) -> None:
    page = analyst.page
    analyst.press("This month")
    page.get_by_role("radio", name="All added").locator("visible=true").check()
    analyst.press("Save", exact=True)
    expect(page.get_by_text("1,000 sent, 1,000 added").locator("visible=true")).to_be_visible(timeout=PATIENCE)
    analyst.choose(DECEMBER, made().december)
    expect(page.get_by_text("places are used").locator("visible=true").first).to_be_visible(timeout=PATIENCE)
    _look(analyst, seen, "again")
    analyst.press("Hand over December")
    expect(page.get_by_role("status").filter(has_text="places are used")).to_be_focused(timeout=PATIENCE)
    seen.ways_on["again"] = page.locator(".kc-rail [aria-current]").inner_text()


def _look(analyst: Analyst, seen: Story, screen: str) -> None:
    seen.screens[screen] = analyst.look(screen)
    seen.faults[screen] = analyst.faults[screen]
