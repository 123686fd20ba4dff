"""What Keycafe said of a file that was handed over: asked for where it was not given, and recorded."""

from datetime import date
from pathlib import Path

import polars as pl
import typer

from keycafe_clean.cli.output import say
from keycafe_clean.errors import EmptyFile, SetupError
from keycafe_clean.job import JobFolder, KeycafeAnswer, Month
from keycafe_clean.job.sentences import added_twice_in_words, answered_in_words, replaced_in_words, title_in_words
from keycafe_clean.job.withdrawn import not_any_more
from keycafe_clean.job_words import ANSWERS, FAILED
from keycafe_clean.legible import legible
from keycafe_clean.quoting import quoted
from keycafe_clean.read import read_export
from keycafe_clean.run.export_file import export_file
from keycafe_clean.wording import counted, month_name

#: A line of an answer is a sentence of Keycafe's, not a book.
_LONGEST_MESSAGE = 1_000


def record_answer(folder: JobFolder, wanted: str | None, kind: str | None, failed: Path | None, day: date) -> list[str]:
    """Record what Keycafe said of the month of that folder, and get it in words; None: the month, the answer is asked.

    SetupError: nothing waits for an answer, it is not clear of which file this one is, or `failed` cannot be used.
    """
    with folder.held():
        month = _open(folder, wanted, day, is_asked=kind is None)
        what = kind or _asked(month)
        messages = _messages(failed) if failed else _typed() if what == FAILED else ()
        answer = KeycafeAnswer(what, messages)
        answered = folder.answer(month, answer, day)
    twice = added_twice_in_words(answered, folder.months())
    title = title_in_words(answer.title(month.lines))
    noted = replaced_in_words(month), answered_in_words(answered, what), *not_any_more(answered), title, twice
    return list(filter(None, noted))


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
    say(f"What did Keycafe say of the file of {month_name(month.month)} ({counted(month.sent, 'row')})?")
    for number, sentence in enumerate(ANSWERS.values(), 1):
        say(f"  {number}. {sentence}")
    number = 0
    while not 0 < number <= len(ANSWERS):
        number = typer.prompt(f"Number, 1 to {len(ANSWERS)}", type=int)
    return list(ANSWERS)[number - 1]


def _typed() -> tuple[str, ...]:
    say("Who failed? One address or message a line; an empty line ends it.")
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
