"""A job of twelve months with somebody who is to be erased: invited, asked and decided about, renamed."""

import shutil
import zipfile
from pathlib import Path

import polars as pl

from keycafe_clean.job import JobFolder
from keycafe_clean.job.code_of_month import code_of_job, written_code
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import answer, month

IDA = "4711003,Ida,Quastberg,ida.quastberg@example.com,Active,2020-01-01,Leeds"
IDA_MARRIED = "4711003,Ida,Mossholm,ida.mossholm@example.com,Active,2020-01-01,Leeds"
ANN = "4711004,Ann,Lee,ann.lee@example.com,Active,2020-01-01,Leeds"
BOB = "4711005,Bob,Ray,bob.ray@example.com,Active,2021-02-01,Leeds"
#: May be Ida: asked about, and another person.
IDAA = "4711006,Idaa,Quastberg,i.quast@example.com,Active,2020-01-01,Leeds"

#: What tells Ida and nobody else, in small letters.
TRACES = ("ida quastberg", "ida.quastberg", "mossholm", "4711003")

#: The months between the second and the last, which are like the second.
BETWEEN = tuple(f"2027-{number:02}" for number in range(1, 10))


def a_year(folder: Path) -> Path:
    """Do twelve months of the job in `folder/job`, answered, and take the exports away; get the folder of the job."""
    month(folder, "2026-11-03", IDA, IDAA, ANN, BOB, hands_over=False)
    asked = pl.read_csv(folder / "job/2026-11/waiting.csv", infer_schema=False)
    is_pair = pl.col("code") == "possible_duplicate"
    asked.with_columns(answer=pl.when(is_pair).then(pl.lit("two people"))).write_csv(folder / "answers.csv")
    month(folder, "2026-11-03", IDA, IDAA, ANN, BOB, answers=folder / "answers.csv")
    answer(folder, ALL_ADDED)
    month(folder, "2026-12-03", IDA, IDAA, ANN, BOB)
    job = folder / "job"
    for name in BETWEEN:
        shutil.copytree(job / "2026-12", job / name)
    month(folder, "2027-10-03", IDA_MARRIED, IDAA, ANN, BOB, goes_on=True)
    written_code(code_of_job(JobFolder(job)), job / "november.py")
    for export in folder.glob("*.csv"):
        export.unlink()
    return job


def telling(job: Path, *traces: str) -> list[str]:
    """Get the files of a job with one of the traces in them, inside workbooks too."""
    files = [path for path in sorted(job.rglob("*")) if path.is_file()]
    return [f"{path.relative_to(job)}" for path in files if any(it in _text(path) for it in traces)]


def _text(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", "replace").lower()
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace").lower() for name in archive.namelist())
