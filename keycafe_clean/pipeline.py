"""An export becomes people: every row read gets one outcome, every change is listed, every doubt is a finding.

`clean()` is one pure function in two parts: it keeps no state, and asks neither disk nor clock. `prepare()` does what
depends on the export and the set-up alone, `decide()` what also depends on decisions, on the day and on who is in
Keycafe already. Phases run in the order of their tuples, and another order gives another result.
"""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import list_changes
from keycafe_clean.columns import map_columns
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.edits import fates, unresolved_decisions, without_answered
from keycafe_clean.decide.resolution import resolve_decisions
from keycafe_clean.decide.setup import Setup
from keycafe_clean.errors import WrongCall, expect
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import notes_of_ready, said_once, where_both_wait
from keycafe_clean.join import may_belong_together, refuse_forgotten
from keycafe_clean.match.identity_keys import cell_of, present_start
from keycafe_clean.match.known import KNOWN
from keycafe_clean.match.possible import POSSIBLE
from keycafe_clean.outcome_reasons import REASON
from keycafe_clean.outcomes import OUTCOMES, assert_equation, with_outcomes, with_reasons
from keycafe_clean.phases.checking import ask_duplicates, ask_refused, check_file, suppress_mail, validate_rows
from keycafe_clean.phases.deciding import choose_users, combine_certain, edit, judge_employment, leave_out
from keycafe_clean.phases.doubting import ask_about_private_addresses, weigh_doubts
from keycafe_clean.phases.erased_before import ask_about_erased_people
from keycafe_clean.phases.joining import ask_about_joined, completed_setup, joined_cells, unjoined_rows
from keycafe_clean.phases.leaving import ask_about_leavers
from keycafe_clean.phases.left_before import ask_about_former_leavers
from keycafe_clean.phases.pipeline_state import Before, DecidePhase, PipelineState, PreparePhase, RunContext
from keycafe_clean.phases.preparing import identify, read_rule_days, read_states, replace_values, tidy
from keycafe_clean.phases.units import ask_about_posts, ask_about_units
from keycafe_clean.phases.unused_settings import note_unused, note_unused_corrections

#: The phases of `prepare()`, in their order: each (state, setup) -> state.
PREPARE: tuple[PreparePhase, ...] = (
    tidy,
    identify,
    note_unused_corrections,
    replace_values,
    read_states,
    read_rule_days,
    note_unused,
)

#: The phases of `decide()`, in their order: each (state, context) -> state. Another order gives another result.
DECIDE: tuple[DecidePhase, ...] = (
    edit,
    judge_employment,
    combine_certain,
    leave_out,
    weigh_doubts,
    ask_about_leavers,
    ask_about_former_leavers,
    ask_about_erased_people,
    ask_about_units,
    ask_about_posts,
    ask_about_private_addresses,
    ask_about_joined,
    choose_users,
    validate_rows,
    suppress_mail,
    check_file,
    ask_refused,
    ask_duplicates,
)

#: The columns of `Cleaned.rows`, in their order. `REASON` is reason, reason_column and reason_value.
ROWS = ("row_id", "file", "source_row", *IMPORT_COLUMNS, "user_type", "outcome", "combined_into", *REASON)


