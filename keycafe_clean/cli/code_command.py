"""The command that writes a month as Python: what was clicked, to read, to review and to run."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli import show
from keycafe_clean.cli.job_commands import Json, job_folder
from keycafe_clean.cli.option_values import path_named
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import SetupError
from keycafe_clean.job.as_code import MonthAsCode
from keycafe_clean.job.made_again import manifest_of, month_named
from keycafe_clean.job.month import OUTCOMES
from keycafe_clean.opening import bytes_of
from keycafe_clean.outcome_reasons import IN_KEYCAFE, catalogue_of_reasons
from keycafe_clean.write.manifest import MANIFEST
from keycafe_clean.write.private import write_private
from keycafe_clean.write.unwritable import said_if_unwritable

#: What `left_out.csv` says of whoever was on a list.
_IN_KEYCAFE = catalogue_of_reasons()[IN_KEYCAFE]["kind"]


def code(
    folder: Annotated[
        Path,
        typer.Argument(parser=path_named, metavar="FOLDER", help="A job, one of its months, or the folder of a run."),
    ],
    *,
    month: Annotated[str | None, typer.Option("--month", help="2026-11 of a job; else its newest.")] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", parser=path_named, metavar="FILE", help="The script; a notebook lies beside."),
    ] = None,
    json: Json = False,
) -> None:
    """Write a month as a script and a notebook: set-up and decisions in Python, and the same bytes when it is run."""
    told = month_as_code(folder, month)
    script = _free(out or Path(f"keycafe_{told.folder or told.month}.py"))
    book = _free(script.with_suffix(".ipynb"))
    with said_if_unwritable(script):
        write_private(script, told.script().encode())
        write_private(book, told.notebook().encode())
    if json:
        show.json_line({"script": f"{script}", "notebook": f"{book}"})
    else:
        show.sentence(f"Written: {script} and {book}. Both name people: keep them where the job is.")


def _free(path: Path) -> Path:
    """Get the file, or the first of `<name>-2`, `<name>-3`, ... that is not there, with its ending."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def month_as_code(folder: Path, month: str | None = None) -> MonthAsCode:
    """Get the month of a job (None: its newest), of its own folder, or of the folder of a run, as code.

    SetupError: there is none, or a run of its own knew people of a list, which it does not keep.
    """
    if (folder / OUTCOMES).exists() and not month:
        return _of_job(folder.parent, folder.name)
    if (folder / MANIFEST).exists() and not month:
        return _of_run(folder)
    return _of_job(folder, month)


def _of_job(path: Path, name: str | None) -> MonthAsCode:
    month = month_named(job_folder(path), name)
    return _told(month.folder, f"{path}", month.folder.name)


def _of_run(folder: Path) -> MonthAsCode:
    if _IN_KEYCAFE in bytes_of(folder / "left_out.csv", "left_out.csv").decode():
        raise SetupError(
            f"{folder} left out people of a list of known people, and does not keep that list. "
            "Make the run with --job, whose folder keeps it."
        )
    return _told(folder, None, None)


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
