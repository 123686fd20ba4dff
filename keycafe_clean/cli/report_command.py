"""The command that writes the report of a month once more, from its exports; with names where that is asked for."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, path_named


def report(  # noqa: PLR0913 - a command's parameters are its options
    job: JobPath,
    files: Annotated[
        list[Path],
        typer.Argument(parser=path_named, metavar="EXPORTS...", help="What the month was made from, joined lists too."),
    ],
    *,
    month: Annotated[str | None, typer.Option("--month", help="2026-11, or 2026-11-2; else the newest.")] = None,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Show names and addresses in its examples: it names people then.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", parser=path_named, metavar="FILE.html", help="By default report_MONTH.html, here."),
    ] = None,
    json: Json = False,
) -> None:
    """Write the report of a month once more, from its exports, beside the one in its folder; with names if asked."""
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.job.made_again import month_named
    from keycafe_clean.job.report_again import report_again
    from keycafe_clean.write.unwritable import write_new

    folder = job_folder(job)
    this = month_named(folder, month)
    again = report_again(folder, this, files, with_names=with_names)
    place = out or Path(f"report_{this.folder.name}{'_with_names' if with_names else ''}.html")
    write_new(place, again.report.page(), by=" with --out")
    if json:
        say_json({"report": f"{place}", "with_names": with_names, "as_it_was": again.as_it_was})
        return
    names = "It names people: keep it where the job is." if with_names else "Names and addresses are masked."
    say(f"Written: {place}. {names}")
    if not again.as_it_was:
        say(f"It is not what the report of {this.folder.name} was: by another version, or with lists given since.")
