"""What the analyst can change of who goes in: what the set-up can say of leave, starters, places, words and users.

As in `actions`, nothing raises.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from keycafe_clean.decide.conditions import PeopleRule
from keycafe_clean.decide.setup import Setup
from keycafe_clean.desk.actions import decide
from keycafe_clean.desk.error_boundary import error_boundary
from keycafe_clean.desk.review_rows import DECISIONS
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ChangeCard
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.status import INACTIVE

#: The rule that each change is about: what follows, and by which condition.
_RULES = {"places": ("leave_out", "is_none_of"), "full": ("smartbox_user", "is_one_of")}

#: A column is one to choose by while it has no more than so many different cells.
_MOST_VALUES = 200

#: What can be chosen by most likely, of our columns.
_FIRST = ("location", "department")


@error_boundary
def show_people(state: DeskState, key: str) -> None:
    """Show the rows of a kind of people on the step Check."""
    state.update(rows_kind=key, step="check")


@error_boundary
def open_change(state: DeskState, session: Session, key: str) -> None:
    """Open what can be changed about a line of people (its key), or close it where it is open."""
    line = next((line for line in state.people if line.key == key), None)
    was = state.change.key if state.change else ""
    state.change = None
    if not line or not session.run or was == key:
        return
    if line.change == "known":
        state.shows_known = True
    elif line.change == "decisions":
        state.update(rows_kind=DECISIONS, step="check")
    else:
        state.change = _card(session.run, key, line.change)


@error_boundary
def change_people(state: DeskState, session: Session, said: Mapping[str, Any]) -> None:
    """Take what is said of the change that is open into the set-up, and count the rows again."""
    card = state.change
    if card:
        setup = changed(session.setup, card.change, said)
        state.change = None
        if setup != session.setup:
            decide(state, session, replace(session.timeline.now, setup=setup), text(f"change.{card.change}"))


def changed(setup: Setup, change: str, said: Mapping[str, Any]) -> Setup:
    """Get the set-up with what is said of a change: its own fields, those of its defaults, and a rule by a column."""
    fields = {name: value for name, value in said.items() if name in Setup.model_fields}
    if "status_words" in fields:
        fields["status_words"] = {**setup.status_words, **fields["status_words"]}
    defaults = {name: value for name, value in said.items() if name in type(setup.defaults).model_fields}
    updated = setup.model_copy(update={**fields, "defaults": setup.defaults.model_copy(update=defaults)})
    if change in _RULES and "column" in said:
        return updated.model_copy(update={"rule": _rules(updated, change, said["column"], said["values"])})
    return updated


def _rules(setup: Setup, change: str, column: str, values: tuple[str, ...]) -> tuple[PeopleRule, ...]:
    """Get the rules with the one of a change in its place; without a value there is none."""
    then, condition = _RULES[change]
    before = _rule_of(setup, change)
    others = tuple(rule for rule in setup.rule if rule is not before)
    if not values:
        return others
    rule = PeopleRule.model_validate({"column": column, condition: values, "then": then})
    return tuple(rule if it is before else it for it in setup.rule) if before else (*others, rule)


def _rule_of(setup: Setup, change: str) -> PeopleRule | None:
    """Get the rule that a change is about, if there is one."""
    then, condition = _RULES[change]
    return next((rule for rule in setup.rule if rule.then == then and getattr(rule, condition) is not None), None)


def _card(run: Run, key: str, change: str) -> ChangeCard:
    setup = run.setup
    rule = _rule_of(setup, change) if change in _RULES else None
    now = {"include_on_leave": setup.include_on_leave, "leave_out_starters": setup.leave_out_starters}
    return ChangeCard(
        key=key,
        change=change,
        now={**now, **setup.defaults.model_dump()},
        columns=_columns(run) if change in _RULES else {},
        column=rule.column if rule else "",
        values=(getattr(rule, _RULES[change][1]) or ()) if rule else (),
        words=_words(run) if change == "words" else {},
    )


def _columns(run: Run) -> dict[str, tuple[tuple[str, int], ...]]:
    """Get every header to choose by, likely ones first, with its cells and how many people have each, sorted."""
    people = run.cleaned.who.select("row_id")
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for header in _headers(run):
        cells = [
            source.rows.select("row_id", cell=source.cells.get_column(header).fill_null("").str.strip_chars())
            for source in run.cleaned.export.sources
            if header in source.headers
        ]
        here = pl.concat(cells).join(people, on="row_id", how="semi", maintain_order="left")
        counted = here.group_by(key=pl.col("cell").str.to_lowercase()).agg(pl.col("cell").first(), pl.len())
        if 1 < counted.height <= _MOST_VALUES:
            found[header] = tuple(counted.sort("key").select("cell", "len").rows())
    return found


def _headers(run: Run) -> tuple[str, ...]:
    sources = run.cleaned.export.sources
    columns = [run.cleaned.setup.columns_for(source.headers) for source in sources]
    first = (header for ours in _FIRST for mapped in columns for header in mapped.get(ours, ()))
    return tuple(dict.fromkeys((*first, *(header for source in sources for header in source.headers))))


def _words(run: Run) -> dict[str, str]:
    """Get the words by which somebody is left out as one who has left, with what each is said to mean."""
    gone = run.cleaned.rows.filter(pl.col("reason") == REASON_OF[INACTIVE])
    by_day = gone.join(run.cleaned.work.drop_nulls("last_day"), on="row_id", how="anti", maintain_order="left")
    said = by_day.get_column("reason_value").drop_nulls().unique(maintain_order=True)
    meant = {word.strip().lower(): kind for word, kind in run.setup.status_words.items()}
    return {word: meant.get(word.strip().lower(), "inactive") for word in said}
