"""Twelve months in a row over a made company: joiners, leavers, marriages, moves, rehires, mailboxes passed on."""

from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.cli.job import Job, Options, do_job
from keycafe_clean.job import JobFolder, KeycafeAnswer
from keycafe_clean.job.keycafe_answer import ALL_ADDED
from keycafe_clean.plan import next_month
from tests.job.company import Company

MONTHS, PLACES = 12, 15


def month_of(company: Company, folder: Path, month: str) -> tuple[list[Job], list[tuple[str, str]]]:
    """Hand a month over, and again with answers if something is asked. Get the runs, and who was asked about what."""
    export, job = folder / "hr.csv", folder / "job"
    export.write_text(company.export(), encoding="utf-8")
    said = {"job": job, "today": f"{month}-03", "goes_on": True, "hands_over": True, "used": str(1_000 - PLACES)}
    done = do_job([export], Options(**said))  # type: ignore[arg-type]
    asked = pl.read_csv(job / month / "waiting.csv", infer_schema=False).filter(pl.col("code") != "other_row")
    if asked.is_empty():
        return [done], []
    # Whoever has somebody else's mailbox goes in without an address.
    asked.with_columns(answer=pl.lit("blank")).write_csv(folder / "answers.csv")
    again = do_job([export], Options(**said, answers=folder / "answers.csv"))  # type: ignore[arg-type]
    return [done, again], asked.select("Employee ID", "code").rows()


def everybody(job: Job, outcome: pl.Expr) -> list[str]:
    """Get the employee numbers of rows."""
    numbers = job.cleaned.export.sources[0].cells.select("Employee ID").with_row_index("row_id")
    return job.cleaned.rows.filter(outcome).join(numbers, on="row_id").get_column("Employee ID").to_list()


@pytest.mark.parametrize("seed", [2026])
def test_a_year(tmp_path: Path, seed: int) -> None:
    """Nobody is sent twice, nobody who has left; everybody who stays is in when it was said; nothing is asked twice."""
    company, month = Company.founded(seed, 40, "2020-01-01"), "2026-11"
    sent: Counter[str] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for _ in range(MONTHS):
        runs, questions = month_of(company, tmp_path, month)
        asked.update(questions)
        here = {person.cells[0] for person in company.people if person.is_here}
        for run in runs:
            now = everybody(run, pl.col("row_id").is_in(run.plan.this_month.implode()))
            sent.update(now)
            assert set(now) <= here
        job = JobFolder(tmp_path / "job")
        for opened in (it for it in job.months() if it.is_open):
            job.answer(opened, KeycafeAnswer(ALL_ADDED), date.fromisoformat(f"{month}-04"))
        month = next_month(month)
        company.month_after(month)

    assert max(sent.values()) == 1
    assert max(asked.values(), default=1) == 1
    assert runs[-1].plan.forecast == {}
    assert everybody(runs[-1], pl.col("outcome") == "waiting") == []
    assert here <= sent.keys()
