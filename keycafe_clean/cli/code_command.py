"""The command that writes a month as Python: what was clicked, to read, to review and to run."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli import show
from keycafe_clean.cli.job_commands import Json, job_folder
from keycafe_clean.cli.option_values import path_named
from keycafe_clean.job.as_code import MonthAsCode
from keycafe_clean.job.code_of_month import code_of_job, code_of_run, written_code
from keycafe_clean.job.month import OUTCOMES
from keycafe_clean.write.manifest import MANIFEST


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
    script, book = written_code(told, out or Path(told.file_name))
    if json:
        show.json_line({"script": f"{script}", "notebook": f"{book}"})
    else:
        show.sentence(f"Written: {script} and {book}. Both name people: keep them where the job is.")


def month_as_code(folder: Path, month: str | None = None) -> MonthAsCode:
    """Get the month of a job (None: its newest), of its own folder, or of the folder of a run, as code.

    SetupError: there is none, or a run of its own knew people of a list, which it does not keep.
    """
    if (folder / OUTCOMES).exists() and not month:
        return code_of_job(job_folder(folder.parent), folder.name)
    if (folder / MANIFEST).exists() and not month:
        return code_of_run(folder)
    return code_of_job(job_folder(folder), month)
