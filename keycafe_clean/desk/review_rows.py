"""The rows of a run as the analyst looks through them: by kind, searched, sorted, and a block at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import polars as pl

from keycafe_clean.desk.people_lines import PEOPLE, people_rows
from keycafe_clean.desk.session import Run
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import GridColumn, KindLine, RowsBlock, RowsRequest
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.outcome_reasons import reason_in_words

#: The keys of rows that are of no kind of question: all that wait, all there are, and what is only to be noted.
WAITING, EVERYTHING, TIDIED, COMBINED = "waiting", "everything", "tidied", "combined"
_OUTCOMES = (COMBINED, "left_out", "not_people")

#: The keys of rows about which nothing need be open.
NOTED = (EVERYTHING, TIDIED, *_OUTCOMES)

#: What stands in the place of rows: what was decided, a line each.
DECISIONS = "decisions"


def are_asked_about(kind: str) -> bool:
    """Tell whether the rows of a kind are those about which something is open."""
    return kind not in (*NOTED, DECISIONS) and not kind.startswith(PEOPLE)


#: The columns of a person that are shown, and may be edited where they stand, with their share of the space.
_PERSON: Final = {"First Name": 2, "Last Name": 2, "Email Address": 5, "Badge Code": 2}

#: The column of what is asked about a row, or why it is where it is.
REMARK = "remark"

#: The cells of a mark.
_MARK = ("row_id", "column", "code", "severity", "suggestion", "kind", "sentence")

#: Rows that are sent at once, at most.
_MOST = 200


@dataclass(frozen=True, eq=False)
class ReviewRows:
    """The rows of one run. Nothing is altered in it; what was worked out for one block is there for the next one."""

    run: Run
    _found: dict[tuple[object, ...], pl.Series] = field(default_factory=dict, repr=False)

    @cached_property
    def columns(self) -> tuple[GridColumn, ...]:
        """Get the columns of the grid: the file where there are several, badge codes where anybody has one."""
        rows = self.run.cleaned.rows
        shown = [name for name in _PERSON if name != "Badge Code" or rows.get_column(name).null_count() < rows.height]
        files = [GridColumn("file", text("review.file"), grow=2)] if rows.get_column("file").n_unique() > 1 else []
        return (
            GridColumn("source_row", text("review.row"), "number", width=64),
            *files,
            *(GridColumn(name, name, width=100, grow=_PERSON[name], editable=True) for name in shown),
            GridColumn(REMARK, text("review.remark"), "remark", width=140, grow=4, sorts=False),
        )

    @cached_property
    def kinds(self) -> tuple[KindLine, ...]:
        """Get the kinds with how many rows each has: of what waits those with any, of the others all."""
        asked = self.run.questions.get_column("kind").unique(maintain_order=True)
        waiting = [(WAITING, text("review.waiting")), *((kind, kind) for kind in asked)]
        noted = [(kind, text(f"review.{kind}")) for kind in (TIDIED, *_OUTCOMES)]
        lines = [
            ("", *waiting[0]),
            *((text("review.waiting"), *line) for line in waiting[1:]),
            *((text("review.note"), *line) for line in noted),
            ("", EVERYTHING, text("review.everything")),
        ]
        return tuple(KindLine(*line, self._rows_of(line[1]).len()) for line in lines)

    def count(self, kind: str) -> int:
        """Get how many rows a kind has."""
        return self._rows_of(kind).len()

    def block(self, request: RowsRequest) -> RowsBlock:
        """Get the rows that are asked for, in their order; a kind that there is not has none."""
        row_ids = self._in_order(request)
        asked = row_ids.slice(max(request.offset, 0), max(min(request.limit, _MOST), 0))
        place = row_ids.index_of(request.row_id) if request.row_id is not None else None
        return RowsBlock(row_ids.len(), tuple(self._lines(asked, request.kind)), place)

    def _in_order(self, request: RowsRequest) -> pl.Series:
        """Get the row_id of every row that is asked for, whatever the block."""
        key = (request.kind, request.search, request.sort_by, request.descending)
        if key not in self._found:
            row_ids = self._sorted(self._rows_of(request.kind), request)
            term = fold(request.search.strip())
            if term:
                hits = self._text.filter(pl.col("text").str.contains(term, literal=True)).get_column("row_id")
                row_ids = row_ids.filter(row_ids.is_in(hits.implode()))
            self._found[key] = row_ids
        return self._found[key]

    def _sorted(self, row_ids: pl.Series, request: RowsRequest) -> pl.Series:
        if request.sort_by not in (column.field for column in self.columns if column.sorts):
            return row_ids
        rows = self.run.cleaned.rows.filter(pl.col("row_id").is_in(row_ids.implode()))
        cell = pl.col(request.sort_by)
        by = without_accents(cell) if rows.schema[request.sort_by] == pl.String else cell
        return rows.sort(by, descending=request.descending, nulls_last=True, maintain_order=True).get_column("row_id")

    def _rows_of(self, kind: str) -> pl.Series:
        """Get the row_id of every row of a kind, as they stand in the files."""
        rows = self.run.cleaned.rows
        if kind == EVERYTHING:
            return rows.get_column("row_id")
        if kind in (WAITING, *_OUTCOMES):
            return rows.filter(pl.col("outcome") == kind).get_column("row_id")
        if kind.startswith(PEOPLE):
            return people_rows(self.run.cleaned, kind)
        if kind == TIDIED:
            return self._tidied.get_column("row_id").unique().sort()
        asked = self.run.questions.filter(pl.col("kind") == kind)
        return asked.get_column("row_id").unique().sort()

    @cached_property
    def _tidied(self) -> pl.DataFrame:
        """Get the cells that were tidied, not edited by hand; defaults that many rows got are none of a row."""
        changes = self.run.cleaned.changes.filter(pl.col("row_id").is_not_null(), pl.col("column").is_in(list(_PERSON)))
        return changes.filter(~pl.col("rule").str.split(", ").list.contains("edit"))

    @cached_property
    def _text(self) -> pl.DataFrame:
        """Get every row as one text in which to search: what is shown, and what was read; folded."""
        rows = self.run.cleaned.rows
        shown = rows.select(*_PERSON, pl.col("source_row").cast(pl.String))
        read = self.run.cleaned.cells_as_read(rows.get_column("row_id"))
        cells = shown.hstack(read.rename(lambda header: f"read.{header}"))
        joined = pl.concat_str(pl.all(), separator="\n", ignore_nulls=True)
        return rows.select("row_id").hstack(cells.select(text=without_accents(joined)))

    def _lines(self, row_ids: pl.Series, kind: str) -> Iterator[dict[str, Any]]:
        """Yield a line a row, in the order given."""
        asked = pl.DataFrame({"row_id": row_ids})
        rows = asked.join(self.run.cleaned.rows, on="row_id", how="left", maintain_order="left")
        fields = [column.field for column in self.columns if column.field != REMARK]
        people = set(asked.join(self.run.cleaned.who, on="row_id", how="semi").get_column("row_id"))
        marks = self._marks(asked, kind)
        remarks = {**self._reasons(rows), **(self._tidyings(asked) if kind == TIDIED else {})}
        for row in rows.select("row_id", *fields).iter_rows(named=True):
            row_id = row["row_id"]
            about = marks.get(row_id, [])
            cells = {name: _in_words(row[name]) for name in fields}
            said = _asked_in_words(about[0]) if about and kind != TIDIED else remarks.get(row_id, "")
            yield {
                "row_id": row_id,
                "cells": {**cells, REMARK: said},
                "marks": [] if kind == TIDIED else about,
                "fixed": row_id not in people,
            }

    def _marks(self, asked: pl.DataFrame, kind: str) -> dict[int, list[dict[str, Any]]]:
        """Get what is asked about each row, those of the kind that is shown first."""
        first = self.run.questions.join(asked, on="row_id", how="semi").select(_MARK)
        marks: dict[int, list[dict[str, Any]]] = {}
        for mark in first.sort(pl.col("kind") != kind, maintain_order=True).iter_rows(named=True):
            marks.setdefault(mark.pop("row_id"), []).append(mark)
        return marks

    def _reasons(self, rows: pl.DataFrame) -> dict[int, str]:
        """Get why each row is combined, left out or not people, in words."""
        there = dict(self.run.cleaned.rows.select("row_id", "source_row").rows())
        told = rows.select("row_id", "combined_into", reason_in_words()).drop_nulls("reason").rows()
        return {
            row_id: text("review.combined_into", row=there[into], reason=reason) if into is not None else reason
            for row_id, into, reason in told
        }

    def _tidyings(self, asked: pl.DataFrame) -> dict[int, str]:
        """Get what was tidied in each row: `NOVAK → Novak`."""
        cell = pl.format("{} → {}", pl.col("before").fill_null("–"), pl.col("after").fill_null("–"))
        here = self._tidied.join(asked, on="row_id", how="semi").with_columns(cell=cell)
        return dict(here.group_by("row_id", maintain_order=True).agg(pl.col("cell").str.join(", ")).rows())


def _in_words(cell: str | int | None) -> str:
    return f"{cell:,}" if isinstance(cell, int) else cell or ""


def _asked_in_words(mark: dict[str, Any]) -> str:
    """Get what is asked, as short as a cell is: the cell that is suggested, or the kind of question."""
    suggestion: str | None = mark["suggestion"]
    return text("review.suggested", suggestion=suggestion) if suggestion else mark["kind"]
