"""The record of processing (GDPR Art. 30) of a job: what its files say, and what the set-up says where no file can."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.privacy_facts import PrivacyFacts
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job.forgotten import YEARS
from keycafe_clean.job.month import Month
from keycafe_clean.privacy.pages import Section
from keycafe_clean.quoting import quoted
from keycafe_clean.wording import counted, day_in_words, month_name

_MEASURES = (
    "Everything is done on the computer where it is started, and sent nowhere unless `import`, `many --scheduler` or "
    "the desk is told where; on Linux and macOS files can be read by their owner alone (mode 0600, folders 0700), on "
    "Windows files have the rights of their folder, and folders that are made are closed to other users, but for "
    "administrators, by Python 3.11.10, 3.12.4, 3.13 and newer; one writer at a time; a file is written whole or not "
    "at all; private columns are dropped at reading; the report of a month shows of names their first letters alone; "
    "cells run nothing in a spreadsheet"
)

#: What is written by hand.
_LINE = "________________"


def processing(job: Path, setup: Setup, months: Sequence[Month]) -> Section:
    """Get the record of the job in a folder; what only people know is asked for where `[privacy]` does not say it."""
    span = f"{month_name(months[0].month)} to {month_name(months[-1].month)}" if months else "none yet"
    rows = sum(month.lines.height for month in months)
    told = {name: _told(setup.privacy, name) for name in PrivacyFacts.model_fields}
    return Section(
        "Record of processing (GDPR Art. 30)",
        (_who_knows(job, setup.privacy),),
        ("What", "This job"),
        (
            ("Controller, joint controller, representative", told["controller"]),
            ("Data protection officer", told["officer"]),
            ("Legal basis", told["legal_basis"]),
            ("Purpose", "Give the people of an HR export access to key boxes: a monthly import file for Keycafe"),
            ("People concerned", "Whoever is in the HR exports and the lists of known people that the job was given"),
            ("Months", f"{span}; {counted(len(months), 'folder')}, {counted(rows, 'line')} of exports"),
            ("Categories of data", ", ".join(_used(setup)) or "no column is decided yet"),
            ("Recipient", f"Keycafe, of the import file alone: {', '.join(IMPORT_COLUMNS)}"),
            ("Transfer to third countries", f"By this tool none; Keycafe's own: {told['transfers']}"),
            ("Erasure", f"Months after {setup.keep_months} months, hashes {YEARS} years later: see below"),
            ("Why so long", told["retention"]),
            ("Measures", _MEASURES),
        ),
    )


def signature(today: date) -> Section:
    """Get where the page of a day is signed."""
    return Section("Signed", (f"As of {day_in_words(today)}. Day, name and signature: {_LINE}",))


def _who_knows(job: Path, facts: PrivacyFacts) -> str:
    """Say what is to be filled in, and where; or that all of it is."""
    blank = [name for name in PrivacyFacts.model_fields if not _said(facts, name)]
    if not blank:
        return f"What no file can know is said under [privacy] in {job / 'setup.toml'}."
    return (
        f"To be filled in before you sign, under [privacy] in {job / 'setup.toml'}: {', '.join(blank)}, each as a line "
        f'like {blank[0]} = "...". It stays there. Then make this page anew: keycafe-clean privacy {quoted(job)}'
    )


def _told(facts: PrivacyFacts, name: str) -> str:
    return _said(facts, name) or f"{_LINE} ({name} under [privacy] in setup.toml)"


def _said(facts: PrivacyFacts, name: str) -> str:
    return (getattr(facts, name) or "").strip()


def _used(setup: Setup) -> list[str]:
    """Get our names of the columns that are used, each once."""
    return list(dict.fromkeys(ours for it in setup.source for ours, headers in it.columns.items() if headers))
