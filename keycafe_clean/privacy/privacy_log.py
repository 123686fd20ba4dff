"""`privacy.csv` of a job: what was given to people, and erased. It names nobody."""

import io
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.opening import bytes_of
from keycafe_clean.write.replacing import replace_file

LOG = "privacy.csv"

GIVEN, ERASED = "given to the person", "erased"

#: A line each time: the day (YYYY-MM-DD), what, and how many lines of the files of the job.
ENTRIES = pl.Schema(dict.fromkeys(("day", "what", "lines"), pl.String))


def log_entries(job: Path) -> pl.DataFrame:
    """Get what the job in a folder has logged (`ENTRIES`), oldest first; nothing where it has not yet."""
    path = job / LOG
    return pl.read_csv(bytes_of(path), schema=ENTRIES) if path.exists() else ENTRIES.to_frame()


def log_entry(job: Path, day: date, what: str, lines: int) -> None:
    """Add a line to the log of the job in a folder. OSError: it cannot be written."""
    added = pl.DataFrame([(f"{day}", what, f"{lines}")], schema=ENTRIES, orient="row")
    text = io.BytesIO()
    pl.concat([log_entries(job), added]).write_csv(text, line_terminator="\r\n")
    replace_file(job / LOG, text.getvalue())
