"""Rows that somebody has coloured in a workbook, and the legend that says what a colour means: `red = left`."""

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.read.table.legends import column_groups, means_leaving
from keycafe_clean.read.table.people_table import Table

#: The annotations about colours: a row all of whose cells have one, and another cell of the colour of such a row.
FILLS = ("filled_row", "filled_cell")

#: What stands before the meaning in one cell: `red = left`, `rot: ausgeschieden`.
_MEANING = r"^[^=:→–]{1,25}?\s*(?:[=:→–]|\s-\s)\s*(.+)$"

_LEGEND = pl.Schema({"colour": pl.String, "meaning": pl.String, "column": pl.String})


def fill_legend(table: Table) -> pl.DataFrame:
    """Get `colour`, `meaning` and `column` (the name of the column that it stands in) of legends; empty without any.

    A coloured cell is one that has the colour of a row and stands alone in its row, in no row of people, or in a column
    apart. The meaning stands in it, or right of it in a cell without such a colour.
    """
    marks = table.grid.annotations.filter(pl.col("code") == "filled_cell")
    if marks.is_empty():
        return _LEGEND.to_frame()
    people = table.rows.filter(pl.col("not_people").is_null()).get_column("source_row").implode()
    names = pl.DataFrame({"column": table.names}).with_row_index("position")
    is_outside = (
        ~pl.col("source_row").is_in(people)
        | (pl.col("position") > _last_of_people(table))
        | (pl.col("texts").list.len() == 1)
    )
    read = marks.join(_texts(table), on="source_row", maintain_order="left").filter(is_outside)
    beside = read.with_columns(position=pl.col("position") + 1).join(
        marks, on=["source_row", "position"], how="anti", maintain_order="left"
    )
    said = pl.concat([read, beside]).with_columns(meaning=pl.col("row").list.get("position", null_on_oob=True))
    told = said.with_columns(meaning=pl.coalesce(pl.col("meaning").str.extract(_MEANING), "meaning"), colour="value")
    named = told.join(names, on="position", how="left", maintain_order="left")
    return named.select(_LEGEND.names()).drop_nulls("meaning")


def fill_columns(table: Table, legend: pl.DataFrame) -> tuple[str, ...]:
    """Get the columns apart in which a legend of colours stands: they say nothing of the people beside it."""
    columns = set(legend.get_column("column"))
    groups = [*column_groups(table)[1:], [name for name in table.cells.columns if name in _nameless(table)]]
    apart = (group for group in groups if len(group) <= 2 and columns & {*group})
    return tuple(dict.fromkeys(name for group in apart for name in group))


def fill_findings(table: Table, marks: pl.DataFrame) -> pl.DataFrame:
    """Get a question for each person whose colour means leaving, and a note where nothing says what colours mean.

    `marks` are annotations with `row_id` and `not_people`. Where half of the people have a colour, or every second one,
    it is no mark.
    """
    rows = marks.filter(pl.col("code") == "filled_row", pl.col("not_people").is_null()).rename({"value": "colour"})
    if rows.is_empty():
        return no_findings()
    legend = fill_legend(table)
    left = legend.filter(means_leaving(legend.get_column("meaning"))).unique("colour", keep="first")
    asked = rows.join(left, on="colour", maintain_order="left").select(
        "row_id", reason="meaning", suggestion=pl.lit(LEAVE_OUT)
    )
    people = int(table.rows.get_column("not_people").is_null().sum())
    unsaid = rows.join(legend, on="colour", how="anti", maintain_order="left")
    is_mark = 0 < unsaid.height * 2 < people and not _is_striped(unsaid)
    note = pl.DataFrame({"value": [f"{unsaid.height:,} of {people:,}"]}) if is_mark else None
    return pl.concat(
        [findings_of("filled_leaver", asked), no_findings() if note is None else findings_of("filled_rows", note)]
    )


def _is_striped(rows: pl.DataFrame) -> bool:
    """Tell whether every second row has a colour, as spreadsheets paint tables."""
    steps = rows.get_column("row_id").cast(pl.Int64).diff().drop_nulls()
    return steps.len() > 1 and bool((steps == 2).all())


def _last_of_people(table: Table) -> int:
    """Get the place of the last column before a blank one, or before those that have no names: the rest is apart."""
    groups, nameless = column_groups(table), _nameless(table)
    last = table.names.index(groups[0][-1]) if groups else 0
    return min(last, *(table.names.index(name) - 1 for name in nameless)) if nameless else last


def _nameless(table: Table) -> set[str]:
    """Get the columns right of the last column name."""
    return {*table.names[table.width :]} if table.header_row is not None else set()


def _texts(table: Table) -> pl.DataFrame:
    """Get `source_row`, all cells of each row and those that are filled; above the column names too."""
    row = pl.concat_list(pl.all())
    cells = table.grid.cells.select(row=row, texts=row.list.drop_nulls())
    return cells.with_columns(table.grid.source_rows.alias("source_row"))
