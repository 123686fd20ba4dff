"""A month of a job, or a run of its own, as Python: read from its folder, and written as a script and a notebook."""

from datetime import date
from pathlib import Path

from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.job.as_code import MonthAsCode
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.made_again import manifest_of, month_named
from keycafe_clean.opening import bytes_of
from keycafe_clean.outcome_reasons import IN_KEYCAFE, catalogue_of_reasons
from keycafe_clean.write.private import write_private
from keycafe_clean.write.unwritable import said_if_unwritable

#: What `left_out.csv` says of whoever was on a list.
_IN_KEYCAFE = catalogue_of_reasons()[IN_KEYCAFE]["kind"]


def code_of_job(job: JobFolder, name: str | None = None) -> MonthAsCode:
    """Get the month in the folder `name` of a job as code; None: the newest. SetupError: there is none."""
    month = month_named(job, name)
    return _told(month.folder, f"{job.path}", month.folder.name)


def code_of_run(folder: Path) -> MonthAsCode:
    """Get a run of its own as code. SetupError: it knew people of a list, which it does not keep."""
    if _IN_KEYCAFE in bytes_of(folder / "left_out.csv", "left_out.csv").decode():
        raise SetupError(
            f"{folder} left out people of a list of known people, and does not keep that list. "
            "Make the run with --job, whose folder keeps it."
        )
    return _told(folder, None, None)


def written_code(told: MonthAsCode, script: Path) -> tuple[Path, Path]:
    """Write a month as a script and a notebook beside it, readable by their owner only, and get where they are.

    Files that are there stay: the new ones are called `<name>-2`, `-3`, ... OutputError: they cannot be written.
    """
    place = _free(script)
    book = _free(place.with_suffix(".ipynb"))
    with said_if_unwritable(place):
        write_private(place, told.script().encode())
        write_private(book, told.notebook().encode())
    return place, book


def _free(path: Path) -> Path:
    """Get the file, or the first of `<name>-2`, `<name>-3`, ... that is not there, with its ending."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def _told(folder: Path, job: str | None, name: str | None) -> MonthAsCode:
    facts = manifest_of(folder)
    return MonthAsCode(
        facts["month"],
        tuple(it["file"] for it in facts["exports"]),
        tuple(it["file"] for it in facts.get("joined", ())),
        date.fromisoformat(facts["today"]),
        Setup.read(folder / "setup.toml"),
        Decisions.read(folder / "decisions.csv"),
        job,
        name,
    )
