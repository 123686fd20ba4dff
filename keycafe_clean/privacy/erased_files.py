"""The files of a month without one person: what each would hold, and the manifest that fits them."""

import io
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import polars as pl

from keycafe_clean.decide.answer_words import words_offered
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import KeycafeCleanError, SetupError
from keycafe_clean.job.month import PAGE, TASKS, Month
from keycafe_clean.job.outcome_lines import ERASED, OUTCOME_LINES, to_csv
from keycafe_clean.job.to_do import TO_DO
from keycafe_clean.job.to_do_page import page
from keycafe_clean.opening import bytes_of
from keycafe_clean.privacy.their_lines import DECISIONS_FILE, REVIEWS, TheirLines, import_files_of, tables_of
from keycafe_clean.privacy.traces import Traces
from keycafe_clean.write.answer_sheet import read_answer_sheet
from keycafe_clean.write.folder import REPORT
from keycafe_clean.write.manifest import MANIFEST, facts_of, manifest_text
from keycafe_clean.write.review import review_csv
from keycafe_clean.write.workbook import ANSWER, WAITING, review_workbook

#: What an erased line keeps: the place of its row, and what a file has used of the month's places.
_STAYS = ("file", "row", "month", "sent", "answer", "answered_on")

#: Cells that say where a line stands or when: no number of a person is looked for in them.
_PLACES = {*_STAYS, "rows", "into_row", "into_file", "known_file", "known_row", "beside_file", "beside_row", "line"}

BOOK, SETUP = "review.xlsx", "setup.toml"


def outcomes_without(person: TheirLines, month: Month) -> bytes:
    """Get `outcomes.csv` of a month: a line of the person stays as a line of nobody (`ERASED`)."""
    return to_csv(_lines_without(person, month))


def files_without(person: TheirLines, month: Month) -> dict[str, bytes]:
    """Get the other files of a month as they would be, by name, those that would be another alone; the manifest first.

    Files that are not there stay away.
    """
    tables = {name: _without(person, table, month, name) for name, table in tables_of(month).items()}
    made = {
        **_imports(person, month),
        **{name: review_csv(table) for name, table in tables.items()},
        **dict(_texts(person, month)),
    }
    if (month.folder / PAGE).exists():
        tasks = tables.get(TASKS, TO_DO.to_frame())
        lines = _lines_without(person, month).filter(pl.col("outcome") != ERASED)
        made[PAGE] = page(month.month, tasks.select(TO_DO.names()), lines)
    facts = facts_of(month.folder) if (month.folder / MANIFEST).exists() else {}
    changed = {name: data for name, data in made.items() if data != bytes_of(month.folder / name)}
    book = month.folder / BOOK
    if facts and book.exists() and (not changed.keys().isdisjoint(tables) or person.traces.may_tell(book)):
        # Before its tables: whatever stops it, they are another still when it is called again.
        changed = {BOOK: _book(person, month, tables, facts), **changed}
    return {**_manifest(person, month, facts, changed), **changed} if facts else changed


def decisions_without(person: TheirLines, decisions: Decisions) -> Decisions:
    """Get decisions less those about the person, and without their traces in those about others."""
    others = decisions.lines.filter(~person.in_decisions(decisions.lines))
    return Decisions(struck(others, person.traces))


def setup_without(traces: Traces, text: str) -> str:
    """Get the text of a `setup.toml` without names and addresses of a person; a rule about them fits nobody then."""
    made = traces.struck(text, numbers=False)
    try:
        Setup.parsed(made.encode(), SETUP)
    except SetupError:
        return text
    return made


def struck(table: pl.DataFrame, traces: Traces) -> pl.DataFrame:
    """Get a table in which every cell is without the traces of a person; keeps every line and column."""
    alone = [number for number in traces.numbers if number]
    cells = []
    for column in table.get_columns():
        if column.dtype != pl.String or column.name in _PLACES:
            cells.append(column)
            continue
        texts = column.unique().drop_nulls()
        other = {text: new for text in texts if (new := "" if text in alone else traces.struck(text)) != text}
        told = column.replace(other) if other else column
        cells.append(told.replace("", None) if other else told)
    return pl.DataFrame(cells)


