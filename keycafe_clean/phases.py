"""The phases of `clean()`, each `(People, Run) -> People`: every row of the people stays, in order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

import polars as pl

from keycafe_clean.article.file_rules import check_whole_file
from keycafe_clean.article.rules import break_rules
from keycafe_clean.article.validate import validate
from keycafe_clean.changes import TOUCHED, apply_steps, touched_cells
from keycafe_clean.decide.conditions import holds
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.edits import answered_pairs, apply_edits, left_out_by_hand, rows_to_keep
from keycafe_clean.decide.known import already_in_keycafe, partners_in_keycafe, possibly_known
from keycafe_clean.decide.setup import Setup
from keycafe_clean.decide.value_rules import apply_value_rules
from keycafe_clean.decide.who import identities
from keycafe_clean.findings import no_findings
from keycafe_clean.match import (
    combine,
    contradictions,
    crowded_values,
    match_certain,
    possible_duplicates,
    shared_addresses,
    suggest_duplicates,
    without_pairs,
)
from keycafe_clean.steps import RULES, STEPS, EmploymentAnswers, employment, employment_questions
from keycafe_clean.steps.dates import is_day_first, read_dates
from keycafe_clean.steps.user_type import choose_user_type, name_user_type, set_flags, suppress_welcome_email

#: Why somebody is left out whom Keycafe has already.
IN_KEYCAFE = "already in Keycafe"

#: employment -> whether the active row of a person is this one; an unknown status is null
_IS_ACTIVE = {"active": True, "leave": True, "future": True, "inactive": False}


@dataclass(frozen=True)
class Run:
    """What a run is given beside the rows."""

    setup: Setup
    decisions: Decisions
    today: date
    known: pl.DataFrame | None
    possible: pl.DataFrame | None


@dataclass(frozen=True)
class People:
    """The people so far: their rows, who they are, which step touched which cell, and what was found."""

    rows: pl.DataFrame
    who: pl.DataFrame
    touched: pl.DataFrame
    findings: pl.DataFrame

    @classmethod
    def of(cls, rows: pl.DataFrame) -> Self:
        """Get the people of a mapped frame, before anything was done to them."""
        unmarked = rows.with_columns(combined_into=pl.lit(None, pl.UInt32), left_out_reason=pl.lit(None, pl.String))
        return cls(unmarked, rows.select("row_id"), TOUCHED.to_frame(), no_findings())

    def after(self, rows: pl.DataFrame, rule: str) -> Self:
        """Get the people with these rows; what differs is stamped with the rule."""
        parts = [self.touched, *touched_cells(self.rows, rows, rule)]
        return replace(self, rows=rows, touched=pl.concat(parts))

    def found(self, *findings: pl.DataFrame) -> Self:
        """Get the people with more findings."""
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


#: What clean() does to people, in its order: each order gives another result.
Phase = Callable[[People, Run], People]


def tidy(people: People, run: Run) -> People:
    """Tidy every cell, and settle who everybody is: decisions are about people as they stand before any edit."""
    del run
    rows, touched = apply_steps(people.rows, STEPS)
    who = identities(match_certain(rows))
    return replace(people, rows=rows, who=who, touched=pl.concat([people.touched, touched]))


def replace_values(people: People, run: Run) -> People:
    """Apply the value rules of the set-up: what one cell was corrected to, in all cells like it."""
    return people.after(apply_value_rules(people.rows, run.setup.replace), "replace_values")


def edit(people: People, run: Run) -> People:
    """Apply the edits, each guarded by the raw cell that it saw; an edited cell is not tidied again."""
    rows, findings = apply_edits(people.rows, run.decisions, people.who)
    return people.after(rows, "edit").found(findings)


def judge_employment(people: People, run: Run) -> People:
    """Say of every row whether the person works here today: `employment`, `employment_reason`, `is_active`."""
    answers = EmploymentAnswers(run.setup.status_words, run.setup.day_first, _headers(run.setup))
    rows = employment(people.rows, run.today, answers)
    is_active = pl.col("employment").replace_strict(_IS_ACTIVE, default=None, return_dtype=pl.Boolean)
    judged = replace(people, rows=rows.with_columns(is_active=is_active))
    return judged.found(employment_questions(people.rows, run.today, answers))


def combine_certain(people: People, run: Run) -> People:
    """Combine certain duplicates, answers first, and fill the blanks of the row that is kept."""
    same = answered_pairs(run.decisions, people.who, "same_person")
    different = answered_pairs(run.decisions, people.who, "two_people")
    matched = match_certain(people.rows, same, different)
    chosen = rows_to_keep(run.decisions, people.who).implode()
    matched = matched.with_columns(is_chosen=pl.col("row_id").is_in(chosen))
    rows = combine(matched.drop("combined_into")).rename({"reason": "combined_reason"})
    return people.after(rows, "fill_from_combined").found(contradictions(matched))


def read_rule_dates(people: People, run: Run) -> People:
    """Add `day.<header>` (Date) for every column that a rule of the set-up compares with a day."""
    columns = {rule.column for rule in run.setup.rule if rule.before or rule.after}
    days = [_days(people.rows.get_column(f"source.{column}"), run).alias(f"day.{column}") for column in sorted(columns)]
    return replace(people, rows=people.rows.with_columns(days))


def leave_out(people: People, run: Run) -> People:
    """Say why a kept row is left out: by hand, by a rule of the set-up, by its employment, or as already in Keycafe."""
    by_hand = left_out_by_hand(run.decisions, people.who)
    ruled = [pl.when(holds(rule)).then(pl.lit(rule.in_words())) for rule in run.setup.rule if rule.then == "leave_out"]
    reason = pl.coalesce(
        pl.when(pl.col("row_id").is_in(by_hand.implode())).then(pl.lit("left out by hand")),
        *ruled,
        _employment_reason(run.setup),
        pl.when(pl.col("row_id").is_in(_known_rows(people.rows, run).implode())).then(pl.lit(IN_KEYCAFE)),
    )
    return replace(people, rows=people.rows.with_columns(left_out_reason=reason))


def choose_users(people: People, run: Run) -> People:
    """Choose the user type of every row, and set its flags."""
    typed = people.after(choose_user_type(people.rows, run.setup), "choose_user_type")
    flagged = typed.after(set_flags(typed.rows, run.setup), "set_flags")
    return replace(flagged, rows=name_user_type(flagged.rows))


def validate_rows(people: People, run: Run) -> People:
    """Find what waits in a row: the cell rules, then the article's."""
    del run
    rows = people.in_play
    return people.found(break_rules(rows, RULES), validate(rows))


