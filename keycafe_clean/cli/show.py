"""What a command says on stdout, for people; sentences come from `report.py` and the catalogue."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from keycafe_clean.cli.checked import say_checked
from keycafe_clean.cli.output import say
from keycafe_clean.export import Export
from keycafe_clean.import_result import Imported
from keycafe_clean.import_result import in_words as in_words_of_import
from keycafe_clean.job import JobFolder
from keycafe_clean.job.open_tasks import tasks_in_words
from keycafe_clean.job.overdue import overdue_in_words
from keycafe_clean.job.person_story import Story
from keycafe_clean.job.sentences import (
    forgotten_in_words,
    months_in_words,
    next_step,
    places_in_words,
    unanswered_in_words,
    waiting_in_words,
    who_are_these,
)
from keycafe_clean.job.since_last_month import since_last_month
from keycafe_clean.job.withdrawn import replaced_by
from keycafe_clean.join import join_in_words
from keycafe_clean.known.lists import in_words as in_words_of_list
from keycafe_clean.quoting import quoted
from keycafe_clean.read import describe
from keycafe_clean.report import (
    columns_chosen,
    decisions_line,
    equation,
    forecast_line,
    leaving_line,
    left_to_do,
    letters_line,
    limit_line,
    lost_states_line,
    other_month_line,
    ready_users,
    reasons,
    sentences,
    what_if_line,
)
from keycafe_clean.run.finished import Job
from keycafe_clean.wording import counted, month_name

if TYPE_CHECKING:
    from keycafe_clean.practice import Practice

#: Questions of one code about whole columns that the terminal shows: each decides about many rows.
_SHOWN = 3

#: Errors of a practice that the terminal shows: what fits beside the counts; how many failed is always said.
_ERRORS_SHOWN = 10


def job(done: Job) -> None:
    """Print what was read, which column is which, the counts that add up, what waits, and the limit."""
    cleaned = done.cleaned
    for source in cleaned.export.sources:
        letters = filter(None, [letters_line(source, cleaned.setup.columns_for(source.headers))])
        say(describe(source), *(f"  {line}" for line in (*letters, *columns_chosen(cleaned, source))))
    _joined(cleaned.export)
    for known in done.known_files:
        say(*in_words_of_list(known))
    say("", equation(cleaned), f"{ready_users(cleaned)}.")
    for outcome in ("combined", "left_out", "not_people"):
        for reason, rows in reasons(cleaned, outcome).items():
            say(f"  {outcome.replace('_', ' ')}: {reason}: {rows:,}")
    if done.comparison is not None:
        say(*_apart(since_last_month(done.comparison)))
    say(*_apart(filter(None, [lost_states_line(cleaned)])))
    say(*_apart(who_are_these(done.used_before, done.known_before, done.plan.month)))
    say(*_apart(filter(None, [decisions_line(cleaned)])), *_apart([*done.replaced, *done.retyped]))
    _to_answer(done)
    if done.forgot:
        say("", forgotten_in_words(done.forgot))
    later = (
        other_month_line(done.plan, cleaned.today),
        forecast_line(done.plan),
        leaving_line(done.plan),
        what_if_line(done.plan),
    )
    say("", limit_line(done.plan), *filter(None, later))


def _joined(export: Export) -> None:
    """Print how each file was read that belongs to the export, and by what it was joined."""
    files = {id(joined.other): joined.other for source in export.sources for joined in source.joined}
    say(*map(describe, files.values()), *(f"  {line}" for line in join_in_words(export)))


def _apart(lines: Iterable[str]) -> list[str]:
    """Get the lines with a blank one before them; nothing where there are none."""
    told = list(lines)
    return ["", *told] if told else []


def months(job: JobFolder, today: date) -> None:
    """Print the months of a job, who is in no file, what is left to do and to forget, and the next step."""
    done = job.months()
    standing = (
        *months_in_words(done),
        *places_in_words(job.setup(), done),
        *waiting_in_words(done),
        *_apart(tasks_in_words(done)),
        *_apart(overdue_in_words(job, done, today)),
    )
    step = next_step(job.path, done, today)
    say(*standing, *(_apart([step]) if standing else [step]))


def stories(told: Sequence[Story], found: int) -> None:
    """Print what became of people, each with what it rests on, by date; `found` is how many were found."""
    for story in told:
        number = f"  employee number {story.number}" if story.number else ""
        lines = (f"  {entry.day or '          '}  {entry.text}" for entry in story.entries)
        say(f"{story.name}{number}", story.outcome, *lines, "")
    more = "" if found == len(told) else "; say more of the name"
    say(f"{counted(found, 'person', 'people')} found{more}.")


def ending(done: Job, practice: "Practice | None") -> None:
    """Print how the practice went, if there was one, then the files and what is left to do."""
    if practice:
        _practice(practice, _source_rows(done))
    _files(done)
    _left_to_do(done)
    if done.comparison is not None:
        _unanswered(done)


def _source_rows(done: Job) -> dict[int, str]:
    """Get where each row of the import file stands in the export; of several import files nothing, they number anew."""
    if len(done.import_files) != 1:
        return {}
    order = pl.DataFrame({"row_id": done.plan.this_month})
    rows = order.join(done.cleaned.rows, on="row_id", maintain_order="left").select("file", "source_row").rows()
    return {place: f" That is row {row:,} of {file}." for place, (file, row) in enumerate(rows, 2)}


def _practice(result: "Practice", source_rows: Mapping[int, str]) -> None:
    """Print how the practice went, its errors row by row, and the limit as it would stand afterwards."""
    if result.state == "refused":
        say(f"Practice: the file was refused. {result.message}")
    elif result.state == "nothing":
        say("Practice: nobody is in this month's file, so there was nothing to practise.")
    else:
        total = result.added + result.failed
        say(f"Practice (nobody is invited): {result.added:,} of {total:,} added, {result.failed:,} failed.")
    for error in result.errors[:_ERRORS_SHOWN]:
        say(f"  {error.message}{source_rows.get(error.row, '')}")
    limit = result.limit
    used = f"{limit.used:,} of {limit.limit:,} used, {limit.left:,} left"
    say(f"{month_name(limit.month)} would then stand at {used}.")


def _files(done: Job) -> None:
    """Print where each file lies, and how many rows it has."""
    say("", f"Files in {done.folder}:")
    for file in done.files:
        rows = f" ({counted(file.rows, 'row')})" if file.rows else ""
        say(f"  {Path(file.path).name}{rows}")


def _left_to_do(done: Job) -> None:
    """Print what is left to do by hand, or that nobody is in this month's file; of a look how the file is made."""
    steps = left_to_do(done.plan)
    if steps and not done.import_files:
        sources = done.cleaned.export.sources
        files = " ".join(dict.fromkeys(quoted(Path(source.file)) for source in sources))
        make = f"keycafe-clean run {files} --job {quoted(done.folder.parent)}"
        say("", f"Nothing is handed over yet. This month's file is made by: {make}")
        return
    say("", "Left to do by hand:" if steps else "Nobody is in this month's file: there is nothing to upload.")
    for number, step in enumerate(steps, 1):
        say(f"  {number}. {step}")


