"""Legends below a table: rows of a code and what it means, which are no people."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from keycafe_clean.folding import fold
from keycafe_clean.read.table.legends import FEWEST, Legend, is_explained, plain_code
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.row_facts import SEVERAL, filled_cells, usual_cells
from keycafe_clean.words import words

#: Letters of the longest code, and letters that a meaning has at least.
_CODE, _MEANING = r"^\s*\S{1,10}\s*$", r"\p{L}{3}"

_LINES = pl.Schema(
    {
        "first": pl.String,
        "meaning": pl.String,
        "column": pl.String,
        "place": pl.UInt32,
        "reason": pl.String,
        "code": pl.String,
    }
)

#: Why the rows of a legend are no people.
LEGEND = "legend"

#: The share of the different cells of a column that a legend with a heading explains at least.
_EXPLAINED = 0.5


def without_legends_below(table: Table) -> Table:
    """Get the table with `legend` as the reason of rows below its people that say what codes mean.

    Two rows or more with a code and a text and nothing else, below a blank row or a heading. They stand below a heading
    that says so, or explain every cell of another column. Keeps every row, in order.
    """
    rows = [place for block in _blocks(table) if _is_legend(table, block) for place in block.get_column("place")]
    reasons = table.rows.get_column("not_people")
    marked = reasons.scatter(rows, LEGEND) if rows else reasons
    return replace(table, rows=table.rows.with_columns(marked.alias("not_people")))


def legends_below(table: Table) -> Iterator[Legend]:
    """Yield the legends whose rows are marked as such, with the column that each explains; none where no column is."""
    lines = _lines(table).filter(pl.col("reason") == LEGEND)
    for column in _explained(table, lines):
        yield Legend((), column, dict(lines.select("code", "meaning").rows()))


def _lines(table: Table) -> pl.DataFrame:
    """Get `place`, `column` (where the code stands), `code` and `meaning` of the rows with these two cells alone."""
    filled = filled_cells(table.cells)
    places = (filled == FEWEST).arg_true() if usual_cells(filled) >= SEVERAL else filled.clear()
    if places.is_empty():
        return _LINES.to_frame()
    texts = pl.concat_list(pl.all()).list.drop_nulls()
    names = (pl.when(pl.col(name).is_not_null()).then(pl.lit(name)) for name in table.cells.columns)
    rows = table.cells[places].select(
        first=texts.list.get(0, null_on_oob=True),
        meaning=texts.list.get(1, null_on_oob=True),
        column=pl.coalesce(names),
    )
    is_address = pl.any_horizontal(pl.col("first", "meaning").str.contains("@", literal=True))
    is_line = pl.col("first").str.contains(_CODE) & pl.col("meaning").str.contains(_MEANING) & ~is_address
    read = rows.with_columns(place=places, reason=table.rows.get_column("not_people").gather(places)).filter(is_line)
    return read.with_columns(code=plain_code("first"))


def _blocks(table: Table) -> list[pl.DataFrame]:
    """Get the lines of different codes that stand together, below a row that is no person."""
    lines = _lines(table).filter(pl.col("reason").is_null())
    begins = (pl.col("place").cast(pl.Int64).diff() != 1).fill_null(value=True)
    runs = lines.with_columns(run=begins.cum_sum()).partition_by("run", maintain_order=True)
    reasons = table.rows.get_column("not_people")
    return [run for run in runs if run.height >= FEWEST and _is_below_a_gap(reasons, run)]


def _is_below_a_gap(reasons: pl.Series, run: pl.DataFrame) -> bool:
    first = int(run.item(0, "place"))
    return first > 0 and reasons[first - 1] is not None and bool(run.get_column("code").is_unique().all())


def _is_legend(table: Table, block: pl.DataFrame) -> bool:
    places = block.get_column("place")
    if _is_headed(table, int(places[0])):
        return True
    others = table.rows.get_column("not_people").scatter(places, LEGEND).alias("not_people")
    rest = replace(table, rows=table.rows.with_columns(others))
    own = set(block.get_column("column"))
    return any(is_explained(rest, it, block.get_column("code")) for it in table.cells.columns if it not in own)


def _is_headed(table: Table, first: int) -> bool:
    """Tell whether the first row above that is not blank is called a legend, alone or with another text."""
    reasons = table.rows.get_column("not_people").head(first)
    said = (reasons != "blank").fill_null(value=True).arg_true()
    row = table.cells.row(int(said[-1])) if said.len() else ()
    first_text = next((cell for cell in row if cell), "")
    return fold(first_text).strip(" .:") in words("legends", "heading")


def _explained(table: Table, lines: pl.DataFrame) -> list[str]:
    """Get the columns whose cells are the codes: all of them, else one of which half are, as one may be forgotten."""
    if lines.is_empty():
        return []
    codes = lines.get_column("code")
    whole = [name for name in table.cells.columns if is_explained(table, name, codes)]
    return whole or [name for name in table.cells.columns if _share_explained(table, name, codes) >= _EXPLAINED][:1]


def _share_explained(table: Table, column: str, codes: pl.Series) -> float:
    cells = table.cells.get_column(column).filter(table.rows.get_column("not_people").is_null()).drop_nulls()
    different = cells.to_frame().select(plain_code(column)).to_series().unique()
    if different.is_empty() or different.len() == cells.len():
        return 0.0
    return int(different.is_in(codes.implode()).sum()) / different.len()
