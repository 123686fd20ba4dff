"""The one person who is meant: by the months of a job, and by its lists of known people."""

import polars as pl

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.history import HISTORY, History, as_who
from keycafe_clean.job.people_found import (
    Person,
    draft_unseen,
    find_people,
    nobody_found,
    only_one,
    refuse_blank,
)
from keycafe_clean.wording import month_name

#: Where the lines of lists stand, in the place of a month's folder; their outcome.
LISTS, LISTED = "known.csv", "known"


def asked_person(folder: JobFolder, asked: str) -> tuple[Person, History]:
    """Get the one person who is meant, and the lines of everybody (`history.HISTORY`).

    The lines of lists stand first, each with its number in `known.csv` as row. SetupError: nobody is meant, or several
    people are; a month is damaged; the desk is at work on a month, whose export may name them in any form.
    """
    refuse_blank(asked)
    if folder.has_draft:  # a new name or number in it hides a person
        raise SetupError(draft_unseen(folder.draft))
    months = folder.months()
    history = history_of(months)
    everybody = History(pl.concat([_listed(folder.known()), history.lines]))
    people = find_people(everybody, asked)
    if not people:
        names = [month_name(month.month) for month in months]
        raise SetupError(nobody_found(asked, names, forgot=folder.has_forgotten))
    return only_one(people, asked), everybody


def _listed(known: pl.DataFrame) -> pl.DataFrame:
    """Get the people of lists (`known.lines.PEOPLE`) as lines (`HISTORY`)."""
    rows = pl.int_range(pl.len()).cast(pl.String)
    told = as_who(known).with_columns(
        known.get_column("First Name").alias("first_name"),
        known.get_column("Last Name").alias("last_name"),
        folder=pl.lit(LISTS),
        file=pl.lit(LISTS),
        row=rows,
        outcome=pl.lit(LISTED),
        address="email",
        number_as_read="employee_id",
    )
    blank = [pl.lit(None, pl.String).alias(name) for name in HISTORY if name not in told.columns]
    return told.with_columns(blank).select(HISTORY.names())
