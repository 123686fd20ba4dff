"""What a notebook of a job shows: text of our own, so that no version of another library alters it."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.contract import FULL_USER, SMARTBOX_USER
from keycafe_clean.article.rules import TRUE
from keycafe_clean.masked_addresses import masked_without_address
from keycafe_clean.masked_reasons import reasons_without_names
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plain_table import Shown, aligned
from keycafe_clean.report import equation
from keycafe_clean.sampling import evenly_spread
from keycafe_clean.step_words import rule_in_words, steps_alone
from keycafe_clean.wording import counted

#: The flags of what people get; who is a SmartBox User is told by the user types.
_GIVEN = ("Send Invitation", "Send Welcome Email", "Generate Access Code")

#: So many rows are shown: as much as one looks through.
_ROWS = 12


def outcomes(cleaned: Cleaned) -> Shown:
    """Get the line that adds up, the ready ones by user type, and how many of them get what, a line a flag."""
    full, smart = cleaned.users(FULL_USER), cleaned.users(SMARTBOX_USER)
    ready = cleaned.rows.filter(pl.col("outcome") == "ready")
    flags = [(name, f"{(ready.get_column(name) == TRUE).sum():,}") for name in _GIVEN]
    types = f"{counted(full, 'Full User')} + {counted(smart, 'SmartBox User')}"
    return Shown("\n".join([equation(cleaned), types, aligned(flags)]))


def findings(cleaned: Cleaned) -> Shown:
    """Get how often each code was found, by the letters of the codes."""
    counts = cleaned.findings.group_by("code").len().sort("code")
    return _counts("code", "found", counts.rows())


def reasons_of_rows(cleaned: Cleaned) -> Shown:
    """Get how many rows are left out, combined and not people, by the kind of their reason."""
    told = [
        (f"{outcome.replace('_', ' ')}: {reason}", count)
        for outcome in ("left_out", "combined", "not_people")
        for reason, count in sorted(reasons_without_names(cleaned, outcome).items())
    ]
    return _counts("reason", "rows", told)


def rules(cleaned: Cleaned) -> Shown:
    """Get how many cells were changed by which rule, by the letters of the rules."""
    counts = cleaned.changes.group_by(steps_alone()).agg(pl.col("count").sum()).sort("rule")
    return _counts("rule", "cells", [(rule_in_words(rule), count) for rule, count in counts.rows()])


def rows(cleaned: Cleaned) -> Shown:
    """Get some rows, evenly spread over the export, with what became of them; names and addresses are masked."""
    sample = cleaned.rows.filter(pl.col("row_id").is_in(evenly_spread(_people(cleaned), _ROWS).implode()))
    cells = ("source_row", "outcome", "user_type", "First Name", "Last Name", "Email Address")
    head = ("row", "outcome", "user type", "first name", "last name", "address")
    told = [(*map(_said, row[:3]), *map(_hidden, row[3:])) for row in sample.select(cells).rows()]
    return Shown(aligned([head, *told]))


def _people(cleaned: Cleaned) -> pl.Series:
    return cleaned.rows.filter(pl.col("outcome") != "not_people").get_column("row_id")


def _said(cell: object) -> str:
    return "-" if cell is None else f"{cell}".replace("_", " ")


def _hidden(cell: str | None) -> str:
    return "-" if cell is None else masked_without_address(cell)


def _counts(what: str, how_often: str, counts: Iterable[tuple[str, int]]) -> Shown:
    lines = [(name, f"{count:,}") for name, count in counts]
    return Shown(aligned([(what, how_often), *lines]) if lines else "Nothing.")
