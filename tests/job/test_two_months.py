"""November and December of a company of 3,400, from the command line alone: the figures of the desk."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import polars as pl
import pytest

from keycafe_clean.errors import MassChangeError
from keycafe_clean.job import JobFolder, KeycafeAnswer
from keycafe_clean.job.sentences import months_in_words, next_step
from keycafe_clean.job.since_last_month import since_last_month
from keycafe_clean.job_words import FAILED
from keycafe_clean.run.finished import Job
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options
from tests.job.november import hand_november_over
from tests.job.two_months import Months, months

DECIDED = ["rows_read", "ready", "waiting", "combined", "left_out", "not_people"]


@dataclass(frozen=True)
class Done:
    """A job of two months: what was seen after each call."""

    folder: Path
    months: Months
    asked: Job
    november: Job
    answered: list[str]
    december: Job


@cache
def done() -> Done:
    """Do both months once for all tests: look, decide, hand over, answer, and the month after."""
    made, place = months(), Path(mkdtemp())
    (place / "dec.csv").write_bytes(made.december)
    asked, sent = hand_november_over(made, place)
    job = place / "job"
    folder = JobFolder(job)
    month = folder.months()[0]
    failed = month.lines.filter(pl.col("sent") == "501").item(0, "email")
    folder.answer(month, KeycafeAnswer(FAILED, (f"{failed}: already a member",)), date(2026, 11, 4))
    answered = [*months_in_words(folder.months()), next_step(job, folder.months(), date(2026, 11, 4))]
    december = do_job([place / "dec.csv"], Options(job=job, today="2026-12-03", hands_over=True))
    return Done(place, made, asked, sent, answered, december)


def counts(job: Job) -> list[int]:
    """Get the figures of the equation."""
    return [job.cleaned.counts[name] for name in DECIDED]


def file_of(job: Job) -> pl.DataFrame:
    """Get the import file of a run, which is one."""
    (file,) = job.import_files
    return pl.read_csv(file.path, infer_schema=False)


def test_nothing_decided() -> None:
    """A look at November: 42 wait, no file is made, and the forecast has everybody else."""
    asked = done().asked

    assert counts(asked) == [3_824, 3_226, 42, 12, 540, 4]
    assert (asked.plan.this_month.len(), asked.plan.forecast) == (
        880,
        {"2026-12": 1_000, "2027-01": 1_000, "2027-02": 346},
    )
    assert asked.import_files == ()


def test_all_decided() -> None:
    """With all answers nobody waits, and the file of 880 is handed over."""
    november = done().november

    assert counts(november) == [3_824, 3_246, 0, 34, 540, 4]
    assert november.plan.forecast == {"2026-12": 1_000, "2027-01": 1_000, "2027-02": 366}
    assert file_of(november).height == 880


def test_what_keycafe_said() -> None:
    """One was there already; the others were added, and the next step is December."""
    assert done().answered == [
        "November 2026: 880 sent, 879 added, 1 there already.",
        "2,366 people are planned for later months. Give next month's export.",
    ]


def test_month_after() -> None:
    """Nobody is asked again; leavers are out, and who is in Keycafe is out too."""
    december = done().december

    assert counts(december) == [3_865, 2_398, 0, 34, 1_429, 4]
    assert december.plan.forecast == {"2027-01": 1_000, "2027-02": 398}


def test_what_changed_since() -> None:
    """The figures of the screen, a line each."""
    comparison = done().december.comparison

    assert comparison is not None
    assert list(since_last_month(comparison)) == [
        "New since the last month: 41 people.",
        "Left: 12; in Keycafe, to remove there: 3; were waiting, and are dropped: 9.",
        "Another name or address: 5; in Keycafe, to change there: 2.",
        "Not in Keycafe yet, of the last month: 2,357.",
    ]


def test_new_ones_go_in_first_then_the_waiting_list_in_its_order() -> None:
    """The first 41 of December's file are the joiners; behind them stands who waited longest."""
    rows = file_of(done().december)
    november = file_of(done().november).get_column("Email Address").to_list()
    joined = [line.split(";")[3] for line in done().months.december.decode().splitlines()[3_354:3_395]]

    emails = rows.get_column("Email Address").to_list()
    assert emails[:41] == joined
    first = done().november.plan.lines.filter(pl.col("month") == "2026-12").head(1).item(0, "row_id")
    assert emails[41] == done().november.cleaned.rows.item(first, "Email Address")
    assert set(november).isdisjoint(emails)


def test_renamed_people_who_wait_carry_the_new_name() -> None:
    """Three waited under their old names."""
    december = done().december
    ready = december.cleaned.rows.filter(pl.col("outcome") == "ready", pl.col("Last Name").str.contains("-Novak"))

    assert ready.height == 3


def test_what_is_left_to_do_in_keycafe() -> None:
    """Three people are to be removed, and two to be changed."""
    tasks = pl.read_csv(done().folder / "job" / "2026-12" / "to_do.csv", infer_schema=False)

    assert tasks.get_column("task").to_list() == ["remove in Keycafe"] * 3 + ["change in Keycafe"] * 2


def test_another_file_stops_once() -> None:
    """A file without a third of the people is no month after: one sentence, and nothing is written."""
    text = done().months.december.decode().splitlines()
    export = done().folder / "part.csv"
    export.write_text("\r\n".join([text[0], *text[1:2_401]]), encoding="utf-8")
    job = done().folder / "job"
    before = {path: path.read_bytes() for path in job.rglob("*") if path.is_file()}

    with pytest.raises(MassChangeError) as stop:
        do_job([export], Options(job=job, today="2027-01-04", hands_over=True))

    assert str(stop.value) == (
        "1,004 of 3,395 known people are not in this file (30 %). Is it the whole company? Nothing was written. "
        "Give the whole file, or say --continue if it is right."
    )
    assert {path: path.read_bytes() for path in job.rglob("*") if path.is_file()} == before
