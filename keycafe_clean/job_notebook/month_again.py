"""A month of a job once more: the same export on the same day, with the rules and decisions as they are now."""

from dataclasses import dataclass
from pathlib import Path

from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.made_again import cleaned_again, month_named
from keycafe_clean.job.month_exports import read_again
from keycafe_clean.job_notebook.shown import findings, outcomes, reasons_of_rows, rows, rules
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plain_table import Shown


@dataclass(frozen=True)
class MonthAgain:
    """A month that was cleaned again; each part of it is text of counts, codes and masked cells that names nobody."""

    cleaned: Cleaned

    @property
    def outcomes(self) -> Shown:
        """Get the equation of the rows, who is ready by user type, and how many of them get what."""
        return outcomes(self.cleaned)

    @property
    def findings(self) -> Shown:
        """Get how often each code was found."""
        return findings(self.cleaned)

    @property
    def reasons(self) -> Shown:
        """Get why rows are left out, combined or not people, counted."""
        return reasons_of_rows(self.cleaned)

    @property
    def rules(self) -> Shown:
        """Get how many cells were changed by which rule."""
        return rules(self.cleaned)

    @property
    def rows(self) -> Shown:
        """Get some rows with what became of them, their names and addresses masked."""
        return rows(self.cleaned)


def month_again(job: str | Path, *files: str | Path, month: str) -> MonthAgain:
    """Get a month of a job cleaned again: `month` names its folder (`2026-11`, `2026-11-2`).

    `files` are the exports of that month, with whatever was joined to them, in any order; the day is that of the month,
    who was in Keycafe before is read from the months before it. Set-up, decisions and lists are those of the job.
    SetupError: there is no such month, or a file is not the one that it was made from.
    """
    folder = JobFolder(Path(job))
    this = month_named(folder, month)
    export, setup = read_again(this, map(Path, files), folder.setup())
    return MonthAgain(cleaned_again(folder, this, export, setup, folder.decisions())[0])
