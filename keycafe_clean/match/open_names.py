"""Names that could not be cut, among the rows of one person: no other spelling of the name answers for them."""

import polars as pl

from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.steps.full_name.split import LIKELY


def has_open_name(rows: pl.DataFrame) -> pl.Expr:
    """Yield whether a row has no name but a whole one that could only be guessed how to cut; never null.

    Reads First Name, Last Name and the likely parts (`split_full_name`) as far as `rows` has them.
    """
    cut = [cell_of(rows, part).is_not_null() for part in LIKELY]
    guessed = [cell_of(rows, guess).is_not_null() for guess in LIKELY.values()]
    return pl.any_horizontal(guessed) & ~pl.any_horizontal(cut)


def same_letters(rows: pl.DataFrame) -> pl.Expr:
    """Yield the letters of a row's name in the order of the alphabet: `Post, Ida` is `IDA POST`; null where nobody's.

    Accents count. Reads what `whole_name()` reads.
    """
    return name_letters(whole_name(rows).str.to_lowercase()).str.split("").list.sort().list.join("")


def name_letters(name: pl.Expr) -> pl.Expr:
    """Yield a name without signs and blanks; accents stay. Null stays null."""
    return name.str.normalize("NFC").str.replace_all(r"[^\p{L}\p{M}\p{N}]", "")


def names_left_open(beside: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get each part of a kept name that another row of the person, with an open name, may have otherwise.

    `row_id` (the kept row), `column`, `suggestion`, `value` (the open name) and `other_row_id`, by row and part; not
    where the other name is the same, nor where the kept one is open itself. Takes what `cells_beside_kept()` returns,
    and its rows.
    """
    guesses = [cell_of(rows, guess).alias(guess) for guess in LIKELY.values()]
    is_open = rows.filter(has_open_name(rows)).select("row_id", *guesses, name=whole_name(rows))
    other = beside.filter(~pl.col("same_name") & ~pl.col("kept_open") & pl.col("kept_value").is_not_null())
    parts = other.filter(pl.col("column").is_in(list(LIKELY))).join(is_open, on="row_id")
    guess = pl.when(pl.col("column") == "First Name").then(LIKELY["First Name"]).otherwise(LIKELY["Last Name"])
    told = parts.with_columns(suggestion=guess).filter(pl.col("suggestion").is_not_null() & _differs())
    first = told.sort("kept", "column", "rank").unique(["kept", "column"], keep="first", maintain_order=True)
    return first.select("column", "suggestion", value="name", row_id="kept", other_row_id="row_id")


def _differs() -> pl.Expr:
    here, there = (name_letters(pl.col(cell).str.to_lowercase()) for cell in ("suggestion", "kept_value"))
    return here != there
