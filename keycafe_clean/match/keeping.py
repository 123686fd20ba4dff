"""Which row of somebody who is there several times is the right one, by what the whole export says."""

import polars as pl

from keycafe_clean.article.addresses import email_key, is_email_address
from keycafe_clean.columns.cell_shapes import is_mailbox_of_a_provider
from keycafe_clean.folding import folded_name

#: A domain of the company has at least this share of the addresses of the export, and is not one person's alone.
_COMPANY, _FEWEST = 0.02, 2

#: The ranks of addresses, the worst first.
NONE, BROKEN, OF_A_PROVIDER, ELSEWHERE, OF_THE_COMPANY = range(5)


def address_ranks(rows: pl.DataFrame) -> pl.Series:
    """Get the rank of each row's address (UInt8), the higher the better; 0 where there is none. Keeps the order."""
    address = rows.select(address=email_key("Email Address"))
    is_sound = address.select(is_email_address("address")).to_series().fill_null(value=False)
    domain = address.get_column("address").set(~is_sound, None).str.extract("@([^@]+)$")
    counted = pl.DataFrame({"address": address.get_column("address"), "domain": domain, "is_sound": is_sound})
    many = max(_FEWEST, _COMPANY * int(is_sound.sum()))
    people = pl.col("address").n_unique().over("domain")
    rank = (
        pl.when(pl.col("address").is_null())
        .then(NONE)
        .when(~pl.col("is_sound"))
        .then(BROKEN)
        .when(is_mailbox_of_a_provider("address"))
        .then(OF_A_PROVIDER)
        .when(people >= many)
        .then(OF_THE_COMPANY)
        .otherwise(ELSEWHERE)
    )
    return counted.select(address_rank=rank.cast(pl.UInt8)).to_series()


def name_counts(rows: pl.DataFrame) -> pl.Series:
    """Get how many rows have the rarest word of each row's name, as a first or as a last name (UInt32); 0 for nobody's.

    A slip is rarer than the name, and so is a first name in the place of the last. Keeps the order.
    """
    parts = [_rarest_word(rows.get_column(part)) for part in ("First Name", "Last Name")]
    return pl.DataFrame(parts).select(name_count=pl.min_horizontal(pl.all()).fill_null(0).cast(pl.UInt32)).to_series()


def _rarest_word(names: pl.Series) -> pl.Series:
    """Get how many of the names have the rarest word of each; asked once per distinct name."""
    counted = names.drop_nulls().alias("name").value_counts(name="rows")
    spelt = (
        counted.with_columns(word=folded_name(pl.col("name")).str.split(" ")).explode("word").unique(["name", "word"])
    )
    usual = spelt.with_columns(usual=pl.col("rows").sum().over("word")).group_by("name").agg(pl.col("usual").min())
    return names.to_frame("name").join(usual, on="name", how="left", maintain_order="left")["usual"].alias(names.name)
