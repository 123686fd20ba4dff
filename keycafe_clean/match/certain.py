"""Rows that are one person for certain: combined without asking, each with its reason."""

from collections.abc import Collection, Sequence
from functools import partial

import polars as pl

from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.contradictions import (
    clusters_against_answers,
    clusters_of_several_cells,
    clusters_of_several_numbers,
    groups_of_several_names,
)
from keycafe_clean.match.doubted import doubts
from keycafe_clean.match.evidence import CELL, LIKELY, OWN, evidence_of, of_kind
from keycafe_clean.match.identity_keys import people_of
from keycafe_clean.match.initials import open_initials
from keycafe_clean.match.match_rules import ANSWERED, CELLS, MATCH_RULES, REASONS, Given, Sharers
from keycafe_clean.match.number_series import number_series
from keycafe_clean.match.pairs import PAIR, no_pairs

#: The strength of an answer's links.
_ANSWERED = REASONS.index(ANSWERED)

#: So many people of several rows show what a column is about: where the rows of more than this share of them differ in
#: it, it is none of a person's (a telephone for every assignment).
_ENOUGH_PEOPLE, _MOST_DIFFERING = 5, 0.5


def match_certain(
    rows: pl.DataFrame,
    same: pl.DataFrame | None = None,
    different: pl.DataFrame | None = None,
    used: Collection[str] = (),
) -> pl.DataFrame:
    """Get the rows with `cluster_id` and `reason`; keeps every row, in order.

    A cluster is named by its smallest row_id (UInt32), and each row of it says its strongest reason (`REASONS`); both
    are null for a row that stands alone. One person for certain: the same employee number and compatible whole names;
    the same address and the same words of a name, or compatible ones where the address is made of the name and nothing
    else differs; identical in every cell, with a part of the name at least. A number or an address under names that do
    not fit is nobody's (a re-used number, a shared mailbox), and contradicting employee numbers are two people, unless
    exactly one is active: a re-hire. Cells of unused columns that are a person's own (`evidence.py`) keep rows apart
    where they differ.

    Args:
        rows: `row_id` and tidied text columns; `is_active` (Boolean) and `day.start_date` (Date) where they are known.
        same: pairs answered as one person (`left_row_id`, `right_row_id`); they need no other reason. Null: no answers.
        different: pairs answered as two people; no cluster ever holds both. Null: no answers.
        used: the headers that are some column of ours; the cells of all others are evidence.
    """
    return _described(rows, _judged(rows, same, different, used)[0])


