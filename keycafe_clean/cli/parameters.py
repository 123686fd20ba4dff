"""The arguments and options of the commands, each said once. Imports next to nothing: `--help` is quick."""

from pathlib import Path
from typing import Annotated

import typer

#: The variables of the environment that hold the credentials. A token has no option: shells keep what is typed.
USER, TOKEN = "KEYCAFE_USER", "KEYCAFE_TOKEN"


def path_named(text: str) -> Path:
    """Get the path that was typed. BadParameter: nothing was, as by a variable of a shell that is not set."""
    if not text.strip():
        raise typer.BadParameter("nothing is named here. Name a file or folder, or leave it out")
    return Path(text)


Exports = Annotated[
    list[Path],
    typer.Argument(
        parser=path_named, metavar="EXPORTS...", help="HR exports: CSV or workbook; several are one population."
    ),
]
OutDir = Annotated[
    Path | None,
    typer.Option("--out", parser=path_named, metavar="FOLDER", help="The folder to make; an existing one gets -2."),
]
SetupFile = Annotated[
    Path | None, typer.Option("--setup", parser=path_named, metavar="FILE", help="setup.toml of an earlier run.")
]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", parser=path_named, metavar="FILE", help="decisions.csv of an earlier run.")
]
AnswersFile = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        parser=path_named,
        metavar="FILE",
        help="waiting.csv or review.xlsx of an earlier run, with your answers.",
    ),
]
KnownFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--known",
        parser=path_named,
        metavar="FILE",
        help="Who is in Keycafe already: a list of addresses or people; may be given several times.",
    ),
]
TemplateFile = Annotated[
    Path | None,
    typer.Option(
        "--template", parser=path_named, metavar="FILE", help="Keycafe's sample file: header and order follow it."
    ),
]
PlanName = Annotated[str | None, typer.Option("--plan", help="paid (1,000 a month) or confirmed (250 a month).")]
Used = Annotated[str | None, typer.Option("--used", metavar="N", help="Users already imported this month.")]
Today = Annotated[str | None, typer.Option("--today", help="YYYY-MM-DD; by default the day of the run.")]
Month = Annotated[str | None, typer.Option("--month", help="YYYY-MM of the import file; by default that of today.")]
Encoding = Annotated[str | None, typer.Option("--encoding", help="Of text files, where the letters look wrong.")]
Sheet = Annotated[str | None, typer.Option("--sheet", help="Of a workbook: the sheet that holds the people.")]
Delimiter = Annotated[
    str | None,
    typer.Option("--delimiter", help="Of text files: comma, semicolon, tab, pipe, or a sign."),
]
HeaderRow = Annotated[
    str | None, typer.Option("--header-row", metavar="N", help="The row of the column names, as a spreadsheet counts.")
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="The first row is already a person.")]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="OURS=HEADER", help='Which is which: "Last Name=Nom"; nothing behind it: none is.'
    ),
]
JoinFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--join",
        parser=path_named,
        metavar="FILE",
        help="A list that belongs to the exports, of addresses for example; may be given several times.",
    ),
]
JoinKeys = Annotated[
    list[str] | None,
    typer.Option("--join-key", metavar="A=B", help="By which column it is joined: A of the exports, B of the list."),
]
SmartBoxWithoutAddress = Annotated[
    bool,
    typer.Option("--smartbox-without-address", help="Whom the list lacks is a SmartBox User, and not asked about."),
]
LastNameFirst = Annotated[
    bool | None,
    typer.Option("--last-name-first/--first-name-first", help="Of whole names whose order nothing shows."),
]
DayFirst = Annotated[
    bool | None,
    typer.Option("--day-first/--month-first", help="Of days such as 03/04/2026 whose order nothing shows."),
]
JobDir = Annotated[
    Path | None,
    typer.Option("--job", parser=path_named, metavar="FOLDER", help="The folder of a job: it remembers every month."),
]
Continue = Annotated[bool, typer.Option("--continue", help="Of a job: so many changes were looked at, and are right.")]
Strict = Annotated[bool, typer.Option("--strict", help="Questions count like fixes: exit 1.")]
Json = Annotated[bool, typer.Option("--json", help="The result as JSON on stdout.")]
ImportFile = Annotated[Path, typer.Argument(parser=path_named, metavar="FILE", help="An import file.")]
Who = Annotated[str, typer.Argument(metavar="WHO", help="Part of a name, an address or an employee number.")]
JobPath = Annotated[Path, typer.Argument(parser=path_named, metavar="JOB", help="The folder of a job.")]
