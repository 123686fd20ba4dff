"""Jobs of a few invented people, and what a worker is asked of them."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from keycafe_clean.job import JobFolder
from keycafe_clean.many.task import Task
from keycafe_clean.run.month import do_month
from keycafe_clean.run.options import Options

MONTH, TODAY = "2026-11", "2026-11-03"

ANN, BOB = "Ann,Lee,ann.lee@example.com", "Bob,Ray,bob.ray@example.com"
BROKEN = "Cy,Orr,cy.orr@example"


def export(folder: Path, *people: str, name: str = "staff.csv") -> Path:
    """Write an export of people into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join(["First Name,Last Name,Email", *people, ""]), encoding="utf-8")
    return path


def asked(folder: Path, *people: str, number: int = 0) -> Task:
    """Get a task about a job in a folder, whose export lies beside it."""
    path = export(folder.parent / f"exports of {folder.name}", *people)
    begun = JobFolder(folder).is_begun
    return Task(number, str(folder), (str(path),), TODAY, MONTH, is_begun=begun)


def again(task: Task) -> Task:
    """Get the task as it is asked in the next call."""
    return replace(task, is_begun=JobFolder(Path(task.job)).is_begun)


def single(folder: Path, task: Task) -> None:
    """Do the month of a task by itself, as `run --job` does, in another folder."""
    options = Options(job=folder, today=task.today, month=task.month, hands_over=True)
    do_month(JobFolder(folder), list(map(Path, task.exports)), options)


def sums(folder: Path) -> Mapping[str, str]:
    """Get the SHA-256 of every file below a folder, by its name there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