@dataclass(frozen=True)
class Prepared:
    """The part of a run that depends on neither decisions nor the day.

    Whoever keeps it can call `decide()` again and again, after each edit, without reading or tidying anything twice.
    `mapped` has every row read, in order, with the columns that `frame_schema.FRAME` declares for `map_columns`;
    `state` has the people among them, tidied, and what was found so far. `setup` is the one given, with what was
    suggested for headers that it does not know.
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
    The reason is null for a row that is ready or waits. `findings` has every broken rule, question and note, a line
    each (columns: `findings.FINDINGS`), `changes` every altered cell (columns: `changes.CHANGES`). `setup` is the one
    given, with what was suggested for headers that it does not know.
    """

    rows: pl.DataFrame
    findings: pl.DataFrame
    changes: pl.DataFrame
    #: the log of everything that happened to a row, a line an event (columns: `events.EVENTS`)
    events: pl.DataFrame
    #: a line a person's row with the cells by which decisions and edits find it (columns: `who.identities()`)
    who: pl.DataFrame
    #: the cells of the people as they were read: row_id, `raw.<import column>`
    raw: pl.DataFrame
    #: where the people work, and from when to when: row_id, `department`, `location` (text), `start_date`, `last_day`
    #: (Date), `employment` (active, inactive, leave, future, unknown); null: not known
    work: pl.DataFrame
    #: what became of each decision (columns: `edits.fates()`)
    fates: pl.DataFrame
    #: possible duplicates (`match.suggest_duplicates()`), to hand to the next `decide()` if no name, address or number
    #: is edited in between: finding them is most of its time
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
        """Count the ready rows of `full_user` or `smartbox_user`; 0 for any other type."""
        ready = self.rows.filter(pl.col("outcome") == "ready")
        return int((ready.get_column("user_type") == user_type).sum())

    def cell_as_read(self, row_id: int, column: str) -> str | None:
        """Get the cell of an import column as it was read; null where it was blank, or nothing is mapped to it.

        `row_id` is a person's; IndexError: the row is none, or not there.
        """
        cell: str | None = self.raw.filter(pl.col("row_id") == row_id).item(0, f"raw.{column}")
        return cell

    def cells_as_read(self, row_ids: pl.Series) -> pl.DataFrame:
        """Get the mapped cells of these rows under their own headers, as they were read; unused columns stay out.

        A line a row_id, in the order given. A null cell was blank, or its file lacks that header.
        """
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

    Raises:
        MissingColumn: a file has no column for anybody's name or address.
        SetupError: the set-up speaks of a column that no file has, or joins a file that was not given.
        WrongCall: `export`, `setup`, `decisions`, `today` or `known` is of another kind, or `known` lacks a column.
    """
    return decide(prepare(export, setup), decisions, today=today, before=Before(known), pairs=pairs)


def prepare(export: Export, setup: Setup | None = None) -> Prepared:
    """Get the export with our columns and tidied cells, who each row is, and what its cells say of employment.

    Headers that `setup` does not know get the columns that are suggested for them; None is an empty set-up.

    Raises:
        MissingColumn: a file has no column for anybody's name or address.
        SetupError: the set-up speaks of a column that no file has, or joins a file that was not given.
        WrongCall: `export` is no Export, or `setup` no Setup.
    """
    expect(
        export, Export, "clean() takes what read_export() gives", 'clean(read_export("hr.xlsx"), today=date.today())'
    )
    setup = setup or Setup()
    expect(setup, Setup, "setup takes a Setup", 'setup=Setup.read("setup.toml")')
    refuse_forgotten(export, setup)
    completed, asked, in_doubt = completed_setup(setup, export)
    mapped = map_columns(export, completed)
    people, unjoined = mapped.filter(pl.col("not_people").is_null()), unjoined_rows(export, completed)
    state = replace(PipelineState.of(people), in_doubt=in_doubt, unjoined=unjoined)
    state = state.happened(joined_cells(export, completed, people))
    state = state.found(asked, *(source.findings for source in export.sources), may_belong_together(export, setup))
    of_export = _of_export(completed, export)
    for phase in PREPARE:
        state = phase(state, of_export)
    return Prepared(export, completed, mapped, state)


def _of_export(setup: Setup, export: Export) -> Setup:
    return setup.of_files(source.headers for source in export.sources)


def decide(
    prepared: Prepared,
    decisions: Decisions | None = None,
    *,
    today: date,
    before: Before | None = None,
    pairs: pl.DataFrame | None = None,
) -> Cleaned:
    """Get what becomes of prepared rows by these decisions on this day; `pairs` are those of `clean()`.

    `before` is what was known of the people before. Whoever was refused waits, for they would be again; so does
    whoever was asked about and not answered, and whoever had left, unless this export says that they work here. The
    same arguments give the same result; `prepared` is not altered, and can be decided about again. None: nothing is
    decided, nobody is known, the pairs are computed. WrongCall: `decisions`, `today` or the known people are of another
    kind, or those lack a column.
    """
    decisions, before = decisions or Decisions(), before or Before()
    _expect_arguments(decisions, today, before.known)
    resolved = resolve_decisions(decisions, prepared.state.who)
    context = RunContext(
        _of_export(prepared.setup, prepared.export), resolved, today, before.without_empty_list(), pairs
    )
    state = prepared.state
    for phase in DECIDE:
        state = phase(state, context)
    return _cleaned(prepared, state, decisions, context)


def _expect_arguments(decisions: Decisions, today: date, known: pl.DataFrame | None) -> None:
    expect(decisions, Decisions, "decisions takes Decisions", 'decisions=Decisions.read("decisions.csv")')
    expect(today, date, "today takes a date", "today=date(2026, 11, 3)")
    if known is None:
        return
    instead = 'known=keycafe_clean.known.lists.known_people("known.csv")'
    expect(known, pl.DataFrame, "known takes the frame of known_people()", instead)
    if missing := [column for column in KNOWN if column not in known.columns]:
        raise WrongCall(f"known has no column '{missing[0]}'. Write {instead}.")


def _cleaned(prepared: Prepared, state: PipelineState, decisions: Decisions, context: RunContext) -> Cleaned:
    """Put the people beside the rows that are none, and give every row its outcome."""
    open_ones = said_once(without_answered(state.findings_in_play, context.resolved, state.rows))
    answered = notes_of_ready(where_both_wait(open_ones))
    decided = context.decided
    state = replace(state, findings=answered).found(unresolved_decisions(decided))
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
        work=state.rows.select(
            "row_id",
            *(cell_of(state.rows, name).alias(name) for name in ("department", "location")),
            start_date=present_start(state.rows),
            last_day=cell_of(state.rows, "day.exit_date", pl.Date()),
            employment=cell_of(state.rows, "employment"),
        ),
        fates=fates(decided, state.rows),
        pairs=POSSIBLE.to_frame() if state.pairs is None else state.pairs,
        export=prepared.export,
        setup=prepared.setup,
        decisions=decisions,
        today=context.today,
    )
