"""Rewriting cells at the price of the cells that need it: clean values are the majority, and names repeat."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import polars as pl

#: To find out which of so few cells are different costs more than to ask about all of them.
_FEW = 100

#: A cell in, a test of it or what it becomes out; both see nothing but the cell.
Cell = Callable[[pl.Expr], pl.Expr]


def rewrite(
    frame: pl.DataFrame, columns: Iterable[str], *, where: Cell, to: Cell, only: Cell | None = None
) -> pl.DataFrame:
    """Replace the cells of `columns` where `where` holds by what `to` makes of them, once per distinct value.

    `only` is a dearer test, which is asked of those cells alone. Keeps every row, in order; a null cell stays null.
    """
    texts = [column for column in columns if frame.schema[column] == pl.String]
    doubtful = frame.select(_asked(where, column) for column in texts)
    if not any(doubtful.get_column(column).any() for column in texts):
        return frame
    return frame.with_columns(
        rewritten(frame.get_column(column), doubtful.get_column(column), to, only) for column in texts
    )


@lru_cache(maxsize=1_000)
def _asked(where: Cell, column: str) -> pl.Expr:
    """Yield where a test holds in a column; made once for each test and column, since every run asks the same."""
    return where(pl.col(column)).fill_null(value=False).alias(column)


def rewritten(cells: pl.Series, doubtful: pl.Series, to: Cell, only: Cell | None = None) -> pl.Series:
    """Get the cells with the doubtful ones replaced by what `to` makes of them, once per distinct value.

    Keeps every cell, in order. `doubtful` says of each whether it is (Boolean, of the same length, never null); `only`
    tells which of those are, where it is given.
    """
    if not doubtful.any():
        # Patterns are compiled for nothing, too, and most columns have no such cell.
        return cells
    values = pl.DataFrame({"value": cells.filter(doubtful).unique()})
    values = values if only is None else values.filter(only(pl.col("value")))
    if values.is_empty():
        return cells
    pairs = values.with_columns(new=to(pl.col("value"))).filter(pl.col("value").ne_missing(pl.col("new")))
    if pairs.is_empty():
        return cells
    changed = cells.filter(doubtful).replace(pairs.get_column("value"), pairs.get_column("new"))
    return _put_back(cells, doubtful, changed)


def _put_back(cells: pl.Series, places: pl.Series, changed: pl.Series) -> pl.Series:
    """Get the cells with those at `places` taken, in order, from `changed`; the others are only passed on."""
    taken = pl.when(places).then(cells.len() + places.cum_sum() - 1).otherwise(pl.int_range(cells.len()))
    return pl.concat([cells, changed]).gather(pl.select(taken).to_series())


def holds(cells: pl.Series, test: Cell) -> pl.Series:
    """Get for every cell whether the test holds, in order, asked once per distinct value; false where it is null."""
    if cells.null_count() == cells.len():
        # Patterns are compiled for nothing, too.
        return cells.is_not_null()
    if cells.len() <= _FEW:
        told = pl.DataFrame({"value": cells}).with_columns(held=test(pl.col("value")) & pl.col("value").is_not_null())
        return told.get_column("held").fill_null(value=False).alias(cells.name)
    values = pl.DataFrame({"value": cells.drop_nulls().unique()})
    return cells.is_in(values.filter(test(pl.col("value"))).to_series().implode()).fill_null(value=False)


def first_said(values: pl.DataFrame, meanings: Sequence[pl.Expr], *, otherwise: str) -> pl.DataFrame:
    """Get the values with the first meaning that says something, `meaning`; `otherwise` where none does. In no order.

    Each is asked only of what the ones before do not know: most words are known as they stand, and patterns are dear.
    """
    told = []
    for meaning in meanings:
        said = values.with_columns(meaning=meaning)
        told.append(said.drop_nulls("meaning"))
        values = said.filter(pl.col("meaning").is_null()).drop("meaning")
        if values.is_empty():
            break
    return pl.concat([*told, values.with_columns(meaning=pl.lit(otherwise))])


def contains(text: str) -> Cell:
    """Get the test whether a cell contains `text` to the letter."""
    return lambda cell: cell.str.contains(text, literal=True)


def matches(pattern: str) -> Cell:
    """Get the test whether a cell matches `pattern` anywhere."""
    return lambda cell: cell.str.contains(pattern)


def squashed(cell: pl.Expr) -> pl.Expr:
    """Yield the cell without outer blanks and with single inner ones; null stays null."""
    return cell.str.strip_chars(" ").str.replace_all(r" {2,}", " ")


def filled(cell: pl.Expr) -> pl.Expr:
    """Yield the cell, null where nothing is in it."""
    return cell.replace("", None)
