"""Rows with one mailbox under two addresses: behind a plus there is a tag, and the mail is the same person's."""

import polars as pl

from keycafe_clean.match.identity_keys import addresses_of, people_of
from keycafe_clean.match.name_fit import is_same_person_name
from keycafe_clean.match.nicknames import are_forms_of_one_name
from keycafe_clean.match.possible import POSSIBLE, as_pairs

#: A tag is somebody's own, but names that fit may be those of two.
_SCORE = 0.5

#: So many addresses of one mailbox are compared each with each; of more, each with the first.
_FEW = 30

#: What stands behind a plus, with something before it.
_TAG = r"^([^@+]+)\+[^@]*@"


def pairs_of_tagged_addresses(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs (`POSSIBLE`) of rows whose addresses are one but for a tag (`jo.ng+test@`), and whose names fit.

    A name that is missing fits any; a familiar form fits. The same address is no pair. Sorted by their rows, the first
    one left. Takes rows that are neither combined nor left out, and reads what `people_of()` reads.
    """
    email = addresses_of(rows)
    if not email.str.contains("+", literal=True).any():
        return POSSIBLE.to_frame()
    mailbox = email.str.replace(_TAG, "${1}@")
    is_one = mailbox.is_in(mailbox.filter(mailbox != email).implode()).fill_null(value=False)
    people = people_of(rows.filter(is_one)).with_columns(mailbox=mailbox.filter(is_one))
    shared = people.with_columns(size=pl.len().over("mailbox"))
    few, many = shared.filter(pl.col("size") <= _FEW), shared.filter(pl.col("size") > _FEW)
    first = many.sort("row_id").unique("mailbox", keep="first")
    met = pl.concat(one.join(other, on="mailbox", suffix="_other") for one, other in ((few, few), (first, many)))
    apart = met.filter((pl.col("row_id") < pl.col("row_id_other")) & (pl.col("email") != pl.col("email_other")))
    return _told(apart.filter(_fit(apart)))


def _fit(met: pl.DataFrame) -> pl.Expr:
    familiar = pl.lit(are_forms_of_one_name(met.select(left="first", right="first_other")))
    is_missing = pl.col("whole").is_null() | pl.col("whole_other").is_null()
    return is_missing | is_same_person_name("", "_other") | (familiar & (pl.col("last") == pl.col("last_other")))


def _told(pairs: pl.DataFrame) -> pl.DataFrame:
    is_missing = pl.col("whole").is_null() | pl.col("whole_other").is_null()
    names = pl.when(is_missing).then(pl.lit("a name is missing")).otherwise(pl.lit("names that fit"))
    told = pairs.sort("row_id", "row_id_other").select(
        left_row_id="row_id",
        right_row_id="row_id_other",
        score=pl.lit(_SCORE),
        reason=pl.format("same mailbox but for what stands behind the +, {}", names),
    )
    return as_pairs(told)
