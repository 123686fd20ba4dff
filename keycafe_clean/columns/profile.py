"""A source column by column: what its headers mean and what its cells say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from keycafe_clean.columns.cell_shapes import is_said_to_be_blank
from keycafe_clean.columns.spellings import Meaning
from keycafe_clean.columns.together import meanings_of
from keycafe_clean.export import Source
from keycafe_clean.folding import without_accents
from keycafe_clean.sampling import evenly_spread
from keycafe_clean.steps.text import as_shown

#: A column in, whether its cells are so out.
CellTest = Callable[[str], pl.Expr]

#: How many rows, evenly spread, are asked what a column holds: shares are right to a hundredth, whatever the file.
_SAMPLE_ROWS = 10_000


@dataclass(frozen=True)
class Table:
    """The people of a source; rows that are no people have no say."""

    source: Source

    @cached_property
    def meanings(self) -> dict[str, Meaning]:
        """Get what each header means that is in the vocabulary."""
        return meanings_of(self.source.headers)

    @cached_property
    def sample(self) -> pl.DataFrame:
        """Get up to 10,000 rows of people, evenly spread, in order, with every column of the source.

        Outer blanks and what nobody sees are off, and cells that say `n/a` are null.
        """
        rows = self.source.rows.with_row_index("place").filter(pl.col("not_people").is_null()).get_column("place")
        read = self.source.cells.select(pl.all().gather(evenly_spread(rows, _SAMPLE_ROWS)))
        cells = pl.DataFrame(list(map(as_shown, read.get_columns()))).select(pl.all().str.strip_chars())
        return cells.select(pl.when(~is_said_to_be_blank(name)).then(name).alias(name) for name in cells.columns)

    def of(self, *kinds: str) -> list[str]:
        """Get the headers of these kinds, in the order of the kinds, then those that go first, then as in the file."""
        found = [(header, its) for header, its in self.meanings.items() if its.kind in kinds]
        return [header for header, its in sorted(found, key=lambda it: (kinds.index(it[1].kind), it[1].second_choice))]

    def cells(self, header: str) -> pl.Series:
        """Get all cells of the people in a column, in order, less what is hidden in them; null: nothing was in it."""
        cells, reasons = as_shown(self.source.cells.get_column(header)), self.source.rows.get_column("not_people")
        return cells.filter(reasons.is_null()) if reasons.count() else cells

    def filled(self, header: str) -> float:
        """Get the share of the people with something in the column, of 1."""
        return self.sample.get_column(header).count() / max(self.sample.height, 1)

    def share(self, header: str, says: CellTest) -> float:
        """Get the share of the filled cells that pass the test, of 1; 0 where nothing is filled."""
        said = says(header)
        # Only the columns that are asked: a frame of thousands takes its time to say which it has.
        asked = pl.DataFrame([self.sample.get_column(name) for name in dict.fromkeys(said.meta.root_names())])
        held = asked.select(said).to_series().drop_nulls()
        return int(held.sum()) / max(held.len(), 1)

    def variety(self, header: str) -> float:
        """Get how many different cells there are among the filled ones, of 1; 0 where nothing is filled."""
        cells = self.sample.get_column(header).drop_nulls()
        return cells.n_unique() / max(cells.len(), 1)

    def agreement(self, header: str, other: str) -> float:
        """Get the share of rows with the same in both columns, of those with both filled; 1 where there are none."""
        cells = {"one": without_accents(pl.col(header)), "other": without_accents(pl.col(other))}
        pairs = self.sample.select(**cells).drop_nulls()
        return 1.0 if pairs.is_empty() else int((pairs["one"] == pairs["other"]).sum()) / pairs.height
