"""What the overview says of a month of a job: counts and file sums, read from its folder, and nobody's name."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import polars as pl

from keycafe_clean.findings import catalogue
from keycafe_clean.job import JobFolder, Month
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.history import as_people, placed
from keycafe_clean.kinds import kinds
from keycafe_clean.many.task import Facts
from keycafe_clean.opening import bytes_of
from keycafe_clean.outcomes import OUTCOMES
from keycafe_clean.write.answer_sheet import OTHER_ROW
from keycafe_clean.write.manifest import facts_of
from keycafe_clean.write.workbook import WAITING


def month_facts(folder: JobFolder, month: Month) -> Facts:
    """Get what a line of the overview says of a month that was written.

    `month` is the name of its folder; counts are rows, from `in_file` on users: of the import file, of the month so far
    with it, of its limit, and of later months. `who` decides `to_decide` (rows a kind), null where nobody waits;
    `since_last_month` is null of a first month. `unanswered` are the months before whose file was handed over, and
    nobody has said what Keycafe made of it; null: none is. `files` has the SHA-256 of each.
    """
    made, asked = facts_of(month.folder), _codes(month)
    before = [it for it in folder.months() if (it.month, it.number) < (month.month, month.number)]
    return {
        "month": month.folder.name,
        **{name: made["counts"][name] for name in ("rows_read", *OUTCOMES)},
        "in_file": month.sent,
        "used": made["used"] + month.sent,
        "limit": made["limit"],
        "later": month.lines.filter(pl.col("outcome") == "ready", pl.col("month") > month.month).height,
        "who": made["who"] if asked.len() else None,
        "to_decide": "; ".join(_to_decide(asked)) or None,
        "since_last_month": _since(before, month),
        "unanswered": "; ".join(it.folder.name for it in before if it.is_open) or None,
        "files": {it.name: sha256(bytes_of(it)).hexdigest() for it in sorted(month.folder.iterdir())},
    }


def needs_a_fix(month: Month) -> bool:
    """Tell whether a cell must be repaired, as the exit code of a run does."""
    return any(catalogue()[code].severity == "fix" for code in _codes(month))


def _codes(month: Month) -> pl.Series:
    """Get the code of every question that waits in the month."""
    waiting = month.table(f"{WAITING}.csv")
    codes = pl.Series("code", [], pl.String) if waiting is None else waiting.get_column("code").drop_nulls()
    return codes.filter(codes != OTHER_ROW)


def _to_decide(codes: pl.Series) -> Iterator[str]:
    """Yield the kinds of what waits, most first, each with how many questions there are of it."""
    named = codes.replace_strict(kinds(), default="Other").to_frame("kind")
    counted = named.group_by("kind", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
    for kind, count in counted.rows():
        yield f"{kind}: {count:,}"


def _since(before: Sequence[Month], month: Month) -> str | None:
    """Say what changed since the months before: who is new, and what is to be done by hand for it, counted."""
    if not before:
        return None
    # Whoever was a person of an earlier month is found as the run found them.
    people = month.lines.with_row_index("row_id")
    in_play = people.filter(pl.col("outcome").is_in(["ready", "waiting"]))
    seen = history_of(before).lines.filter(pl.col("outcome") != "not_people")
    known = placed(seen, as_people(people)).get_column("row_id").drop_nulls()
    new = in_play.filter(~pl.col("row_id").is_in(known.implode())).height
    tasks = month.tasks(by_run=True).group_by("task", maintain_order=True).len().rows()
    return ", ".join([f"{new:,} new", *(f"{task} {count:,}" for task, count in tasks)])
