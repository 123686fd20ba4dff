"""Cleaned exports of a few invented people, and of very many without the cost of cleaning them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from keycafe_clean.article.contract import FULL_USER, IMPORT_COLUMNS
from keycafe_clean.changes import CHANGES
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.events import no_events
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import no_findings
from keycafe_clean.match.possible import POSSIBLE
from keycafe_clean.outcome_reasons import REASON
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write import WrittenFile, write_imports

TODAY = date(2026, 11, 22)

#: One row of every outcome, and of each user type; with a cell that a step changes.
STAFF = """\
First Name,Last Name,Email,Status
Jana,Novak,JANA@example.com,Active
Piotr,Lis,,Active
Zoë,Lee,zoe.example.com,Active
Jana,Novak,jana@example.com,Active
Omar,Haddad,omar@example.com,Terminated

Ann,Okafor,ann@example.com,Active
"""


def run(
    text: str = STAFF,
    setup: Setup | None = None,
    decisions: Decisions | None = None,
    *,
    known: pl.DataFrame | None = None,
) -> Cleaned:
    """Clean a CSV export called `staff.csv` as of 22 November 2026."""
    return clean(read_export(("staff.csv", text.encode())), setup, decisions, today=TODAY, known=known)


@cache
def staff() -> Cleaned:
    """Get the invented staff, cleaned once."""
    return run()


def many(ready: int, setup: Setup | None = None, **others: int) -> Cleaned:
    """Get a cleaned export with so many ready Full Users, and so many rows of other outcomes before them."""
    outcomes = [outcome for outcome, rows in others.items() for _ in range(rows)] + ["ready"] * ready
    rows = pl.DataFrame({"outcome": outcomes}, schema={"outcome": pl.String}).with_row_index("row_id")
    number = pl.col("row_id").cast(pl.String)
    named = rows.with_columns(
        pl.lit("staff.csv").alias("file"),
        (pl.col("row_id") + 2).alias("source_row"),
        *(pl.lit(None, pl.String).alias(column) for column in IMPORT_COLUMNS),
        pl.lit(FULL_USER).alias("user_type"),
        pl.lit(None, pl.UInt32).alias("combined_into"),
        *(pl.lit(None, pl.String).alias(column) for column in REASON),
    ).with_columns((pl.lit("Person ") + number).alias("First Name"), (number + "@example.com").alias("Email Address"))
    export = Export((Source("staff.csv", pl.DataFrame(), named.select("row_id", "source_row")),))
    raw = named.select("row_id", pl.col(IMPORT_COLUMNS).name.prefix("raw."))
    work = named.select("row_id", last_day=pl.lit(None, pl.Date))
    fates = pl.DataFrame(schema={"id": pl.String, "fate": pl.String})
    nothing = {"who": named.select("row_id"), "raw": raw, "pairs": POSSIBLE.to_frame(), "work": work, "fates": fates}
    logs = {"findings": no_findings(), "changes": CHANGES.to_frame(), "events": no_events()}
    return Cleaned(
        rows=named, **logs, **nothing, export=export, setup=setup or Setup(), decisions=Decisions(), today=TODAY
    )


def until(last_days: Sequence[date | None], setup: Setup | None = None) -> Cleaned:
    """Get a cleaned export of ready people with these last days."""
    cleaned = many(len(last_days), setup)
    return replace(cleaned, work=cleaned.work.with_columns(last_day=pl.Series(last_days, dtype=pl.Date)))


#: What lies in the folder of a run of three users.
REVIEWS = ["waiting.csv", "notes.csv", "combined.csv", "left_out.csv", "changes.csv", "forecast.csv", "not_people.csv"]
FILES = ["2026-11_3.csv", "report.html", "review.xlsx", *REVIEWS, "setup.toml", "decisions.csv", "manifest.json"]


def written(folder: Path, cleaned: Cleaned | None = None) -> tuple[WrittenFile, ...]:
    """Write the run of the invented staff, or another, into a folder."""
    cleaned = cleaned or staff()
    return write_imports(cleaned, plan_imports(cleaned), folder)
