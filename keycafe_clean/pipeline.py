"""An export becomes people: every row read gets one outcome, every change is listed, every doubt is a finding.

`clean()` is one pure function: no state, no disk, no clock. The order of its phases is part of what it promises.
"""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.changes import apply_steps, list_changes
from keycafe_clean.columns import complete_setup, likeliest, map_columns, suggest_columns
from keycafe_clean.columns.suggest import used_headers
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.edits import unresolved_decisions, without_answered
from keycafe_clean.decide.known import KNOWN
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import said_once
from keycafe_clean.outcomes import OUTCOMES, assert_equation, with_outcomes
from keycafe_clean.phases import (
    People,
    Phase,
    Run,
    ask_duplicates,
    check_file,
    choose_users,
    combine_certain,
    edit,
    judge_employment,
    leave_out,
    read_rule_dates,
    replace_values,
    suppress_mail,
    tidy,
    validate_rows,
)
from keycafe_clean.steps import STEPS

#: The order in which an export becomes people; each order gives another result.
PHASES: tuple[Phase, ...] = (
    tidy,
    replace_values,
    edit,
    judge_employment,
    combine_certain,
    read_rule_dates,
    leave_out,
    choose_users,
    validate_rows,
    suppress_mail,
    check_file,
    ask_duplicates,
)

#: The columns of `Cleaned.rows`.
ROWS = ("row_id", "file", "source_row", *IMPORT_COLUMNS, "user_type", "outcome", "combined_into", "reason")


@dataclass(frozen=True)
class Cleaned:
    """What became of an export.

    `rows` has every row read, once, in order: row_id, file, source_row, the import columns, user_type, `outcome`
    (ready, waiting, combined, left_out, not_people), combined_into (the row that is kept), reason (why combined, left
    out or not people). `findings` and `changes` are as in `findings.FINDINGS` and `changes.CHANGES`. `setup` is the
    one given, with what was suggested for headers that it does not know.
    """

    rows: pl.DataFrame
    findings: pl.DataFrame
    changes: pl.DataFrame
    #: who each row is, as decisions name them (`who.WHO`)
    who: pl.DataFrame
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
        cell: str | None = self.who.filter(pl.col("row_id") == row_id).item(0, f"raw.{column}")
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
    possible: pl.DataFrame | None = None,
) -> Cleaned:
    """Get one outcome for every row read, with every change and every doubt.

    Args:
        export: what was read.
        setup: columns, rules, defaults; columns of headers that it does not know are suggested.
        decisions: edits and answers about people.
        today: the day of the run; statuses and dates are judged by it.
        known: who is already in Keycafe (`known.KNOWN`); they are left out.
        possible: pairs of `suggest_duplicates()` computed before; None computes them, an empty frame means none.

    Raises MissingColumn where the export has no column for names or addresses.
    """
    run = Run(setup or Setup(), decisions or Decisions(), today, known, possible)
    completed, asked = complete_setup(run.setup, export)
    run = replace(run, setup=completed)
    mapped = map_columns(export, completed)
    people = People.of(mapped.filter(pl.col("not_people").is_null()))
    people = people.found(asked, *(source.findings for source in export.sources))
    for phase in PHASES:
        people = phase(people, run)
    return _cleaned(mapped, people, run, export)


def known_people(export: Export) -> pl.DataFrame:
    """Get the people of a list, tidied, as `clean()` takes them in `known` (`known.KNOWN`).

    A bare list of addresses will do: likely columns are taken here, sure or not. A person of whom neither name nor
    address is known is nobody.
    """
    sources = [SourceSetup(headers=s.headers, columns=likeliest(suggest_columns(s))) for s in export.sources]
    mapped = map_columns(export, Setup(source=tuple(sources))).filter(pl.col("not_people").is_null())
    rows, _ = apply_steps(mapped, STEPS)
    return rows.select(KNOWN).filter(~pl.all_horizontal(pl.all().is_null()))


def _cleaned(mapped: pl.DataFrame, people: People, run: Run, export: Export) -> Cleaned:
    """Put the people beside the rows that are none, and give every row its outcome."""
    answered = said_once(without_answered(people.findings_in_play, run.decisions, people.who))
    people = replace(people, findings=answered).found(unresolved_decisions(run.decisions, people.who))
    not_people = mapped.filter(pl.col("not_people").is_not_null())
    rows = pl.concat([people.rows, not_people], how="diagonal").sort("row_id")
    rows = with_outcomes(rows, people.waits)
    assert_equation(rows, mapped.get_column("row_id"))
    return Cleaned(
        rows=rows.select(ROWS),
        findings=people.findings.sort("row_id", maintain_order=True, nulls_last=False),
        changes=list_changes(people.rows, people.touched),
        who=people.who,
        export=export,
        setup=run.setup,
        decisions=run.decisions,
        today=run.today,
    )
