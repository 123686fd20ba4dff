"""Active Directory's userAccountControl: a number, or names of its bits, of which one is that of a closed account."""

import polars as pl

#: The bit of a disabled account, and the smallest number that any account has.
_DISABLED_BIT, _SMALLEST_CONTROL = 2, 512


def is_disabled(cell: pl.Expr) -> pl.Expr:
    """Yield whether userAccountControl (`514`, `0x202`, `ACCOUNTDISABLE`) says so; null: the cell is none."""
    number = pl.coalesce(
        cell.str.extract(r"^(\d{3,10})$").cast(pl.Int64, strict=False),
        cell.str.extract(r"^0[xX]([0-9a-fA-F]{3,8})$").str.to_integer(base=16, strict=False),
    )
    named = cell.str.to_uppercase().str.replace_all(r"[_\s]", "")
    return (
        pl.when(number >= _SMALLEST_CONTROL)
        .then((number & _DISABLED_BIT) > 0)
        .when(named.str.contains("ACCOUNTDISABLE", literal=True))
        .then(pl.lit(value=True))
        .when(named.str.contains("NORMALACCOUNT", literal=True))
        .then(pl.lit(value=False))
    )
