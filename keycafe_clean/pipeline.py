"""An export becomes people: every row read gets one outcome, every change is listed, every doubt is a finding.

`clean()` is one pure function in two parts: no state, no disk, no clock. `prepare()` does what no decision and no day
can change, `decide()` all the rest. The order of the phases is part of what they promise.
"""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import list_changes
from keycafe_clean.columns import complete_setup, map_columns
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.edits import unresolved_decisions, without_answered
from keycafe_clean.decide.resolution import resolve_decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import WrongCall, expect
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import said_once, where_both_wait
from keycafe_clean.match.known import KNOWN
from keycafe_clean.match.possible import POSSIBLE
from keycafe_clean.outcome_reasons import REASON
from keycafe_clean.outcomes import OUTCOMES, assert_equation, with_outcomes, with_reasons
from keycafe_clean.phases.checking import ask_duplicates, check_file, suppress_mail, validate_rows
from keycafe_clean.phases.deciding import choose_users, combine_certain, edit, judge_employment, leave_out
from keycafe_clean.phases.pipeline_state import DecidePhase, PipelineState, PreparePhase, RunContext
from keycafe_clean.phases.preparing import identify, read_rule_days, read_states, replace_values, tidy
from keycafe_clean.phases.unused_settings import note_unused, note_unused_corrections

#: What no decision and no day can change, in its order.
PREPARE: tuple[PreparePhase, ...] = (
    tidy,
    identify,
    note_unused_corrections,
    replace_values,
    read_states,
    read_rule_days,
    note_unused,
)

#: All the rest, in its order; each order gives another result.
DECIDE: tuple[DecidePhase, ...] = (
    edit,
    judge_employment,
    combine_certain,
    leave_out,
    choose_users,
    validate_rows,
    suppress_mail,
    check_file,
    ask_duplicates,
)

#: The columns of `Cleaned.rows`.
ROWS = ("row_id", "file", "source_row", *IMPORT_COLUMNS, "user_type", "outcome", "combined_into", *REASON)


@dataclass(frozen=True)
class Prepared:
    """What of a run depends on neither decisions nor the day: kept, an edit pays for `decide()` alone.

    `mapped` has every row read (`frame_schema.FRAME`), `state` the people among them; `setup` is the one given, with
    what was suggested for headers that it does not know.
    """

    export: Export
    setup: Setup
    mapped: pl.DataFrame
    state: PipelineState


@dataclass(frozen=True)
class Cleaned:
    """What became of an export.

    `rows` has every row read, once, in order: row_id, file, source_row, the import columns, user_type, `outcome`
    (ready, waiting, combined, left_out, not_people), combined_into (the row that is kept), and why it is combined, left
    out or not people: `reason` (a code), reason_column, reason_value; in words by `outcome_reasons.reason_in_words()`.
    `findings` and `changes` are as in `findings.FINDINGS` and `changes.CHANGES`. `setup` is the one given, with what
    was suggested for headers that it does not know.
    """

    rows: pl.DataFrame
    findings: pl.DataFrame
    changes: pl.DataFrame
    #: everything that happened to a row (`events.EVENTS`)
    events: pl.DataFrame
    #: who each row is, as decisions name them (`who.identities()`)
    who: pl.DataFrame
    #: the cells of the people as they were read: row_id, `raw.<import column>`
    raw: pl.DataFrame
    #: possible duplicates (`match.suggest_duplicates()`), for the next `decide()` where no identity changes
    pairs: pl.DataFrame
    export: Export
    setup: Setup
    decisions: Decisions
    today: date

    @property
    def counts(self) -> dict[str, int]:
        """Count the rows: `rows_read`, then each outcome; rows_read is the sum of the others."""
        by_outcome = dict(self.rows.group_by("outcome").len().rows())
        return {"rows_read": self.rows.height, **{outcome: by_outcome.get(outcome, 0) for outcome in OUTCOMES}}

    def users(self, user_type: str) -> int:
        """Count the ready rows of `full_user` or `smartbox_user`."""
        ready = self.rows.filter(pl.col("outcome") == "ready")
        return int((ready.get_column("user_type") == user_type).sum())

    def cell_as_read(self, row_id: int, column: str) -> str | None:
        """Get the cell of an import column as it was read; null where it was blank, or nothing is mapped to it."""
        cell: str | None = self.raw.filter(pl.col("row_id") == row_id).item(0, f"raw.{column}")
        return cell

    def cells_as_read(self, row_ids: pl.Series) -> pl.DataFrame:
        """Get the mapped cells of these rows under their own headers, as they were read; unused columns stay out."""
        cells = pl.concat(map(self._used_cells, self.export.sources), how="diagonal")
        return (
            pl.DataFrame({"row_id": row_ids}).join(cells, on="row_id", how="left", maintain_order="left").drop("row_id")
        )

    def _used_cells(self, source: Source) -> pl.DataFrame:
        """Get the cells that the source itself has mapped: what another file uses may be private here."""
        used = used_headers(self.setup.columns_for(source.headers))
        return source.rows.select("row_id").hstack(source.cells.select(h for h in source.headers if h in used))