def _unanswered(done: Job) -> None:
    """Print which earlier files are not to be uploaded any more, and what to do about those that nobody answered."""
    job = JobFolder(done.folder.parent)
    months = job.months()
    others = [month for month in months if month.folder != done.folder]
    made = [month for month in months if month.folder == done.folder]
    say(*_apart(line for month in made for line in replaced_by(month, others)))
    say(*_apart(unanswered_in_words(job.path, others, months, done.cleaned.today)))


def imported(result: Imported, name: str, next_step: str | None) -> None:
    """Print what the check of a file found, what became of its import and of its rows, and the next step."""
    say_checked(result.checked, name)
    if result.way == "not sent":
        say("Nothing was sent. Make the file anew with keycafe-clean run, or repair what is said above.")
    say(*in_words_of_import(result), *_apart(filter(None, [next_step])))


def _to_answer(done: Job) -> None:
    """Print what is asked about the file, then what waits in its rows, then what is only good to know."""
    asked, notes = sentences(done.cleaned, "fix", "question"), sentences(done.cleaned, "note")
    about_rows = pl.col("row_id").is_not_null()
    _listed("To look at, for the whole file:", asked.filter(~about_rows), _SHOWN)
    _listed("Waiting for you (all of it is in waiting.csv and review.xlsx):", asked.filter(about_rows))
    _listed("Good to know (all of it is in notes.csv and review.xlsx):", notes)


def _listed(title: str, said: pl.DataFrame, shown: int = 1) -> None:
    """Print a line a code, an example with how many more there are like it; what most rows have goes first.

    What is about the whole file goes before what is about rows.
    """
    if not said.is_empty():
        say("", title)
    is_whole, alike = pl.col("row_id").is_null().any().over("code"), pl.len().over("code")
    ordered = said.with_columns(alike=alike).sort(~is_whole, -alike.cast(pl.Int64), maintain_order=True)
    first = ordered.filter(pl.int_range(pl.len()).over("code") < shown)
    last = pl.int_range(pl.len()).over("code") == pl.len().over("code") - 1
    more = pl.when(last).then(pl.col("alike").cast(pl.Int64) - shown).otherwise(0)
    for sentence, advice, others in first.select("sentence", "advice", more).rows():
        say(f"  {sentence} {advice}{f' And {others:,} more like this.' if others > 0 else ''}")