def suppress_mail(people: People, run: Run) -> People:
    """Ask for no welcome mail without an address; what was asked for is noted before."""
    del run
    return people.after(suppress_welcome_email(people.rows), "suppress_welcome_email")


def check_file(people: People, run: Run) -> People:
    """Find what no single row can break: a shared address asks about all but one; what is left must be unique."""
    del run
    asked = people.found(shared_addresses(people.in_play), crowded_values(people.in_play))
    ready = asked.in_play.filter(~pl.col("row_id").is_in(asked.waits.implode()))
    return asked.found(check_whole_file(ready))


def ask_duplicates(people: People, run: Run) -> People:
    """Ask about possible duplicates: the row that would be kept goes on, the others wait.

    Whoever may already be in Keycafe waits. A pair that shares an address is asked about once, by its address.
    """
    partners = _partners(people, run)
    rows = people.in_play
    different = answered_pairs(run.decisions, people.who, "two_people")
    everybody = pl.concat([rows, partners], how="diagonal")
    pairs = suggest_duplicates(everybody, different=different) if run.possible is None else run.possible
    known = possibly_known(pairs, partners)
    open_rows = rows.filter(~pl.col("row_id").is_in(known.get_column("row_id").implode()))
    unasked = _without_shared(_within(pairs, open_rows), people.findings)
    return people.found(known, possible_duplicates(open_rows, unasked))


def _without_shared(pairs: pl.DataFrame, findings: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs that do not share an address: asked twice, each row would wait for the other one."""
    asked = findings.filter(pl.col("code") == "shared_address")
    return without_pairs(pairs, asked.select(left_row_id="row_id", right_row_id="other_row_id"))


def _within(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    here = rows.get_column("row_id").implode()
    return pairs.filter(pl.col("left_row_id").is_in(here) & pl.col("right_row_id").is_in(here))


def _partners(people: People, run: Run) -> pl.DataFrame:
    """Get who is in Keycafe already, as rows: none where nobody is known."""
    if run.known is None:
        return people.rows.clear()
    left_out = people.rows.filter(pl.col("left_out_reason") == IN_KEYCAFE).get_column("row_id")
    return partners_in_keycafe(people.rows, left_out, run.known)


def _days(cells: pl.Series, run: Run) -> pl.Series:
    told = is_day_first(cells)
    return read_dates(cells, run.today, day_first=True if told is None else told)


def _headers(setup: Setup) -> dict[str, str]:
    """Map the columns of employment to the headers that people know; of several sources the first counts."""
    named: dict[str, str] = {}
    for source in setup.source:
        for column, headers in source.columns.items():
            for number, header in enumerate(headers, 1):
                named.setdefault(column, header)
                named.setdefault(f"{column}_{number}", header)
    return named


def _known_rows(rows: pl.DataFrame, run: Run) -> pl.Series:
    if run.known is None:
        return pl.Series(dtype=pl.UInt32)
    return already_in_keycafe(rows, run.known)


def _employment_reason(setup: Setup) -> pl.Expr:
    """Yield why somebody is left out by employment, as the set-up says of leave and of later starters."""
    out = ["inactive"]
    if setup.leave_out_starters:
        out.append("future")
    if not setup.include_on_leave:
        out.append("leave")
    return pl.when(pl.col("employment").is_in(out)).then("employment_reason")
