"""Who is already in Keycafe: people of the import history or of a list, found among the rows."""

import polars as pl

from keycafe_clean.who import email_key, is_compatible_name, name_key

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


def _name() -> pl.Expr:
    return pl.concat_str(name_key("First Name"), name_key("Last Name"), separator=" ", ignore_nulls=True).replace(
        "", None
    )
