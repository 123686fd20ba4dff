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
    groups_of_unrelated_names,
)
from keycafe_clean.match.doubted import doubts
from keycafe_clean.match.evidence import CELL, LIKELY, OWN, evidence_of, of_kind
from keycafe_clean.match.identity_keys import is_own_address, people_of
from keycafe_clean.match.name_fit import is_spelt_out, is_whole_name
from keycafe_clean.match.pairs import PAIR, no_pairs

#: What an answer gives as the reason.
ANSWERED = "answered_same_person"

#: Why two rows are one person (`outcome_reasons.toml`), the strongest reason first; where a cluster contradicts itself,
#: the weakest gives way.
REASONS = (ANSWERED, "same_number_and_name", "same_address_and_name", "same_cells")
_ANSWERED, _NUMBER, _ADDRESS, _IDENTICAL = range(4)

#: What rows without number and address must agree in; one of the telling cells must be there.
_TELLING = ("Badge Code", "start_date")
_CELLS = (*_TELLING, "department", "location")

#: A number used again has a few owners; one of more is no number but what was typed where none was known. No labelled
#: set has such a number: F1 is the same from 1 to 10.
_MOST_OWNERS = 3

#: A column in which more than this share of the repeats is under other people's names is no number of a person: with
#: most of them wrong, no repeat can be trusted.
_MOST_REUSED = 0.5

#: So many people of several rows show what a column is about: where the rows of more than this share of them differ in
#: it, it is none of a person's (a telephone for every assignment).
_ENOUGH_PEOPLE, _MOST_DIFFERING = 5, 0.5


def match_certain(
    rows: pl.DataFrame,
    same: pl.DataFrame | None = None,
    different: pl.DataFrame | None = None,
    used: Collection[str] = (),
) -> pl.DataFrame:
    """Add `cluster_id` and `reason` to the rows; keeps every row, in order.

    A cluster is named by its smallest row_id (UInt32); null stands alone. One person for certain: the same employee
    number and compatible whole names; the same address and compatible names without initials, save where the address is
    made of the name; identical in every cell, with a part of the name at least. A number or an address under names that
    do not fit is nobody's (a re-used number, a shared mailbox), and contradicting employee numbers are two people,
    unless exactly one is active: a re-hire. Cells of unused columns that are a person's own (`evidence.py`) keep rows
    apart where they differ.

    Args:
        rows: `row_id` and tidied text columns; `is_active` (Boolean) and `day.start_date` (Date) where they are known.
        same: pairs answered as one person (`left_row_id`, `right_row_id`); they need no other reason.
        different: pairs answered as two people; no cluster ever holds both.
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

    The pairs are `pairs.PAIR` with `reason` in words. Takes what `match_certain()` takes.
    """
    found, alone, people = _judged(rows, same, different, used)
    return _described(rows, found), doubts(found, alone, people)


