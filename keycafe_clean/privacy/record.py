"""The record of processing of a job, section by section, from its set-up, its months and the constants of the code."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.decide.decisions import DECISIONS, PAIR_KINDS
from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.job.forgotten import YEARS
from keycafe_clean.job.kept_hashes import HASHES, KEY
from keycafe_clean.job.month import PAGE, TASKS, Month
from keycafe_clean.job.outcome_lines import OUTCOME_LINES
from keycafe_clean.job.overdue import overdue_in_words
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.known.lines import PEOPLE
from keycafe_clean.privacy.asked_person import LISTS
from keycafe_clean.privacy.pages import Section
from keycafe_clean.privacy.privacy_log import ENTRIES, LOG, log_entries
from keycafe_clean.privacy.processing import processing
from keycafe_clean.privacy.their_lines import DECISIONS_FILE
from keycafe_clean.privacy.unread_groups import unread_groups
from keycafe_clean.wording import counted, day_in_words
from keycafe_clean.write.manifest import MANIFEST, decider


def record_of(folder: JobFolder, today: date) -> tuple[Section, ...]:
    """Get the sections about a job as it is on a day, in order. SetupError: its set-up or a month is damaged."""
    setup, months = folder.setup(), folder.months()
    return (
        processing(folder.path, setup, months),
        _columns(setup),
        _kept(folder),
        _retention(folder, setup, months, today),
        _matching(folder, months),
        _analyst(setup),
        _rights(folder),
    )


#: What becomes of a column that no column of an import comes from.
_NOT_USED = (
    "not used, but looked through for words of leaving, of accounts and of relations; a cell that has one is quoted in "
    "the question (waiting.csv, review.xlsx)"
)


def _columns(setup: Setup) -> Section:
    used = [
        (", ".join(headers), ours, "used")
        for it in setup.source
        for ours, headers in it.columns.items()
        if headers and ours != "none"
    ]
    taken = {header for headers, _, _ in used for header in headers.split(", ")}
    others = [(header, "", _NOT_USED) for it in setup.source for header in it.headers]
    beside = [row for row in dict.fromkeys(others) if row[0] not in taken]
    never = [(group, "", "looked at to be recognised, then dropped, and written nowhere") for group in unread_groups()]
    return Section(
        "Which columns are used, looked through and dropped",
        (
            (
                "Columns of these kinds are dropped by their header, in the languages of HR systems, or by their "
                "cells. What a line that is no person says is kept whole in not_people.csv, private columns excepted. "
                "A column of states can say health (sick, parental leave): an export that says only active or left "
                "spares that."
            ),
        ),
        ("Header, or kind", "As", "What happens"),
        (*dict.fromkeys(used), *beside, *never),
    )


#: What masking leaves of a cell.
_MASKED = (
    "the first letter of each word, how long it is, and the domain of an address stay, other letters are x and figures "
    "0; whoever knows the people may still tell who is meant"
)


def _kept(folder: JobFolder) -> Section:
    return Section(
        "What is kept, and where",
        (f"Everything lies in {folder.path}; copies and backups of that folder are yours.",),
        ("File", "What it holds"),
        (
            (f"MONTH/{OUTCOMES}", ", ".join(OUTCOME_LINES)),
            ("MONTH/YYYY-MM_N.csv", f"whoever was handed over: {', '.join(IMPORT_COLUMNS)}"),
            (
                "MONTH/waiting.csv ... not_people.csv, review.xlsx",
                "names, addresses, the cells that are asked about",
            ),
            (f"MONTH/{TASKS}, {PAGE}", "name, address, location and department of whom something is to be done for"),
            ("MONTH/report.html", f"counts, and a few examples of cells, masked: {_MASKED}"),
            (f"MONTH/{MANIFEST}", "counts, sums of files, who and when; nobody of the export"),
            (DECISIONS_FILE, ", ".join(DECISIONS)),
            (LISTS, ", ".join(PEOPLE)),
            (f"{HASHES}, {KEY}", "keyed hashes of people who were forgotten or erased, and the key"),
            (LOG, f"{', '.join(ENTRIES)}: what was given to people and erased, without names"),
            (
                "draft",
                (
                    "the month at work on the desk: the export whole, private columns too, and what was decided since; "
                    "without a limit of time, until the month is handed over or `keycafe-clean forget` deletes it with "
                    "the whole job"
                ),
            ),
        ),
    )


def _retention(folder: JobFolder, setup: Setup, months: Sequence[Month], today: date) -> Section:
    hashes = folder.forgotten()[0]
    overdue = list(overdue_in_words(folder, months, today))
    return Section(
        "How long, and what is hashed",
        (
            (
                f"Months are forgotten at the next clean or run once they are older than {setup.keep_months} months "
                "and answered (`keep_months` in setup.toml); nothing is forgotten while nobody works with the job. "
                "`keycafe-clean forget` does so at once. Decisions and lists of known people stay until it "
                "forgets the whole job, or a person is erased."
            ),
            (
                f"Then HMAC-SHA256 hashes of name, address, employee number and first day stay for {YEARS} years, so "
                "that nobody is invited twice, or against their request; they count from the forgetting, and hashes "
                "older than that go when something is forgotten or erased next. They are pseudonymous, and personal "
                "data still: the key lies beside them, and whoever has both can ask whether somebody was among them, "
                "and find every employee number by trying all. Keep the folder as you keep the export."
            ),
            f"On {day_in_words(today)} there are {counted(hashes.height, 'hash', 'hashes')}.",
            *(overdue or [f"On {day_in_words(today)} nothing is kept longer than that."]),
        ),
    )


def _matching(folder: JobFolder, months: Sequence[Month]) -> Section:
    lines = pl.concat([month.lines.select("outcome") for month in months]) if months else None
    count = {} if lines is None else dict(lines.group_by("outcome").len().rows())
    pairs = folder.decisions().lines.filter(pl.col("kind").is_in(PAIR_KINDS)).height
    return Section(
        "How people are matched, and who decides",
        (
            (
                "Rows are compared to find one person who stands there twice, or is in Keycafe already. Fixed rules "
                "combine rows that agree in what tells a person; their reason stands in combined.csv. Whatever is "
                "only likely, by weights that are written down in the code and are not learned from your data, is a "
                "question: the row waits, and a person decides. Nothing about work, pay, conduct or worth of anybody "
                "is evaluated."
            ),
            (
                f"In this job {counted(count.get('combined', 0), 'row')} of all months were combined, "
                f"{counted(count.get('waiting', 0), 'row')} waited for a person, and people decided about "
                f"{counted(pairs, 'pair')}."
            ),
            (
                "EU AI Act (Regulation 2024/1689), our reasoning, and no legal advice: rules that people wrote are "
                "no AI system (recital 12). Should the weights be held to be one, used in employment (Annex III, 4), "
                "it performs a narrow procedural task, the detection of duplicates (Art. 6(3)(a), recital 53), "
                "without profiling; and no decision within the meaning of GDPR Art. 22 rests on it alone."
            ),
        ),
    )


def _analyst(setup: Setup) -> Section:
    role = f"the role '{setup.audit_role}'" if setup.audit_role else "the user name of the computer"
    return Section(
        "What is recorded about the analyst (for the works council)",
        (
            (
                f"Who decides and hands over is written as {role}, here as '{decider(setup)}' "
                "(`audit_role` in setup.toml puts a role in its place)."
            ),
            (
                "No time is measured, and nothing is compared between analysts. The desk keeps each choice of the "
                "month at work in draft, so that it can be undone, until the month is handed over. A role is written "
                "from when it is set; earlier lines keep the user name, and in-use always has it."
            ),
        ),
        ("Where", "What"),
        (
            (f"{DECISIONS_FILE}, columns by and on", "who decided, and on which day"),
            (f"MONTH/{MANIFEST}, who and today", "who made the month, and on which day"),
            (f"MONTH/{OUTCOMES}, answered_by and answered_on", "who noted what Keycafe said, and on which day"),
            ("in-use", "the user name of whoever works in the folder, and since when; blank once that ends properly"),
            ("~/.ipython, ~/.local/share/jupyter", "what Jupyter keeps of each start of the desk, for this user"),
        ),
    )


def _rights(folder: JobFolder) -> Section:
    return Section(
        "Rights of the people concerned",
        (
            (
                "Access (Art. 15): keycafe-clean person JOB WHO --export FILE.html gives one person everything held "
                "about them. Erasure (Art. 17): keycafe-clean person JOB WHO --erase erases one person from every "
                "month; keyed hashes stay so that they are not invited again, and masked examples in report.html. "
                "Correction (Art. 16) is made in the HR system."
            ),
        ),
        ("Day", "What", "Lines"),
        tuple(log_entries(folder.path).rows()),
    )
