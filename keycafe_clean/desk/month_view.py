"""A job as view models: its months, what Keycafe said of them, and what became of their people in this month's file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Tile
from keycafe_clean.job import Comparison, JobFolder, Month, mass_changes
from keycafe_clean.job.comparison import ASKED, BY_IMPORT, CHANGED, LEFT, PLANNED
from keycafe_clean.job.open_tasks import tasks_in_words
from keycafe_clean.job.sentences import FRESH_DAYS, months_in_words, places_in_words, waiting_in_words
from keycafe_clean.report import forecast_line
from keycafe_clean.wording import counted, month_alone, month_name


def history_view(job: JobFolder) -> dict[str, Any]:
    """Get what was handed over, what Keycafe said, and what is left to do; SetupError: a month is damaged."""
    months = job.months()
    opened = next((month for month in months if month.is_open), None)
    return {
        "job": job.path.name,
        "history": (*months_in_words(months), *places_in_words(job.setup(), months)),
        "to_do": (*waiting_in_words(months), *tasks_in_words(months)),
        "open_month": opened.folder.name if opened else "",
        "open_question": _question(opened) if opened else "",
        "open_people": tuple(_sent(opened)) if opened else (),
    }


def comparison_view(run: Run, *, goes_on: bool) -> dict[str, Any]:
    """Get what became of the people of the month before, and why this may be another file unless somebody `goes_on`."""
    if run.job.history.last.is_empty():
        return {"tiles": (), "this_file": "", "mass_changes": ()}
    told = run.job.compared(run.cleaned)
    asked = () if goes_on else tuple(mass_changes(told, run.setup.mass_changes))
    return {
        "tiles": tuple(_tiles(run, told)),
        "this_file": _this_file(run, told),
        "mass_changes": tuple(change.question for change in asked),
    }


def too_old(read_on: date, today: date) -> str:
    """Say that a file was read so long ago that people may have left since; blank: it was not."""
    if (today - read_on).days <= FRESH_DAYS:
        return ""
    return text("hand_over.too_old", day=f"{read_on.day} {read_on:%B %Y}", days=FRESH_DAYS)


def _question(month: Month) -> str:
    return text("answer_month.question", month=month_name(month.month), rows=counted(month.sent, "row"))


def _sent(month: Month) -> Iterator[tuple[int, str]]:
    """Yield the rows of a month's file, each with who stands in it."""
    sent = month.lines.drop_nulls("sent").select(pl.col("sent").cast(pl.Int64), "name", "address").sort("sent")
    for row, *who in sent.rows():
        yield row, text("answer_month.there_line", who=", ".join(filter(None, who)), row=row)


def _tiles(run: Run, told: Comparison) -> Iterator[Tile]:
    month = month_alone(run.plan.month)
    in_file = run.plan.this_month.len()
    new = told.new.is_in(run.plan.this_month.implode()).sum()
    yield Tile("new", told.new.len(), text("tiles.in_file", count=new))
    left = told.count(LEFT, BY_IMPORT)
    yield Tile("left", told.count(LEFT), _by_hand("tiles.remove", left), is_alarm=left > 0)
    yield Tile("changed", told.count(CHANGED), _by_hand("tiles.change", told.count(CHANGED, BY_IMPORT)))
    yield Tile("still_waiting", _still_waiting(told), text("tiles.fit", count=in_file - new, month=month))
    waiting = run.cleaned.counts["waiting"]
    yield Tile("waiting_for_you", waiting, text("tiles.answer" if waiting else "tiles.nothing"))


def _by_hand(key: str, count: int) -> str:
    """Say how many must be removed or changed in Keycafe by hand."""
    return text(key, count=count, verb="is" if count == 1 else "are", them="it" if count == 1 else "them")


def _still_waiting(told: Comparison) -> int:
    stood = pl.col("stands").is_in([PLANNED, ASKED]) & (pl.col("became") != LEFT)
    return told.before.filter(stood).height


def _this_file(run: Run, told: Comparison) -> str:
    new = int(told.new.is_in(run.plan.this_month.implode()).sum())
    people = run.plan.this_month.len()
    said = text(
        "tiles.this_file",
        month=month_alone(run.plan.month),
        people=counted(people, "person", "people"),
        new=new,
        waiting=people - new,
    )
    return " ".join(filter(None, [said, forecast_line(run.plan)]))
