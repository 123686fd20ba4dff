"""The report of a month of a job once more, from its exports, with names where somebody may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.made_again import manifest_of, planned_again
from keycafe_clean.job.month import Month
from keycafe_clean.job.month_exports import read_again
from keycafe_clean.job.month_files import report_of
from keycafe_clean.month_report import MonthReport
from keycafe_clean.write.folder import REPORT


@dataclass(frozen=True)
class ReportAgain:
    """A report that was made once more, and whether it is, without names, what it was."""

    report: MonthReport
    as_it_was: bool


def report_again(job: JobFolder, month: Month, files: Iterable[Path], *, with_names: bool) -> ReportAgain:
    """Make the report of a month once more, by what was decided then; examples show names only `with_names`.

    `files` are the exports of that month, with whatever was joined to them. SetupError: one of them is missing, or is
    another file.
    """
    export, setup = read_again(month, files, Setup.read(month.folder / "setup.toml"))
    decisions = Decisions.read(month.folder / "decisions.csv")
    again = planned_again(job, month, export, setup, decisions)
    then = manifest_of(month.folder)["files"].get(REPORT)
    now = sha256(report_of(*again).page()).hexdigest()
    return ReportAgain(report_of(*again, with_names=with_names), now == then)
