"""Digits of every script as the ten of ASCII: what is read as a number or a date must not depend on who typed it."""

import unicodedata
from functools import cache

import polars as pl

from keycafe_clean.ascii import are_ascii

#: Unicode has no decimal digits beyond its second plane, and ASCII's own are before the first of these signs.
_FIRST, _END = 0x80, 0x20000


def with_ascii_digits(cell: pl.Expr) -> pl.Expr:
    """Yield the cell with every decimal digit (`٣`, `३`, `３`) as the ASCII one; the rest, and null, stays."""
    return cell.str.replace_many(*_digits())


def in_ascii_digits(cells: pl.Series) -> pl.Series:
    """Get cells with ASCII digits; quick where every cell is ASCII. Keeps the order, the name and null."""
    if are_ascii(cells):
        return cells
    return cells.to_frame().select(with_ascii_digits(pl.col(cells.name))).to_series()


def without_zeros(number: pl.Expr) -> pl.Expr:
    """Yield the number in small letters without leading zeros or a trailing `.0`, which spreadsheets take and give.

    Null where the cell is null, or nothing is left.
    """
    bare = number.str.strip_chars().str.to_lowercase().str.replace(r"^([0-9]+)\.0$", "${1}").str.strip_chars_start("0")
    return bare.replace("", None)


@cache
def _digits() -> tuple[pl.Expr, pl.Expr]:
    """Get the digits, and what each is in ASCII, as two lists."""
    signs = [sign for sign in map(chr, range(_FIRST, _END)) if unicodedata.decimal(sign, -1) >= 0]
    plain = [str(unicodedata.decimal(sign)) for sign in signs]
    return pl.lit(pl.Series(signs).implode()), pl.lit(pl.Series(plain).implode())
