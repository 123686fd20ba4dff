"""Scenario S4 of the desk: a year later, without an export, ten people are asked for, in a browser.

What is held of it beside this: the page for an auditor and what is in it, in `tests/cli/test_audit.py`.
"""

import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from keycafe_clean.job import JobFolder
from tests.chromium import PATIENCE
from tests.cli.calls import Shell
from tests.desk.scenario import desk_on
from tests.job.audit_year import DOES, FORGOTTEN, NOBODY, TEN, a_year

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@dataclass
class Audit:
    """What the desk has told of whoever was asked for: the first lines, in order, or the sentence that nobody is."""

    job: Path
    told: dict[str, list[str]] = field(default_factory=dict)
    side_by_side: set[float] = field(default_factory=set)
    page: bytes = b""
    asked: list[str] = field(default_factory=list)


def look_for(page: Page, who: str) -> list[str]:
    """Type it, press Enter, and get the first line about everybody who was found, else what is said."""
    field = page.get_by_role("searchbox", name="Find a person")
    field.press("Escape")
    expect(page.locator(".kc-found")).to_have_count(0, timeout=PATIENCE)
    field.fill(who)
    field.press("Enter")
    said = page.locator(".kc-found-above [role=status]")
    expect(said).not_to_be_empty(timeout=PATIENCE)
    return page.locator(".kc-found > p").all_inner_texts() or [said.inner_text()]


@pytest.fixture(scope="module")
def audit(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Ask at the desk for each of the ten, for both who are called Doe, and for nobody; print one, then forget."""
    place = tmp_path_factory.mktemp("year")
    seen = Audit(a_year(place) / "job")
    shutil.copytree(seen.job, place / "before")
    with desk_on(date(2027, 10, 4), browser, seen.job) as analyst:
        page = analyst.page
        page.on("request", lambda request: seen.asked.append(request.url))
        seen.told = {who: look_for(page, who) for who, _ in TEN} | {"Jnae": look_for(page, "Jnae")}
        seen.told["doe"] = look_for(page, "doe")
        seen.side_by_side = {one.bounding_box()["y"] for one in page.locator(".kc-found").all()}  # type: ignore[index]
        with page.expect_download() as download:
            page.get_by_role("button", name="Print for audit: Jane Doe").click()
        seen.page = download.value.path().read_bytes()
        JobFolder(seen.job).forget(date(2027, 10, 4), "2027-10")
        seen.told["gil.gone"] = look_for(page, "gil.gone")
    return seen


@pytest.fixture
def shell(audit: Audit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give a shell beside the job as it was before anything was forgotten."""
    monkeypatch.chdir(audit.job.parent)
    return Shell(audit.job.parent, capsys, monkeypatch)


@pytest.mark.parametrize(("who", "said"), TEN)
def test_first_line(audit: Audit, who: str, said: str) -> None:
    """One sentence for each of the ten outcomes."""
    assert audit.told[who] == [said]


@pytest.mark.parametrize("who", [who for who, _ in TEN])
def test_first_line_is_that_of_the_command_line(audit: Audit, shell: Shell, who: str) -> None:
    """Below the name."""
    assert shell("why", "before", who).out.splitlines()[1:2] == audit.told[who]


def test_both_who_are_called_so_stand_side_by_side(audit: Audit) -> None:
    """Jane was invited, John was not."""
    assert audit.told["doe"] == list(DOES)
    assert len(audit.side_by_side) == 1


def test_nobody_is_called_so(audit: Audit) -> None:
    """It is said since when, and what to try."""
    assert audit.told["Jnae"] == [NOBODY]


def test_page_for_an_auditor_is_that_of_the_command_line(audit: Audit, shell: Shell) -> None:
    """Byte for byte."""
    shell("why", "before", "jane.doe", "--print", "jane.html")

    assert audit.page == Path("jane.html").read_bytes()


def test_whoever_is_forgotten_is_not_found(audit: Audit) -> None:
    """It is said that there were other months, and that nobody of them is invited again."""
    assert audit.told["gil.gone"] == [FORGOTTEN]


def test_nothing_typed_reaches_an_address(audit: Audit) -> None:
    """Neither a name nor a part of an address."""
    assert not [url for url in audit.asked if any(who in url.lower() for who, _ in TEN)]
