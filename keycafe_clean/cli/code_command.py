"""The command that writes a month as Python: what was clicked, to read, to review and to run."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import Json, path_named


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
    from keycafe_clean.cli.month_as_code import month_as_code
    from keycafe_clean.job.code_of_month import written_code

    told = month_as_code(folder, month)
    script, book = written_code(told, out or Path(told.file_name))
    if json:
        say_json({"script": f"{script}", "notebook": f"{book}"})
    else:
        say(f"Written: {script} and {book}. Both name people: keep them where the job is.")
