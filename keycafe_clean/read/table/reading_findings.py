"""What a file did to its rows, as findings: rows too long or too short, stray quote marks, no column names."""

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.read.table.below import below_the_end, signatures
from keycafe_clean.read.table.cells_beside import cells_beside
from keycafe_clean.read.table.damaged_values import damaged_values
from keycafe_clean.read.table.fills import FILLS, fill_findings
from keycafe_clean.read.table.grid import Grid, usual_width
from keycafe_clean.read.table.hand_marks import MARKS, hand_marks
from keycafe_clean.read.table.leaver_headings import below_leavers, below_starters, leavers_title
from keycafe_clean.read.table.leaver_lists import leaver_lists
from keycafe_clean.read.table.leavers_beside import leavers_beside
from keycafe_clean.read.table.legends import legend_findings
from keycafe_clean.read.table.legends_below import legends_below
from keycafe_clean.read.table.named_leavers import named_leavers
from keycafe_clean.read.table.not_people import example_rows, lone_cells
from keycafe_clean.read.table.own_columns import own_columns
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.tables_beside import Beside, tables_beside
from keycafe_clean.read.table.text_lines import lines_above, text_lines
from keycafe_clean.read.table.titles_above import titles_above

#: What is suggested of a row that is probably no person of the list.


def reading_findings(grid: Grid, table: Table, beside: Beside) -> pl.DataFrame:
    """Get the findings about a table and what stands beside it.

    `row_id` counts its rows from 0, a finding about the whole file has none.
    """
    rows, own = table.rows.with_row_index("row_id"), own_columns(table, beside.columns)
    people = rows.filter(pl.col("not_people").is_null())
    damaged = damaged_values(table.cells, people)
    ragged, annotated = _ragged(grid, table, people), _annotated(grid, table, rows)
    doubted = [*_perhaps_nobody(own), *_out_of_place(own, titles_above(table, beside.columns))]
    listed = leaver_lists(table)
    found = [
        _about_the_header(table),
        tables_beside(table, beside.tables),
        cells_beside(table, beside.legends),
        *doubted,
        *ragged,
        *annotated,
        damaged,
        lines_above(table),
        text_lines(table),
        named_leavers(own),
        listed,
        leavers_beside(table, beside.tables, listed.get_column("row_id").to_list()),
        legend_findings(table, [*beside.legends, *(it for it in legends_below(own) if it not in beside.legends)]),
    ]
    return pl.concat([no_findings(), *found])


def _about_the_header(table: Table) -> pl.DataFrame:
    if table.certain:
        return no_findings()
    code = "no_header" if table.header_row is None else "unsure_header"
    return findings_of(code, pl.DataFrame({"value": [table.header_row]}))


def _perhaps_nobody(table: Table) -> list[pl.DataFrame]:
    """Get questions about rows that may be a template's example or a heading.

    They are about the Last Name, so that somebody can say of it that it is right.
    """
    people = table.rows.get_column("not_people").is_null()
    examples = example_rows(table.cells, people)
    lone = lone_cells(table.cells, people).join(examples, on="row_id", how="anti", maintain_order="left")
    about = pl.lit("Last Name").alias("column")
    return [
        findings_of("example_row", examples.with_columns(about)),
        findings_of("lone_cell", lone.with_columns(about)),
    ]


def _out_of_place(table: Table, titles: list[list[str]]) -> list[pl.DataFrame]:
    """Get questions about people who may be none of the list, each row once: below its end, or below who has left.

    `titles` are those of each row above the column names.
    """
    cells, reasons = table.cells, table.rows.get_column("not_people")
    leavers = below_leavers(cells, table.rows, leavers_title(titles, table.grid.first_row))
    told = pl.concat([leavers.select("row_id"), lone_cells(cells, reasons.is_null()).select("row_id")])
    signed = signatures(cells, reasons.is_null()).join(told, on="row_id", how="anti")
    said = pl.concat([leavers.select("row_id"), signed.select("row_id")])
    below = below_the_end(cells, reasons).join(said, on="row_id", how="anti")
    out = pl.lit(LEAVE_OUT).alias("suggestion")
    return [
        findings_of("below_leavers", leavers.with_columns(out)),
        findings_of("starters_heading", below_starters(cells, table.rows)),
        findings_of("signature_row", signed.with_columns(out)),
        findings_of("below_the_end", below),
    ]


def _ragged(grid: Grid, table: Table, people: pl.DataFrame) -> list[pl.DataFrame]:
    """Get findings about people whose rows do not have as many cells as there are column names."""
    if grid.widths is None or people.is_empty():
        return []
    widths = grid.widths.tail(table.rows.height)
    expected = table.width or usual_width(widths)
    if (widths == expected).all():
        return []
    people = people.with_columns(width=widths.gather(people.get_column("row_id")))
    return [
        _long_rows(table, people.filter(pl.col("width") > expected), expected),
        _short_rows(table, people.filter(pl.col("width") < expected)),
    ]


def _long_rows(table: Table, people: pl.DataFrame, expected: int) -> pl.DataFrame:
    """Get a finding a row that has something in a cell right of the last column name."""
    extra = [name for name in table.names[expected:] if name in table.cells.columns]
    if not extra or people.is_empty():
        return no_findings()
    values = table.cells.select(pl.coalesce(extra).alias("value"))[people.get_column("row_id").to_list()]
    long = people.with_columns(values.to_series(), column=pl.lit(extra[0])).drop_nulls("value")
    return findings_of("long_row", long)


def _short_rows(table: Table, people: pl.DataFrame) -> pl.DataFrame:
    names = pl.DataFrame({"column": table.names}).with_row_index("width")
    return findings_of("short_row", people.join(names, on="width", how="left", maintain_order="left"))


def _annotated(grid: Grid, table: Table, rows: pl.DataFrame) -> list[pl.DataFrame]:
    """Get a finding for each annotation that was made while the file was taken apart, one frame a code."""
    names = pl.DataFrame({"column": table.names}).with_row_index("position")
    annotations = grid.annotations.join(rows, on="source_row", maintain_order="left").join(
        names, on="position", how="left", maintain_order="left"
    )
    is_mark, is_name = pl.col("code").is_in((*MARKS, *FILLS)), pl.col("code") == "other_names"
    # Of a table of others only people are asked about: it may have totals too.
    of_people = pl.col("code").is_in(["other_table", "other_names"]) & pl.col("not_people").is_not_null()
    named = annotations.with_columns(column=pl.when(is_name).then(pl.lit("Last Name")).otherwise("column"))
    said = named.filter(~is_mark & ~of_people).group_by("code", maintain_order=True)
    marks, fills = (annotations.filter(pl.col("code").is_in(codes)) for codes in (MARKS, FILLS))
    found = [findings_of(str(code), group) for (code,), group in said]
    return [*found, *hand_marks(table, marks), fill_findings(table, fills)]
