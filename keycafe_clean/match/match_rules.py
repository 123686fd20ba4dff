"""The rules by which rows are one person for certain, as data: `MATCH_RULES`, at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import polars as pl

from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.match.contradictions import groups_of_several_names, groups_of_unrelated_names, without_other_marks
from keycafe_clean.match.evidence import OWN
from keycafe_clean.match.identity_keys import is_made_of_name, is_own_address
from keycafe_clean.match.initials import OPEN_INITIAL
from keycafe_clean.match.name_fit import in_any_order, is_spelt_out, is_whole_name, joined, names_two
from keycafe_clean.match.number_series import SERIES, with_series
from keycafe_clean.match.pairs import PAIR, no_pairs

#: What rows without number and address must agree in; one of the telling cells must be there.
_TELLING = ("Badge Code", "start_date")
CELLS = (*_TELLING, "department", "location")

#: A number used again has a few owners; one of more is no number but what was typed where none was known. No labelled
#: set has such a number: F1 is the same from 1 to 10.
_MOST_OWNERS = 3

#: A column in which more than this share of the repeats is under other people's names is no number of a person: with
#: most of them wrong, no repeat can be trusted.
_MOST_REUSED = 0.5

#: The group of headers of birth dates.
_BIRTH = "birth and age"


@dataclass(frozen=True, eq=False)
class Sharers:
    """Who shares an address or a number, found once for all the looks at them.

    `everybody` has `row_id`, `first`, `last` and `whole` (folded names; without `whole` only an answer links a row),
    `marked` (the name with its marks), `email` (its key), the columns `identifiers`, numbers of a person, and those
    that rules look at; null is blank.
    """

    everybody: pl.DataFrame
    identifiers: Sequence[str]

    @classmethod
    def among(cls, people: pl.DataFrame, identifiers: Sequence[str]) -> Self:
        """Get those among people, whose marks are known to be another spelling where all else is the same."""
        return cls(without_other_marks(people, identifiers), identifiers)

    @cached_property
    def people(self) -> pl.DataFrame:
        """Get those with a name, in order."""
        return self.everybody.filter(pl.col("whole").is_not_null())

    @cached_property
    def shared(self) -> dict[str, pl.DataFrame]:
        """Get, for the address and each number, the people who share it, in order; nobody where it is no person's.

        Each with what their names are (Boolean, never null): `is_whole`, `is_spelt_out`, `names_two`.
        """
        judged = self.people.with_columns(is_whole=is_whole_name(), is_spelt_out=is_spelt_out(), names_two=names_two())
        return {key: _sharing(judged, key) for key in ("email", *self.identifiers)}

    @cached_property
    def fitting(self) -> dict[str, pl.DataFrame]:
        """Get of those who share the ones whose names all fit."""
        return {key: _of_fitting_names(people, key) for key, people in self.shared.items()}


@dataclass(frozen=True, eq=False)
class Given:
    """What every rule looks at: people with what they share, and the columns of them in which one person agrees.

    `same` are the pairs answered as one person (`PAIR`).
    """

    sharers: Sharers
    cells: Sequence[str]
    same: pl.DataFrame


@dataclass(frozen=True)
class MatchRule:
    """One reason for which rows are one person.

    `reason` is its code in `outcome_reasons.toml`, `keys` say what the rows have in common, and `pairs` gets the pairs
    (`PAIR`): the first row of each group with each other one.
    """

    reason: str
    keys: tuple[str, ...]
    pairs: Callable[[Given], pl.DataFrame]


def _answered(given: Given) -> pl.DataFrame:
    return given.same.select(pl.col(PAIR.keys()).cast(pl.UInt32))


def _same_number_and_name(given: Given) -> pl.DataFrame:
    pairs = (
        _of_one_number(given.sharers.shared[number], given.sharers.fitting[number], number)
        for number in given.sharers.identifiers
    )
    return pl.concat([no_pairs(), *pairs])


def _of_one_number(shared: pl.DataFrame, own: pl.DataFrame, number: str) -> pl.DataFrame:
    """Pair the rows of one number in one series. Where its names do not fit, only those with the same full name.

    In several series (`number_series`) only a birth date tells that one person has the number twice.
    """
    if shared.is_empty():
        return no_pairs()
    others = shared.filter(~pl.col(number).is_in(own.get_column(number).implode()))
    owners = pl.struct("first", "last").n_unique().over(number)
    named = others.filter(owners <= _MOST_OWNERS).drop_nulls(["first", "last"]).filter("is_whole")
    fitting = own.filter(pl.col("is_whole") & ~pl.col("names_two"))
    series = [SERIES] if SERIES in shared.columns else []
    links = [_linked(fitting, [number, *series]), _linked(named, [number, *series, "first", "last"])]
    born = [name for name in shared.columns if name.startswith(OWN) and _is_of_birth(name)] if series else []
    links += [_linked(fitting.drop_nulls(name), [number, name]) for name in born]
    return pl.concat(links).unique(maintain_order=True)


def _is_of_birth(name: str) -> bool:
    found = meaning(name.removeprefix(OWN))
    return found is not None and found.group == _BIRTH


def _same_address_and_name(given: Given) -> pl.DataFrame:
    """Pair the rows of one address and name; a name that merely fits may be a relative's or a colleague's.

    Unless the address is made of the name: then an initial stands for it where nobody else has it, and a name may be
    longer where nothing else differs.
    """
    one_each = given.sharers.fitting["email"].filter(pl.col("is_whole") & ~pl.col("names_two"))
    if one_each.is_empty():
        return no_pairs()
    whole = one_each.with_columns(words=in_any_order(pl.col("whole")), joined=joined(pl.col("whole")))
    spelt, own = whole.filter("is_spelt_out"), whole.filter(_is_of_one_owner(given) & ~_has_open_initial(whole))
    links = [_linked(spelt, ["email", "words"]), _linked(spelt, ["email", "joined"]), _linked(own, ["email"])]
    return pl.concat(links).unique(maintain_order=True)


def _is_of_one_owner(given: Given) -> pl.Expr:
    """Yield whether the address of a row speaks for the names of all the rows that have it; null: unknown."""
    sizes = [pl.col(part).str.count_matches(" ", literal=True) for part in ("first", "last")]
    are_as_long = pl.all_horizontal((size.n_unique() == 1).over("email") for size in sizes)
    told = [*given.sharers.identifiers, *(name for name in given.cells if name in CELLS)]
    is_alike = pl.all_horizontal(pl.lit(value=True), *(_is_alike(column) for column in told))
    is_made = is_made_of_name().fill_null(value=False).all().over("email")
    return (are_as_long & is_own_address().any().over("email")) | (is_alike & is_made)


def _has_open_initial(people: pl.DataFrame) -> pl.Expr:
    """Yield whether an initial below the address of a row may be somebody else's (`open_initials`)."""
    return pl.col(OPEN_INITIAL).any().over("email") if OPEN_INITIAL in people.columns else pl.lit(value=False)


