"""How a job stands: its months, what Keycafe said, who waits, and the next step."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from keycafe_clean.cli import show
from keycafe_clean.cli.output import say_json
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.lock import said_holder
from keycafe_clean.job.open_tasks import tasks_in_words
from keycafe_clean.job.overdue import overdue_in_words, overdue_months
from keycafe_clean.job.sentences import months_in_words, next_step, places_in_words
from keycafe_clean.quoting import quoted


def job_folder(path: Path) -> JobFolder:
    """Get the job of a folder. SetupError: it is no job's, or its first month is not made yet."""
    folder = JobFolder(path)
    if not folder.is_begun:
        if folder.has_draft:
            raise SetupError(
                f"{path} has no month yet: the desk is at work on the first one, and what lies in {folder.draft} may "
                f"hold its export. Go on with it: keycafe-clean desk {quoted(path)}, or delete that folder."
            )
        if holder := said_holder(path):
            raise SetupError(
                f"{path} has no month yet: a run{holder} makes the first one, or was stopped. Ask again when it has "
                f"ended, or start it again: keycafe-clean run EXPORT --job {quoted(path)}"
            )
        raise SetupError(f"{path} is no folder of a job. Make one with: keycafe-clean run EXPORT --job {quoted(path)}")
    return folder


def show_job(folder: JobFolder, today: date, *, as_json: bool) -> None:
    """Show it, as sentences or as JSON."""
    if as_json:
        say_json(_as_json(folder, today))
    else:
        show.months(folder, today)


def _as_json(folder: JobFolder, today: date) -> dict[str, Any]:
    """Get the months with their counts of answers, those overdue to be forgotten, and the next step; no names."""
    months = folder.months()
    return {
        "months": [
            {
                "folder": month.folder.name,
                "month": month.month,
                "sent": month.sent,
                "answers": dict(month.lines.drop_nulls("answer").group_by("answer").len().sort("answer").rows()),
                "waiting": month.lines.filter(pl.col("outcome") == "waiting").height,
            }
            for month in months
        ],
        "overdue": [month.folder.name for month in overdue_months(folder.setup(), months, today)],
        "said": [
            *months_in_words(months),
            *places_in_words(folder.setup(), months),
            *tasks_in_words(months),
            *overdue_in_words(folder, months, today),
        ],
        "next": next_step(folder.path, months, today),
    }
