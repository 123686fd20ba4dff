"""A month of a job made once more, from its export and what was decided: the same bytes, or which files differ."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import NotAsItWas, SetupError
from keycafe_clean.export import Export
from keycafe_clean.job.as_then import AsThen, as_then
from keycafe_clean.job.before import MonthBefore
from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.folder import JobFolder, history_of
from keycafe_clean.job.history import History
from keycafe_clean.job.month import Month
from keycafe_clean.job.month_files import month_files
from keycafe_clean.job.outcome_lines import UNKNOWN
from keycafe_clean.legible import legible
from keycafe_clean.pipeline import Cleaned, decide, prepare
from keycafe_clean.plan import Plan
from keycafe_clean.write.folder import Content, place_folder
from keycafe_clean.write.manifest import MANIFEST, facts_of
from keycafe_clean.write.unwritable import said_if_unwritable


@dataclass(frozen=True)
class MadeAgain:
    """The files of a month that was made once more, by name, and how they compare with those in its folder."""

    files: dict[str, Content]
    month: Month
    as_then: AsThen
    #: whether months of the job were forgotten, on which this one may have stood
    has_forgotten: bool

    def write(self, folder: str | Path) -> str:
        """Write the files to `folder`, or the first free one behind it, and get where, and what was compared.

        NotAsItWas: they are written, and some are not what they were. OutputError: they cannot be written.
        """
        with said_if_unwritable(folder, "folder"):
            place = place_folder(self.files, Path(folder))
        said = f"Written to {place}. {self.as_then.in_words(f'{self.month.folder}')}"
        if self.as_then.other and self.has_forgotten:
            said += " Months of this job were forgotten: what it knew by them, this month has no longer."
        if self.as_then.is_same:
            return said
        raise NotAsItWas(said)


def made_again(job: JobFolder, name: str, export: Export, setup: Setup, decisions: Decisions) -> MadeAgain:
    """Make the month in the folder `name` of a job once more.

    Whatever the job learned since is left out: later months, and what Keycafe said after the month was made. The lists
    of known people are those that the job has now. SetupError: the job has no such month, nobody knows when it was
    made, or it was made of another export.
    """
    month = month_named(job, name)
    facts = manifest_of(month.folder)
    _refuse_another(export, month, facts)
    handed_over = any(file.startswith(month.month) for file in facts["files"])
    files = month_files(*planned_again(job, month, export, setup, decisions), handed_over=handed_over)
    return MadeAgain(files, month, as_then(month, files, facts), job.has_forgotten)


def planned_again(
    job: JobFolder, month: Month, export: Export, setup: Setup, decisions: Decisions
) -> tuple[Cleaned, Plan, Comparison]:
    """Get an export cleaned on the day of a month, its plan, and what became of the people of the month before.

    SetupError: nobody knows when the month was made.
    """
    cleaned, before = cleaned_again(job, month, export, setup, decisions)
    used = setup.used.get(month.month, 0) - before.history.used(month.month)
    return cleaned, before.planned(cleaned, month.month, used), before.compared(cleaned)


def cleaned_again(
    job: JobFolder, month: Month, export: Export, setup: Setup, decisions: Decisions
) -> tuple[Cleaned, MonthBefore]:
    """Get an export cleaned on the day of a month, and what the job knew by then; lists are those that it has now.

    SetupError: nobody knows when the month was made.
    """
    if month.made is None:
        raise SetupError(f"{month.folder.name} does not say on which day it was made. Take its {MANIFEST} from a copy.")
    prepared = prepare(export, setup)
    history = _history_before(job, month)
    before = MonthBefore.of(job, month.month, prepared.state.who, job.known(), history=history)
    return decide(prepared, decisions, today=month.made, before=before.before), before


def month_named(job: JobFolder, name: str | None = None) -> Month:
    """Get the month in the folder `name` of a job; None: the newest.

    SetupError: there is none, or a month is named of what is no job.
    """
    if name and not job.is_begun:
        raise SetupError(
            f"{job.path} is no folder of a job, seen from here. Run this where it was made, or correct the path in it."
        )
    months = [month for month in job.months() if name in (None, month.folder.name)]
    if not months and job.has_forgotten:
        missing = f"{job.path} has no month {name}; months of it" if name else f"All months of {job.path}"
        raise SetupError(f"{missing} were forgotten, and only hashes of whoever was in them are left.")
    if not months and not name:
        raise SetupError(f"No month was made in {job.path} yet. Make one first: keycafe-clean run EXPORT --job FOLDER")
    if not months:
        raise SetupError(f"{job.path} has no month {name}. Name the folder of one that it has.")
    return months[-1]


def manifest_of(folder: Path) -> dict[str, Any]:
    """Get the manifest of a run. SetupError: there is none, or it is not what a run wrote."""
    try:
        return facts_of(folder)
    except ValueError:
        raise SetupError(
            f"{folder / MANIFEST} is not what a run wrote. Take it back from a copy of the folder."
        ) from None


def _history_before(job: JobFolder, month: Month) -> History:
    """Get the history as it stood on the day when a month was made."""
    place = (month.month, month.number)
    earlier = [it for it in job.months() if (it.month, it.number) < place and (it.sent or it.month != month.month)]
    history = history_of(earlier)
    is_later = (pl.col("answered_on") > f"{month.made}").fill_null(value=False)
    said = [pl.when(~is_later).then(name).alias(name) for name in ("answered_on", "answered_by", "said")]
    answer = pl.when(is_later).then(pl.lit(UNKNOWN)).otherwise("answer").alias("answer")
    return replace(history, lines=history.lines.with_columns(*said, answer))


def _refuse_another(export: Export, month: Month, facts: dict[str, Any]) -> None:
    """Refuse files of which a month was not made. SetupError: there is one."""
    read = [*export.sources, *(joined.other for source in export.sources for joined in source.joined)]
    then = {it["sha256"] for part in ("exports", "joined") for it in facts.get(part, ())}
    if strange := [source.file for source in read if source.sha256 not in then]:
        raise SetupError(
            f"{legible(strange[0])} is another export than {month.folder} was made of, or was changed since. "
            "Run this where that one is."
        )
