"""Short runs of a job, a few people each."""

import csv
import io
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.job import JobFolder, KeycafeAnswer
from keycafe_clean.run.finished import Job
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options

HEADER = "Employee ID,First Name,Last Name,Email,Status,Start Date,Location"
ANN = "1,Ann,Lee,ann.lee@example.com,Active,2020-01-01,Leeds"
BOB = "2,Bob,Ray,bob.ray@example.com,Active,2021-02-01,Leeds"
CY = "3,Cy,Orr,,Active,2022-03-01,York"
DAN = "5,Dan,Fox,dan.fox@example.com,Active,2026-11-01,York"
CY_RENAMED = CY.replace("Orr", "Fox")
EVA = "4,Eva,Poe,eva.poe@example,Active,2023-04-01,York"


def month(
    folder: Path, today: str, *people: str, hands_over: bool = True, header: str = HEADER, **options: object
) -> Job:
    """Do a month of the job in `folder/job`, with an export of these people."""
    export = folder / f"hr-{today}.csv"
    export.write_text("\n".join([header, *people]), encoding="utf-8")
    said = Options(job=folder / "job", today=today, hands_over=hands_over, **options)  # type: ignore[arg-type]
    return do_job([export], said)


def answer(folder: Path, kind: str, *messages: str) -> None:
    """Say what Keycafe said of the newest file of the job in `folder/job`."""
    job = JobFolder(folder / "job")
    job.answer(job.months()[-1], KeycafeAnswer(kind, messages), date(2026, 11, 4))


def filled(waiting: str, answer: str) -> str:
    """Fill the column `answer` of every line of a waiting.csv."""
    header, *lines = csv.reader(io.StringIO(waiting))
    place = header.index("answer")
    out = io.StringIO()
    csv.writer(out).writerows([header, *([*line[:place], answer, *line[place + 1 :]] for line in lines)])
    return out.getvalue()


def sent(job: Job) -> list[str]:
    """Get the first names in this month's import files."""
    files = [pl.read_csv(file.path, infer_schema=False) for file in job.import_files]
    return [name for file in files for name in file.get_column("First Name")]


def answers(folder: Path) -> list[str | None]:
    """Get what Keycafe said of every row of the newest month."""
    return JobFolder(folder / "job").months()[-1].lines.get_column("answer").to_list()
