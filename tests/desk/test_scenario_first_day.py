"""Scenario S1: the first day, nothing decided. One session in a browser, from the drop to the download.

Once in Voila, and once in JupyterLab started plainly.
"""

import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Browser

from keycafe_clean.job import JobFolder
from tests.axe import needs_axe
from tests.cli.calls import Shell
from tests.desk.first_day import FirstDay, first_day
from tests.desk.lab import desk_in_lab
from tests.desk.scenario import FIRST_DAY, NOT_ON_SCREEN, UNDECIDED, Analyst, desk_on, made

pytestmark = pytest.mark.browser


#: Where the notebook is opened.
Open = Callable[[date, Browser, Path], AbstractContextManager[Analyst]]


@pytest.fixture(
    scope="module",
    params=[pytest.param(desk_on, id="Voila"), pytest.param(desk_in_lab, id="JupyterLab", marks=pytest.mark.slow)],
)
def day(browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> FirstDay:
    """Go through the first day once for all tests, with the same notebook in each place."""
    open_in: Open = request.param
    job = tmp_path_factory.mktemp("first_day") / "job"
    with open_in(FIRST_DAY, browser, job) as analyst:
        return first_day(analyst, job)


def test_file_and_columns_ask_nothing(day: FirstDay) -> None:
    """Both are ticked and skipped."""
    assert day.rail == ("1 File, nothing to ask", "2 Columns, nothing to ask")


def test_no_column_is_taken_for_badge_codes(day: FirstDay) -> None:
    """A number of the company's is none of Keycafe's."""
    assert day.badge_code == "(not used)"


@pytest.mark.parametrize("said", ["Everybody in the file who works here: 3,400 of 3,820.", "420", "60"])
def test_people_are_counted_once_the_file_is_there(day: FirstDay, said: str) -> None:
    """Who works here, who has left, who has no address."""
    assert said in day.after_the_choice


def test_invitations_are_counted_without_those_who_are_there(day: FirstDay) -> None:
    """120 are in Keycafe already, and nobody invites them again."""
    assert "Keycafe will send 3,166 invitations." in day.screens["Known"]


def test_every_row_is_in_the_line_that_adds_up(day: FirstDay) -> None:
    """Word for word."""
    assert UNDECIDED in day.screens["Check"]


def test_people_are_planned_for_four_months(day: FirstDay) -> None:
    """The places that were used before are November's."""
    found = [re.findall(r"[\d,]+ (?:used|in this file|of)", month) for month in day.months]
    assert [month.split("\t")[0] for month in day.months] == [
        "November 2026",
        "December 2026",
        "January 2027",
        "February 2027",
    ]
    assert found == [
        ["120 used", "880 in this file", "1,000 of"],
        ["1,000 of"],
        ["1,000 of"],
        ["346 of"],
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Practice: nobody is invited",
        "Practice: 880 of 880 added, 0 failed.",
        "November would then be full (1,000 of 1,000).",
    ],
)
def test_practice_fills_november(day: FirstDay, said: str) -> None:
    """The band says whom that invites."""
    assert said in day.screens["Practice"]


def test_the_practice_holds_a_thousand_people(day: FirstDay) -> None:
    """Those of the file and the 120 who were there: under Invited, or under All."""
    counts = re.findall(r"Users, filter \w+: ([\d,]+)", day.screens["Keycafe"])
    assert sum(int(count.replace(",", "")) for count in counts) == 1_000


def test_practice_is_no_answer_of_keycafe(day: FirstDay) -> None:
    """The job has no month before the download, and that one is open afterwards."""
    (month,) = JobFolder(day.job).months()
    assert (day.answers_after_practice, month.is_open) == (0, True)


def test_one_import_file_is_there(day: FirstDay) -> None:
    """The same that was downloaded, with a row a person."""
    files = [path for path in day.job.rglob("*.csv") if re.fullmatch(r"\d{4}-\d\d_\d+(_.*)?\.csv", path.name)]
    assert [(path.name, path.read_bytes()) for path in files] == [(day.file_name, day.file)]
    assert (day.file_name, day.rows.height) == ("2026-11_880.csv", 880)


def test_the_file_passes_the_check(
    day: FirstDay, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Keycafe would look at it."""
    (tmp_path / day.file_name).write_bytes(day.file)
    monkeypatch.chdir(tmp_path)

    ended = Shell(tmp_path, capsys, monkeypatch)("check", day.file_name)

    assert ended.out == "2026-11_880.csv: 880 rows, all as Keycafe asks.\n"


@pytest.mark.parametrize(
    "who", ["leavers", "people in Keycafe", "rows that wait for an address", "rows that may be somebody else's"]
)
def test_nobody_is_in_the_file_who_must_not_be(day: FirstDay, who: str) -> None:
    """Nobody who has left, who is there already, or who waits."""
    november = pl.read_csv(io.BytesIO(made().november), separator=";", infer_schema=False).with_row_index("row", 2)
    waiting = {
        "rows that wait for an address": [row for row, _ in made().broken],
        "rows that may be somebody else's": [row for _, row, _ in made().pairs],
    }
    out = {
        "leavers": pl.col("Status") == "Terminated",
        "people in Keycafe": pl.col("Work E-mail").is_in(made().known.decode().splitlines()),
        **{name: pl.col("row").is_in(rows) for name, rows in waiting.items()},
    }
    listed = november.filter(out[who]).get_column("Work E-mail")
    assert listed.len() in (420, 120, 7, 35)
    assert set(listed) & set(day.rows.get_column("Email Address")) == set()


def test_smartbox_users_are_not_invited(day: FirstDay) -> None:
    """They have no address to which an invitation could go."""
    rows = day.rows.filter(pl.col("SmartBox User") == "true")
    assert (rows.height, set(rows.get_column("Send Invitation"))) == (60, {"false"})


def test_badge_codes_are_empty(day: FirstDay) -> None:
    """Everywhere."""
    assert day.rows.get_column("Badge Code").null_count() == 880


def test_of_each_possible_pair_one_row_goes_in_at_most(day: FirstDay) -> None:
    """Nobody is invited twice while nobody has said whether the two are one."""
    lines = made().november.decode().splitlines()
    addresses = set(day.rows.get_column("Email Address"))
    here = [[lines[row - 1].split(";")[3] in addresses for row in pair[:2]] for pair in made().pairs]
    assert len(here) == 35
    assert max(map(sum, here)) <= 1


def test_the_first_day_takes_twelve_gestures(day: FirstDay) -> None:
    """From the choice to the download, two of them to look at the columns; two values are typed or pasted."""
    assert (len(day.gestures), len(day.typed)) == (12, 2), day.gestures


@pytest.mark.parametrize("word", NOT_ON_SCREEN)
def test_no_screen_shows_a_word_that_reads_as_something_else(day: FirstDay, word: str) -> None:
    """Every step that was seen."""
    shown = [step for step, said in day.screens.items() if re.search(rf"\b{word}\b", said, re.IGNORECASE)]
    assert shown == []


@needs_axe
@pytest.mark.parametrize("step", ["People", "Columns", "Known", "Check", "Plan", "Practice", "Keycafe"])
def test_axe_finds_nothing_serious(day: FirstDay, step: str) -> None:
    """On every step, as it was seen."""
    assert day.faults[step] == []
