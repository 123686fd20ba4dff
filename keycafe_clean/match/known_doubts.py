"""Who may already be in Keycafe: each row is asked about once, by what tells most."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.findings import findings_of
from keycafe_clean.folding import folded_name
from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.match.known import (
    BESIDE,
    KNOWN,
    PERSON,
    already_in_keycafe,
    are_two_numbers,
    in_any_order,
    people_here,
    people_known,
)
from keycafe_clean.match.pairs import both_ways
from keycafe_clean.match.reasons import THROUGH_A_THIRD

#: The local part of an address that is made of a person's names: `ona.reyes`, `ona_de-reyes`.
_MADE_OF_NAMES = r"^\s*(\p{L}{2,}(?:[._-]\p{L}{2,})+)@"

#: The codes of questions: Keycafe refuses a second account with one address, whoever it is for.
_MAY_BE, _ADDRESS_TAKEN = "possible_known", "address_in_keycafe"


@dataclass(frozen=True, eq=False)
class Met:
    """What every rule looks at.

    `rows` are those in doubt and `left_out` those left out as known, as `exactly_doubted()` takes them. `here` is
    `people_here()` of the rows; `there` is who is known by now, with the keys of `people_known()`, `value` (who it is,
    as a question says it), `named` (the name) and `spelled` (the name that the address is made of), null where none is.
    """

    rows: pl.DataFrame
    left_out: pl.DataFrame
    here: pl.DataFrame
    there: pl.DataFrame


@dataclass(frozen=True, eq=False)
class DoubtRule:
    """One reason for which a row may be a known person.

    `code` is the question's, `reason` yields its words, and `doubted` gets the pairs: `row_id`, `value`, and what the
    reason reads; of several of one row the first counts.
    """

    code: str
    reason: pl.Expr
    doubted: Callable[[Met], pl.DataFrame]

    def doubts(self, met: Met) -> pl.DataFrame:
        """Get the pairs with what is asked about them: `row_id`, `value`, `reason`, `code`."""
        return self.doubted(met).select("row_id", "value", reason=self.reason, code=pl.lit(self.code))


def partners_elsewhere(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the known people who are no row for certain, as rows: row_id, `KNOWN`, and what `known` has of `BESIDE`.

    The row_ids are above all others, and the same whatever is decided about rows. An address without a name has the
    name that it is made of.
    """
    surely = people_here(rows.filter(pl.col("row_id").is_in(already_in_keycafe(rows, known).implode())))
    there, told = people_known(known), surely.get_column("key").drop_nulls().implode()
    met = there.filter(pl.col("key").is_in(told).fill_null(value=False)).get_column(PERSON)
    above = pl.int_range(pl.len(), dtype=pl.UInt32) + rows.get_column("row_id").max() + 1
    people = known.select(*KNOWN, *(name for name in BESIDE if name in known.columns), row_id=above)
    return _with_names_of_addresses(people).filter(~there.get_column(PERSON).is_in(met.implode()))


