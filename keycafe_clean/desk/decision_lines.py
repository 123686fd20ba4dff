"""What was decided about people, as sentences: by whom and when, and why it does not hold where it does not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from keycafe_clean.decide.decisions import PAIR_KINDS
from keycafe_clean.decide.edits import APPLIED, CONFLICT
from keycafe_clean.decide.resolution import resolve_decisions
from keycafe_clean.decide.who import FOUND, NOBODY, SEVERAL
from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import DecisionLine
from keycafe_clean.wording import day_in_words
from keycafe_clean.write import decider

#: A decision with where it stands now: all of its line, `fate`, `found` and the first `row_id` (null: nobody).
_Line = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class DecisionLines:
    """The decisions of one run; worked out when they are looked at."""

    run: Run

    def __len__(self) -> int:
        return self.run.cleaned.decisions.lines.height

    @cached_property
    def lines(self) -> tuple[DecisionLine, ...]:
        """Get a line a decision: first what does not hold and needs an answer, then the latest."""
        by = decider(self.run.setup)
        return tuple(self._in_words(line, by) for line in self._placed.iter_rows(named=True))

    def row_of(self, decision: str) -> int | None:
        """Get the first row that a decision is about; None: nobody is meant, or there is no such decision."""
        rows = self._placed.filter(pl.col("id") == decision).get_column("row_id")
        return rows.item() if rows.len() else None

    def ids_about(self, row_id: int) -> tuple[str, ...]:
        """Get the ids of the decisions about the person of a row."""
        return tuple(self._resolved.filter(pl.col("row_id") == row_id).get_column("id").unique(maintain_order=True))

    @cached_property
    def _resolved(self) -> pl.DataFrame:
        return resolve_decisions(self.run.cleaned.decisions, self.run.prepared.state.who)

    @cached_property
    def _placed(self) -> pl.DataFrame:
        # Of a pair the worse side counts: nobody, then several.
        worst = [pl.col("found").eq(found).any() for found in (NOBODY, SEVERAL)]
        found = pl.when(worst[0]).then(pl.lit(NOBODY)).when(worst[1]).then(pl.lit(SEVERAL)).otherwise(pl.lit(FOUND))
        sides = self._resolved.group_by("id", maintain_order=True).agg(found.alias("found"), pl.col("row_id").first())
        lines = self.run.cleaned.decisions.lines.join(sides, on="id", how="left", maintain_order="left")
        lines = lines.join(self.run.cleaned.fates, on="id", how="left", maintain_order="left")
        return lines.sort(pl.col("fate") != CONFLICT, pl.col("on"), "name", descending=[False, True, False])

    def _in_words(self, line: _Line, by: str) -> DecisionLine:
        outdated = line["fate"] == CONFLICT and line["found"] == FOUND
        return DecisionLine(line["id"], _said(line), ", ".join(_made(line, by)), self._why_not(line), outdated)

    def _why_not(self, line: _Line) -> str:
        if line["fate"] == APPLIED:
            return ""
        if line["found"] != FOUND:
            return text("decisions.nobody" if line["found"] == NOBODY else "decisions.several")
        now = self.run.cleaned.cell_as_read(line["row_id"], line["column"])
        if line["fate"] == CONFLICT:
            return text("decisions.changed", was=line["seen"] or text("decisions.empty"), now=_cell(now))
        is_done = line["kind"] == "edit" and now == line["value"]
        return text("decisions.done") if is_done else text("decisions.moved", now=_cell(now))


def _cell(cell: str | None) -> str:
    return cell or text("decisions.empty")


def _said(line: _Line) -> str:
    """Get what was decided about whom."""
    blanks = {"name": _name(line), "other": _name(line, "other_")}
    return text(f"decisions.{_form(line)}", **{**line, **blanks})


def _form(line: _Line) -> str:
    """Get the name of the sentence for a decision."""
    kind: str = line["kind"]
    if kind == "edit":
        return "edit_emptied" if line["value"] is None else "edit" if line["seen"] else "edit_filled"
    if kind == "right" and line["column"]:
        return "right_cell" if line["seen"] else "right"
    return "same_person_kept" if kind == PAIR_KINDS[0] and line["value"] else kind


def _name(line: _Line, side: str = "") -> str:
    """Get what names the person: the name, else the address, else the number."""
    return next(filter(None, (line[f"{side}{cell}"] for cell in ("name", "email", "employee_id"))), "")


def _made(line: _Line, by: str) -> Iterator[str]:
    """Yield when and by whom it was decided, as far as that is known."""
    if line["on"]:
        yield day_in_words(date.fromisoformat(line["on"]))
    if line["by"]:
        yield text("decisions.you") if line["by"] == by else line["by"]
