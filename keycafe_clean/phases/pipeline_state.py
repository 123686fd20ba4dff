"""What passes from phase to phase, and what a run is given beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

import polars as pl

from keycafe_clean.columns.doubts import Doubt
from keycafe_clean.decide.resolution import with_known_partners
from keycafe_clean.decide.setup import Setup
from keycafe_clean.events import altered_cells, no_events
from keycafe_clean.findings import no_findings
from keycafe_clean.match.doubted import no_doubts
from keycafe_clean.match.known_doubts import value_of
from keycafe_clean.steps.frame_columns import text_columns


@dataclass(frozen=True)
class PipelineState:
    """The people so far: their rows (`frame_schema.FRAME`), what happened, what was found, and possible duplicates.

    `doubted` are the pairs that only a cell of evidence keeps from being one person (`match.match_and_doubt()`), the
    rows that are kept in place of those combined. `events` and `findings` only grow. `who` is `who.identities()`,
    settled once the cells are tidy; `pairs` is `suggest_duplicates()` of the rows that may go in, None before they were
    looked for; `in_doubt` are columns that may be ours, `unjoined` the rows that found nothing in a file that was
    joined (`phases.joining.unjoined_rows()`).
    """

    rows: pl.DataFrame
    events: pl.DataFrame = field(default_factory=no_events)
    findings: pl.DataFrame = field(default_factory=no_findings)
    who: pl.DataFrame = field(default_factory=pl.DataFrame)
    pairs: pl.DataFrame | None = None
    doubted: pl.DataFrame = field(default_factory=no_doubts)
    in_doubt: tuple[Doubt, ...] = ()
    unjoined: pl.DataFrame = field(default_factory=pl.DataFrame)

    @classmethod
    def of(cls, rows: pl.DataFrame) -> Self:
        """Get the state of a mapped frame, before anything was done to it."""
        blank = pl.lit(None, pl.String)
        return cls(rows.with_columns(combined_into=pl.lit(None, pl.UInt32), left_out_reason=blank))

    def after(self, rows: pl.DataFrame, step: str, causes: pl.DataFrame | None = None) -> Self:
        """Get the state with these rows; every cell that differs is an event of the step.

        `causes` has a cause and an other_row_id for some cells (row_id, column), one of them or both.
        """
        events = pl.concat([no_events(), *altered_cells(self.rows, rows, step, text_columns(self.rows))])
        if causes is not None:
            said = [name for name in ("cause", "other_row_id") if name in causes.columns]
            events = events.drop(said).join(causes, on=["row_id", "column"], how="left", maintain_order="left")
        return replace(self, rows=rows).happened(events)

    def happened(self, *events: pl.DataFrame) -> Self:
        """Get the state with more events."""
        return replace(self, events=pl.concat([self.events, *(each.select(self.events.columns) for each in events)]))

    def found(self, *findings: pl.DataFrame) -> Self:
        """Get the state with more findings."""
        return replace(self, findings=pl.concat([self.findings, *findings]))

    @property
    def in_play(self) -> pl.DataFrame:
        """Get the rows that may still go into a file: neither combined nor left out."""
        return self.rows.filter(pl.col("combined_into").is_null() & pl.col("left_out_reason").is_null())

    @property
    def findings_in_play(self) -> pl.DataFrame:
        """Get the findings less the fixes and questions about rows whose answer could not change a file."""
        matters = pl.col("row_id").is_null() | pl.col("row_id").is_in(self.in_play.get_column("row_id").implode())
        return self.findings.filter((pl.col("severity") == "note") | matters)

    @property
    def waits(self) -> pl.Series:
        """Get the row_id of every row with an open fix or question."""
        opened = self.findings.filter(pl.col("severity") != "note", pl.col("row_id").is_not_null())
        return opened.get_column("row_id").unique()


@dataclass(frozen=True)
class Before:
    """What is known of the people before a run: who is in Keycafe, and what earlier runs left open; None: nothing is.

    All but `known` are about rows of the export.
    """

    #: who is in Keycafe already (`match.known.KNOWN`, perhaps `BESIDE`)
    known: pl.DataFrame | None = None
    #: whom Keycafe refused (`phases.checking.REFUSED`): sent as they were, they would be again
    refused: pl.DataFrame | None = None
    #: pairs of rows (`left_row_id`, `right_row_id`) that a run before has asked about, and nobody has answered
    asked: pl.DataFrame | None = None
    #: rows that a run before has asked about as perhaps in Keycafe (`match.doubted_before.DOUBTED`), unanswered
    doubted: pl.DataFrame | None = None
    #: who had left by an earlier export (`phases.left_before.LEFT_BEFORE`)
    left: pl.DataFrame | None = None
    #: the rows (UInt32) that have something of whoever was erased on request
    erased: pl.Series | None = None

    def without_empty_list(self) -> Self:
        """Get the same without a list of known people that names nobody: nobody need be looked for in it."""
        named, doubted = (frame is not None and not frame.is_empty() for frame in (self.known, self.doubted))
        return self if named or doubted else replace(self, known=None)


@dataclass(frozen=True)
class RunContext:
    """What `decide()` is given beside the prepared rows; `resolved` is `resolution.resolve_decisions()`."""

    setup: Setup
    resolved: pl.DataFrame
    today: date
    before: Before = field(default_factory=Before)
    pairs: pl.DataFrame | None = None

    @property
    def decided(self) -> pl.DataFrame:
        """Get `resolved`, and of whoever is no row whether they are in Keycafe (`resolution.with_known_partners()`)."""
        known = self.before.known
        return (
            self.resolved
            if known is None
            else with_known_partners(self.resolved, known.select(value_of(known)).to_series())
        )


#: A phase that no decision and no day can change.
PreparePhase = Callable[[PipelineState, Setup], PipelineState]

#: A phase that depends on what was decided, on the day, or on who is in Keycafe already.
DecidePhase = Callable[[PipelineState, RunContext], PipelineState]
