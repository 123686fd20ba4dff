"""Rows of people as they are compared: one column a key, blanks null."""

from functools import cache

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.folding import folded_local, folded_name, folded_names, marked_names
from keycafe_clean.match.name_fit import is_whole_name, joined
from keycafe_clean.words.letters import puts_last_name_first

#: Text that is compared as it stands; a column that is not mapped is blank.
_CELLS = ("Badge Code", "department", "location")

#: The columns that hold a name.
NAMES = ("First Name", "Last Name", "full_name")


def people_of(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the keys of tidied rows: keeps every row, in order.

    Adds to `row_id` and the cells: `start_date` (`first_day()`), `first` and `last` (folded), `whole` (the folded name,
    as it was read where it could not be cut; an address or its part before the @ is no name), `marked` (the same with
    its marks), `email` (what can be an address, in small letters), `employee_id` (without outer blanks, in small
    letters), `is_active` (Boolean), `start_day` (Date); null: not known.
    """
    return _keys_of(rows) if rows.height else _of_nobody()


@cache
def _of_nobody() -> pl.DataFrame:
    return _keys_of(pl.DataFrame(schema={"row_id": pl.UInt32}))


def _keys_of(rows: pl.DataFrame) -> pl.DataFrame:
    named = rows.with_columns(_unless_address(rows, name).alias(name) for name in NAMES if name in rows.columns)
    # Step by step: what is read twice in one step is made twice.
    told = named.with_columns(whole_name(named).alias("whole"), addresses_of(rows))
    # With `row_id`, so that blanks are as many as the rows where no column has names.
    names = told.select("row_id", *(cell_of(rows, name) for name in ("First Name", "Last Name")), "whole")
    first, last, whole = map(folded_names, names.drop("row_id"))
    return told.select(
        "row_id",
        *(cell_of(rows, name) for name in _CELLS),
        start_date=first_day(rows),
        first=first,
        last=last,
        whole=whole,
        marked=marked_names(names.get_column("whole")),
        email="email",
        employee_id=employee_number(rows),
        is_active=cell_of(rows, "is_active", pl.Boolean()),
        start_day=present_start(rows),
    )


def addresses_of(rows: pl.DataFrame) -> pl.Series:
    """Get the addresses of rows as they are compared: `email` of `people_of()`, without the names, which are dear."""
    # With `row_id`, so that blanks are as many as the rows where no column has addresses.
    keys = rows.select("row_id", email=cell_of(rows, "Email Address")).select(email_key("email"))
    return keys.select(pl.when(pl.col("email").str.contains("@", literal=True)).then("email")).to_series()


def first_day(rows: pl.DataFrame) -> pl.Expr:
    """Yield the first day as it is compared: `YYYY-MM-DD` of a day that could be read, else as it stands.

    Two files write one day in two ways. Null where blank.
    """
    day = cell_of(rows, "day.start_date", pl.Date())
    return pl.coalesce(day.dt.to_string("%Y-%m-%d"), cell_of(rows, "start_date")).alias("start_date")


def employee_number(rows: pl.DataFrame) -> pl.Expr:
    """Yield the employee number as it is compared: in small letters, without outer blanks; null where blank."""
    number = cell_of(rows, "employee_id").str.strip_chars().str.to_lowercase()
    return number.replace("", None)


def half_named(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows of half a name: `row_id`, the `column` that is missing, and what is there of the name (`value`).

    In no order. A row whose name could not be cut, or that has none, is not among them. Reads what `people_of()` reads.
    """
    is_cut = pl.col("first").is_not_null() | pl.col("last").is_not_null()
    half = people_of(rows).filter(is_cut & ~is_whole_name())
    column = pl.when(pl.col("last").is_null()).then(pl.lit("Last Name"))
    told = rows.select("row_id", value=whole_name(rows))
    missing = half.select("row_id", column=column.otherwise(pl.lit("First Name")))
    return missing.join(told, on="row_id")


def is_own_address() -> pl.Expr:
    """Yield whether an address is made of the row's first name, or of both (`jo@`, `j.ng@`, `ngjo@`); null: unknown.

    Reads `first`, `last` and `email` of `people_of()`.
    """
    first, last = (joined(pl.col(part)) for part in ("first", "last"))
    mailbox = folded_name(pl.col("email").str.extract("^([^@]+)@").str.replace_all(r"\d", " "))
    both = pl.concat_list(made for given in (first, first.str.head(1)) for made in (given + last, last + given))
    # Lists, so that the address is folded once for all spellings, not once for each.
    words = mailbox.str.split(" ").list.contains(first, nulls_equal=False)
    return (first.str.len_chars() > 1) & (words | both.list.contains(joined(mailbox), nulls_equal=False))


def is_made_of_name() -> pl.Expr:
    """Yield whether an address is made of a given and a last name of the row: `ana.ruiz@`, `aruiz@`; null: unknown.

    Of `Ana María` and `Ruiz Mora` one word each is enough. Reads `first`, `last` and `email` of `people_of()`.
    """
    letters = folded_local(pl.col("email")).str.replace_all(r"[^\p{L}]", "")
    first, last = pl.col("first"), pl.col("last")
    givens = (joined(first), first.str.extract(r"^(\S+)"), first.str.head(1))
    lasts = (joined(last), last.str.extract(r"^(\S+)"), last.str.extract(r"(\S+)$"))
    both = pl.concat_list(made for a in givens for b in lasts for made in (a + b, b + a))
    return both.list.contains(letters, nulls_equal=False)


def present_start(rows: pl.DataFrame) -> pl.Expr:
    """Yield the first day of the present employment (Date): the later one of whoever came back; null: not known.

    Of `day.start_date` and `day.rehire_date` those that `rows` has.
    """
    return pl.max_horizontal(cell_of(rows, f"day.{column}", pl.Date()) for column in ("start_date", "rehire_date"))


def whole_name(rows: pl.DataFrame) -> pl.Expr:
    """Yield both parts of the name, or the one that is there; where it could not be cut, as it was read; null: none.

    East Asian signs stand last name first, as they do where nobody cuts them.
    Of the columns `NAMES` those that `rows` has.
    """
    first, last = cell_of(rows, "First Name"), cell_of(rows, "Last Name")
    usual, turned = (pl.concat_str(*both, separator=" ", ignore_nulls=True) for both in ((first, last), (last, first)))
    parts = pl.when(puts_last_name_first(usual)).then(turned).otherwise(usual)
    return pl.when(first.is_not_null() | last.is_not_null()).then(parts).otherwise(cell_of(rows, "full_name"))


def _unless_address(rows: pl.DataFrame, name: str) -> pl.Expr:
    """Yield a name; null where an address stands in its place, or what stands before the @ of it (`jo.ng`, `jo2`)."""
    is_address = pl.col(name).str.contains("@", literal=True)
    if name == "full_name":
        account = cell_of(rows, "Email Address").str.extract(r"^([^@]*[\d._-][^@]*)@").str.to_lowercase()
        is_address |= (pl.col(name).str.to_lowercase() == account).fill_null(value=False)
    return pl.when(~is_address).then(name)


def cell_of(rows: pl.DataFrame, column: str, kind: pl.DataType = pl.String()) -> pl.Expr:  # noqa: B008
    """Yield a column, text if nothing else is said, or blanks where the frame has none of that name."""
    return pl.col(column) if column in rows.columns else pl.lit(None, kind).alias(column)