def clean(  # noqa: PLR0913 - everything that a run depends on, since it knows no state
    export: Export,
    setup: Setup | None = None,
    decisions: Decisions | None = None,
    *,
    today: date,
    known: pl.DataFrame | None = None,
    pairs: pl.DataFrame | None = None,
) -> Cleaned:
    """Get one outcome for every row read, with every change and every doubt: `prepare()`, then `decide()`.

    Args:
        export: what was read.
        setup: columns, rules, defaults; columns of headers that it does not know are suggested.
        decisions: edits and answers about people.
        today: the day of the run; statuses and dates are judged by it.
        known: who is already in Keycafe (`match.known.KNOWN`, perhaps `BESIDE`); they are left out, or asked about.
        pairs: possible duplicates computed before (`Cleaned.pairs`); None computes them, an empty frame means none.

    Raises MissingColumn where the export has no column for names or addresses.
    """
    return decide(prepare(export, setup), decisions, today=today, known=known, pairs=pairs)


def prepare(export: Export, setup: Setup | None = None) -> Prepared:
    """Get the export mapped and tidied, everybody identified, and what the cells say of employment.

    Raises MissingColumn where the export has no column for names or addresses.
    """
    expect(
        export, Export, "clean() takes what read_export() gives", 'clean(read_export("hr.xlsx"), today=date.today())'
    )
    setup = setup or Setup()
    expect(setup, Setup, "setup takes a Setup", 'setup=Setup.read("setup.toml")')
    completed, asked = complete_setup(setup, export)
    mapped = map_columns(export, completed)
    state = PipelineState.of(mapped.filter(pl.col("not_people").is_null()))
    state = state.found(asked, *(source.findings for source in export.sources))
    for phase in PREPARE:
        state = phase(state, completed)
    return Prepared(export, completed, mapped, state)


def decide(
    prepared: Prepared,
    decisions: Decisions | None = None,
    *,
    today: date,
    known: pl.DataFrame | None = None,
    pairs: pl.DataFrame | None = None,
) -> Cleaned:
    """Get what becomes of prepared rows by these decisions on this day. The arguments are those of `clean()`."""
    decisions = decisions or Decisions()
    _expect_arguments(decisions, today, known)
    resolved = resolve_decisions(decisions, prepared.state.who)
    context = RunContext(prepared.setup, resolved, today, known, pairs)
    state = prepared.state
    for phase in DECIDE:
        state = phase(state, context)
    return _cleaned(prepared, state, decisions, context)


def _expect_arguments(decisions: Decisions, today: date, known: pl.DataFrame | None) -> None:
    expect(decisions, Decisions, "decisions takes Decisions", 'decisions=Decisions.read("decisions.csv")')
    expect(today, date, "today takes a date", "today=date(2026, 11, 3)")
    if known is None:
        return
    instead = 'known=known_people(read_export("known.csv"))'
    expect(known, pl.DataFrame, "known takes the frame of known_people()", instead)
    if missing := [column for column in KNOWN if column not in known.columns]:
        raise WrongCall(f"known has no column '{missing[0]}'. Write {instead}.")


def _cleaned(prepared: Prepared, state: PipelineState, decisions: Decisions, context: RunContext) -> Cleaned:
    """Put the people beside the rows that are none, and give every row its outcome."""
    answered = where_both_wait(said_once(without_answered(state.findings_in_play, context.resolved, state.rows)))
    state = replace(state, findings=answered).found(unresolved_decisions(context.resolved))
    not_people = prepared.mapped.filter(pl.col("not_people").is_not_null())
    rows = pl.concat([state.rows, not_people], how="diagonal").sort("row_id")
    rows = with_reasons(with_outcomes(rows, state.waits), state.events)
    assert_equation(rows, prepared.mapped.get_column("row_id"))
    return Cleaned(
        rows=rows.select(ROWS),
        findings=state.findings.sort("row_id", maintain_order=True, nulls_last=False),
        changes=list_changes(state.rows, state.events),
        events=state.events,
        who=state.who,
        raw=state.rows.select("row_id", pl.selectors.starts_with("raw.")),
        pairs=POSSIBLE.to_frame() if state.pairs is None else state.pairs,
        export=prepared.export,
        setup=prepared.setup,
        decisions=decisions,
        today=context.today,
    )
