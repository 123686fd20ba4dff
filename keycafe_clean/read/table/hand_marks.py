"""What somebody has marked by hand in a workbook, as findings: struck-through people, comments, links to addresses."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.people_table import Table

#: The annotations that are told here; all others are findings of their own.
MARKS = ("struck", "link")

#: The import column whose cells are addresses.
ADDRESS = "Email Address"


def hand_marks(table: Table, marks: pl.DataFrame) -> list[pl.DataFrame]:
    """Get the findings about marks: `row_id`, `not_people`, `column` (the header), `position`, `code` and `value`.

    A row all of whose cells are struck through is a question, and so is a cell. A link to an address is a question
    where the cell should be that address; elsewhere it is a note, unless the address stands in the row.
    """
    marks = marks.filter(pl.col("not_people").is_null())
    if marks.is_empty():
        return []
    marks = marks.with_columns(cell=_cells(table, marks)).drop_nulls("cell")
    struck = marks.filter(pl.col("code") == "struck").unique(["row_id", "column"], maintain_order=True)
    return [*_struck(table, struck), *_links(table, marks.filter(pl.col("code") == "link"))]


def _struck(table: Table, struck: pl.DataFrame) -> list[pl.DataFrame]:
    filled = table.cells.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    counted = struck.with_columns(
        is_row=pl.len().over("row_id") >= filled.gather(struck.get_column("row_id")), value=pl.col("cell")
    )
    rows = counted.filter("is_row").unique("row_id", maintain_order=True).with_columns(column=None, value=None)
    return [findings_of("struck_row", rows), findings_of("struck_cell", counted.filter(~pl.col("is_row")))]


def _links(table: Table, links: pl.DataFrame) -> list[pl.DataFrame]:
    """Get what links say that no cell of their rows says."""
    of_addresses = [header for header, means in meanings(table.cells.columns).items() if means == ADDRESS]
    rows = table.cells[links.get_column("row_id").to_list()]
    same = (
        rows.get_column(name).str.strip_chars().str.to_lowercase() == links.get_column("value").str.to_lowercase()
        for name in rows.columns
    )
    is_said = (
        pl.DataFrame([column.alias(str(at)) for at, column in enumerate(same)])
        .select(pl.any_horizontal(pl.all().fill_null(value=False)))
        .to_series()
    )
    unsaid = links.filter(~is_said)
    is_address = pl.col("column").is_in(of_addresses)
    asked = unsaid.filter(is_address).with_columns(
        suggestion=pl.col("value"), value=pl.col("cell"), column=pl.lit(ADDRESS)
    )
    return [findings_of("linked_address", asked), findings_of("linked_elsewhere", unsaid.filter(~is_address))]


def _cells(table: Table, marks: pl.DataFrame) -> pl.Series:
    """Get the cell that each mark is about; null where it is about none."""
    cells = pl.Series("cell", [None] * marks.height, dtype=pl.String)
    for (column,), group in marks.with_row_index("line").group_by("column", maintain_order=True):
        if column in table.cells.columns:
            found = table.cells.get_column(str(column)).gather(group.get_column("row_id"))
            cells = cells.scatter(group.get_column("line"), found)
    return cells
