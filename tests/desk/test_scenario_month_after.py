"""Scenario S3: the month after. What Keycafe said of November, then December at another user's desk.

November was decided and handed over by the command line. The other Keycafe, which the desk does not know, is the one
into which both files are uploaded.
"""

import re
from collections import Counter

import polars as pl
import pytest
from playwright.sync_api import Browser

from keycafe_clean.job import JobFolder
from tests.axe import needs_axe
from tests.desk.month_after import Story, month_after
from tests.desk.scenario import NOT_ON_SCREEN, made
from tests.job.two_months import GONE, RENAMED

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def story(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Go through the month once for all tests."""
    return month_after(browser, tmp_path_factory.mktemp("month_after"))


def _rows(export: bytes) -> list[list[str]]:
    """Get the rows of an export, as its sources stand in it."""
    return [row.split(";") for row in export.decode().splitlines()[1:]]


def _emails(places: tuple[int, ...]) -> list[str]:
    """Get the addresses of people by their places among those of November."""
    rows = _rows(made().november)
    return [rows[place][3] for place in places]


def test_the_other_keycafe_takes_november(story: Story) -> None:
    """All but the one whom it knows."""
    november = story.imports[0]
    assert (november.state, november.added, november.failed) == ("completed", 879, 1)


def test_whoever_is_ticked_was_there_already(story: Story) -> None:
    """The others were added."""
    assert "November 2026: 880 sent, 879 added, 1 there already." in story.screens["November"]


def test_another_user_finds_december(story: Story) -> None:
    """The desk opens on it, with what was said of November."""
    opened = story.screens["opened"]
    assert "December 2026" in opened
    assert "November 2026: 880 sent, 879 added, 1 there already." in opened
    assert "Choose this month's HR file" in opened


def test_a_file_of_one_site_is_asked_about(story: Story) -> None:
    """By one sentence, which names the number: so many of November's people work at another site."""
    rows = _rows(made().november)
    second_rows = {other for _, other, is_same in made().pairs if not is_same}
    people = [*rows[: 3_400 - 12 - 35], *(rows[row - 2] for row in second_rows)]
    elsewhere = sum(site != "Berlin" for *_, site, _ in people)

    said = [line for line in story.screens["one site"].splitlines() if "known people" in line]

    share = f"{100 * elsewhere / len(people):.0f} %"
    assert said == [
        f"{elsewhere:,} of {len(people):,} known people are not in this file ({share}). Is it the whole company?"
    ]


def test_nothing_is_planned_of_a_file_of_one_site(story: Story) -> None:
    """Neither on this month's page, nor above it, nor by another way on."""
    assert not re.search(r"December file|Forecast|in this file =|fit into", story.screens["one site"])
    assert story.ways_on["5 Plan"] == story.ways_on["Hand over December"] == "This month"
    assert story.months_after_one_site == ["2026-11"]


def test_a_file_that_is_another_one_leaves_nothing(story: Story) -> None:
    """The desk is as it was opened: November's answer, and no number of that file."""
    assert "November 2026: 880 sent, 879 added, 1 there already." in story.screens["another file"]
    assert not re.search(r"whole company|rows =|known people", story.screens["another file"])


@pytest.mark.parametrize(
    "said",
    [
        "41\nnew\n",
        "12\nleft\n3 are in Keycafe: remove them by hand\n",
        "5\nchanged\n2 are in Keycafe: change them by hand\n",
        "2,357\nstill waiting\n959 fit into December\n",
        "0\nwaiting for you\nnothing to answer\n",
        "December file: 1,000 people = 41 new + 959 from the waiting list.",
        "January 2027 1,000, February 2027 398.",
        "3,865 rows = 2,398 ready + 0 waiting for you + 34 combined + 1,429 left out + 4 not people",
    ],
)
def test_december_stands_in_figures(story: Story, said: str) -> None:
    """None of the 35 pairs is asked about again."""
    assert said in story.screens["December"]


def test_two_gestures_hand_december_over(story: Story) -> None:
    """From the good file to the download."""
    assert story.gestures == ["Hand over December", "Download 2026-12_1000.csv"]


def test_joiners_stand_first_in_the_file(story: Story) -> None:
    """A thousand people, and 41 of them are new."""
    before = {row[0] for row in _rows(made().november)}
    joiners = [row[3] for row in _rows(made().december) if row[0].isdigit() and row[0] not in before]
    emails = story.december.get_column("Email Address").to_list()
    assert (len(emails), len(joiners), emails[:41]) == (1_000, 41, joiners)


def test_whoever_was_there_is_in_no_later_file(story: Story) -> None:
    """She stands under Already in Keycafe."""
    (row,) = story.found
    assert story.her in row
    assert story.her not in story.december.get_column("Email Address").to_list()


def test_waiting_people_who_left_are_in_no_file(story: Story) -> None:
    """Nine of them; the forecast has none of them either."""
    gone = _emails(GONE[3:])
    files = [story.november, story.december, _forecast(story)]
    assert len(gone) == 9
    assert [set(gone) & set(file.get_column("Email Address")) for file in files] == [set()] * 3


def test_what_is_to_do_by_hand_has_names(story: Story) -> None:
    """Exactly three to remove, and two to change."""
    tasks = JobFolder(story.job).months()[-1].tasks()
    of_task = {
        task: tasks.filter(pl.col("task") == f"{task} in Keycafe").get_column("email").to_list()
        for task in ("remove", "change")
    }
    assert {task: sorted(emails) for task, emails in of_task.items()} == {
        "remove": sorted(_emails(GONE[:3])),
        "change": sorted(_emails(RENAMED[:2])),
    }


def test_renamed_people_who_wait_carry_the_new_name(story: Story) -> None:
    """Three of them, in the file or in the forecast."""
    files = [story.december, _forecast(story)]
    named = {
        email: name
        for file in files
        for email, name in file.select("Email Address", "Last Name").rows()
        if (name or "").endswith("-Novak")
    }
    assert set(named) == set(_emails(RENAMED[2:]))


def test_the_other_keycafe_takes_december(story: Story) -> None:
    """Everybody of it."""
    december = story.imports[1]
    assert (december.state, december.added, december.failed) == ("completed", 1_000, 0)


def test_nobody_is_invited_twice(story: Story) -> None:
    """Over both months."""
    invited = Counter(mail.email.lower() for mail in story.outbox if mail.kind == "invitation")
    assert (len(invited) > 1_800, max(invited.values())) == (True, 1)


def test_december_again_has_no_file(story: Story) -> None:
    """Its places are used: one sentence says so, and there is one file a month."""
    said = "December's 1,000 places are used. The next 1,000 people are planned for January."
    assert said in story.screens["again"]
    assert "December file:" not in story.screens["again"]
    assert story.ways_on["again"] == "This month"
    assert sorted(story.files) == ["2026-11/2026-11_880.csv", "2026-12/2026-12_1000.csv"]


def _forecast(story: Story) -> pl.DataFrame:
    return pl.read_csv(story.job / "2026-12" / "forecast.csv", infer_schema=False)


@needs_axe
@pytest.mark.parametrize(
    "screen", ["Who failed", "November", "opened", "one site", "another file", "December", "Hand over", "again"]
)
def test_axe_finds_nothing_serious(story: Story, screen: str) -> None:
    """On this month's page in each of its forms, and on the last step."""
    assert story.faults[screen] == []


@pytest.mark.parametrize("word", NOT_ON_SCREEN)
def test_no_screen_shows_a_word_that_reads_as_something_else(story: Story, word: str) -> None:
    """As on the first day; whom the desk knew before is asked about in these words."""
    own = re.compile("[0-9,]+ of [0-9,]+ known people are not in this file")
    screens = {screen: own.sub("", said) for screen, said in story.screens.items()}
    shown = [screen for screen, said in screens.items() if re.search(rf"\b{word}\b", said, re.IGNORECASE)]
    assert shown == []
