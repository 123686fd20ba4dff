"""Which cells hold ASCII alone: most do, and the patterns for all other letters are many times as dear."""

import polars as pl

#: The name of the cells that are computed with.
CELL = pl.col("cell")


def are_ascii(cells: pl.Series) -> bool:
    """Tell whether no cell has a letter beyond ASCII."""
    return not cells.to_frame("cell").select(has_non_ascii(CELL).any()).item()


def has_non_ascii(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell holds anything beyond ASCII; null stays null. Much cheaper than a pattern."""
    return cell.str.len_bytes() != cell.str.len_chars()


def quick_where_ascii(cells: pl.Series, quick: pl.Expr, thorough: pl.Expr, *, also: str | None = None) -> pl.Series:
    """Get what `thorough` makes of each text (`CELL`), in order; ASCII ones by `quick`, which makes the same of them.

    Those that hold the sign `also` go the thorough way too. Keeps the name of the series.
    """
    is_other = has_non_ascii(CELL) if also is None else has_non_ascii(CELL) | CELL.str.contains(also, literal=True)
    table = cells.to_frame("cell")
    places = table.select(is_other.fill_null(value=False)).to_series().arg_true()
    made = table.select(quick).to_series().alias(cells.name)
    return made if places.is_empty() else made.scatter(places, table[places].select(thorough).to_series())
