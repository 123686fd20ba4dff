"""A job over months of a made company, checked each month: nobody twice, nobody who has left, nothing asked twice."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.job import JobFolder, KeycafeAnswer
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.plan import next_month
from keycafe_clean.run.finished import Job
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options
from tests.job.company import Company

FIRST = "2026-11"


def check_months(company: Company, folder: Path, places: int, later: list[Callable[[str], None]]) -> None:
    """Hand over the first month with so many places, and one after each of `later`, which takes it as `YYYY-MM`."""
    sent: Counter[str] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    month = FIRST
    for month_passes in (lambda _: None, *later):
        month_passes(month)
        runs, questions = _month_of(company, folder, month, places)
        asked.update(questions)
        here = {person.cells[0] for person in company.people if person.is_here}
        for run in runs:
            now = _everybody(run, pl.col("row_id").is_in(run.plan.this_month.implode()))
            sent.update(now)
            assert set(now) <= here
        job = JobFolder(folder / "job")
        for opened in (it for it in job.months() if it.is_open):
            job.answer(opened, KeycafeAnswer(ALL_ADDED), date.fromisoformat(f"{month}-04"))
        month = next_month(month)

    assert max(sent.values()) == 1
    assert max(asked.values(), default=1) == 1
    assert runs[-1].plan.forecast == {}
    assert _everybody(runs[-1], pl.col("outcome") == "waiting") == []
    assert here <= sent.keys()


def _month_of(company: Company, folder: Path, month: str, places: int) -> tuple[list[Job], list[tuple[str, str]]]:
    """Hand a month over, and again with answers if something is asked. Get the runs, and who was asked about what."""
    export, job = folder / "hr.csv", folder / "job"
    export.write_text(company.export(), encoding="utf-8")
    said = {"job": job, "today": f"{month}-03", "goes_on": True, "hands_over": True, "used": str(1_000 - places)}
    done = do_job([export], Options(**said))  # type: ignore[arg-type]
    asked = pl.read_csv(done.folder / "waiting.csv", infer_schema=False).filter(pl.col("code") != "other_row")
    if asked.is_empty():
        return [done], []
    # Whoever has somebody else's mailbox goes in without an address.
    asked.with_columns(answer=pl.lit("blank")).write_csv(folder / "answers.csv")
    again = do_job([export], Options(**said, answers=folder / "answers.csv"))  # type: ignore[arg-type]
    return [done, again], asked.select("Employee ID", "code").rows()


def _everybody(job: Job, outcome: pl.Expr) -> list[str]:
    """Get the employee numbers of rows."""
    numbers = job.cleaned.export.sources[0].cells.select("Employee ID").with_row_index("row_id")
    return job.cleaned.rows.filter(outcome).join(numbers, on="row_id").get_column("Employee ID").to_list()
