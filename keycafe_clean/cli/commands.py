"""The commands: run, clean, template, mock; those of a job, `check`, `import` and `desk` stand beside.

A command loads what it needs when it is called: `--help` needs nothing of it.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli import (
    check_command,
    code_command,
    desk_command,
    import_command,
    job_commands,
    many_command,
    notebook_commands,
    privacy_commands,
    report_command,
    why_command,
)
from keycafe_clean.cli.output import say
from keycafe_clean.cli.parameters import (
    AnswersFile,
    Columns,
    Continue,
    DayFirst,
    DecisionsFile,
    Delimiter,
    Encoding,
    Exports,
    HeaderRow,
    JobDir,
    JoinFiles,
    JoinKeys,
    Json,
    KnownFiles,
    LastNameFirst,
    Month,
    NoHeader,
    OutDir,
    PlanName,
    SetupFile,
    Sheet,
    SmartBoxWithoutAddress,
    Strict,
    TemplateFile,
    Today,
    Used,
    path_named,
)
from keycafe_clean.exit_codes import DONE

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        from importlib.metadata import version as installed_version

        say(f"keycafe-clean {installed_version('keycafe-clean')}")
        raise typer.Exit(DONE)


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
]


@app.callback()
def about(*, version: Version = False) -> None:
    """Turn a messy HR export into this month's Keycafe import file."""


@app.command("run", help="Clean the exports, write this month's file, and practise the import: nobody is invited.")
@app.command("clean", help="Clean the exports and write the review files; without --job this month's file too.")
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
    day_first: DayFirst = None,
    job: JobDir = None,
    goes_on: Continue = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Clean the exports and write the files; as `run`, practise the import too."""
    from keycafe_clean.cli.running import run_job
    from keycafe_clean.run.option_values import said_of_reading
    from keycafe_clean.run.options import Options

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
        day_first=day_first,
        job=job,
        hands_over=context.info_name == "run",
        goes_on=goes_on,
    )
    raise typer.Exit(run_job(exports, options, strict=strict, as_json=json))


app.command()(check_command.check)
app.command()(job_commands.status)
app.command()(job_commands.answer)
app.command()(job_commands.forget)
app.command()(why_command.why)
app.command()(privacy_commands.privacy)
app.command()(privacy_commands.person)
app.command()(code_command.code)
app.command()(report_command.report)
app.command()(many_command.many)
app.command("import", help=import_command.HELP)(import_command.import_)
app.command(help=desk_command.HELP)(desk_command.desk)
app.add_typer(notebook_commands.notebook, name="notebook")


@app.command()
def template(
    file: Annotated[
        Path | None,
        typer.Argument(parser=path_named, metavar="[FILE]", help="Where to write it; by default it is printed."),
    ] = None,
) -> None:
    """Write an import file with the eight column names and two examples."""
    from keycafe_clean.write.template import template_csv
    from keycafe_clean.write.unwritable import write_new

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
    from keycafe_clean.cli.serve import print_policy, serve_mock

    if policy:
        print_policy(policy_file)
    else:
        serve_mock(host, port, database, policy_file)
