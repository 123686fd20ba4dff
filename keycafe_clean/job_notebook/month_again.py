"""A month of a job once more: the same export on the same day, with the rules and decisions as they are now."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from keycafe_clean.errors import SetupError
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.made_again import cleaned_again, manifest_of, month_named
from keycafe_clean.job.month import Month
from keycafe_clean.job_notebook.shown import findings, outcomes, reasons_of_rows, rows, rules
from keycafe_clean.join import join_files
from keycafe_clean.legible import legible
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plain_table import Shown
from keycafe_clean.read import read_export
from keycafe_clean.read.files import RawFile, open_file


@dataclass(frozen=True)
class MonthAgain:
    """A month that was cleaned again; each part of it is text of counts, codes and masked cells that names nobody."""

    cleaned: Cleaned

    @property
    def outcomes(self) -> Shown:
        """Get the equation of the rows, and who is ready by user type."""
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
    export, others = of_month(this, map(Path, files))
    return MonthAgain(_cleaned(folder, this, export, others))


def of_month(month: Month, files: Iterable[Path]) -> tuple[list[RawFile], list[RawFile]]:
    """Get the exports that a month was made from, as it read them, and the files that were joined to them.

    SetupError: one of them is not among `files`, or one of `files` is another file. UnreadableExport: one cannot be
    opened.
    """
    facts = manifest_of(month.folder)
    given = {raw.sha256(): raw for raw in map(open_file, files)}
    exports, joined = ({it["sha256"]: it["file"] for it in facts.get(part, ())} for part in ("exports", "joined"))
    name = month.folder.name
    if strange := [raw.name for sha, raw in given.items() if sha not in {*exports, *joined}]:
        raise SetupError(
            f"{legible(strange[0])} is not a file that {name} was made from, or was changed since. Give the same file."
        )
    if missing := [file for sha, file in {**exports, **joined}.items() if sha not in given]:
        raise SetupError(f"{name} was made from {legible(missing[0])} too. Give that file as well.")
    return [given[sha] for sha in exports], [given[sha] for sha in joined]


def _cleaned(folder: JobFolder, this: Month, exports: list[RawFile], others: list[RawFile]) -> Cleaned:
    setup = folder.setup()
    export = read_export(*_named(exports), **setup.reading.model_dump(), dates=setup.dates)
    if others:
        export, setup = join_files(export, read_export(*_named(others), dates=setup.dates), setup, ())
    return cleaned_again(folder, this, export, setup, folder.decisions())[0]


def _named(files: Iterable[RawFile]) -> list[tuple[str, bytes]]:
    return [(legible(raw.name), raw.data) for raw in files]
