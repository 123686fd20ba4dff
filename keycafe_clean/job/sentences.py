"""What is said of a job: what changed since the month before, the months one by one, and the next step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.article.contract import MONTHLY_LIMIT
from keycafe_clean.decide.setup import Setup
from keycafe_clean.import_result import Imported
from keycafe_clean.job.folder import JobFolder, history_of
from keycafe_clean.job.forgotten import YEARS
from keycafe_clean.job.history import History
from keycafe_clean.job.keycafe_answer import open_lines
from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import ADDED, ALREADY_THERE, NEEDS_A_FIX, TRY_AGAIN, UNKNOWN
from keycafe_clean.job.withdrawn import job_of
from keycafe_clean.job_words import NOT_UPLOADED, REFUSED
from keycafe_clean.quoting import quoted
from keycafe_clean.wording import counted, month_name, people_counted

#: For so many days a file may be uploaded. Assumption: in a week hardly anybody leaves.
FRESH_DAYS = 7

#: How the answers are counted on screen, in this order.
_ANSWERS = {
    ADDED: "added",
    ALREADY_THERE: "there already",
    NEEDS_A_FIX: "to repair",
    TRY_AGAIN: "to send again",
    UNKNOWN: "not answered yet",
}


def who_are_these(used: int, known: int, month: str) -> Iterator[str]:
    """Ask who has used places of a month (`YYYY-MM`) before this job, where it knows of fewer people; else nothing."""
    if used > known:
        yield (
            f"{used:,} places of {month_name(month)} were used before this job, and it knows of {people_counted(known)}"
            f" in Keycafe before. Who are these {used:,}? Give a list with --known, so that nobody is invited again."
        )


def months_in_words(months: Sequence[Month]) -> Iterator[str]:
    """Yield a line a month: how many were sent, and what Keycafe said."""
    for month in months:
        name = f"{month_name(month.month)}{f' ({month.number})' if month.number > 1 else ''}"
        if not month.sent:
            yield f"{name}: no file was handed over."
            continue
        yield f"{name}: {month.sent:,} sent, {_said_of(month)}."


def replaced_in_words(month: Month) -> str:
    """Get what was said before of a file that is answered once more; empty where nobody has answered yet."""
    if month.is_open:
        return ""
    days = month.lines.get_column("answered_on").drop_nulls()
    on = f" on {days.item(0)}" if days.len() else ""
    return f"This replaces what was said{on} of the file of {month_name(month.month)}: {_said_of(month)}."


def answered_in_words(month: Month, kind: str) -> str:
    """Get what is noted of a file by an answer (`ANSWERS`) that its lines have."""
    name = month_name(month.month)
    if kind == REFUSED:
        return f"Noted: Keycafe refused the file of {name}, and nobody was added. Repair what its message names."
    if kind == NOT_UPLOADED:
        return f"Noted: the file of {name} was not uploaded, and nobody was added."
    return f"Noted of the file of {name}: {_said_of(month)}."


def title_in_words(title: str) -> str:
    """Get that the first line of an answer was taken for the title of the others; empty: it was not."""
    said = f"The first line, '{title[:80]}', names nobody and was taken for a title: nothing is noted of it."
    return said if title else ""


def added_twice_in_words(month: Month, months: Sequence[Month]) -> str:
    """Get what to do about people whom the answers of a month and of another one both call added; empty: none are."""
    others = history_of([replace(it, lines=_added(it.lines)) for it in months if it.folder != month.folder])
    twice = others.surely_among(_added(month.lines)).height
    if not twice:
        return ""
    were, have = ("was", "has") if twice == 1 else ("were", "have")
    return (
        f"{people_counted(twice)} of this file {were} added by another file too, by what was said of it. One of the "
        f"two answers may be wrong: look in Keycafe who {have} two accounts, and say of the other file what is right."
    )


def _added(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.filter(pl.col("answer") == ADDED)


def _said_of(month: Month) -> str:
    counts = dict(month.lines.drop_nulls("answer").group_by("answer").len().rows())
    return ", ".join(f"{counts[answer]:,} {word}" for answer, word in _ANSWERS.items() if answer in counts)


def waiting_in_words(months: Sequence[Month]) -> Iterator[str]:
    """Yield who is in no file yet by the newest month: how many rows wait for an answer, who is planned for later."""
    if not months:
        return
    waiting = months[-1].lines.filter(pl.col("outcome") == "waiting").height
    planned = history_of(months).waiting_list().height
    counts = ((waiting, "row", None, "waiting for you"), (planned, "person", "people", "planned for a later file"))
    told = [f"{counted(number, one, several)} {words}" for number, one, several, words in counts if number]
    if told:
        yield f"In no file yet: {', '.join(told)}."


def places_in_words(setup: Setup, months: Sequence[Month]) -> Iterator[str]:
    """Yield how many places of the newest month are used, before this job and by its files, and what is planned later.

    Assumption: only users that were created count (`History.used()`); files that nobody answered count as used.
    """
    if not months:
        return
    history, month = history_of(months), max(it.month for it in months)
    used, limit = setup.used.get(month, 0) + history.used(month), MONTHLY_LIMIT[setup.plan]
    yield f"{month_name(month)}: {used:,} of {limit:,} places used, {max(limit - used, 0):,} left."
    later = history.waiting_list().filter(pl.col("month") > month).group_by("month").len().sort("month").rows()
    if later:
        yield f"Planned: {', '.join(f'{people_counted(count)} for {month_name(name)}' for name, count in later)}."


def forgotten_in_words(count: int) -> str:
    """Get what is said of months that were forgotten, and what of them stays."""
    months = counted(count, "month")
    return (
        f"{months} forgotten. Keyed hashes of whoever is in Keycafe by them stay for {YEARS} years, so that nobody is "
        "invited again; they are personal data still."
    )


def next_step(job: Path, months: Sequence[Month], today: date) -> str:
    """Get what to do next in the job of a folder that has these months, in one sentence or two."""
    if not months:
        return _first_export(job)
    if opened := [month for month in months if month.is_open]:
        return _in_both(job, opened, months) or _upload(job, opened[0], today)
    last = months[-1]
    waiting = last.lines.filter(pl.col("outcome") == "waiting").height
    if waiting:
        rows, them = ("1 row waits", "it") if waiting == 1 else (f"{waiting:,} rows wait", "them")
        return f"{rows} for you: answer {them} in {last.folder / 'review.xlsx'}, and give that with --answers."
    history = history_of(months)
    if again := _to_send_again(history):
        return again
    if planned := history.waiting_list().height:
        return f"{people_counted(planned)} {_are(planned)} planned for later months. Give next month's export."
    return "Everybody is in Keycafe or left out. Give next month's export."


def _first_export(job: Path) -> str:
    """Say what to do in a job that has no month, or none any more."""
    command = f"keycafe-clean run EXPORT --job {quoted(job)}"
    if not JobFolder(job).has_forgotten:
        return f"Nothing was done yet. Give the first export: {command}"
    return f"Every month was forgotten; whoever is in Keycafe by them is still known. Give the next export: {command}"


def unanswered_in_words(job: Path, others: Sequence[Month], months: Sequence[Month], today: date) -> Iterator[str]:
    """Yield what to do about each file of `others` that nobody has answered: a run takes its people for sent."""
    for month in others:
        if month.is_open:
            yield _in_both(job, [month], months) or _upload(job, month, today)


def _to_send_again(history: History) -> str:
    """Say what to do about whoever was sent, and is not in Keycafe; empty: everybody who was sent is."""
    again, refused = (history.without_account(answer).height for answer in (TRY_AGAIN, NEEDS_A_FIX))
    if refused:
        was = "was" if refused == 1 else "were"
        return (
            f"{people_counted(refused)} {was} refused: correct their cells in the HR system, and run with a fresh "
            "export."
        )
    return f"{people_counted(again)} {_are(again)} to be sent again: run with a fresh export." if again else ""


def _in_both(job: Path, opened: Sequence[Month], months: Sequence[Month]) -> str:
    """Say that people of a file that nobody has answered are in Keycafe by another one; empty: none are."""
    for month in opened:
        # Whoever a later month found in this very file is in Keycafe by this one.
        is_by_another = pl.col("known_file").ne_missing(month.folder.name)
        others = [replace(it, lines=it.lines.filter(is_by_another)) for it in months if it.folder != month.folder]
        both = history_of(others).surely_among(open_lines(month.lines)).height
        if both:
            command = f"keycafe-clean answer {quoted(job)} --month {month.folder.name} --not-uploaded"
            return (
                f"{people_counted(both)} of the file in {month.folder} {_are(both)} in Keycafe by another file: do not "
                f"upload it, say {command}, and run again."
            )
    return ""


def _upload(job: Path, month: Month, today: date) -> str:
    """Say to upload a file, or to make it anew where it is so old that people may have left since."""
    answer = f"keycafe-clean answer {quoted(job)} --month {month.folder.name}"
    if month.made is None or (today - month.made).days <= FRESH_DAYS:
        return (
            f"Upload the file of {month_name(month.month)} in Keycafe if you have not, then say what it said: {answer}"
        )
    return (
        f"The file of {month_name(month.month)} was made on {month.made.day} {month.made:%B %Y}, more than "
        f"{FRESH_DAYS} days ago. If it is uploaded, say what Keycafe said: {answer}. If it is not, people may have "
        f"left since: say {answer} --not-uploaded, and run with a fresh export."
    )


def answer_after_import(file: Path, result: Imported) -> str | None:
    """Get how to tell a job what became of its month's file; None: the file is none of a job's, or was not sent.

    Nothing is told by itself: what was imported may have been a practice.
    """
    found = job_of(file)
    if result.found is None or found is None:
        return None
    job, month = found
    command = f"keycafe-clean answer {quoted(job)} --month {month} {_answer_option(result)}".rstrip()
    lines = ". Keep the lines of the rows above as failed.txt, then" if result.failed and "--failed" in command else ""
    return f"If this was Keycafe and no practice, tell the job{lines}: {command}"


def _answer_option(result: Imported) -> str:
    """Get the option of `answer` that fits: whoever it does not name as failed counts as added; empty: none does."""
    if result.broke_off:
        return ""
    if result.is_void:
        return "--refused"
    return "--failed failed.txt" if result.failed else "--all-added"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
