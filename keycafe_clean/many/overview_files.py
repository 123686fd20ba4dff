"""The overview as files: a table for spreadsheets, a workbook, and a page to print; none of them names anybody."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.html_page import escape, html_page, html_table
from keycafe_clean.many.overview import COUNTS, Overview
from keycafe_clean.many.task import DONE, REFUSED, WAITING
from keycafe_clean.outcomes import OUTCOMES
from keycafe_clean.wording import counted, month_name
from keycafe_clean.write.folder import Content, place_folder
from keycafe_clean.write.review import review_csv
from keycafe_clean.write.unwritable import said_if_unwritable
from keycafe_clean.write.workbook import review_workbook

#: What the files are called, before their endings.
NAME = "overview"

#: What a spreadsheet adds up and sorts by.
_NUMBERS = (*COUNTS, "used", "limit")

#: The columns of the page, and their heads; the others are in table and workbook.
_SHOWN = {
    "job": "Job",
    "month": "Month",
    "rows_read": "Rows",
    "ready": "Ready",
    "waiting": "Waiting",
    "combined": "Combined",
    "left_out": "Left out",
    "not_people": "Not people",
    "in_file": "In the file",
    "used": "Used",
    "limit": "Limit",
    "later": "Later",
    "import_files": "Import file",
}

#: How the states are called in the sum.
_STATE_WORDS = {DONE: "done", WAITING: "waiting for somebody", REFUSED: "refused"}

#: Whoever has something to do reads first.
_HEADINGS = {REFUSED: "Refused", WAITING: "Waiting for somebody", DONE: "Done"}

#: What is told in words, a line below the counts.
_TOLD = {
    "to_decide": "To decide",
    "since_last_month": "Since the month before",
    "unanswered": "Not answered yet",
    "said": "Said",
}


def write_overview(overview: Overview, folder: Path, made: date) -> Path:
    """Write the overview into a new folder, whole or not at all, and get where it is; an existing one gets -2.

    OutputError: the disk is full, or the place cannot be written.
    """
    lines = overview.lines
    files = {
        f"{NAME}.csv": review_csv(lines),
        f"{NAME}.xlsx": review_workbook({NAME: lines}, _summary(overview), made, numbers=("rows", *_NUMBERS)),
        f"{NAME}.html": overview_page(overview),
    }
    with said_if_unwritable(folder, "folder"):
        return place_folder({name: Content(data, lines.height) for name, data in files.items()}, folder)


def _summary(overview: Overview) -> pl.DataFrame:
    """Get states and sums as the first sheet of the workbook has them."""
    jobs = {f"jobs {words}": overview.states[state] for state, words in _STATE_WORDS.items()}
    counts = {name.replace("_", " "): count for name, count in overview.sums.items()}
    told = {"jobs": len(overview.results), **jobs, **counts}
    return pl.DataFrame({"what": [*told], "rows": [*told.values()]}, schema={"what": pl.String, "rows": pl.Int64})


def sums_in_words(overview: Overview) -> tuple[str, str, str]:
    """Get the sums in three sentences, each of which adds up: the jobs, their rows, and who goes in when."""
    sums = overview.sums
    states = " + ".join(f"{overview.states[state]:,} {words}" for state, words in _STATE_WORDS.items())
    outcomes = " + ".join(f"{sums[name]:,} {name.replace('_', ' ')}" for name in OUTCOMES)
    users = f"{counted(sums['in_file'], 'user')} in the import files, {sums['later']:,} later"
    return (
        f"{counted(len(overview.results), 'job')} = {states}",
        f"{counted(sums['rows_read'], 'row')} = {outcomes}",
        f"{month_name(overview.month)}: {users}",
    )


def unanswered_in_words(overview: Overview) -> Iterator[str]:
    """Say of how many jobs a file of an earlier month is open still; whoever did not get in by it is sent no more."""
    jobs = overview.lines.get_column("unanswered").count()
    if jobs:
        yield (
            f"Of {counted(jobs, 'job')} nobody has said yet what Keycafe made of the file of an earlier month: "
            "keycafe-clean status JOB shows it, and keycafe-clean answer JOB tells it"
        )


def overview_page(overview: Overview) -> bytes:
    """Get the bytes of the page: the sums, then the jobs by how they stand, those with something to do first."""
    lines = overview.lines
    parts = [f"<p>{escape(sentence)}.</p>" for sentence in (*sums_in_words(overview), *unanswered_in_words(overview))]
    for state, heading in _HEADINGS.items():
        of_state = lines.filter(pl.col("state") == state)
        if not of_state.is_empty():
            parts += [f"<h2>{heading}: {of_state.height:,}</h2>", *_tables(of_state)]
    return html_page(f"Overview: {month_name(overview.month)}", "\n".join(parts))


def _tables(lines: pl.DataFrame) -> Iterable[str]:
    """Yield the counts of jobs that have some as a table, then what is told of any of them in words."""
    counts = lines.drop_nulls("month").select(pl.col(name).cast(pl.String).fill_null("") for name in _SHOWN)
    if not counts.is_empty():
        yield html_table([*_SHOWN.values()], counts.rows())
    told: list[Sequence[str]] = [
        (line["job"], f"{what}: {line[name]}{_by(line['who']) if name == 'to_decide' else ''}")
        for line in lines.to_dicts()
        for name, what in _TOLD.items()
        if line[name]
    ]
    if told:
        yield "<p>What there is to say of them:</p>"
        yield html_table(["Job", "What"], told)


def _by(who: str | None) -> str:
    return f" ({who})" if who else ""