def match_and_doubt(
    rows: pl.DataFrame,
    same: pl.DataFrame | None = None,
    different: pl.DataFrame | None = None,
    used: Collection[str] = (),
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the rows of `match_certain()`, and the pairs that only a cell of evidence keeps from being one person.

    The pairs are `doubted.DOUBTED`, with `reason` in words, sorted by their row_ids; an empty frame where nothing is in
    doubt. Takes what `match_certain()` takes.
    """
    found, alone, people = _judged(rows, same, different, used)
    return _described(rows, found), doubts(found, alone, people)


def _judged(
    rows: pl.DataFrame, same: pl.DataFrame | None, different: pl.DataFrame | None, used: Collection[str]
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Get the links by all evidence, those by the columns of ours alone, and the people with their evidence."""
    asked = _may_be_paired(rows)
    if not asked.any() and (same is None or same.is_empty()):
        # Most small exports: nobody shares anything, and looking for evidence has its price.
        nothing = _stamped(no_pairs(), 0)
        return nothing, nothing, rows.clear()
    evidence = evidence_of(rows, asked, used)
    paired = rows.filter(asked)
    keys = people_of(paired)
    told = (number_series(paired, keys), open_initials(rows, asked, keys, used))
    people = keys.hstack([*evidence, *told])
    by_all = partial(certain_pairs, Sharers.among(people, ("employee_id",)), same=same, different=different)
    alone = by_all(cells=CELLS)
    if alone.is_empty():
        # Evidence only takes links away.
        return alone, alone, people
    own = [*of_kind(evidence, OWN), *_of_persons(alone, people, of_kind(evidence, LIKELY))]
    cells = [*CELLS, *of_kind(evidence, CELL)]
    if not own and len(cells) == len(CELLS):
        return alone, alone, people
    return by_all(cells=cells, evidence=own), alone, people


def _of_persons(links: pl.DataFrame, people: pl.DataFrame, columns: Sequence[str]) -> list[str]:
    """Get the columns that are not shown to be a job's or a record's: where rows of one person differ as a rule."""
    placed = people.join(clusters(links), on="row_id")
    kept = []
    for column in columns:
        told = placed.drop_nulls(column).group_by("cluster_id").agg(rows=pl.len(), cells=pl.col(column).n_unique())
        several = told.filter(pl.col("rows") > 1)
        differing = several.filter(pl.col("cells") > 1).height
        if several.height < _ENOUGH_PEOPLE or differing <= _MOST_DIFFERING * several.height:
            kept.append(column)
    return kept


def _described(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Add `cluster_id` and the strongest `reason` of each row."""
    if found.is_empty():
        return rows.with_columns(cluster_id=pl.lit(None, pl.UInt32), reason=pl.lit(None, pl.String))
    members = clusters(found)
    sides = [found.select(pl.col(side).alias("row_id"), "strength") for side in PAIR]
    strongest = pl.concat(sides).group_by("row_id").agg(pl.col("strength").min())
    reason = pl.col("strength").replace_strict(dict(enumerate(REASONS)), return_dtype=pl.String)
    described = members.join(strongest.select("row_id", reason=reason), on="row_id")
    return rows.join(described, on="row_id", how="left", maintain_order="left")


def _may_be_paired(rows: pl.DataFrame) -> pl.Series:
    """Get which rows may be in a pair that nobody answered: most are alone, and their names need no look."""
    told = [name for name in ("Email Address", "employee_id") if name in rows.columns]
    keys = rows.select(pl.col(told).str.strip_chars().str.to_lowercase())
    shared = [pl.col(name).is_not_null() & pl.col(name).is_duplicated() for name in told]
    alone = pl.all_horizontal(pl.lit(value=True), *(pl.col(name).is_null() for name in told))
    return keys.select(flag=pl.any_horizontal(alone, *shared)).to_series()


def certain_pairs(
    sharers: Sharers,
    *,
    cells: Sequence[str] = (),
    evidence: Sequence[str] = (),
    same: pl.DataFrame | None = None,
    different: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Get the links that hold each cluster together: `left_row_id`, `right_row_id`, `strength` (a place in `REASONS`).

    In no order; a pair comes once for each rule that gives it and each of the `identifiers`. Without people and answers
    the frame is empty.

    Args:
        sharers: the people, with `is_active`, `start_day`, and the columns named below; null is blank.
        cells: in which rows without any number or address must agree; none: no rows are one by their cells.
        evidence: the columns in which no two rows of a person contradict each other.
        same: pairs answered as one person, null where nothing was answered.
        different: pairs answered as two people, which no cluster ever holds both of; null likewise.
    """
    nobody = no_pairs()
    if sharers.people.is_empty() and same is None:
        return _stamped(nobody, 0)
    given = Given(sharers, cells, same=nobody if same is None else same)
    links = pl.concat(_stamped(rule.pairs(given), place) for place, rule in enumerate(MATCH_RULES))
    apart = nobody if different is None else different
    return _without_contradictions(links, sharers, evidence=evidence, different=apart)


def _stamped(pairs: pl.DataFrame, strength: int) -> pl.DataFrame:
    return pairs.with_columns(strength=pl.lit(strength, pl.UInt8))


def _without_contradictions(
    links: pl.DataFrame, sharers: Sharers, *, evidence: Sequence[str], different: pl.DataFrame
) -> pl.DataFrame:
    """Take the weakest links out of every cluster that contradicts itself, until none does."""
    sound = []
    while not links.is_empty():
        members = clusters(links)
        placed = _unanswered(members, links, sharers.everybody)
        numbers = [clusters_of_several_numbers(placed, number) for number in sharers.identifiers]
        cells = [clusters_of_several_cells(placed, column) for column in evidence]
        names, against = groups_of_several_names(placed, "cluster_id"), clusters_against_answers(members, different)
        wrong = pl.concat([against, names, *numbers, *cells]).unique()
        placed = links.join(members, left_on="left_row_id", right_on="row_id")
        is_wrong = pl.col("cluster_id").is_in(wrong.implode())
        sound.append(placed.filter(~is_wrong).drop("cluster_id"))
        strongest = pl.col("strength") < pl.col("strength").max().over("cluster_id")
        links = placed.filter(is_wrong).filter(strongest).drop("cluster_id")
    return pl.concat([*sound, links])


def _unanswered(members: pl.DataFrame, links: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get the people with their cluster, less those of an answer: it outweighs all cells, not another answer."""
    answered = links.filter(pl.col("strength") == _ANSWERED).join(members, left_on="left_row_id", right_on="row_id")
    return people.join(members, on="row_id").join(answered, on="cluster_id", how="anti")
