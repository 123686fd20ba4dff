"""The commands `notebook new` and `notebook test`: a job as a notebook whose outputs are a test of its rules."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, path_named
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
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.job.made_again import month_named
    from keycafe_clean.job_notebook.making import make_notebook

    folder = job_folder(job)
    made = make_notebook(folder, files, out)
    month = month_named(folder).folder.name
    if json:
        say_json({"notebook": f"{made.path}", "month": month})
    else:
        say(f"{made.path} shows what {month} became. Test it after a change of rules, from the same place:")
        say(f"  keycafe-clean notebook test {quoted(made.path)}")


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
    from keycafe_clean.cli.notebooks_compared import compare_notebooks

    raise typer.Exit(compare_notebooks(paths, accept=accept, as_json=json))
