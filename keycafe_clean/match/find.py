"""Possible duplicates of any frame of people: the whole way from cells to scored pairs with reasons."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from keycafe_clean.folding import marked_name
from keycafe_clean.match.block_limits import LARGEST_BLOCK
from keycafe_clean.match.candidates import CandidatePairs, candidate_pairs
from keycafe_clean.match.certain import certain_pairs
from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.comparison_keys import Identity, exact_number, keys_of
from keycafe_clean.match.comparisons import kind_of
from keycafe_clean.match.groups import Places, counts
from keycafe_clean.match.key_hashes import parts_of
from keycafe_clean.match.levels import Compared, Flags, Parts, beside_names, outline, settle
from keycafe_clean.match.match_rules import Sharers
from keycafe_clean.match.name_fit import differ_in_marks
from keycafe_clean.match.reasons import by_first_name, reasons
from keycafe_clean.match.weights import learn, prior_model, probability

#: The threshold below which a pair is not returned: of a hundred such pairs one is one person, and nobody reads them.
LEAST_SCORE = 0.01

#: A pair whose best possible match weight is below this (a score of 0.001) is not looked at more closely. For time, and
#: what is learned is learned from the rest: RLdata10000 .9710; at -12 .9705, at -4 .9699.
_LEAST_MATCH_WEIGHT = -7.0

#: Columns of so few values are told before hopeless pairs are dropped: a few distances tell all of them. RLdata10000:
#: .9710; at 0 .9705.
_FEW_VALUES = 200

#: `by_first_name`: whether nothing but the first name agrees; our own questions need to know.
PAIRS = pl.Schema(
    {
        "left_row": pl.UInt32,
        "right_row": pl.UInt32,
        "score": pl.Float64,
        "reason": pl.String,
        "certain": pl.Boolean,
        "by_first_name": pl.Boolean,
    }
)


def find_duplicates(  # noqa: PLR0913  # every column has its keyword
    records: pl.DataFrame,
    *,
    first_name: str | None = None,
    last_name: str | None = None,
    email: str | None = None,
    identifiers: Sequence[str] = (),
    evidence: Sequence[str] = (),
) -> pl.DataFrame:
    """Get the pairs of rows that may be one person, the likeliest first.

    Args:
        records: any frame of people, one row a record; nothing needs to be tidied, blanks are null. What is not text
            is compared as it is written.
        first_name: the column of given names.
        last_name: the column of surnames; without `first_name`, the column of full names.
        email: the column of addresses.
        identifiers: columns with a number of a person (employee number, badge).
        evidence: further columns that tell people apart (start date, department, birth date, street).

    Returns:
        `left_row` and `right_row` (UInt32, row positions from 0, left below right), `score` (0 to 1, the probability
        that both are one person; from 0.01 on), `reason` and `certain` (Boolean: would be combined without asking;
        its score is 1). The same records give the same pairs; fewer than two rows, or no named column, give none.

    Raises:
        polars.exceptions.ColumnNotFoundError: a named column is not in the frame.
    """
    identity = Identity(first_name, last_name, email, tuple(identifiers), tuple(evidence))
    return find(records, identity).drop("by_first_name")


def find(records: pl.DataFrame, identity: Identity) -> pl.DataFrame:
    """Get the pairs of `find_duplicates()`, with the columns of `PAIRS`, the likeliest first.

    Empty where `records` has fewer than two rows, or `identity` names no column. ColumnNotFoundError (of polars): a
    named column is not there.
    """
    records = records.select(pl.col(identity.columns).cast(pl.String))
    keys = keys_of(records, identity)
    parts = parts_of(keys)
    if keys.height < 2 or not keys.width:
        return PAIRS.to_frame()
    left, right, certain = _united(candidate_pairs(parts), _certain(records, keys, parts, identity))
    if not len(left):
        return PAIRS.to_frame()
    model = prior_model(parts, keys)
    compared = outline(parts, left, right)
    few = [name for name in compared.levels if model.count_values(name) <= _FEW_VALUES]
    compared = settle(compared, parts, keys, few)
    hopeful = certain | (model.match_weight(compared) > _LEAST_MATCH_WEIGHT)
    compared, certain = beside_names(settle(compared.only(hopeful), parts, keys)), certain[hopeful]
    model = learn(model, compared)
    score = np.where(certain, 1.0, probability(model.match_weight(compared)))
    told = np.flatnonzero(score >= LEAST_SCORE)
    found = compared.only(told)
    other_marks = _differ_in_marks(_marked(records, identity), found)
    return _table(found, score[told], certain[told], reasons(found, model, other_marks), by_first_name(found, model))


def _certain(records: pl.DataFrame, keys: pl.DataFrame, parts: Parts, identity: Identity) -> pl.DataFrame:
    """Get every pair of rows that is one person for certain; only rows that share an address or a number are asked.

    Without any column of names nothing is certain.
    """
    if "first" not in keys.columns:
        return pl.DataFrame(schema={"left": pl.UInt32, "right": pl.UInt32})
    shares = [counts(parts[name]) > 1 for name in parts if kind_of(name) in ("email", "number")]
    some = pl.Series(np.logical_or.reduce([np.zeros(keys.height, dtype=bool), *shares]))
    numbers = [exact_number(records.get_column(name)).alias(f"number:{name}") for name in identity.identifiers]
    told = [name for name in ("first", "last", "email") if name in keys.columns]
    whole = pl.concat_str("first", "last", separator=" ", ignore_nulls=True).replace("", None)
    people = keys.select(*told, *numbers, whole=whole).with_columns(_marked(records, identity))
    people = people.with_row_index("row_id").filter(some)
    if identity.first_name is None:
        # One column holds whole names: where it has no first name, it was not cut, and is no last name either.
        people = people.with_columns(last=pl.when(pl.col("first").is_not_null()).then("last"))
    unknown = people.with_columns(is_active=pl.lit(None, pl.Boolean), start_day=pl.lit(None, pl.Date))
    if "email" not in told:
        unknown = unknown.with_columns(email=pl.lit(None, pl.String))
    return _pairs_of(clusters(certain_pairs(Sharers.among(unknown, [number.name for number in numbers]))))


def _marked(records: pl.DataFrame, identity: Identity) -> pl.Series:
    """Get the names with their marks; null where there is no column of names."""
    names = [name for name in (identity.first_name, identity.last_name) if name is not None]
    whole = pl.concat_str(pl.lit(None, pl.String), *names, separator=" ", ignore_nulls=True)
    return records.with_columns(marked=marked_name(whole)).get_column("marked")


def _pairs_of(members: pl.DataFrame) -> pl.DataFrame:
    """Pair the rows of each cluster with one another; those of a very large one only with its first row."""
    sized = members.with_columns(size=pl.len().over("cluster_id"))
    small = sized.filter(pl.col("size") <= LARGEST_BLOCK)
    large = sized.filter(pl.col("size") > LARGEST_BLOCK).select("row_id", row_id_other="cluster_id")
    met = small.join(small, on="cluster_id", suffix="_other").select("row_id", "row_id_other")
    pairs = pl.concat([met, large.select(row_id="row_id_other", row_id_other="row_id")])
    return pairs.filter(pl.col("row_id") < pl.col("row_id_other")).select(left="row_id", right="row_id_other")


def _united(shared: CandidatePairs, certain: pl.DataFrame) -> tuple[Places, Places, Flags]:
    """Get the candidates and the certain pairs, each pair once, and which are certain."""
    candidate = pl.DataFrame({"left": shared.left, "right": shared.right})
    marked = candidate.join(certain.with_columns(certain=True), on=["left", "right"], how="full", coalesce=True)
    ordered = marked.sort("left", "right")
    flags = ordered.get_column("certain").fill_null(value=False)
    return ordered.get_column("left").to_numpy(), ordered.get_column("right").to_numpy(), flags.to_numpy()


def _differ_in_marks(marked: pl.Series, found: Compared) -> Flags:
    """Tell of every pair whether its names differ in their marks alone."""
    sides = {"left": marked.gather(found.left), "right": marked.gather(found.right)}
    flags: Flags = pl.DataFrame(sides).select(differ_in_marks("left", "right")).to_series().to_numpy()
    return flags


def _table(
    found: Compared, score: npt.NDArray[np.float64], certain: Flags, reason: pl.Series, by_first: Flags
) -> pl.DataFrame:
    columns = [found.left, found.right, score, reason, certain, by_first]
    table = pl.DataFrame(dict(zip(PAIRS, columns, strict=True)), schema=PAIRS)
    return table.sort("score", "left_row", "right_row", descending=[True, False, False])
