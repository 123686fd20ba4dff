"""Any frame of people as it is compared for possible duplicates: raw cells become keys, one column a comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from keycafe_clean.digits import with_ascii_digits, without_zeros
from keycafe_clean.folding import folded_name
from keycafe_clean.steps.mojibake import repaired

#: A cell's expression in, the key's expression out.
Key = Callable[[pl.Expr], pl.Expr]

#: What of a cell is an address: `mailto:`, angle brackets, a second address and a trailing dot are not.
_ADDRESS = r"([^\s<>,;:()\"@]+@[^\s<>,;:()\"@]+\.[^\s<>,;:()\"@.]+)"

#: A comma between two words.
_COMMA = r"\w.*,.*\w"

#: A date among folded cells, in any order of its parts.
_DATE = r"^([0-9]{1,4}) ([0-9]{1,2}) ([0-9]{1,4})(?: |$)"


@dataclass(frozen=True)
class Identity:
    """Which columns of a frame say who somebody is; a name column alone holds the full name.

    `identifiers` hold a number of a person; `comparison_columns` are any others that tell people apart.
    """

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    identifiers: Sequence[str] = ()
    comparison_columns: Sequence[str] = ()

    @property
    def columns(self) -> list[str]:
        """Get every column that is named, once."""
        single = [name for name in (self.first_name, self.last_name, self.email) if name is not None]
        return list(dict.fromkeys([*single, *self.identifiers, *self.comparison_columns]))


def keys_of(records: pl.DataFrame, identity: Identity) -> pl.DataFrame:
    """Get the keys of records: keeps every row, in order; blanks are null and match nobody.

    `first`, `last` (folded; a full name is split), `email`, `mailbox` (its part before the @), `number:<column>` (small
    letters, no leading zeros) and `column:<column>` (folded; a date in any order of its parts).
    """
    columns = [*_names(records, identity)]
    if identity.email is not None:
        columns += _addresses(records.get_column(identity.email))
    for name in identity.identifiers:
        columns.append(_numbers(records.get_column(name)).alias(f"number:{name}"))
    for name in identity.comparison_columns:
        columns.append(column_keys(records.get_column(name)).alias(f"column:{name}"))
    return pl.DataFrame(columns)


def address_key(cell: pl.Expr) -> pl.Expr:
    """Yield the first address of a cell in small letters; null where there is none, or the cell is null."""
    return _tidy(cell).str.extract(_ADDRESS)


def number_key(cell: pl.Expr) -> pl.Expr:
    """Yield a number as it is compared: small letters and digits without leading zeros; null stays null.

    Null too where nothing is left, or a spreadsheet has rounded it (3.51E+06): it is nobody's.
    """
    tidy = with_ascii_digits(_tidy(cell))
    bare = without_zeros(tidy).str.replace_all(r"[^\p{L}\p{N}]", "")
    return pl.when(~tidy.str.contains(r"^[0-9](\.[0-9]+)?e\+[0-9]+$") & (bare != "")).then(bare)


def exact_number(cells: pl.Series) -> pl.Series:
    """Get numbers as certain matching compares them: small letters without outer blanks. 000123 is not 123.

    Keeps every cell, in order; null stays null, and nothing but blanks becomes null.
    """
    small = cells.str.strip_chars().str.to_lowercase()
    return small.set(small == "", None)


def column_keys(cells: pl.Series) -> pl.Series:
    """Get any other cells as they are compared: folded like a name; a date as year, then its other parts by size.

    Keeps every cell, in order; null stays null.
    """
    plain = _by_distinct(cells, lambda cell: _name_key(with_ascii_digits(cell)))
    return _where_unsettled(plain, ~plain.str.contains(_DATE), _date_key).alias(cells.name)


def _date_key(plain: pl.Expr) -> pl.Expr:
    parts = plain.str.extract_groups(_DATE).struct
    one, middle, other = (parts.field(name).cast(pl.UInt32) for name in "123")
    rest = pl.min_horizontal(one, other)
    small, large = (side(rest, middle).cast(pl.String).str.zfill(2) for side in (pl.min_horizontal, pl.max_horizontal))
    year = pl.max_horizontal(one, other)
    # The larger outer part is the year, unless all are small: a number of two figures may be any of the three.
    return pl.when(year > 31).then(pl.concat_str(year, small, large, separator=" ")).otherwise(plain)


def _tidy(cell: pl.Expr) -> pl.Expr:
    return cell.str.normalize("NFKC").str.replace_all(r"\p{Cf}", "").str.strip_chars().str.to_lowercase()


def _addresses(cells: pl.Series) -> list[pl.Series]:
    small = cells.str.to_lowercase()
    plain = small.str.contains(r"^[a-z0-9._+\-]+@[a-z0-9\-][a-z0-9.\-]*\.[a-z0-9\-]+$")
    address = _where_unsettled(small, plain, address_key).alias("email")
    return [
        address,
        address.to_frame()
        .select(mailbox=pl.col("email").str.head(pl.col("email").str.find("@", literal=True)))
        .to_series(),
    ]


def _numbers(cells: pl.Series) -> pl.Series:
    small = cells.str.to_lowercase().str.strip_chars_start("0")
    return _where_unsettled(small, small.str.contains(r"^[a-z0-9]+$"), number_key)


def _where_unsettled(cells: pl.Series, settled: pl.Series, key: Key) -> pl.Series:
    """Get the cells, with the key of those that are not settled by how they look: most are, and the key is dear."""
    places = (~settled).arg_true()
    if places.is_empty():
        return cells
    return cells.scatter(places, _by_distinct(cells.gather(places), key))


def _by_distinct(cells: pl.Series, key: Key) -> pl.Series:
    """Get the key of every cell, asked once per distinct one."""
    distinct = cells.unique().to_frame("cell")
    return (
        cells.to_frame("cell")
        .join(distinct.with_columns(key=key(pl.col("cell"))), on="cell", how="left", maintain_order="left")
        .get_column("key")
    )


def _names(records: pl.DataFrame, identity: Identity) -> list[pl.Series]:
    """Get `first` and `last`; a cell that holds both (`Last, First`, or the only name column) is split."""
    given = [name for name in (identity.first_name, identity.last_name) if name is not None]
    if not given:
        return []
    last = records.get_column(given[-1])
    if len(given) == 1:
        return _split(last)
    first = records.get_column(given[0])
    alone = (first.is_null() & last.str.contains(_COMMA)).fill_null(value=False).arg_true()
    keys = [_by_distinct(names, _name_key) for names in (first, last)]
    if alone.is_empty():
        return [key.alias(name) for key, name in zip(keys, ("first", "last"), strict=True)]
    split = _split(last.gather(alone))
    return [key.scatter(alone, part).alias(part.name) for key, part in zip(keys, split, strict=True)]


def _split(full_names: pl.Series) -> list[pl.Series]:
    """Get `first` and `last` of full names: at the comma (`Last, First`), else before the last word."""
    cell = pl.col("cell")
    has_comma = cell.str.contains(_COMMA)
    surname = pl.when(has_comma).then(cell.str.extract("^([^,]*),")).otherwise(cell.str.extract(r"(\S+)\s*$"))
    given = pl.when(has_comma).then(cell.str.extract(",(.*)$")).otherwise(cell.str.extract(r"^\s*(.*\S)\s+\S+\s*$"))
    distinct = full_names.unique().to_frame("cell").with_columns(first=_name_key(given), last=_name_key(surname))
    joined = full_names.to_frame("cell").join(distinct, on="cell", how="left", maintain_order="left")
    return [joined.get_column("first"), joined.get_column("last")]


def _name_key(cell: pl.Expr) -> pl.Expr:
    return folded_name(repaired(cell))
