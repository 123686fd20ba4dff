"""A file of a job that must not be uploaded any more: by what was said of it nobody of it is in Keycafe.

A further file holds its people, or will; who has no address would be in Keycafe twice by both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.errors import ImportRefused
from keycafe_clean.job.folder import JobFolder, history_of
from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import TRY_AGAIN
from keycafe_clean.job_words import lies_in_a_month
from keycafe_clean.quoting import quoted
from keycafe_clean.wording import day_in_words, people_counted


def job_of(file: Path) -> tuple[Path, str] | None:
    """Get the job in whose month a file lies, as it was named, and the month's folder; None: it lies in none."""
    month = file.absolute().parent
    if not lies_in_a_month(file) or not JobFolder(month.parent).is_begun:
        return None
    return file.parent.parent if len(file.parts) > 2 else month.parent, month.name


def is_withdrawn(month: Month) -> bool:
    """Tell whether everybody of a file that was handed over is to be sent again: it was refused, or not uploaded."""
    return month.sent > 0 and bool((_sent(month).get_column("answer") == TRY_AGAIN).all())


def import_files_of(month: Month) -> list[Path]:
    """Get the import files of a month's folder: a run calls them by the month."""
    return sorted(month.folder.glob(f"{month.month}_*.csv"))


def not_any_more(month: Month) -> Iterator[str]:
    """Yield what is not to be uploaded any more of a month by what was said of it; nothing where its file stands."""
    if is_withdrawn(month):
        yield from (f"Do not upload {file} any more." for file in import_files_of(month))


def replaced_by(month: Month, months: Sequence[Month]) -> Iterator[str]:
    """Yield which files are not to be uploaded any more, since people of them are in the file of this month."""
    for other in months:
        if other.folder != month.folder and is_withdrawn(other) and _count_in(month, other):
            yield from not_any_more(other)


def withdrawn_in_words(file: Path) -> str:
    """Say that a file is not to be uploaded, and which one is; empty: it stands, or is none of a job's.

    SetupError: its job is damaged.
    """
    found = job_of(file)
    if found is None:
        return ""
    job, name = found
    months = JobFolder(job).months()
    month = next((it for it in months if it.folder.name == name), None)
    if month is None or not is_withdrawn(month):
        return ""
    days = month.lines.get_column("answered_on").drop_nulls()
    on = f" on {day_in_words(date.fromisoformat(days.item(0)))}" if days.len() else ""
    return f"You said{on} that this file was refused, or not uploaded. {_instead(job, month, months)}"


def refuse_withdrawn(file: Path) -> None:
    """Refuse a file that is not to be uploaded any more. ImportRefused: it is one, and was not sent."""
    if said := withdrawn_in_words(file):
        raise ImportRefused(f"Nothing was sent. {said}")


def _instead(job: Path, month: Month, months: Sequence[Month]) -> str:
    """Say which newer file has the people of one that was withdrawn, or how it is made."""
    newer = [(it, _count_in(it, month)) for it in months if it.folder != month.folder]
    there = [(it, count, files) for it, count in newer if count and (files := import_files_of(it))]
    if not there:
        return f"Its people are in no newer file yet; a run makes it: keycafe-clean run EXPORT --job {quoted(job)}"
    other, count, files = there[-1]
    who = f"Its {people_counted(count)}" if count == month.sent else f"{count:,} of its {people_counted(month.sent)}"
    names = " and ".join(map(str, files))
    do = "upload that one." if other.is_open else "Keycafe has that one already."
    return f"{who} {'is' if count == 1 else 'are'} in {names}: {do}"


def _count_in(month: Month, other: Month) -> int:
    """Count who of another month's file is in Keycafe by the file of this one, or may be."""
    return history_of([replace(month, lines=_sent(month))]).surely_among(_sent(other)).height


def _sent(month: Month) -> pl.DataFrame:
    return month.lines.filter(pl.col("sent").is_not_null())
