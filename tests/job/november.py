"""November of the company of 3,400, decided as the truth has it and handed over, from the command line alone."""

from pathlib import Path

import polars as pl

from keycafe_clean.run.finished import Job
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options
from tests.job.two_months import Months

#: The file, as the HR system names it.
NOVEMBER = "Workers_2026-11.csv"


def hand_november_over(made: Months, place: Path) -> tuple[Job, Job]:
    """Do November in the folder `job` of a place: look, answer everything, hand over. Get the first and last of it."""
    november, known, answers, job = (place / name for name in (NOVEMBER, "known.txt", "answers.csv", "job"))
    november.write_bytes(made.november)
    known.write_bytes(made.known)
    asked = do_job([november], Options(job=job, known=[known], used="120", today="2026-11-03"))
    answers.write_text(_answers(made, job / "2026-11" / "waiting.csv"), encoding="utf-8")
    return asked, do_job([november], Options(job=job, answers=answers, today="2026-11-03", hands_over=True))


def _answers(made: Months, waiting: Path) -> str:
    truth = {str(row): "same person" if same else "two people" for _, row, same in made.pairs}
    truth |= {str(row): address for row, address in made.broken}
    table = pl.read_csv(waiting, infer_schema=False)
    answer = pl.col("row").replace_strict(truth, default=None)
    return table.with_columns(answer=pl.when(pl.col("code") != "other_row").then(answer)).write_csv()
