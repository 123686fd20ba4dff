"""The commands: run, clean, check, template, mock; those of a job, `import` and `desk` stand beside."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.check import check_import_file
from keycafe_clean.cli import (
    code_command,
    desk_command,
    import_command,
    job_commands,
    notebook_commands,
    report_command,
    show,
    why_command,
)
from keycafe_clean.cli.as_json import check_as_json, run_as_json
from keycafe_clean.cli.ending import DONE, NEEDS_A_FIX, naming, tell
from keycafe_clean.cli.finished import Job
from keycafe_clean.cli.job import do_job
from keycafe_clean.cli.option_values import path_named, plan_named, said_of_reading, sample_header
from keycafe_clean.cli.options import Options
from keycafe_clean.cli.progress_bar import practise
from keycafe_clean.cli.serve import print_policy, serve_mock
from keycafe_clean.legible import legible
from keycafe_clean.opening import bytes_of
from keycafe_clean.practice import Practice
from keycafe_clean.write.left_behind import clear_up
from keycafe_clean.write.template import template_csv
from keycafe_clean.write.unwritable import write_new

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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
JobDir = Annotated[
    Path | None,
    typer.Option("--job", parser=path_named, metavar="FOLDER", help="The folder of a job: it remembers every month."),
]
Continue = Annotated[bool, typer.Option("--continue", help="Of a job: so many changes were looked at, and are right.")]
Strict = Annotated[bool, typer.Option("--strict", help="Questions count like fixes: exit 1.")]
Json = Annotated[bool, typer.Option("--json", help="The result as JSON on stdout.")]
ImportFile = Annotated[Path, typer.Argument(parser=path_named, metavar="FILE", help="An import file.")]


def _show_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        show.version()
        raise typer.Exit(DONE)


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
]


@app.callback()
def about(*, version: Version = False) -> None:
    """Turn a messy HR export into this month's Keycafe import file."""


@app.command("run", help="Clean the exports, write this month's file, and practise the import: nobody is invited.")
@app.command("clean", help="Clean the exports and write this month's file and the review files.")
def run_or_clean(  # noqa: PLR0913 - a command's parameters are its options
    context: typer.Context,
    exports: Exports,
    *,
    out: OutDir = None,
    setup: SetupFile = None,
    decisions: DecisionsFile = None,
    answers: AnswersFile = None,
    known: KnownFiles = None,
    template: TemplateFile = None,
    plan: PlanName = None,
    used: Used = None,
    today: Today = None,
    month: Month = None,
    encoding: Encoding = None,
    delimiter: Delimiter = None,
    sheet: Sheet = None,
    header_row: HeaderRow = None,
    no_header: NoHeader = False,
    column: Columns = None,
    join: JoinFiles = None,
    join_key: JoinKeys = None,
    smartbox_without_address: SmartBoxWithoutAddress = False,
    last_name_first: LastNameFirst = None,
    job: JobDir = None,
    goes_on: Continue = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Clean the exports and write the files; as `run`, practise the import too."""
    reading = said_of_reading(encoding, delimiter, sheet, "0" if no_header else header_row)
    options = Options(
        out=out,
        setup=setup,
        decisions=decisions,
        answers=answers,
        known=known,
        template=template,
        plan=plan,
        used=used,
        today=today,
        month=month,
        reading=reading,
        columns=column,
        join=join,
        join_keys=join_key,
        smartbox_without_address=smartbox_without_address,
        last_name_first=last_name_first,
        job=job,
        hands_over=context.info_name == "run",
        goes_on=goes_on,
    )
    for sentence in clear_up(job or (out or Path("keycafe")).parent):
        tell(sentence)
    done = do_job(exports, options)
    if done.taken_over:
        tell(done.taken_over)
    with naming(done.folder):
        practice = _told(done, practised=context.info_name == "run", as_json=json)
    refused = practice is not None and practice.was_refused
    raise typer.Exit(NEEDS_A_FIX if done.needs_a_fix(strict=strict) or refused else DONE)


def _told(job: Job, *, practised: bool, as_json: bool) -> Practice | None:
    """Show the job, practise its import if asked to, and show how that went."""
    if not as_json:
        show.job(job)
    practice = practise(job, quiet=as_json) if practised else None
    if as_json:
        show.json_line(run_as_json(job, practice))
    else:
        show.ending(job, practice)
    sys.stdout.flush()
    return practice


app.command()(job_commands.status)
app.command()(job_commands.answer)
app.command()(job_commands.forget)
app.command()(why_command.why)
app.command()(code_command.code)
app.command()(report_command.report)
app.command("import", help=import_command.HELP)(import_command.import_)
app.command(help=desk_command.HELP)(desk_command.desk)
app.add_typer(notebook_commands.notebook, name="notebook")


@app.command()
def check(file: ImportFile, *, template: TemplateFile = None, plan: PlanName = None, json: Json = False) -> None:
    """Check an import file as Keycafe would: the file, and each of its rows."""
    header = sample_header(template) if template else ()
    checked = check_import_file(bytes_of(file), legible(file.name), plan=plan_named(plan or "paid"), template=header)
    if json:
        show.json_line(check_as_json(checked))
    else:
        show.checked(checked, legible(file.name))
    raise typer.Exit(DONE if checked.is_fine else NEEDS_A_FIX)


@app.command()
def template(
    file: Annotated[
        Path | None,
        typer.Argument(parser=path_named, metavar="[FILE]", help="Where to write it; by default it is printed."),
    ] = None,
) -> None:
    """Write an import file with the eight column names and two examples."""
    if file is None:
        sys.stdout.write(template_csv())
    else:
        write_new(file, template_csv().encode())


#: Where the mock listens by default: above the ports of the system (1,023), and none of a service that is widely known.
_PORT = 8787


@app.command()
def mock(
    *,
    host: Annotated[str, typer.Option(help="Who may reach it: by default only this computer.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0: any free one.")] = _PORT,
    database: Annotated[
        Path | None,
        typer.Option(parser=path_named, metavar="FILE", help="Where it is kept; by default it is gone afterwards."),
    ] = None,
    policy: Annotated[bool, typer.Option("--policy", help="Print every assumption as TOML, and stop.")] = False,
    policy_file: Annotated[
        Path | None, typer.Option(parser=path_named, metavar="FILE", help="TOML with other assumptions.")
    ] = None,
) -> None:
    """Serve the practice Keycafe alone, until it is stopped with Ctrl+C. It is not Keycafe: nobody is invited."""
    if policy:
        print_policy(policy_file)
    else:
        serve_mock(host, port, database, policy_file)
