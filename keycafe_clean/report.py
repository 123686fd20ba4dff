"""What happened, in the words of the screen: the same sentences for the command line, the desk and the notebooks."""

from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl

from keycafe_clean.article.contract import (
    FULL_USER,
    IMPORT_COLUMNS,
    KEY_PERMISSIONS,
    MONTHLY_LIMIT,
    SMARTBOX_USER,
    UPLOAD_STEPS,
)
from keycafe_clean.columns import suggest_columns
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.columns.suggestion import in_words as column_in_words
from keycafe_clean.columns.typed_addresses import headers_beside
from keycafe_clean.decide.edits import APPLIED, CONFLICT, NOT_NEEDED
from keycafe_clean.export import BIRTH_DATES, Source
from keycafe_clean.findings import in_words
from keycafe_clean.outcome_reasons import reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan, last_month
from keycafe_clean.read import letters
from keycafe_clean.steps import headers_asked
from keycafe_clean.steps.frame_columns import ADDRESS, NOT_USED
from keycafe_clean.wording import counted, month_name, people_counted

#: How each outcome is called in the equation.
_OUTCOME_WORDS = {
    "ready": "ready",
    "waiting": "waiting for you",
    "combined": "combined",
    "left_out": "left out",
    "not_people": "not people",
}

#: What says of everybody whether they work here.
_STATES = ("exit_date", "status", "account", "active", "disabled")

#: What became of decisions, in words.
_FATES = {APPLIED: "applied", NOT_NEEDED: "no longer needed", CONFLICT: "in conflict with this export"}

#: Most headers that one line names.
_NAMED = 8


def columns_chosen(cleaned: Cleaned, source: Source) -> tuple[str, ...]:
    """Get a line for each of our columns with its headers and why, then what is not used, and what was never opened."""
    columns = cleaned.setup.columns_for(source.headers)
    reasons_of = {suggested.headers: suggested.reason for suggested in suggest_columns(source) if suggested.sure}
    used = {header for headers in columns.values() for header in headers}
    ours = used - {*columns.get(NOT_USED, ())}
    cells = source.first_table.cells
    typed = tuple(it for it in headers_beside(columns.get(ADDRESS, ()), cells) if it not in used)
    looked_at = tuple(header for header in headers_asked(cells, ours) if header not in used)
    return (
        *_chosen(columns, reasons_of),
        *_named("Used for the e-mail address, by its type", typed),
        *_named("Only looked at, to ask who is no employee", looked_at),
        *_named("Not used, as you said", columns.get(NOT_USED, ())),
        *_named("Not used", tuple(header for header in source.headers if header not in {*used, *typed, *looked_at})),
        *_named("Never opened, because private", tuple(h for h in source.dropped if h not in source.private_cells)),
        *_private_cells(source),
    )


def _chosen(columns: dict[str, tuple[str, ...]], reasons_of: dict[tuple[str, ...], str]) -> Iterator[str]:
    ours = (column for column in columns if columns[column] and column != NOT_USED)
    for column in sorted(ours, key=lambda column: column not in IMPORT_COLUMNS):
        name = column if column in IMPORT_COLUMNS else column_in_words(column).capitalize()
        headers = " + ".join(f"'{header}'" for header in columns[column])
        separate = [reasons_of[(header,)] for header in columns[column] if (header,) in reasons_of]
        reason = reasons_of.get(columns[column]) or "; ".join(dict.fromkeys(separate)) or "as the set-up says"
        yield f"{name}: {headers} ({reason})"


def _named(what: str, headers: tuple[str, ...]) -> Iterator[str]:
    """Yield the headers in one line, the first few by name."""
    if headers:
        more = f" and {len(headers) - _NAMED:,} more" if len(headers) > _NAMED else ""
        yield f"{what}: {', '.join(headers[:_NAMED])}{more}"


def _private_cells(source: Source) -> Iterator[str]:
    """Yield a line for each column that was dropped for its cells; of dates, how to say that they are others."""
    for header, cells in source.private_cells.items():
        instead = f'. If they are other dates, say which: --column "Last day={header}"' if cells == BIRTH_DATES else ""
        yield f"Dropped, because private: '{header}' (its cells look like {cells}){instead}"


def equation(cleaned: Cleaned) -> str:
    """Get the line that adds up: `9 rows = 5 ready + 1 waiting for you + 1 combined + 1 left out + 1 not people`."""
    counts = cleaned.counts
    parts = " + ".join(f"{counts[outcome]:,} {words}" for outcome, words in _OUTCOME_WORDS.items())
    return f"{counted(counts['rows_read'], 'row')} = {parts}"


