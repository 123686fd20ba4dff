"""A run as view models: frames in, the words and numbers of the state's traits out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import polars as pl

from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.column_choices import column_lines, decided_columns
from keycafe_clean.desk.people_lines import people_lines
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import MonthLine
from keycafe_clean.errors import SetupError
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.plan import Plan, plan_imports
from keycafe_clean.read import describe
from keycafe_clean.report import (
    equation,
    forecast_line,
    leaving_line,
    letters_line,
    limit_line,
    ready_users,
    reasons,
    sentences,
)
from keycafe_clean.wording import month_name
from keycafe_clean.write import imports_of

#: Questions about the order within cells: no choice of a column answers them.
_IN_A_TERMINAL = ("date_order", "name_order")

#: What `reading_view()` gets.
READING = ("files", "read", "file_questions", "headers", "columns", "unused", "private")


def reading_view(export: Export, setup: Setup) -> dict[str, Any]:
    """Get what was read, and the columns with their reasons; files in the order of the export."""
    decided = [(source, decided_columns(setup, source)) for source in export.sources]
    return {
        "files": tuple(source.file for source in export.sources),
        "read": tuple(
            line for source, columns in decided for line in (describe(source), letters_line(source, columns)) if line
        ),
        "file_questions": tuple(question for source in export.sources for question in _file_questions(source)),
        "headers": {source.file: source.headers for source in export.sources},
        "columns": tuple(line for source, columns in decided for line in column_lines(source, columns)),
        "unused": tuple(header for source, columns in decided for header in _unused(source, columns)),
        "private": tuple(_private(source, header) for source in export.sources for header in source.dropped),
    }


def _private(source: Source, header: str) -> str:
    """Get a header that was dropped, with what its cells look like where the header does not say it."""
    cells = source.private_cells.get(header)
    return f"{header} ({cells})" if cells else header


def cleaned_view(cleaned: Cleaned, file_questions: tuple[str, ...]) -> dict[str, Any]:
    """Get the counts in rows, and who goes in; `file_questions` are those that `reading_view()` asks."""
    return {
        "column_questions": _less(_without_a_row(sentences(cleaned, "fix", "question")), file_questions),
        "notes": _without_a_row(sentences(cleaned, "note")),
        "counts": cleaned.counts,
        "equation": equation(cleaned),
        "ready_users": ready_users(cleaned),
        "reasons": tuple(_reasons(cleaned)),
        "in_file": _in_file(cleaned),
        "people": tuple(people_lines(cleaned)),
    }


def plan_view(cleaned: Cleaned, plan: Plan) -> dict[str, Any]:
    """Get the months, how full each is, and how many e-mails this one sends; what was practised before is forgotten."""
    return {
        "limit_line": limit_line(plan),
        "forecast_line": " ".join(filter(None, [forecast_line(plan), leaving_line(plan)])),
        "months": tuple(_months(plan)),
        "finish": _finish(cleaned, plan),
        "invitations": _invitations(cleaned, plan),
        "file_name": _file_name(cleaned, plan),
        **no_practice(),
    }


def nothing_counted() -> dict[str, Any]:
    """Get the traits of a desk whose file has no column for anybody's name or address."""
    words = (
        "equation",
        "ready_users",
        "limit_line",
        "forecast_line",
        "finish",
        "this_file",
        "in_file",
        "twice",
        "file_name",
    )
    lists = ("column_questions", "notes", "reasons", "people", "kinds", "months", "tiles", "mass_changes")
    empty = {**dict.fromkeys(words, ""), **dict.fromkeys(lists, ())}
    return {
        "counts": {},
        "is_sample": False,
        "invitations": 0,
        "card": None,
        "row": None,
        "about": None,
        "review": None,
        "decided": None,
        "change": None,
        "asked": 0,
        "place": 0,
        "kind": "",
        **empty,
        **no_practice(),
    }


def on_plan(cleaned: Cleaned, plan: str) -> Cleaned:
    """Get the same run under `paid` or `confirmed`; the plan is about months, so that no row changes."""
    return replace(cleaned, setup=cleaned.setup.model_copy(update={"plan": plan}))


def no_practice() -> dict[str, Any]:
    """Get the traits of a desk on which nothing was practised with the present file."""
    return {
        "practice": "",
        "practice_done": 0,
        "practice_rows": 0,
        "practice_errors": (),
        "limit_after": None,
        "limit_after_line": "",
        "imports": (),
        "invited": (),
        "everybody": (),
    }


def _unused(source: Source, columns: dict[str, tuple[str, ...]]) -> list[str]:
    used = used_headers(columns)
    return [header for header in source.headers if header not in used]


def _file_questions(source: Source) -> tuple[str, ...]:
    """List what is asked about how a whole file was read, each sentence with what to do."""
    rows = source.rows.with_columns(file=pl.lit(source.file))
    return _without_a_row(in_words(source.findings.filter(pl.col("severity") == "question"), rows))


def _less(said: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sentence for sentence in said if sentence not in others)


def _without_a_row(said: pl.DataFrame) -> tuple[str, ...]:
    """List the sentences that are about no row, with their advice, each once."""
    # What is typed in a terminal is chosen here, but for what no column says.
    is_chosen = pl.col("advice").str.contains("--", literal=True) & ~pl.col("code").is_in(_IN_A_TERMINAL)
    advice = pl.when(is_chosen).then(pl.lit(text("columns.answer")))
    whole = pl.concat_str("sentence", advice.otherwise("advice"), separator=" ")
    lines = said.filter(pl.col("row_id").is_null()).select(whole)
    return tuple(lines.to_series().unique(maintain_order=True))


def _reasons(cleaned: Cleaned) -> Iterator[str]:
    for outcome in ("combined", "left_out", "not_people"):
        for reason, rows in reasons(cleaned, outcome).items():
            yield f"{text(f'check.{outcome}')}: {reason}: {rows:,}"


def _in_file(cleaned: Cleaned) -> str:
    """Say how many people of the file work there, whoever of them goes in."""
    people = cleaned.counts["rows_read"] - cleaned.counts["not_people"]
    gone = int((cleaned.rows.get_column("reason") == "no_longer_employed").sum())
    return text("people.in_file", here=people - gone, people=people)


def _months(plan: Plan) -> Iterator[MonthLine]:
    yield MonthLine(month_name(plan.month), plan.used, plan.this_month.len(), plan.limit)
    for month, people in plan.forecast.items():
        yield MonthLine(month_name(month), 0, people, plan.limit)


def _finish(cleaned: Cleaned, plan: Plan) -> str:
    """Say when everybody is in, with this limit and with the other one, and how many leave before their turn."""
    name = "confirmed" if cleaned.setup.plan == "paid" else "paid"
    other = plan_imports(on_plan(cleaned, name), month=plan.month, used=plan.used)
    month, other_month = month_name(_last(plan)), month_name(_last(other))
    said = (text("plan.finish", month=month), text("plan.finish_other", limit=other.limit, month=other_month))
    return " ".join(filter(None, [*said, leaving_line(plan)]))


def _last(plan: Plan) -> str:
    return [plan.month, *plan.forecast][-1]


def _file_name(cleaned: Cleaned, plan: Plan) -> str:
    """Get what this month's file will be called; blank where there is none."""
    try:
        return next(iter(imports_of(cleaned, plan)), "")
    except SetupError:
        # The sample file of Keycafe is none: that is said when the file is made.
        return ""


def _invitations(cleaned: Cleaned, plan: Plan) -> int:
    this_month = cleaned.rows.filter(pl.col("row_id").is_in(plan.this_month.implode()))
    return int((this_month.get_column("Send Invitation") == "true").sum())
