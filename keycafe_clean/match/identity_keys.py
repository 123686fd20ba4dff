"""Rows of people as they are compared: one column a key, blanks null."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.folding import folded_name

#: Text that is compared as it stands; a column that is not mapped is blank.
_CELLS = ("Badge Code", "start_date", "department", "location")


def people_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the keys of tidied rows: keeps every row, in order.

    Adds to `row_id` and the cells: `first` and `last` (folded), `whole` (the folded name, as it was read where it could
    not be cut), `email` (what can be an address, in small letters), `employee_id` (without outer blanks, in small
    letters), `is_active` (Boolean), `start_day` (Date); null: not known.
    """
    number = cell_of(rows, "employee_id").str.strip_chars().str.to_lowercase()
    address = email_key("Email Address")
    return rows.with_columns(cell_of(rows, "Email Address").alias("Email Address")).select(
        "row_id",
        *(cell_of(rows, name) for name in _CELLS),
        first=folded_name(cell_of(rows, "First Name")),
        last=folded_name(cell_of(rows, "Last Name")),
        whole=folded_name(whole_name(rows)),
        email=pl.when(address.str.contains("@", literal=True)).then(address),
        employee_id=pl.when(number != "").then(number),
        is_active=cell_of(rows, "is_active", pl.Boolean()),
        start_day=present_start(rows),
    )


def present_start(rows: pl.DataFrame) -> pl.Expr:
    """Yield the first day of the present employment (Date): the later one of whoever came back; null: not known."""
    return pl.max_horizontal(cell_of(rows, f"day.{column}", pl.Date()) for column in ("start_date", "rehire_date"))


def whole_name(rows: pl.DataFrame) -> pl.Expr:
    """Yield both parts of the name, or the one that is there; where it could not be cut, as it was read."""
    first, last = cell_of(rows, "First Name"), cell_of(rows, "Last Name")
    parts = pl.concat_str(first, last, separator=" ", ignore_nulls=True)
    return pl.when(first.is_not_null() | last.is_not_null()).then(parts).otherwise(cell_of(rows, "full_name"))


def cell_of(rows: pl.DataFrame, column: str, kind: pl.DataType = pl.String()) -> pl.Expr:  # noqa: B008
    """Yield a column, text if nothing else is said, or blanks where the frame has none of that name."""
    return pl.col(column) if column in rows.columns else pl.lit(None, kind).alias(column)