def exactly_doubted(rows: pl.DataFrame, left_out: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the rows that have a known person's address, number, badge or whole name, and may yet be somebody else.

    Each row once, by the first of `DOUBT_RULES` that finds it, sorted by row_id: row_id, `value` (the known person),
    `reason` and `code` of the question; where the address is taken, the reason is the name of who has it. However many
    have the name: nobody is passed over because it is common. Two employee numbers, or else two first days, are two
    people.

    Args:
        rows: as `already_in_keycafe()` takes them, with `Badge Code` where it is there; blanks never meet.
        left_out: the rows that are left out as known: they are known people too, and their cells complete the list's.
        known: the list, as `already_in_keycafe()` takes it.
    """
    met = Met(rows, left_out, people_here(rows), _known_by_now(left_out, known))
    doubts = pl.concat(rule.doubts(met) for rule in DOUBT_RULES)
    return doubts.unique("row_id", keep="first", maintain_order=True).sort("row_id")


def likely_doubted(pairs: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get the other rows of `pairs` with one of `partners`, each once, by its likeliest pair.

    The columns are those of `exactly_doubted()`; first the rows of a pair with a partner, then those that hang together
    with one through other rows and are in doubt as they are, both sorted by row_id. `pairs` are those of
    `suggest_duplicates()`, `partners` known people as rows (`partners_elsewhere()`).
    """
    named = partners.select(other_row_id="row_id", value=_shown())
    told = both_ways(pairs, "reason", "score").filter(~_is_partner("row_id", partners))
    met = told.join(named, on="other_row_id")
    likeliest = met.sort("row_id", -pl.col("score"), "other_row_id").unique("row_id", keep="first", maintain_order=True)
    members = clusters(pairs)
    around = (
        members.join(named, left_on="row_id", right_on="other_row_id").unique("cluster_id", keep="first").drop("row_id")
    )
    linked = members.filter(~_is_partner("row_id", partners)).join(around, on="cluster_id")
    through = linked.sort("row_id").select("row_id", "value", reason=pl.lit(THROUGH_A_THIRD))
    found = pl.concat([likeliest.select(through.columns), through]).with_columns(code=pl.lit(_MAY_BE))
    return found.unique("row_id", keep="first", maintain_order=True)


def without_settled(pairs: pl.DataFrame, rows: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs less those of a row and a partner of one name that numbers or first days tell apart; in order.

    `rows` and `partners` are as `already_in_keycafe()` takes rows; a number or a day that is blank tells nobody apart.
    """
    keys = people_here(pl.concat([rows, partners], how="diagonal"))
    sides = pairs.select("left_row_id", "right_row_id").join(keys, left_on="left_row_id", right_on="row_id")
    met = sides.join(keys, left_on="right_row_id", right_on="row_id", suffix="_known")
    is_one_known = _is_partner("left_row_id", partners) ^ _is_partner("right_row_id", partners)
    settled = met.filter(is_one_known & (pl.col("name") == pl.col("name_known")) & _are_told_apart())
    return pairs.join(settled, on=["left_row_id", "right_row_id"], how="anti", maintain_order="left")


def possibly_known(doubts: pl.DataFrame) -> pl.DataFrame:
    """Get a question (`FINDINGS`) for every doubted row; of several doubts about one the first counts.

    Reads row_id, `value`, `reason` and `code`. Those who may be known come before the taken addresses, each sorted by
    row_id; all are about the column `Email Address`.
    """
    once = doubts.unique("row_id", keep="first", maintain_order=True).sort("row_id")
    asked = once.with_columns(column=pl.lit("Email Address"))
    return pl.concat([findings_of(code, asked.filter(pl.col("code") == code)) for code in (_MAY_BE, _ADDRESS_TAKEN)])


def _known_by_now(left_out: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the known people with their keys, `value`, `named`, `spelled`, and the rows among them.

    `spelled` is the name that the address of nobody here is made of. What a list does not say of somebody who is a row,
    the row says.
    """
    listed = people_known(known).hstack(
        known.select(value=_shown(), named=_name(known), spelled=in_any_order(_name_of_address()))
    )
    rows = people_here(left_out).hstack(left_out.select(value=_shown(), named=_name(left_out)))
    cells = rows.drop_nulls("key").unique("key", keep="first", maintain_order=True)
    is_row = pl.col("key").is_in(cells.get_column("key").implode()).fill_null(value=False)
    listed = listed.with_columns(spelled=pl.when(~is_row).then("spelled"))
    completed = listed.join(cells.select("key", "number", "day"), on="key", how="left", suffix="_row")
    more = [pl.coalesce(name, f"{name}_row").alias(name) for name in ("number", "day")]
    return pl.concat([completed.with_columns(more).select(listed.columns), rows], how="diagonal").drop("row_id", "kept")


def _of_address(met: Met) -> pl.DataFrame:
    """Get who has a known address, of several people who have it first the one whose name fits."""
    both = met.here.drop_nulls("key").join(met.there, on="key", suffix="_known", maintain_order="left")
    fits = is_compatible_name(pl.col("name"), pl.col("name_known"))
    return both.sort(~fits, pl.col("named").is_null(), maintain_order=True)


def _of_number(met: Met) -> pl.DataFrame:
    numbered = met.here.drop_nulls(["number", "name"])
    both = numbered.join(met.there, on="number", suffix="_known", maintain_order="left")
    return both.filter(pl.col("name_known").is_not_null() & is_compatible_name(pl.col("name"), pl.col("name_known")))


def _of_badge(met: Met) -> pl.DataFrame:
    here = met.rows.select("row_id", badge=_badge(met.rows)).drop_nulls("badge")
    there = met.left_out.select(value=_shown(), badge=_badge(met.left_out))
    return here.join(there, on="badge", maintain_order="left")


def _badge(rows: pl.DataFrame) -> pl.Expr:
    return cell_of(rows, "Badge Code").str.strip_chars().str.to_lowercase().replace("", None)


def _of_name(met: Met) -> pl.DataFrame:
    """Get who has the whole name of a known person."""
    named = _once(met.there).drop_nulls("name").with_columns(name_known="name")
    both = met.here.join(named, on="name", suffix="_known", maintain_order="left")
    return both.filter(~_are_told_apart())


def _of_spelled_name(met: Met) -> pl.DataFrame:
    """Get who has the names that the address of a known person without any is made of."""
    spelled = _once(met.there).filter(pl.col("name").is_null()).drop_nulls("spelled")
    whole = met.here.with_columns(spelled="name")
    made = pl.concat([whole, _two_names(met.here) if not spelled.is_empty() else whole.clear()]).drop_nulls("spelled")
    return made.join(spelled, on="spelled", suffix="_known", maintain_order="left").filter(~_are_told_apart())


def _once(there: pl.DataFrame) -> pl.DataFrame:
    """Get who cannot be told apart by number and day once: thousands may have one name on both sides."""
    return there.unique(["name", "spelled", "number", "day"], keep="first", maintain_order=True)


def _two_names(here: pl.DataFrame) -> pl.DataFrame:
    """Get every two words of names of more, as `spelled`: who is Lund-Hart now may have been Lund."""
    words = here.with_columns(word=pl.col("name").str.split(" ")).filter(pl.col("word").list.len() > 2).explode("word")
    both = words.join(words.select("row_id", other="word"), on="row_id", maintain_order="left")
    return both.filter(pl.col("word") < pl.col("other")).select(
        *here.columns, spelled=pl.concat_str("word", "other", separator=" ")
    )


def _are_told_apart() -> pl.Expr:
    """Yield whether numbers say two people, or first days where a number is missing; day and month may be swapped."""
    day, other = pl.col("day"), pl.col("day_known")
    is_swapped = (day.dt.year() == other.dt.year()) & (day.dt.month() == other.dt.day())
    days = (day != other) & ~(is_swapped & (day.dt.day() == other.dt.month()))
    numbered = pl.col("number").is_not_null() & pl.col("number_known").is_not_null()
    return are_two_numbers() | (~numbered & days.fill_null(value=False))


def _with_names_of_addresses(people: pl.DataFrame) -> pl.DataFrame:
    told = [name for name in ("First Name", "Last Name", "full_name") if name in people.columns]
    nameless = pl.all_horizontal(pl.col(told).is_null())
    words = _name_of_address().str.split(" ")
    first, last = words.list.first(), words.list.slice(1).list.join(" ").replace("", None)
    read = [pl.when(nameless).then(cell).otherwise(name) for name, cell in (("First Name", first), ("Last Name", last))]
    return people.with_columns(cell.alias(name) for cell, name in zip(read, ("First Name", "Last Name"), strict=True))


def _name_of_address() -> pl.Expr:
    return folded_name(pl.col("Email Address").str.extract(_MADE_OF_NAMES))


def _shown() -> pl.Expr:
    return pl.coalesce("Email Address", pl.concat_str("First Name", "Last Name", separator=" ", ignore_nulls=True))


def _name(people: pl.DataFrame) -> pl.Expr:
    return whole_name(people).replace("", None)


def _is_partner(column: str, partners: pl.DataFrame) -> pl.Expr:
    return pl.col(column).is_in(partners.get_column("row_id").implode())


#: Why a row may be a known person, and what is asked then; what tells most comes first, and counts.
DOUBT_RULES = (
    DoubtRule(_ADDRESS_TAKEN, pl.col("named").fill_null("the list has no name for it"), _of_address),
    DoubtRule(_MAY_BE, pl.lit("same employee number, different names"), _of_number),
    DoubtRule(_MAY_BE, pl.lit("same badge code"), _of_badge),
    DoubtRule(_MAY_BE, pl.lit("same name"), _of_name),
    DoubtRule(_MAY_BE, pl.lit("the address is made of the same names"), _of_spelled_name),
)
