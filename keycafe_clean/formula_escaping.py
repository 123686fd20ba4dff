"""Cells that no spreadsheet runs as formulas, and the same cells as they were.

A mark is an apostrophe. It stands where a program may see a cell begin: at its start, and inside it behind a semicolon,
a tab or a line end, since a spreadsheet of another country splits there and then heeds no quotes.
"""

import polars as pl

#: Begins a formula; with the full-width and small signs that some programs take for the plain ones.
_SIGN = r"[=+\-@＝＋－＠﹦﹢﹣﹫−]"

#: May stand before a sign without making it harmless: blanks, what is not seen, quotes, and marks.
_LEAD = r"[ '\"\p{Zs}\p{Cf}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*"

#: Behind these another cell may begin.
_END = r"[;\t\r\n]"

#: A cell that begins with one of these is trimmed by some programs, others move it to the next cell.
_GAP = r"[\t\r\n]"


def mark(cell: pl.Expr) -> pl.Expr:
    """Yield the cell with an apostrophe wherever a spreadsheet would see a formula begin; null stays null.

    What looks like a mark already is marked once more, so that `unmark` gives every cell back.
    """
    signs = cell.str.replace_all(rf"(^|{_END})({_LEAD}{_SIGN})", "${1}'${2}")
    return signs.str.replace(rf"^({_LEAD}{_GAP})", "'${1}")


def unmark(cell: pl.Expr) -> pl.Expr:
    """Yield the cell without the marks of `mark`; what has none is as it was, `O'Neill` and `'t Hooft` too.

    Null stays null.
    """
    gaps = cell.str.replace(rf"^'({_LEAD}{_GAP})", "${1}")
    return gaps.str.replace_all(rf"(^|{_END})'({_LEAD}{_SIGN})", "${1}${2}")