def letters_line(source: Source, columns: Mapping[str, tuple[str, ...]]) -> str:
    """Get some cells with letters beside ASCII, to see whether the encoding is right; empty where there are none.

    `columns` has our column -> its headers: cells that nobody needs are not shown.
    """
    shown = letters(source, used_headers(columns))[:_NAMED] if source.encoding else ()
    return f"Letters look like this: {', '.join(shown)}" if shown else ""


def lost_states_line(cleaned: Cleaned) -> str:
    """Get which columns said who works here in the files before, and are in none of this export; empty: none are.

    Of several files of other headers, the one that was decided about last.
    """
    here = [cleaned.setup.source_for(source.headers) for source in cleaned.export.sources]
    others = [it for it in cleaned.setup.source if it not in here]
    said = {ours: headers for it in others[-1:] for ours, headers in it.columns.items() if ours in _STATES}
    told = {ours for it in here if it for ours, headers in it.columns.items() if headers}
    names = " and ".join(f"'{header}'" for ours, headers in said.items() if ours not in told for header in headers)
    if not names:
        return ""
    return f"In an earlier file {names} said who works here; nothing in this export does so in its place."


def decisions_line(cleaned: Cleaned) -> str:
    """Get how many decisions hold, are not needed or do not fit; empty where nothing is decided."""
    fate = cleaned.fates.get_column("fate")
    counts = [f"{(fate == name).sum():,} {words}" for name, words in _FATES.items() if (fate == name).any()]
    return f"{counted(fate.len(), 'decision')}: {', '.join(counts)}." if counts else ""


def ready_users(cleaned: Cleaned) -> str:
    """Get who is ready by user type: `120 Full Users and 10 SmartBox Users are ready`."""
    full, smart = cleaned.users(FULL_USER), cleaned.users(SMARTBOX_USER)
    return f"{counted(full, 'Full User')} and {counted(smart, 'SmartBox User')} are ready"


def limit_line(plan: Plan) -> str:
    """Get the use of the limit: `November 2026: 120 used + 880 in this file = 1,000 of 1,000`.

    Where nobody goes in because no place is left, the line says so.
    """
    here = plan.this_month.len()
    total = f"{plan.used + here:,} of {plan.limit:,}"
    full = "; nobody else goes in this month" if plan.forecast and not here else ""
    return f"{month_name(plan.month)}: {plan.used:,} used + {here:,} in this file = {total}{full}"


def other_month_line(plan: Plan, today: date) -> str:
    """Get when a file for another month than today's may be uploaded; empty for this month's."""
    if plan.month == f"{today:%Y-%m}" or not plan.this_month.len():
        return ""
    return f"This file is for {month_name(plan.month)}: upload it then, since it takes the places of that month."


def forecast_line(plan: Plan) -> str:
    """Get the later months with their people; empty when everybody is in this month."""
    if not plan.forecast:
        return ""
    months = ", ".join(f"{month_name(month)} {people:,}" for month, people in plan.forecast.items())
    return f"Forecast, made anew from each month's export: {months}."


def leaving_line(plan: Plan) -> str:
    """Get how many leave before their turn comes; empty when nobody does."""
    if not plan.leaving:
        return ""
    verb, comes = ("leaves", "comes, and is") if plan.leaving == 1 else ("leave", "comes, and are")
    return f"{people_counted(plan.leaving)} {verb} before their turn {comes} planned for no month."


def what_if_line(plan: Plan) -> str:
    """Get by when everybody is in who is ready, and with the other plan's limit; empty: they are in this month."""
    if not plan.forecast:
        return ""
    (other,) = set(MONTHLY_LIMIT.values()) - {plan.limit}
    by, instead = (month_name(last_month(plan, limit)) for limit in (None, other))
    return f"Everybody who is ready is in by {by}; with {other:,} a month by {instead}."


def reasons(cleaned: Cleaned, outcome: str) -> dict[str, int]:
    """Count the rows of an outcome by the kind of their reason, in words, most first."""
    said = cleaned.rows.filter(pl.col("outcome") == outcome).select(reason_in_words("kind"))
    counted_rows = said.group_by("reason", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
    return dict(counted_rows.rows())


def sentences(cleaned: Cleaned, *severities: str) -> pl.DataFrame:
    """Get the findings of these severities in words: as they are, with `sentence` and `advice`."""
    return in_words(cleaned.findings.filter(pl.col("severity").is_in(severities)), cleaned.rows)


def left_to_do(plan: Plan) -> tuple[str, ...]:
    """Get what a person does by hand after the run, in order; nobody in this month's file: nothing."""
    return (*UPLOAD_STEPS, KEY_PERMISSIONS) if plan.this_month.len() else ()
