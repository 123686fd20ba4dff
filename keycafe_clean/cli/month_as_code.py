"""Whose code is asked for: that of a job, of one of its months, or of a run of its own."""

from pathlib import Path

from keycafe_clean.cli.job_status import job_folder
from keycafe_clean.job.as_code import MonthAsCode
from keycafe_clean.job.code_of_month import code_of_job, code_of_run
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.write.manifest import MANIFEST


def month_as_code(folder: Path, month: str | None = None) -> MonthAsCode:
    """Get the month of a job (None: its newest), of its own folder, or of the folder of a run, as code.

    SetupError: there is none, or a run of its own knew people of a list, which it does not keep.
    """
    if (folder / OUTCOMES).exists() and not month:
        return code_of_job(job_folder(folder.parent), folder.name)
    if (folder / MANIFEST).exists() and not month:
        return code_of_run(folder)
    return code_of_job(job_folder(folder), month)
