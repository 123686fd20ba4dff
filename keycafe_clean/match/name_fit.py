"""Whether two names, folded as `folding` does, can belong to one person. Expressions only."""

import polars as pl

#: Names of more parts are not compared part by part, only as sets: nobody writes five initials.
_PARTS = 4


def is_same_person_name(left: str, right: str) -> pl.Expr:
    """Yield whether two full names are compatible; never null.

    Reads the folded `first<left>`, `last<left>`, `first<right>` and `last<right>`. A blank fits any; an initial fits
    its name; fewer given names or surnames fit more of them (Ana and Ana María, Schmidt and Schmidt-Berg).
    """
    first = fits(pl.col(f"first{left}"), pl.col(f"first{right}"))
    return first & fits(pl.col(f"last{left}"), pl.col(f"last{right}"))


def fits(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether two folded names (both given names, or both surnames) can be one; never null, a blank fits any."""
    together = left.str.replace_all(" ", "", literal=True) == right.str.replace_all(" ", "", literal=True)
    left_parts, right_parts = left.str.split(" "), right.str.split(" ")
    either = _is_within(left_parts, right_parts) | _is_within(right_parts, left_parts)
    return (together | either | _fits_part_by_part(left_parts, right_parts)).fill_null(value=True)


def _is_within(few: pl.Expr, many: pl.Expr) -> pl.Expr:
    return few.list.set_difference(many).list.len() == 0


def _fits_part_by_part(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether every part fits the part in its place: equal, an initial of it, or nothing there."""
    places = [(_part(left, place), _part(right, place)) for place in range(_PARTS)]
    few = (left.list.len() <= _PARTS) & (right.list.len() <= _PARTS)
    return few & pl.all_horizontal((a == b) | _is_initial(a, b) | _is_initial(b, a) for a, b in places)


def _part(parts: pl.Expr, place: int) -> pl.Expr:
    return parts.list.get(place, null_on_oob=True)


def _is_initial(initial: pl.Expr, part: pl.Expr) -> pl.Expr:
    return (initial.str.len_chars() == 1) & part.str.starts_with(initial)