def _lines_without(person: TheirLines, month: Month) -> pl.DataFrame:
    is_theirs = person.in_outcomes(month)
    others = struck(month.lines, person.traces)
    blank = [
        pl.when(is_theirs).then(None).otherwise(pl.col(name)).alias(name)
        for name in OUTCOME_LINES
        if name not in (*_STAYS, "outcome")
    ]
    outcome = pl.when(is_theirs).then(pl.lit(ERASED)).otherwise("outcome").alias("outcome")
    return others.with_columns(outcome, *blank).select(OUTCOME_LINES.names())


def _without(person: TheirLines, table: pl.DataFrame, month: Month, name: str) -> pl.DataFrame:
    if name == TASKS:
        theirs = person.in_tasks(table)
    elif {"file", "row"} <= set(table.columns):
        theirs = person.in_review(table, month)
    else:
        return struck(table, person.traces)
    return struck(table.filter(~theirs), person.traces)


def _imports(person: TheirLines, month: Month) -> dict[str, bytes]:
    """Get the import files with blank cells where the person was: the rows of the others are counted as before."""
    places, first, made = person.in_imports(month), 0, {}
    for name, rows in import_files_of(month).items():
        is_theirs = (pl.int_range(pl.len()) + first).is_in(sorted(places))
        blank = rows.with_columns(pl.when(~is_theirs).then(pl.all()))
        text = io.BytesIO()
        struck(blank, person.traces).write_csv(text, line_terminator="\r\n")
        made[name] = text.getvalue()
        first += rows.height
    return made


def _texts(person: TheirLines, month: Month) -> Iterator[tuple[str, bytes]]:
    """Yield the decisions, the set-up and the report of a month, as far as they are there."""
    folder = month.folder
    if (folder / DECISIONS_FILE).exists():
        yield DECISIONS_FILE, decisions_without(person, Decisions.read(folder / DECISIONS_FILE)).to_csv().encode()
    if (folder / SETUP).exists():
        yield SETUP, setup_without(person.traces, bytes_of(folder / SETUP).decode("utf-8-sig")).encode()
    if (folder / REPORT).exists():
        yield REPORT, person.traces.struck(bytes_of(folder / REPORT).decode()).encode()


def _book(person: TheirLines, month: Month, tables: dict[str, pl.DataFrame], facts: dict[str, Any]) -> bytes:
    """Get the workbook made anew of the tables, with the answers of one that was filled in, and drop-downs."""
    shown = {name: tables[f"{name}.csv"] for name in REVIEWS if f"{name}.csv" in tables}
    data = bytes_of(month.folder / BOOK)
    if sha256(data).hexdigest() != facts["files"].get(BOOK):
        try:
            filled = read_answer_sheet((BOOK, data)).sources[0].cells
        except KeycafeCleanError:
            filled = shown.get(WAITING, pl.DataFrame())
        shown[WAITING] = _without(person, filled, month, WAITING)
    counts = facts["counts"]
    summary = pl.DataFrame({"what": [it.replace("_", " ") for it in counts], "rows": list(counts.values())})
    return review_workbook(
        shown, summary.cast({"rows": pl.UInt32}), date.fromisoformat(facts["today"]), _choices(shown.get(WAITING))
    )


def _choices(waiting: pl.DataFrame | None) -> pl.Series | None:
    """Get the words that each line offers as answers, by its advice: a suggestion is the word for it."""
    if waiting is None or not {"advice", ANSWER} <= set(waiting.columns):
        return None
    offered = [list(words_offered(advice or "")) for advice in waiting.get_column("advice")]
    return pl.Series("choices", offered, dtype=pl.List(pl.String))


def _manifest(person: TheirLines, month: Month, facts: dict[str, Any], changed: dict[str, bytes]) -> dict[str, bytes]:
    """Get the manifest with the sums of the files as they will be, and how many lines are nobody's any more.

    A sum as it was would tell whoever guesses right what was erased. Of a file that somebody has altered none is kept.
    """
    sums = dict(facts["files"])
    for name, data in changed.items():
        if name in sums:
            before, now = (sha256(it).hexdigest() for it in (bytes_of(month.folder / name), data))
            sums[name] = now if sums[name] in (before, now) else ""
    erased = _lines_without(person, month).filter(pl.col("outcome") == ERASED).height
    told = {**facts, "files": sums, **({"erased": erased} if erased else {})}
    return {MANIFEST: manifest_text(told)} if told != facts else {}
