"""What the filled cells of a row say together; each cell is looked at once, however many columns there are."""

import polars as pl

#: Shapes of cells that a totals row may hold beside its label: numbers, amounts, dates.
NUMBER = r"^[-+(]?\s*[$€£]?\s*\d[\d\s.,'/:-]*\s*[%€$£)]?$"

#: A line drawn under column names.
RULER = r"^\s*[-=_*]{2,}\s*$"

#: The share of people, by how many cells they fill, up to the usual one: a quarter may fill more, in columns that few
#: people have.
USUAL = 0.75

#: Cells that people fill at least where a row with one cell is not like theirs.
SEVERAL = 3

FACTS = pl.Schema(
    {
        "row_id": pl.UInt32,
        "filled": pl.UInt32,
        "first": pl.String,
        "label": pl.String,
        "closing": pl.String,
        "texts": pl.UInt32,
        "named": pl.UInt32,
        "has_data": pl.Boolean,
        "has_address": pl.Boolean,
        "is_ruler": pl.Boolean,
    }
)

#: Cells that are looked at together; a cell takes three times its memory here.
CELLS_AT_A_TIME = 1_000_000


def row_facts(cells: pl.DataFrame, row_ids: pl.Series) -> pl.DataFrame:
    """Get what the cells of each row say, in order; a row without a cell has none, and is left out.

    `row_id`: that of the row; `filled`: cells that hold something, if only blanks; `first`: the first text (null: there
    are only blanks); `label`: the first that is no number; `closing`: the last of those; `texts`: cells that are no
    numbers; `named`: cells that say the name of their column; `has_data`: numbers or addresses beside those;
    `has_address`; `is_ruler`: all are lines.
    """
    if cells.is_empty():
        # Most tables have no row of the kind that is asked about, and patterns are dear.
        return FACTS.to_frame()
    names = pl.DataFrame(
        {"place": [str(place) for place in range(cells.width)], "names": [spellings(name) for name in cells.columns]},
        schema={"place": pl.String, "names": pl.List(pl.String)},
    )
    rows = by_place(cells).insert_column(0, row_ids.cast(pl.UInt32).alias("row_id"))
    together = max(CELLS_AT_A_TIME // max(cells.width, 1), 1)
    return pl.concat(_facts(part, names) for part in rows.iter_slices(together))


def _facts(rows: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    cells = rows.unpivot(index="row_id", variable_name="place", value_name="cell").drop_nulls("cell")
    cell, shown = pl.col("cell"), pl.col("cell").str.strip_chars()
    is_name = shown.is_in(pl.col("names"))
    said = cells.join(names, on="place", maintain_order="left").select(
        "row_id",
        shown=shown,
        is_text=~shown.str.contains(NUMBER),
        is_name=is_name,
        is_data=~is_name & cell.str.contains(f"{NUMBER}|@"),
        is_address=cell.str.contains("@", literal=True),
        is_ruler=cell.str.contains(RULER),
    )
    return (
        said.group_by("row_id")
        .agg(
            filled=pl.len(),
            first=pl.col("shown").filter(pl.col("shown") != "").first(),
            label=pl.col("shown").filter("is_text", pl.col("shown") != "").first(),
            closing=pl.col("shown").filter("is_text", pl.col("shown") != "").last(),
            texts=pl.col("is_text").sum(),
            named=pl.col("is_name").sum(),
            has_data=pl.col("is_data").any(),
            has_address=pl.col("is_address").any(),
            is_ruler=pl.col("is_ruler").all(),
        )
        .sort("row_id")
    )


def filled_cells(cells: pl.DataFrame) -> pl.Series:
    """Get how many cells of each row hold something."""
    return cells.select(pl.sum_horizontal(pl.col(header).is_not_null() for header in cells.columns)).to_series()


def usual_cells(filled: pl.Series) -> float:
    """Get how many cells people fill who have more than one; 0 where nobody has."""
    return filled.filter(filled > 1).quantile(USUAL) or 0


def are_lines(filled: pl.Series) -> pl.Series:
    """Tell which rows have one cell where people fill at least three; of two, a person may have one.

    `filled` are the `filled_cells()`.
    """
    return (filled == 1) & (usual_cells(filled) >= SEVERAL)


def by_place(cells: pl.DataFrame) -> pl.DataFrame:
    """Get the cells with the places of their columns as names: a column of the file may be called as one of ours."""
    return cells.rename({name: str(place) for place, name in enumerate(cells.columns)})


def spellings(header: str) -> list[str]:
    """Get what a repeated header may hold for a column: its name, that without the group, and without the number."""
    return list(dict.fromkeys([header, header.rpartition(": ")[2], header.rpartition(" (")[0] or header]))
