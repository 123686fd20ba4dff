"""How often words stand in a table: what stands once, in a row of column names, is no cell of a person."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import polars as pl


@dataclass(frozen=True)
class Occurrences:
    """How often each of these words stands among the cells of a table; others, blank ones too, are not counted.

    The words have no blanks around them. All are counted in one pass, when the first is asked for: a large table has
    hundreds of rows to be judged by their cells.
    """

    cells: pl.DataFrame
    words: Collection[str]

    def in_cells(self, word: str) -> int:
        """Count the cells that are this word, to the letter."""
        return self._in_cells.get(word, 0)

    def in_rows(self, word: str) -> int:
        """Count the rows with a cell that is this word, but for blanks around it."""
        return self._in_rows.get(word, 0)

    @cached_property
    def _in_cells(self) -> dict[str, int]:
        exact = self._found.filter(pl.col("cell") == pl.col("word"))
        return _counts(exact.get_column("word"))

    @cached_property
    def _in_rows(self) -> dict[str, int]:
        return _counts(self._found.unique(["word", "row"]).get_column("word"))

    @cached_property
    def _found(self) -> pl.DataFrame:
        """Get `row`, `cell` and `word` of each cell that is one of the words."""
        words = pl.lit(pl.Series([*self.words], dtype=pl.String).implode())
        rows = self.cells.lazy().select(pl.all().name.prefix("cell.")).with_row_index("row")
        by_column = (
            rows.select("row", cell=f"cell.{name}")
            .with_columns(word=pl.col("cell").str.strip_chars())
            .filter(pl.col("word").is_in(words))
            for name in self.cells.columns
        )
        return pl.concat(pl.collect_all(by_column))


def _counts(words: pl.Series) -> dict[str, int]:
    counted = words.value_counts(name="count")
    return dict(zip(counted.get_column("word"), counted.get_column("count"), strict=True))
