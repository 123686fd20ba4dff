"""What a report tells of a month: counts that add up, with a picture where somebody would rather look than read."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import polars as pl

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.kinds import kinds
from keycafe_clean.masked_addresses import masked_without_address
from keycafe_clean.masked_reasons import reasons_without_names
from keycafe_clean.month_report.finding_words import finding_in_words
from keycafe_clean.month_report.section import Line, Part, Section
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan
from keycafe_clean.report import (
    decisions_line,
    equation,
    forecast_line,
    leaving_line,
    limit_line,
    ready_users,
    reasons,
    what_if_line,
)
from keycafe_clean.step_words import rule_in_words, steps_alone
from keycafe_clean.wording import counted, month_name

#: The outcomes on the way from all rows to those that are ready, in this order, and how their bars look.
_ON_THE_WAY = {
    "not_people": ("Not people", "out"),
    "combined": ("Combined with another row", "out"),
    "left_out": ("Left out", "out"),
    "waiting": ("Waiting for you", "waits"),
}

#: So many examples of a change are shown.
_EXAMPLES = 2

#: Of so many cells: several may look the same once they are masked.
_LOOKED_AT = 50


def way(cleaned: Cleaned, plan: Plan, *, with_names: bool) -> Section:
    """Get the way from rows read to people ready: each line takes away from what the lines before have left.

    A rule of the set-up that is about people says so only `with_names`.
    """
    counts = cleaned.counts
    read, ready, now = counts["rows_read"], counts["ready"], plan.this_month.len()
    later = sum(plan.forecast.values())
    lines = [
        Line(("Rows read", "", f"{read:,}"), (Part(0, read, "in"),)),
        *_taken_away(cleaned, reasons if with_names else reasons_without_names),
        Line(("Ready", "", f"{ready:,}"), (Part(0, ready, "in"),)),
        Line(("Ready, in this month's file", "", f"{now:,}"), (Part(0, now, "in"),)),
        Line(("Ready, planned for a later month", "", f"{later:,}"), (Part(now, later, "later"),)),
        Line(("Ready, leave before their turn", "", f"{plan.leaving:,}"), (Part(now + later, plan.leaving, "out"),)),
    ]
    shown = tuple(line for line in lines if line.cells[2] != "0")
    said = (f"{equation(cleaned)}.", f"{ready_users(cleaned)}.")
    return Section(
        "From rows read to people ready", said, head=("What became of them", "Why", "Rows"), lines=shown, total=read
    )


def _taken_away(cleaned: Cleaned, why_not: Callable[[Cleaned, str], dict[str, int]]) -> Iterator[Line]:
    left = cleaned.counts["rows_read"]
    for outcome, (name, kind) in _ON_THE_WAY.items():
        told = why_not(cleaned, outcome) if outcome != "waiting" else {"": cleaned.counts["waiting"]}
        for why, rows in told.items():
            left -= rows
            yield Line((name, why or "", f"{rows:,}"), (Part(left, rows, kind),))


def limit(cleaned: Cleaned, plan: Plan, sent: Mapping[str, int]) -> Section:
    """Get months against the limit: those before, by `sent` (month -> people), this file, and the forecast."""
    more = (forecast_line(plan), leaving_line(plan), what_if_line(plan), _not_planned(cleaned, plan))
    said = (f"{limit_line(plan)}.", *filter(None, more))
    before = [(month, cleaned.setup.used.get(month, 0), people) for month, people in sent.items() if month < plan.month]
    known = [*before, (plan.month, plan.used, plan.this_month.len())]
    lines = [
        Line((month_name(month), f"{used:,}", f"{people:,}"), (Part(0, used, "out"), Part(used, people, "in")))
        for month, used, people in known
    ]
    lines += [
        Line((month_name(month), "", f"{people:,}"), (Part(0, people, "later"),))
        for month, people in plan.forecast.items()
    ]
    most = max(plan.limit, *(used + people for _, used, people in known))
    return Section("The monthly limit", said, head=("Month", "Used before", "People"), lines=tuple(lines), total=most)


def _not_planned(cleaned: Cleaned, plan: Plan) -> str:
    """Get who is in no month of the forecast; empty: nobody waits, or whoever is ready goes in this month."""
    waiting = cleaned.counts["waiting"]
    if not waiting or not plan.forecast:
        return ""
    verb, need = ("waits", "needs a place") if waiting == 1 else ("wait", "need places")
    return f"{counted(waiting, 'row')} {verb} for you, in no month of these yet, and {need} too."


def findings(cleaned: Cleaned) -> Section:
    """Get how many rows wait by kind, then what is asked about files and columns, then notes; no cell is shown."""
    found = cleaned.findings.select("row_id", "code", "severity", "column")
    kind = pl.col("code").replace_strict(kinds(), default="The file and its columns", return_dtype=pl.String)
    is_note = pl.col("severity") == "note"
    told = found.with_columns(kind=pl.when(is_note).then(pl.lit("Please note")).otherwise(kind), is_note=is_note)
    counts = told.group_by("is_note", "kind", "code", maintain_order=True).agg(
        pl.len(), column=pl.when(pl.col("column").n_unique() == 1).then(pl.col("column").first())
    )
    ordered = counts.sort("is_note", pl.col("len").sum().over("kind"), "len", descending=[False, True, True])
    lines = tuple(
        Line((kind, finding_in_words(code, column), f"{count:,}"), (Part(0, count, "out" if is_note else "waits"),))
        for is_note, kind, code, count, column in ordered.rows()
    )
    said = () if lines else ("Nothing was found.",)
    most = max(ordered.get_column("len"), default=0)
    return Section("What was found", said, head=("Kind", "What", "How often"), lines=lines, total=most)


def duplicates(cleaned: Cleaned) -> Section:
    """Get what was combined and why, which pairs are asked about, and what was decided about pairs."""
    combined = reasons(cleaned, "combined")
    asked = cleaned.findings.filter(pl.col("code") == "possible_duplicate")
    waiting = asked.group_by("reason", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
    answers = cleaned.decisions.lines.get_column("kind")
    lines = (
        *(Line(("Combined", why or "", f"{rows:,}")) for why, rows in combined.items()),
        *(Line(("Maybe one person", why or "", f"{pairs:,}")) for why, pairs in waiting.rows()),
        *(
            Line(("You said", kind.replace("_", " "), f"{(answers == kind).sum():,}"))
            for kind in ("same_person", "two_people")
            if (answers == kind).any()
        ),
    )
    said = () if lines else ("Nobody seems to be in the file twice.",)
    return Section("Who is in the file twice", said, head=("What", "Why", "How often"), lines=lines)


def changes(cleaned: Cleaned, *, with_names: bool) -> Section:
    """Get what was tidied, by rule, with different examples whose letters are masked unless they may be shown.

    From which row of another file a cell was joined is left out.
    """
    shown: Callable[[str], str] = str if with_names else masked_without_address
    by_rule = cleaned.changes.group_by(steps_alone(), maintain_order=True).agg(
        pl.col("count").sum(), pl.struct("column", "before", "after").unique(maintain_order=True).head(_LOOKED_AT)
    )
    ordered = by_rule.sort("count", descending=True, maintain_order=True)
    lines = tuple(
        Line((rule_in_words(rule), "; ".join(_examples(cells, shown)), f"{count:,}"))
        for rule, count, cells in ordered.rows()
    )
    decided = decisions_line(cleaned)
    said = tuple(filter(None, ("" if lines else "No cell was changed.", decided)))
    return Section("What was tidied", said, head=("What was done", "For example", "Cells"), lines=lines)


def _examples(cells: Iterable[dict[str, str | None]], shown: Callable[[str], str]) -> list[str]:
    return list(dict.fromkeys(_example(cell, shown) for cell in cells))[:_EXAMPLES]


def _example(cell: dict[str, str | None], shown: Callable[[str], str]) -> str:
    show = str if cell["column"] in FLAGS else shown
    before, after = (f"'{show(text)}'" if (text := cell[side]) else "blank" for side in ("before", "after"))
    return f"{cell['column']}: {before} > {after}"
