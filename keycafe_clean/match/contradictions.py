"""What keeps rows from being one person for certain: names that do not fit, two numbers, a person's answer."""

from collections.abc import Iterable
from functools import cache

import polars as pl

from keycafe_clean.digits import without_zeros
from keycafe_clean.match.name_fit import differ_in_marks, fits, is_same_person_name

#: The names of people as they are compared: each part, the whole, which is there where the parts are not, and the
#: words of it with their marks.
NAMES = ("first", "last", "whole", "marked")

#: More names than this on one address or number are never one person; comparing them all would cost too much (190 pairs
#: of names a value at this one).
_MOST_NAMES = 20


def groups_of_several_names(people: pl.DataFrame, group: str) -> pl.Series:
    """Get the values of `group` under which two names do not fit, or one is missing, or there are more than twenty.

    Names that differ in their marks do not fit. Each once, in no order; null groups nobody. Reads `group` and `NAMES`.
    """
    return _groups_with(~is_same_person_name("", "_other") | differ_in_marks("marked", "marked_other"), people, group)


def groups_of_unrelated_names(people: pl.DataFrame, group: str) -> pl.Series:
    """Get the values of `group` under which two people share neither a first nor a last name, or there are over twenty.

    Each once, in no order; null groups nobody, and a part of a name that is not known fits any. Reads `group` and
    the folded `NAMES`; the limit is in different names.
    """
    return _groups_with(_are_unrelated(), people, group)


@cache
def _are_unrelated() -> pl.Expr:
    first, last = (fits(pl.col(part), pl.col(f"{part}_other")) for part in ("first", "last"))
    return ~(first | last)


def clusters_of_several_numbers(people: pl.DataFrame, number: str) -> pl.Series:
    """Get the `cluster_id`s that hold contradicting numbers and are no re-hire.

    A re-hire: every row says whether it is active, the active ones carry one number, and no ended row starts after an
    active one (somebody who starts later and has left meanwhile is a namesake). Numbers that differ only by leading
    zeros do not contradict. Reads `cluster_id`, the number, `is_active` and `start_day` (Date; null: not known); a null
    number contradicts none. Each once, in no order.
    """
    loose = people.with_columns(number=without_zeros(pl.col(number)))
    active, ended = pl.col("is_active"), ~pl.col("is_active")
    judged = loose.group_by("cluster_id").agg(
        numbers=pl.col("number").drop_nulls().n_unique(),
        rehired=active.is_not_null().all() & (pl.col("number").filter(active).drop_nulls().n_unique() == 1),
        overtaken=pl.col("start_day").filter(ended).max() > pl.col("start_day").filter(active).min(),
    )
    rehire = pl.col("rehired") & ~pl.col("overtaken").fill_null(value=False)
    return judged.filter((pl.col("numbers") > 1) & ~rehire).get_column("cluster_id")


def clusters_of_several_cells(people: pl.DataFrame, column: str) -> pl.Series:
    """Get the `cluster_id`s whose rows have different cells in a column; a blank is no other cell.

    Each once, in no order. Reads `cluster_id` and the column.
    """
    told = people.drop_nulls(column).group_by("cluster_id").agg(cells=pl.col(column).n_unique())
    return told.filter(pl.col("cells") > 1).get_column("cluster_id")


def clusters_against_answers(members: pl.DataFrame, different: pl.DataFrame) -> pl.Series:
    """Get the `cluster_id`s that hold both rows of an answered pair of two people, once a pair, in no order.

    `members` has `row_id` and `cluster_id` (a row that stands alone is not in it), `different` is `pairs.PAIR`.
    """
    left = different.join(members, left_on="left_row_id", right_on="row_id")
    both = left.join(members, left_on="right_row_id", right_on="row_id", suffix="_other")
    return both.filter(pl.col("cluster_id") == pl.col("cluster_id_other")).get_column("cluster_id")


def without_other_marks(people: pl.DataFrame, identifiers: Iterable[str]) -> pl.DataFrame:
    """Get the people, in order, without `marked` where others have the name, the address and a number, marks apart.

    Of them it is known that one has no other marks than the other, but other spellings.
    """
    keys = [[number, "email", "whole"] for number in identifiers]
    is_told = [pl.all_horizontal(pl.col(key).is_not_null()) & pl.struct(key).is_duplicated() for key in keys]
    same = pl.any_horizontal(pl.lit(value=False), *is_told)
    return people.with_columns(marked=pl.when(~same).then("marked"))


def _groups_with(clash: pl.Expr, people: pl.DataFrame, group: str) -> pl.Series:
    """Get the values of `group` that have a pair of names with that clash, or too many names to compare."""
    grouped = people.get_column(group).drop_nulls()
    if grouped.n_unique() == grouped.len():
        return grouped.clear()
    names = people.select(group, *NAMES).drop_nulls(group).unique(maintain_order=True)
    if names.height == grouped.n_unique():
        return grouped.clear()
    several = names.with_row_index("name").with_columns(count=pl.len().over(group)).filter(pl.col("count") > 1)
    oversized = several.filter(pl.col("count") > _MOST_NAMES).get_column(group)
    few = several.filter(pl.col("count") <= _MOST_NAMES).drop("count")
    met = few.join(few, on=group, suffix="_other").filter(pl.col("name") < pl.col("name_other"))
    if met.is_empty():
        return oversized.unique()
    return pl.concat([oversized, met.filter(clash).get_column(group)]).unique()
