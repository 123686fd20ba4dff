"""First days that every export writes in another way: people without a number are found by them all the same."""

from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.job.comparison import MISSING
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import answer, month, sent

HEADER = "First Name,Last Name,Email,Status,Start Date"
CY, IDA = "Cy,Orr,,Active,{}", "Ida,May,,Active,{}"
AS_DAYS = ("2020-01-02", "2021-05-30")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (AS_DAYS, ("02/01/2020", "30/05/2021")),
        (("02.01.2020", "30.05.2021"), AS_DAYS),
        (AS_DAYS, ("2020-01-02 00:00:00", "2021-05-30 00:00:00")),
        (AS_DAYS, ("02.01.20", "30.05.21")),
    ],
)
def test_first_day_that_is_written_otherwise_is_the_same(
    tmp_path: Path, before: tuple[str, str], now: tuple[str, str]
) -> None:
    """Nobody is new, missing or asked about."""
    month(tmp_path, "2026-11-03", *map(str.format, (CY, IDA), before), header=HEADER)
    answer(tmp_path, ALL_ADDED)

    job = month(tmp_path, "2026-12-03", *map(str.format, (CY, IDA), now), header=HEADER)

    assert (sent(job), job.comparison.count(MISSING), job.cleaned.counts["waiting"]) == ([], 0, 0)
    assert job.comparison.new.is_empty()


def test_decision_finds_its_person_by_the_day(tmp_path: Path) -> None:
    """Whoever was left out by hand is, however the next export writes the first day."""
    month(tmp_path, "2026-11-03", CY.format("2020-01-02"), "Ida,,,Active,2021-05-30", header=HEADER)
    sheet = tmp_path / "answers.csv"
    waiting = (tmp_path / "job/2026-11/waiting.csv").read_text("utf-8-sig")
    lines = pl.read_csv(waiting.encode(), infer_schema=False).with_columns(answer=pl.lit("leave out"))
    lines.write_csv(sheet)
    month(tmp_path, "2026-11-04", CY.format("2020-01-02"), "Ida,,,Active,2021-05-30", header=HEADER, answers=sheet)

    job = month(tmp_path, "2026-12-03", CY.format("02.01.2020"), "Ida,,,Active,30.05.2021", header=HEADER)

    assert job.cleaned.rows.get_column("reason").to_list()[1] == "by_hand"
