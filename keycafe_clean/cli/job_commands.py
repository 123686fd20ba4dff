"""The commands about a job: what Keycafe said of a month, how the job stands, and what is to be forgotten."""

from pathlib import Path
from typing import Annotated

import typer

from keycafe_clean.cli.output import say, say_json
from keycafe_clean.cli.parameters import JobPath, Json, Today, path_named
from keycafe_clean.errors import SetupError
from keycafe_clean.job_words import ALL_ADDED, ANSWERS, FAILED, NOT_UPLOADED, REFUSED
from keycafe_clean.wording import month_name


def status(job: JobPath, *, today: Today = None, json: Json = False) -> None:
    """Show the months of a job, what Keycafe said, who waits, and the next step."""
    from keycafe_clean.cli.job_status import job_folder, show_job
    from keycafe_clean.run.option_values import day_of

    show_job(job_folder(job), day_of(today), as_json=json)


def answer(  # noqa: PLR0913 - a command's parameters are its options
    job: JobPath,
    *,
    month: Annotated[str | None, typer.Option("--month", help="2026-11, or 2026-11-2 of its second file.")] = None,
    all_added: Annotated[bool, typer.Option("--all-added", help=ANSWERS[ALL_ADDED])] = False,
    failed: Annotated[
        Path | None,
        typer.Option(
            "--failed",
            parser=path_named,
            metavar="FILE",
            help="Some people failed: addresses, names, rows of the import file, or Keycafe's messages, a line each.",
        ),
    ] = None,
    refused: Annotated[bool, typer.Option("--refused", help=ANSWERS[REFUSED])] = False,
    not_uploaded: Annotated[bool, typer.Option("--not-uploaded", help=ANSWERS[NOT_UPLOADED])] = False,
    today: Today = None,
    json: Json = False,
) -> None:
    """Say what Keycafe said of the file that was handed over; without an option you are asked."""
    from keycafe_clean.cli.job_status import job_folder, show_job
    from keycafe_clean.cli.keycafe_said import record_answer
    from keycafe_clean.run.option_values import day_of

    folder, day = job_folder(job), day_of(today)
    kinds = {ALL_ADDED: all_added, FAILED: failed is not None, REFUSED: refused, NOT_UPLOADED: not_uploaded}
    said = [kind for kind, is_said in kinds.items() if is_said]
    if len(said) > 1:
        raise SetupError("Say one of --all-added, --failed, --refused and --not-uploaded.")
    sentences = record_answer(folder, month, said[0] if said else None, failed, day)
    if not json:
        say(*sentences)
    show_job(folder, day, as_json=json)


def forget(
    job: JobPath,
    *,
    before: Annotated[
        str | None, typer.Option("--before", help="Only the months before 2027-01, say; decisions and lists stay.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    today: Today = None,
    json: Json = False,
) -> None:
    """Delete the months, decisions and lists of a job; keyed hashes stay, so that nobody is invited again."""
    from keycafe_clean.cli.job_status import job_folder
    from keycafe_clean.job.sentences import forgotten_in_words
    from keycafe_clean.run.option_values import day_of, month_of

    folder, day, first = job_folder(job), day_of(today), month_of(before, "--before")
    which = f" before {month_name(first)}" if first else ", its decisions and lists"
    if not yes and not typer.confirm(f"Delete every month of {job}{which}? They do not come back"):
        raise typer.Abort
    with folder.held():
        count = folder.forget(day, first)
    sentence = forgotten_in_words(count)
    if json:
        say_json({"forgotten": count, "said": sentence})
    else:
        say(sentence)
