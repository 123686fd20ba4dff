"""Everything that the files of a job hold of one person, line by line."""

import polars as pl

from keycafe_clean.job import JobFolder
from keycafe_clean.job.month import TASKS
from keycafe_clean.job_words import OUTCOMES
from keycafe_clean.privacy.asked_person import LISTS
from keycafe_clean.privacy.their_lines import DECISIONS_FILE, TheirLines, import_files_of, tables_of


def held_of(folder: JobFolder, person: TheirLines) -> dict[str, pl.DataFrame]:
    """Get the lines about a person by file, as it is called in the folder of the job; files without any are left out.

    Every column of the file, null a blank cell. Workbooks and pages hold no more than the tables beside them.
    """
    known, decisions = folder.known(), folder.decisions().lines
    found = {
        LISTS: known.filter(person.in_lists(known)),
        DECISIONS_FILE: decisions.filter(person.in_decisions(decisions)),
    }
    for month in folder.months():
        name = month.folder.name
        found[f"{name}/{OUTCOMES}"] = month.lines.filter(person.in_outcomes(month))
        first = 0
        for file, rows in import_files_of(month).items():
            places = [it - first for it in person.in_imports(month) if first <= it < first + rows.height]
            found[f"{name}/{file}"] = rows[sorted(places)]
            first += rows.height
        for file, table in tables_of(month).items():
            if {"file", "row"} <= set(table.columns) or file == TASKS:
                is_theirs = person.in_tasks(table) if file == TASKS else person.in_review(table, month)
                found[f"{name}/{file}"] = table.filter(is_theirs)
        if (then := month.table(DECISIONS_FILE)) is not None and "other_export" in then.columns:
            found[f"{name}/{DECISIONS_FILE}"] = then.filter(person.in_decisions(then))
    return {file: lines for file, lines in found.items() if not lines.is_empty()}


def count_of(held: dict[str, pl.DataFrame]) -> int:
    """Count the lines of all files."""
    return sum(lines.height for lines in held.values())
