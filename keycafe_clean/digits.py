"""Digits of every script as the ten of ASCII: what is read as a number or a date must not depend on who typed it."""

import unicodedata
from functools import cache

import polars as pl

#: Unicode has no decimal digits beyond its second plane, and ASCII's own are before the first of these signs.
_FIRST, _END = 0x80, 0x20000


def with_ascii_digits(cell: pl.Expr) -> pl.Expr:
    """Yield the cell with every decimal digit (`٣`, `३`, `３`) as the ASCII one; the rest, and null, stays."""
    return cell.str.replace_many(_digits())


def in_ascii_digits(cells: pl.Series) -> pl.Series:
    """Get cells with ASCII digits; quick where every cell is ASCII. Keeps the order, the name and null."""
    if (cells.str.len_bytes() == cells.str.len_chars()).all():
        return cells
    return cells.to_frame().select(with_ascii_digits(pl.col(cells.name))).to_series()


@cache
def _digits() -> dict[str, str]:
    signs = map(chr, range(_FIRST, _END))
    return {sign: str(unicodedata.decimal(sign)) for sign in signs if unicodedata.decimal(sign, -1) >= 0}
