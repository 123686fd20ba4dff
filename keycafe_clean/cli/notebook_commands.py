"""The commands `notebook new` and `notebook test`: a job as a notebook whose outputs are a test of its rules."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli import show
from keycafe_clean.cli.ending import DONE, NEEDS_A_FIX, tell
from keycafe_clean.cli.job_commands import JobPath, Json, job_folder
from keycafe_clean.cli.option_values import path_named
from keycafe_clean.cli.stopping import UNUSABLE
from keycafe_clean.job.made_again import month_named
from keycafe_clean.job_notebook.making import make_notebook
from keycafe_clean.job_notebook.run_again import ACCEPTED, DIFFERENT, FAULT, SAME, NotebookRun, run_again
from keycafe_clean.quoting import quoted

notebook = typer.Typer(
    no_args_is_help=True,
    help="Notebooks as regression tests: what a month became, and what a changed rule makes of it.",
)


@notebook.command()
def new(
    job: JobPath,
    files: Annotated[
        list[Path],
        typer.Argument(
            parser=path_named, metavar="EXPORTS...", help="What the newest month was made from, joined lists too."
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", parser=path_named, metavar="FILE.ipynb", help="By default JOB_MONTH.ipynb, here."),
    ] = None,
    json: Json = False,
) -> None:
    """Write a notebook of the newest month of a job: counts, codes and masked rows, nobody named."""
    folder = job_folder(job)
    made = make_notebook(folder, files, out)
    month = month_named(folder).folder.name
    if json:
        show.json_line({"notebook": f"{made.path}", "month": month})
    else:
        show.sentence(f"{made.path} shows what {month} became. Test it after a change of rules, from the same place:")
        show.sentence(f"  keycafe-clean notebook test {quoted(made.path)}")


@notebook.command("test")
def compare(
    paths: Annotated[
        list[Path], typer.Argument(parser=path_named, metavar="PATHS...", help="Notebooks, or folders of them.")
    ],
    *,
    accept: Annotated[bool, typer.Option("--accept", help="Take what is different as right from now on.")] = False,
    json: Json = False,
) -> None:
    """Run notebooks again, and say what is different from before: 0 nothing, 1 something, 2 one cannot be used."""
    told = run_again(paths, accept=accept)
    if json:
        show.json_line({"notebooks": [_as_json(it) for it in told]})
    for it in told:
        if it.result == FAULT:
            tell(f"{it.path}: {it.fault}")
        elif not json:
            _show(it)
    results = {it.result for it in told}
    if DIFFERENT in results and not json:
        others = " ".join(quoted(it.path) for it in told if it.result == DIFFERENT)
        show.sentence(f"Where that is right from now on: keycafe-clean notebook test --accept {others}")
    raise typer.Exit(UNUSABLE if FAULT in results else NEEDS_A_FIX if DIFFERENT in results else DONE)


def _show(done: NotebookRun) -> None:
    if done.result == SAME:
        show.sentence(f"{done.path}: as before.")
        return
    taken = " Taken as right." if done.result == ACCEPTED else ""
    show.sentence(f"{done.path}: {done.words()}.{taken}")
    for line in done.raw().splitlines():
        show.sentence(f"  {line}")


def _as_json(done: NotebookRun) -> dict[str, object]:
    """Get what became of a notebook, with what each cell showed and shows; nobody is named."""
    cells = [{"cell": it.cell, "words": it.words(), "before": it.before, "now": it.now} for it in done.differences]
    return {"notebook": f"{done.path}", "result": done.result, "said": done.fault or done.words(), "cells": cells}
