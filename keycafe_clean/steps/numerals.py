"""Days written in Chinese numerals, in figures: `民國一一五年九月三十日`, `二〇二六年八月三十一日`."""

from functools import cache
from itertools import product
from typing import Final

import polars as pl

_SIGNS: Final = "〇一二三四五六七八九"

#: Numerals before the sign of a year, a month or a day: what else they stand for is left as it is.
_DATED: Final = r"^[^0-9]*[〇零一二三四五六七八九十百廿卅元]+\s?年[^0-9]*[月日號号]"


def with_figures(cell: pl.Expr) -> pl.Expr:
    """Yield a cell with the numerals of its date as figures; the rest, and null, stays."""
    return pl.when(cell.str.contains(_DATED)).then(cell.str.replace_many(_numerals(), leftmost=True)).otherwise(cell)


@cache
def _numerals() -> dict[str, str]:
    """Get every numeral up to 199 with its figures, the longest first: of those that begin at one sign it is meant."""
    spelled = {text: str(number) for number in range(10, 200) for text in _spelled(number)}
    signs = {**{sign: str(number) for number, sign in enumerate(_SIGNS)}, "零": "0"}
    return dict(sorted((spelled | signs).items(), key=lambda item: -len(item[0])))


def _spelled(number: int) -> set[str]:
    """Get the ways to spell a number: 115 is 一百一十五 and 一百十五, 12 is 十二 and 一十二, 21 is 二十一 and 廿一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    middles = {0: ("", "零"), 1: ("十", "一十"), 2: ("二十", "廿"), 3: ("三十", "卅")}
    last = _SIGNS[ones] if ones else ""
    first = "一百" if hundreds else ""
    return {f"{one}{two}{last}" for one, two in product((first,), middles.get(tens, (f"{_SIGNS[tens]}十",)))}
