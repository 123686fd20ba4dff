"""Scenario S5: nothing lost, nothing sent, nothing leaked. Over November everything goes wrong once, in a browser."""

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from psutil import Process, wait_procs

from tests.chromium import PATIENCE
from tests.desk.nothing_lost import FAULTS, STEPS, Story, nothing_lost
from tests.desk.scenario import UNDECIDED, made
from tests.desk.served import kernels, served

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: So long may what was closed go on, in seconds.
SOON = 5

EVENTS = (
    "a large file",
    *(f"a reload at {step}" for step in STEPS),
    "a second tab",
    *(f"a Keycafe that {name}" for name in FAULTS),
    "a kernel that was killed",
    "a full disk",
)


@pytest.fixture(scope="module")
def story(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Go through the sessions once for all tests."""
    return nothing_lost(browser, tmp_path_factory.mktemp("nothing_lost"))


def test_everything_was_met(story: Story) -> None:
    """In this order."""
    assert tuple(story.after) == EVENTS


@pytest.mark.parametrize("event", EVENTS)
def test_the_line_adds_up_afterwards(story: Story, event: str) -> None:
    """Word for word as before."""
    assert story.after[event].footer == UNDECIDED


@pytest.mark.parametrize("event", EVENTS)
def test_the_history_has_no_answer_that_was_not_given(story: Story, event: str) -> None:
    """It has no month at all before one is handed over."""
    assert story.after[event].months == 0


@pytest.mark.parametrize("step", STEPS)
def test_a_reload_stays_at_its_step(story: Story, step: str) -> None:
    """At every step."""
    assert story.steps[step] == step


def test_a_second_tab_says_since_when_the_first_is_open(story: Story) -> None:
    """And by whom; it reads, and decides nothing."""
    assert re.fullmatch(
        r"job is open since \d+ \w+ \d{4}, \d\d:\d\d at another desk, by \S+\. "
        r"Until that one is closed this page only shows\.",
        story.after["a second tab"].said,
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_one_sentence(story: Story, fault: str) -> None:
    """Everybody is added once, whatever is in the way, or the sentence says what is."""
    said = re.sub(r":\d+", ":N", story.after[f"a Keycafe that {fault}"].said)
    fails = "http://127.0.0.1:N failed with status 500. Try again in a few minutes."
    assert said == (fails if fault == "fails" else "Practice: 880 of 880 added, 0 failed.")


def test_a_kernel_that_was_killed_is_said(story: Story) -> None:
    """With what to do; nothing of the practice is left behind, and nothing runs on."""
    assert story.after["a kernel that was killed"].said == (
        "The desk has stopped. Nothing is lost: start it again with 'Start the desk', it goes on where you were."
    )
    assert (story.left_behind, story.left_running) == ([], [])


def test_a_full_disk_is_said(story: Story) -> None:
    """No half file is there, and nothing else than before."""
    before, after = story.around_the_full_disk
    assert story.after["a full disk"].said == (
        "The folder of the job cannot be written: File too large. Nothing of it is half-written. "
        "Make room, or ask for the right to write there, and do it again."
    )
    assert after == before


def test_rows_of_a_downloaded_file_are_unknown(story: Story) -> None:
    """Until somebody says what Keycafe said."""
    assert story.answers == ["unknown"] * 880


def test_a_file_that_was_read_long_ago_is_asked_for_anew(story: Story) -> None:
    """On the twentieth, of the third; nothing is handed over."""
    assert story.too_old
    assert story.too_old.said == (
        "The HR file was chosen on 3 November 2026, more than 7 days ago: people may have left since. "
        "Choose a fresh export."
    )
    assert (story.too_old.footer, story.too_old.months) == (UNDECIDED, 0)


def test_the_other_keycafe_received_nothing(story: Story) -> None:
    """No import, no place used, no mail."""
    assert story.received == (0, 0, 0)


def test_this_computer_alone_was_asked(story: Story) -> None:
    """By the page; and nothing else was connected with the server or a kernel."""
    assert any(url.startswith("ws:") for url in story.urls)
    hosts = {urlsplit(url.removeprefix("blob:")).hostname for url in story.urls if not url.startswith("data:")}
    assert (hosts, story.hosts) == ({"127.0.0.1"}, {"127.0.0.1"})


def test_nobody_stands_in_an_address(story: Story) -> None:
    """Of the page, or of anything that it asked for."""
    assert _named("\n".join(map(unquote, story.urls))) == set()


def test_somebody_who_is_named_is_noticed(story: Story) -> None:
    """By last name or address: the claims here would hold of anything else."""
    first, last, address = made().november.decode().splitlines()[100].split(";")[1:4]
    assert _named(unquote(f"/?q={first}%20{last}")) == {last.lower()}
    assert _named(unquote(f"/?q={address.replace('@', '%40')}")) == {last.lower(), address}
    assert len(_named((story.job / "2026-11" / "2026-11_880.csv").read_text(encoding="utf-8"))) > 800


def test_nobody_stands_in_a_log(story: Story) -> None:
    """Neither in the server's nor in a kernel's."""
    assert len(story.log) > 10
    assert _named("\n".join(story.log)) == set()


def test_nobody_stands_in_the_notebook(story: Story) -> None:
    """It is as it was."""
    before, after = story.notebook
    assert (after, _named(after.decode())) == (before, set())


def test_nobody_stands_in_the_set_up(story: Story) -> None:
    """Neither in the job's nor in the month's."""
    texts = [path.read_text(encoding="utf-8") for path in story.job.rglob("setup.toml")]
    assert len(texts) == 2
    assert _named("\n".join(texts)) == set()


@pytest.mark.parametrize("folder", ["home", "temporary"])
def test_nobody_stands_outside_of_the_job(story: Story, folder: str) -> None:
    """Nor in the analyst's home, nor among temporary files."""
    files = [path for path in (story.place / folder).rglob("*") if path.is_file()]
    assert files or folder == "temporary"
    assert _named("\n".join(path.read_bytes().decode("latin-1") for path in files)) == set()


def test_a_desk_that_is_closed_leaves_nothing_that_runs(browser: Browser, story: Story) -> None:
    """No process of ours, and no port that is open, soon after the page says so."""
    command = [sys.executable, "-m", "keycafe_clean", "desk", f"{story.copy}", "--no-browser", "--port=18886"]
    with subprocess.Popen(  # noqa: S603 - ours
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as desk:
        assert desk.stdout
        address = desk.stdout.readline().removeprefix("The desk opens: ").strip()
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        expect(page.locator(".kc-foot .kc-equation")).to_have_text(UNDECIDED, timeout=PATIENCE)
        ours = [Process(desk.pid), *Process(desk.pid).children(recursive=True)]

        page.get_by_role("button", name="Close the desk").click()
        expect(page.get_by_role("status").filter(has_text="The desk is closed.")).to_be_visible(timeout=PATIENCE)

        assert (len(ours) > 1, wait_procs(ours, timeout=SOON)[1]) == (True, [])
        with socket.socket() as asking:
            assert asking.connect_ex(("127.0.0.1", urlsplit(address).port or 0)) != 0
        assert _named(desk.stdout.read()) == set()
        page.close()


def test_nine_closed_pages_leave_no_kernel(browser: Browser, tmp_path: Path) -> None:
    """Soon after the last was closed."""
    with served(tmp_path / "job") as (server, address):
        pages = [browser.new_page() for _ in range(9)]
        for page in pages:
            page.set_default_timeout(PATIENCE)
            page.goto(address)
            page.get_by_role("button", name="Choose").wait_for()
        begun = kernels(server)

        for page in pages:
            page.goto("about:blank")
            page.close()

        assert (len(begun), wait_procs(begun, timeout=SOON)[1], kernels(server)) == (9, [], [])


def _named(text: str) -> set[str]:
    """Get whom of November's people a text names, by address or last name."""
    rows = [row.split(";") for row in made().november.decode().splitlines()[1:]]
    people = {cell.lower() for row in rows if row[0].isdigit() for cell in (row[2], row[3]) if cell}
    words = {word for found in re.findall(r"[\w.@+-]+", text.lower()) for word in (found, *re.split(r"[.@+_-]", found))}
    return people & words
