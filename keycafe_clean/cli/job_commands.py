"""The commands about a job: what Keycafe said of a month, and how the job stands."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import polars as pl
import typer

from keycafe_clean.cli import show
from keycafe_clean.cli.option_values import day_of, export_file, month_of, path_named
from keycafe_clean.errors import EmptyFile, SetupError
from keycafe_clean.job import ANSWERS, JobFolder, KeycafeAnswer, Month
from keycafe_clean.job.keycafe_answer import ALL_ADDED, FAILED, NOT_UPLOADED, REFUSED
from keycafe_clean.job.sentences import (
    added_twice_in_words,
    answered_in_words,
    forgotten_in_words,
    months_in_words,
    next_step,
    replaced_in_words,
)
from keycafe_clean.legible import legible
from keycafe_clean.quoting import quoted
from keycafe_clean.read import read_export
from keycafe_clean.report import counted, month_name

JobPath = Annotated[Path, typer.Argument(parser=path_named, metavar="JOB", help="The folder of a job.")]
Today = Annotated[str | None, typer.Option("--today", help="YYYY-MM-DD; by default the day of the run.")]
Json = Annotated[bool, typer.Option("--json", help="The result as JSON on stdout.")]

#: A line of an answer is a sentence of Keycafe's, not a book.
_LONGEST_MESSAGE = 1_000


def status(job: JobPath, *, today: Today = None, json: Json = False) -> None:
    """Show the months of a job, what Keycafe said, who waits, and the next step."""
    _show(job_folder(job), day_of(today), as_json=json)


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
    folder, day = job_folder(job), day_of(today)
    kinds = {ALL_ADDED: all_added, FAILED: failed is not None, REFUSED: refused, NOT_UPLOADED: not_uploaded}
    said = [kind for kind, is_said in kinds.items() if is_said]
    if len(said) > 1:
        raise SetupError("Say one of --all-added, --failed, --refused and --not-uploaded.")
    with folder.held():
        open_month = _open(folder, month, day, is_asked=not said)
        kind = said[0] if said else _asked(open_month)
        messages = _messages(failed) if failed else _typed() if kind == FAILED else ()
        answered = folder.answer(open_month, KeycafeAnswer(kind, messages), day)
    if not json:
        if replaced := replaced_in_words(open_month):
            show.sentence(replaced)
        show.sentence(answered_in_words(answered, kind))
        if twice := added_twice_in_words(answered, folder.months()):
            show.sentence(twice)
    _show(folder, day, as_json=json)


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
    folder, day, first = job_folder(job), day_of(today), month_of(before, "--before")
    which = f" before {month_name(first)}" if first else ", its decisions and lists"
    if not yes and not typer.confirm(f"Delete every month of {job}{which}? They do not come back"):
        raise typer.Abort
    with folder.held():
        count = folder.forget(day, first)
    sentence = forgotten_in_words(count)
    if json:
        show.json_line({"forgotten": count, "said": sentence})
    else:
        show.sentence(sentence)


def _show(folder: JobFolder, today: date, *, as_json: bool) -> None:
    if as_json:
        show.json_line(_as_json(folder, today))
    else:
        show.months(folder, today)


def job_folder(path: Path) -> JobFolder:
    """Get the job of a folder. SetupError: it is no job's."""
    folder = JobFolder(path)
    if not folder.is_begun:
        raise SetupError(f"{path} is no folder of a job. Make one with: keycafe-clean run EXPORT --job {quoted(path)}")
    return folder


def _open(folder: JobFolder, wanted: str | None, day: date, *, is_asked: bool) -> Month:
    """Get the month of that folder that was handed over; None: the oldest that nobody has answered, else this month's.

    SetupError: there is none, several wait and no question names one (`is_asked`), or what was said of an earlier month
    would be replaced without its name.
    """
    sent = [month for month in folder.months() if month.sent and wanted in (None, month.folder.name)]
    if not sent:
        of = f" of {wanted}" if wanted else ""
        make = f"keycafe-clean run EXPORT --job {quoted(folder.path)}"
        raise SetupError(f"No file{of} was handed over in this job. Make one with: {make}")
    opened = [month for month in sent if month.is_open]
    newest = sent[-1]
    if len(opened) > 1 and not is_asked:
        files = " and ".join(f"--month {month.folder.name} ({counted(month.sent, 'row')})" for month in opened)
        raise SetupError(f"{len(opened)} files wait for an answer. Say of which one this is: {files}.")
    if not opened and not wanted and newest.month < f"{day:%Y-%m}":
        raise SetupError(
            "Every file of this job has its answer. To replace what was said of the file of "
            f"{month_name(newest.month)}, name it: --month {newest.folder.name}"
        )
    return opened[0] if opened else newest


def _asked(month: Month) -> str:
    show.sentence(f"What did Keycafe say of the file of {month_name(month.month)} ({counted(month.sent, 'row')})?")
    for number, sentence in enumerate(ANSWERS.values(), 1):
        show.sentence(f"  {number}. {sentence}")
    number = 0
    while not 0 < number <= len(ANSWERS):
        number = typer.prompt(f"Number, 1 to {len(ANSWERS)}", type=int)
    return list(ANSWERS)[number - 1]


def _typed() -> tuple[str, ...]:
    show.sentence("Who failed? One address or message a line; an empty line ends it.")
    lines = []
    while line := typer.prompt("", default="", show_default=False, prompt_suffix=""):
        lines.append(line)
    return tuple(lines)


def _messages(path: Path) -> tuple[str, ...]:
    """Get each row of a file as one text: a pasted list, a table or a workbook. SetupError: it is empty."""
    try:
        source = read_export(export_file(path), header=0).sources[0]
    except EmptyFile:
        raise SetupError(
            f"{legible(path.name)} is empty. Write who failed into it, an address or Keycafe's message a line, or say "
            "--all-added if nobody did."
        ) from None
    text = pl.concat_str(pl.all(), separator="; ", ignore_nulls=True).str.slice(0, _LONGEST_MESSAGE)
    return tuple(source.cells.select(text.alias("text")).to_series().drop_nulls())


def _as_json(folder: JobFolder, today: date) -> dict[str, Any]:
    """Get the months with their counts of answers, and the next step: nobody is named."""
    months = folder.months()
    return {
        "months": [
            {
                "folder": month.folder.name,
                "month": month.month,
                "sent": month.sent,
                "answers": dict(month.lines.drop_nulls("answer").group_by("answer").len().sort("answer").rows()),
                "waiting": month.lines.filter(pl.col("outcome") == "waiting").height,
            }
            for month in months
        ],
        "said": list(months_in_words(months)),
        "next": next_step(folder.path, months, today),
    }
