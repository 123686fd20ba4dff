"""Who is already in Keycafe: people of the import history or of a list, found among the rows."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.findings import findings_of
from keycafe_clean.folding import folded_name

#: What a list of known people may have; each cell may be blank.
KNOWN = ("First Name", "Last Name", "Email Address")


def already_in_keycafe(rows: pl.DataFrame, known: pl.DataFrame) -> pl.Series:
    """Get the row_id of every row whose address a known person has, with a compatible name (a blank one fits any).

    Both frames have the columns `KNOWN`. An address without a compatible name is somebody else's: not found.
    """
    asked = known.select(key=email_key("Email Address"), known_name=_name()).drop_nulls("key")
    here = rows.select("row_id", key=email_key("Email Address"), here_name=_name())
    met = here.join(asked, on="key").filter(is_compatible_name(pl.col("here_name"), pl.col("known_name")))
    return met.get_column("row_id").unique().sort()


def partners_in_keycafe(rows: pl.DataFrame, left_out: pl.Series, known: pl.DataFrame) -> pl.DataFrame:
    """Get whom the other rows may be: the rows left out as known, and the known people whom no row has as address.

    The latter get row_ids above all others. The columns are those of `rows`, null where nothing is known.
    """
    told = rows.select(email_key("Email Address")).to_series().drop_nulls()
    elsewhere = known.select(KNOWN).filter(~email_key("Email Address").is_in(told.implode()).fill_null(value=False))
    above = pl.int_range(pl.len(), dtype=pl.UInt32) + rows.get_column("row_id").max() + 1
    here = rows.filter(pl.col("row_id").is_in(left_out.implode()))
    return pl.concat([here, elsewhere.with_columns(row_id=above)], how="diagonal")


def possibly_known(pairs: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every row that may be somebody who is already in Keycafe, by its likeliest pair.

    `pairs` are those of `suggest_duplicates()` over rows and `partners` together.
    """
    named = partners.select(other="row_id", value=pl.coalesce("Email Address", _spoken()))
    sides = [("left_row_id", "right_row_id"), ("right_row_id", "left_row_id")]
    turned = pl.concat(pairs.select("reason", "score", row_id=row, other=other) for row, other in sides)
    met = turned.join(named, on="other").filter(~pl.col("row_id").is_in(partners.get_column("row_id").implode()))
    likeliest = met.sort("row_id", -pl.col("score"), "other").unique("row_id", keep="first", maintain_order=True)
    return findings_of("possible_known", likeliest.with_columns(column=pl.lit("Email Address")))


def _spoken() -> pl.Expr:
    return pl.concat_str("First Name", "Last Name", separator=" ", ignore_nulls=True)


def _name() -> pl.Expr:
    parts = folded_name(pl.col("First Name", "Last Name"))
    return pl.concat_str(parts, separator=" ", ignore_nulls=True).replace("", None)
