"""The cells of a key as they are compared: text as it stands, and the same with the zeros in front lost."""

import polars as pl

from keycafe_clean.columns.cell_shapes import is_blank, is_said_to_be_blank
from keycafe_clean.digits import in_ascii_digits, without_zeros
from keycafe_clean.export import Source
from keycafe_clean.steps.text import as_shown


def key_cells(source: Source, header: str) -> pl.DataFrame:
    """Get the people of a source who have a key: row_id, source_row, `value`, and the key as it is compared.

    `exact` is in small letters, `loose` has no zeros in front either. In order; who has none, or `n/a`, is not there.
    """
    shown = in_ascii_digits(as_shown(source.cells.get_column(header)).alias("value")).str.strip_chars()
    people = source.rows.select("row_id", "source_row", "not_people").with_columns(shown)
    filled = people.filter(pl.col("not_people").is_null(), ~_says_nothing("value"))
    # Of zeros alone one is left.
    loose = pl.coalesce(without_zeros(pl.col("exact")), pl.lit("0"))
    return filled.drop("not_people").with_columns(exact=_exact("value")).with_columns(loose=loose)


def _exact(column: str) -> pl.Expr:
    """Yield a key as it is compared: a whole number without decimals, a day that can be read in one way as YYYY-MM-DD.

    A day with signs between that are no dots may have its month first, and the number of a day is a number.
    """
    key = pl.col(column).str.to_lowercase().str.replace(r"^([0-9]+)\.0+$", "${1}")
    by_dots = key.str.to_date("%d.%m.%Y", strict=False).dt.to_string("%Y-%m-%d")
    at_midnight = key.str.extract(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[ t]00:00(?::00(?:\.0+)?)?z?$")
    return pl.coalesce(by_dots, at_midnight, key)


def filled_cells(headers: list[str]) -> list[pl.Expr]:
    """Yield the cells of these headers; those that say nothing are null."""
    return [pl.when(~_says_nothing(header)).then(header).alias(header) for header in headers]


def as_compared(header: str) -> pl.Expr:
    """Yield a cell as it is compared with another one: in small letters, without outer blanks."""
    return pl.col(header).str.strip_chars().str.to_lowercase()


def _says_nothing(header: str) -> pl.Expr:
    return is_blank(header) | is_said_to_be_blank(header).fill_null(value=False)
