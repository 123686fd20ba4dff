"""What a job keeps longer than its set-up says: months, and hashes of people who were forgotten or erased."""

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.forgotten import YEARS
from keycafe_clean.job.month import Month
from keycafe_clean.plan import months_before
from keycafe_clean.quoting import quoted
from keycafe_clean.wording import counted, month_name


def overdue_months(setup: Setup, months: Sequence[Month], today: date) -> list[Month]:
    """Get the months of a job that are older than `keep_months`, those too of whose file nobody has said anything yet.

    The next run forgets the others; before that they are there still, however long nobody works with the job.
    """
    first = _first_kept(setup, today)
    return [month for month in months if month.month < first]


def overdue_in_words(folder: JobFolder, months: Sequence[Month], today: date) -> Iterator[str]:
    """Yield what is overdue to be forgotten in a job with these months, and by what command; nothing where nothing is.

    SetupError: its set-up or its hashes are damaged.
    """
    setup = folder.setup()
    forget = f"keycafe-clean forget {quoted(folder.path)} --before {_first_kept(setup, today)}"
    if late := overdue_months(setup, months, today):
        names = ", ".join(dict.fromkeys(month_name(month.month) for month in late))
        yield (
            f"Overdue to be forgotten, since months are kept for {counted(setup.keep_months, 'month')} (keep_months in "
            f"setup.toml): {names}. {_first_answer(folder, late)}The next clean or run forgets what is answered; at "
            f"once: {forget}"
        )
    if hashes := folder.forgotten()[0].filter(pl.col("until") < f"{today:%Y-%m}").height:
        yield f"Overdue to be forgotten, after {YEARS} years: {counted(hashes, 'hash', 'hashes')}. By: {forget}"


def _first_kept(setup: Setup, today: date) -> str:
    """Get the first month (`YYYY-MM`) that is kept still."""
    return months_before(f"{today:%Y-%m}", setup.keep_months)


def _first_answer(folder: JobFolder, late: Sequence[Month]) -> str:
    """Say which answers are missing: nothing is forgotten of which nobody has said what Keycafe made of it."""
    opened = [f"keycafe-clean answer {quoted(folder.path)} --month {it.folder.name}" for it in late if it.is_open]
    return f"First say what Keycafe said: {', '.join(opened)}. " if opened else ""