def _is_alike(column: str) -> pl.Expr:
    return (pl.col(column).drop_nulls().n_unique() < 2).over("email")


def _same_cells(given: Given) -> pl.DataFrame:
    """Pair rows that agree in names and all cells: one record that is there twice, even if half of the name is missing.

    Either the rows fit others that share an address or a number, or have neither, but one of the telling cells and both
    names.
    """
    if not given.cells:
        return no_pairs()
    unnumbered = pl.all_horizontal(pl.col("email", *given.sharers.identifiers).is_null())
    named = pl.all_horizontal(pl.col("first", "last").is_not_null())
    told = pl.any_horizontal(pl.col(_TELLING).is_not_null())
    own = pl.concat([people.get_column("row_id") for people in given.sharers.fitting.values()])
    is_own = pl.col("row_id").is_in(own.implode())
    keys = ["first", "last", "whole", "email", *given.sharers.identifiers, *given.cells]
    return _linked(given.sharers.people.filter(is_own | (unnumbered & named & told)), keys)


def _sharing(people: pl.DataFrame, key: str) -> pl.DataFrame:
    """Get the rows that share an address or a number.

    None, where the names under most shared numbers of a series have nothing in common: the column is no number of a
    person.
    """
    shared = people.filter(pl.col(key).is_not_null() & pl.col(key).is_duplicated())
    if key == "email" or shared.is_empty():
        return shared
    series = shared.get_column(SERIES) if SERIES in shared.columns else pl.repeat(None, shared.height, eager=True)
    numbered = with_series(shared, series.cast(pl.String), key)
    unrelated = groups_of_unrelated_names(numbered, "numbered").len()
    return shared if unrelated <= _MOST_REUSED * numbered.get_column("numbered").n_unique() else shared.clear()


def _of_fitting_names(shared: pl.DataFrame, key: str) -> pl.DataFrame:
    if shared.is_empty():
        return shared
    return shared.filter(~pl.col(key).is_in(groups_of_several_names(shared, key).implode()))


def _linked(people: pl.DataFrame, cells: list[str]) -> pl.DataFrame:
    """Pair the first row of every group with each other row of it."""
    if people.is_empty():
        return no_pairs()
    pairs = people.select(left_row_id=pl.col("row_id").min().over(cells), right_row_id="row_id")
    return pairs.filter(pl.col("left_row_id") != pl.col("right_row_id"))


#: What an answer gives as the reason.
ANSWERED = "answered_same_person"

#: Why two rows are one person, the strongest reason first; where a cluster contradicts itself, the weakest gives way.
MATCH_RULES = (
    MatchRule(ANSWERED, (), _answered),
    MatchRule("same_number_and_name", ("number", "name"), _same_number_and_name),
    MatchRule("same_address_and_name", ("email", "name"), _same_address_and_name),
    MatchRule("same_cells", ("name", "every cell"), _same_cells),
)

#: The reasons of the rules, in their order.
REASONS = tuple(rule.reason for rule in MATCH_RULES)