def _judged(
    rows: pl.DataFrame, same: pl.DataFrame | None, different: pl.DataFrame | None, used: Collection[str]
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Get the links by all evidence, those by the columns of ours alone, and the people with their evidence."""
    asked = _may_be_paired(rows)
    evidence = evidence_of(rows, asked, used)
    people = people_of(rows.filter(asked)).hstack(evidence)
    by_all = partial(certain_pairs, people, ("employee_id",), same=same, different=different)
    alone = by_all(cells=_CELLS)
    own = [*of_kind(evidence, OWN), *_of_persons(alone, people, of_kind(evidence, LIKELY))]
    cells = [*_CELLS, *of_kind(evidence, CELL)]
    if not own and len(cells) == len(_CELLS):
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


def certain_pairs(  # noqa: PLR0913 - what links, what speaks against it, and what was answered
    people: pl.DataFrame,
    identifiers: Sequence[str],
    *,
    cells: Sequence[str] = (),
    evidence: Sequence[str] = (),
    same: pl.DataFrame | None = None,
    different: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Get `left_row_id`, `right_row_id`, `strength` (a place in `REASONS`): links that hold each cluster together.

    `people` has `row_id`, `first`, `last` and `whole` (folded names), `email` (its key), `is_active`, `start_day`, the
    identifiers, `cells`, the ones in which rows without any number or address must agree, and `evidence`, in which no
    two rows of a person contradict each other.
    """
    nobody = no_pairs()
    named = people.filter(pl.col("whole").is_not_null())
    by_address, *by_numbers = (_of_fitting_names(named, key) for key in ("email", *identifiers))
    links = pl.concat(
        [
            _stamped((nobody if same is None else same).select(pl.col(PAIR.keys()).cast(pl.UInt32)), _ANSWERED),
            *(
                _stamped(_by_number(named, each, number), _NUMBER)
                for each, number in zip(by_numbers, identifiers, strict=True)
            ),
            _stamped(_by_address(by_address), _ADDRESS),
            _stamped(_by_every_cell(named, pl.concat([by_address, *by_numbers]), identifiers, cells), _IDENTICAL),
        ]
    )
    apart = nobody if different is None else different
    return _without_contradictions(links, people, identifiers=identifiers, evidence=evidence, different=apart)


def _of_fitting_names(people: pl.DataFrame, key: str) -> pl.DataFrame:
    """Get the rows that share an address or a number with rows whose names all fit.

    None, where the names under most shared numbers have nothing in common: the column is no number of a person.
    """
    shared = people.filter(pl.col(key).is_not_null() & pl.col(key).is_duplicated())
    if key != "email" and not _is_of_persons(shared, key):
        return people.clear()
    return shared.filter(~pl.col(key).is_in(groups_of_several_names(shared, key).implode()))


def _is_of_persons(shared: pl.DataFrame, number: str) -> bool:
    unrelated = groups_of_unrelated_names(shared, number).len()
    return unrelated <= _MOST_REUSED * shared.get_column(number).n_unique()


def _by_number(people: pl.DataFrame, own: pl.DataFrame, number: str) -> pl.DataFrame:
    """Pair the rows of one number. Where its names do not fit, only those with exactly the same full name."""
    repeated = people.filter(pl.col(number).is_not_null() & pl.col(number).is_duplicated())
    if not _is_of_persons(repeated, number):
        return no_pairs()
    shared = repeated.filter(~pl.col(number).is_in(own.get_column(number).implode()))
    owners = pl.struct("first", "last").n_unique().over(number)
    named = shared.filter(owners <= _MOST_OWNERS).drop_nulls(["first", "last"]).filter(is_whole_name())
    return pl.concat([_linked(own.filter(is_whole_name()), [number]), _linked(named, [number, "first", "last"])])


def _by_address(own: pl.DataFrame) -> pl.DataFrame:
    """Pair the rows of one address; an initial may be a brother's, unless the address is made of what it stands for."""
    whole = own.filter(is_whole_name())
    return _linked(whole.filter(is_spelt_out() | is_own_address().any().over("email")), ["email"])


def _by_every_cell(
    people: pl.DataFrame, own: pl.DataFrame, identifiers: Sequence[str], cells: Sequence[str]
) -> pl.DataFrame:
    """Pair rows that agree in names and all cells: one record that is there twice, even if half of the name is missing.

    Either the rows are among `own`, that share an address or a number, or have neither, but one of the telling cells
    and both names.
    """
    if not cells:
        return no_pairs()
    unnumbered = pl.all_horizontal(pl.col("email", *identifiers).is_null())
    named = pl.all_horizontal(pl.col("first", "last").is_not_null())
    told = pl.any_horizontal(pl.col(_TELLING).is_not_null())
    is_own = pl.col("row_id").is_in(own.get_column("row_id").implode())
    keys = ["first", "last", "whole", "email", *identifiers, *cells]
    return _linked(people.filter(is_own | (unnumbered & named & told)), keys)


def _linked(people: pl.DataFrame, cells: list[str]) -> pl.DataFrame:
    """Pair the first row of every group with each other row of it."""
    pairs = people.select(left_row_id=pl.col("row_id").min().over(cells), right_row_id="row_id")
    return pairs.filter(pl.col("left_row_id") != pl.col("right_row_id"))


def _stamped(pairs: pl.DataFrame, strength: int) -> pl.DataFrame:
    return pairs.with_columns(strength=pl.lit(strength, pl.UInt8))


def _without_contradictions(
    links: pl.DataFrame,
    people: pl.DataFrame,
    *,
    identifiers: Sequence[str],
    evidence: Sequence[str],
    different: pl.DataFrame,
) -> pl.DataFrame:
    """Take the weakest links out of every cluster that contradicts itself, until none does."""
    sound = []
    while not links.is_empty():
        members = clusters(links)
        placed = _unanswered(members, links, people)
        numbers = [clusters_of_several_numbers(placed, number) for number in identifiers]
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
