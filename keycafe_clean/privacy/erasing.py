"""One person erased from every file of a job, but for keyed hashes by which they are asked about (GDPR Art. 17)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.decide.who import WHO
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.forgotten import YEARS, erase
from keycafe_clean.job.kept_hashes import HASHES, KEY, keep_hashes
from keycafe_clean.job.keycafe_answer import open_lines
from keycafe_clean.job.month import MONTH_FOLDER, PAGE, TASKS, Month
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.opening import bytes_of
from keycafe_clean.privacy.asked_person import LISTS
from keycafe_clean.privacy.erased_files import (
    BOOK,
    SETUP,
    decisions_without,
    files_without,
    outcomes_without,
    setup_without,
    struck,
)
from keycafe_clean.privacy.held import count_of, held_of
from keycafe_clean.privacy.privacy_log import ERASED, LOG, log_entry
from keycafe_clean.privacy.their_lines import DECISIONS_FILE, REVIEWS, TheirLines
from keycafe_clean.quoting import quoted
from keycafe_clean.wording import counted
from keycafe_clean.write.folder import REPORT
from keycafe_clean.write.left_behind import clear_up
from keycafe_clean.write.manifest import MANIFEST
from keycafe_clean.write.replacing import replace_file

#: What runs write, in the folder of a job and in that of a month, beside import files.
_OF_JOB = {SETUP, DECISIONS_FILE, LISTS, LOG, "privacy.html", "privacy.md"}
_OF_MONTH = {SETUP, DECISIONS_FILE, OUTCOMES, TASKS, PAGE, REPORT, BOOK, MANIFEST, *(f"{it}.csv" for it in REVIEWS)}

#: What `code` writes: names stand in it as texts.
_CODE = ("*.py", "*.ipynb")


_WHY = (
    "So nobody is invited against the request: whoever has them in a later export waits, and is asked about. They are "
    "personal data still."
)

_MASKED = "Masked examples in report.html stay: the first letter of each word, and the domain of an address."

_YOURS = (
    "In Keycafe nothing is erased: remove the account there. Your HR export is yours too, and so are files and copies "
    "outside this folder, backups among them."
)


@dataclass(frozen=True)
class ErasedPerson:
    """What was erased: lines in so many months; which files may still tell something, and what others have too."""

    lines: int
    months: int
    left: tuple[Path, ...]
    shared: tuple[str, ...]
    until: str

    def in_words(self, job: Path) -> list[str]:
        """Get what is said: what is gone, what remains and why. It names nobody."""
        said = [
            f"Erased: {counted(self.lines, 'line')} in {counted(self.months, 'month')} of {job}.",
            f"Keyed hashes of name, address and number stay until {self.until}. {_WHY}",
            _MASKED,
            _YOURS,
            f"Make the record anew: keycafe-clean privacy {quoted(job)}",
        ]
        if "name" in self.shared:
            said.append("Somebody else of the job has the same name: theirs stays, and they are asked about too.")
        if cells := " and ".join(it for it in self.shared if it != "name"):
            said.append(f"Somebody else of the job has the same {cells}: theirs stays, and no hash of it is kept.")
        if self.left:
            names = ", ".join(f"{it.relative_to(job)}" for it in self.left)
            said.append(f"Files that may still name the person, and that you alone can correct or delete: {names}.")
        return said


def erase_person(folder: JobFolder, asked: str, today: date) -> ErasedPerson:
    """Erase the one person who is meant from a job whose folder is held, and get what was erased.

    Whatever stops it, every file is whole, and the same call ends it: the lines by which somebody is found go last.
    SetupError: nobody or several people are meant, nobody has answered a file that they are in, or the desk is at work
    on a month. OSError: it cannot be written.
    """
    person = TheirLines.of(folder, asked)
    every = folder.months()
    _refuse_open(folder, every, person)
    months = [month for month in every if not person.of_month(month).is_empty()]
    lines = count_of(held_of(folder, person))
    for place in (folder.path, *(month.folder for month in every)):
        clear_up(place)
    # The hashes are there before the lines are gone: whatever stops it, nobody is invited.
    keep_hashes(folder.path, erase, _told_by(person), today)
    _erase_in_job(folder, person)
    for month in every:
        for name, data in files_without(person, month).items():
            replace_file(month.folder / name, data)
    _erase_in_code(folder, person)
    log_entry(folder.path, today, ERASED, lines)
    for month in every:
        data = outcomes_without(person, month)
        if data != bytes_of(month.folder / OUTCOMES):
            replace_file(month.folder / OUTCOMES, data)
    until = f"{today.year + YEARS}-{today:%m}"
    return ErasedPerson(lines, len(months), tuple(_still_told(folder, person)), person.traces.shared, until)


def _told_by(person: TheirLines) -> pl.DataFrame:
    """Get the cells (`WHO`) by which they are told when they come again, of the export and of the account.

    An address or a number that others have too, a shared mailbox, tells nobody: they would be asked about instead.
    """
    numbered = person.lines.with_columns(employee_id=pl.coalesce("employee_id", "number_as_read"))
    by_account = person.lines.with_columns(email="address")
    told = pl.concat([numbered.select(WHO), by_account.select(WHO)])
    own = {"email": person.traces.addresses, "employee_id": person.traces.numbers}
    return told.with_columns(pl.when(pl.col(cell).is_in(texts)).then(cell).alias(cell) for cell, texts in own.items())


def _refuse_open(folder: JobFolder, months: Sequence[Month], person: TheirLines) -> None:
    for month in months:
        if not open_lines(person.of_month(month)).is_empty():
            raise SetupError(
                f"Nobody has said what Keycafe made of the file of {month.folder.name}, and the person is in it. "
                f"Say it first: keycafe-clean answer {quoted(folder.path)}"
            )


def _erase_in_job(folder: JobFolder, person: TheirLines) -> None:
    """Erase the person from the set-up, the decisions and the lists of a job."""
    path = folder.path / SETUP
    before = bytes_of(path).decode("utf-8-sig")
    if (after := setup_without(person.traces, before)) != before:
        replace_file(path, after.encode())
    known = folder.known()
    others = struck(known.filter(~person.in_lists(known)), person.traces)
    folder.keep(folder.setup(), decisions_without(person, folder.decisions()), others)


def _erase_in_code(folder: JobFolder, person: TheirLines) -> None:
    for path in sorted(it for pattern in _CODE for it in folder.path.rglob(pattern)):
        before = path.read_bytes().decode("utf-8", "replace")
        if (after := person.traces.struck(before, numbers=False)) != before:
            replace_file(path, after.encode())


def _still_told(folder: JobFolder, person: TheirLines) -> Iterator[Path]:
    """Yield the files that still tell something of the person: of others than ours, every word of a name is enough."""
    for path in sorted(it for it in folder.path.rglob("*") if it.is_file()):
        is_ours = _is_ours(folder, path)
        if path.name not in (HASHES, KEY) and (person.traces.tells if is_ours else person.traces.may_tell)(path):
            yield path


def _is_ours(folder: JobFolder, path: Path) -> bool:
    """Tell whether a run wrote a file: of the job, or of one of its months."""
    if path.parent == folder.path:
        return path.name in _OF_JOB
    of_month = MONTH_FOLDER.fullmatch(path.parent.name) if path.parent.parent == folder.path else None
    return of_month is not None and (path.name in _OF_MONTH or path.name.startswith(f"{of_month['month']}_"))
