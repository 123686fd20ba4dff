"""People's rows that stand where people may not: below the end of the table, or beside a word of who made the list."""

import polars as pl

from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, meaning
from keycafe_clean.read.table.report_lines import is_signature
from keycafe_clean.read.table.row_facts import are_lines, by_place, filled_cells, row_facts

#: Rows below the end of a table, and how many times more stand above it at least.
FEW, TIMES = 3, 2

#: The last rows of a file, in which every cell is looked at for who made the list.
LAST = 60

#: Rows with a word of who made a list that still are no column of such words: so many, or this share of the people.
SIGNATURES, SHARE = 3, 0.05

#: A cell that is an address, with no word beside it.
ADDRESS = r"^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$"

#: What stands in a gap between people, by why a row is no person; headings and column names begin other rows.
GAPS = {"blank": "blank", "page": "text", "total": "total", "heading": "section", "header": "section"}

#: The share of people who have a cell in a column that all have.
NEARLY_ALL = 0.9

#: A state of somebody, and the cells of a column of states.
ONE_WORD, SHORT_TEXT = r"^\s*[\p{L}\p{M}]+\s*$", r"^[^\d@]{1,30}$"

#: Letters and digits that are alike in the shape of a cell.
SHAPES = {r"\p{Lu}": "A", r"[\p{L}&&[^\p{Lu}]]+": "a", r"\d+": "0"}

_ASKED = pl.Schema({"row_id": pl.UInt32, "value": pl.String})


def below_the_end(cells: pl.DataFrame, reasons: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` (the first text) of the few people below the end of a table.

    `reasons` says of each row why it is no person. A table ends with lines of text or totals, or with a blank row where
    the next begins unlike all above; not where more people stand below such rows: a report has pages, a list groups.
    Nor does it end at the heading of a group, where the list begins with one, and rows below are filled as all are.
    """
    rows = _with_gaps(cells, reasons)
    gaps = rows.filter(~pl.col("is_row")).group_by("gap", maintain_order=True)
    ends = _ends(gaps.agg(pl.col("kind").unique(), pl.col("place", "above", "below").last()), _headings(cells, rows))
    if ends.is_empty():
        return _ASKED.to_frame()
    below = rows.filter("is_row", pl.col("place") > ends.item(0, "place")).get_column("place")
    if ends.item(0, "kind").to_list() == ["blank"]:
        below = below.filter(_begin_unlike(cells, rows.filter("is_row").get_column("place"), below))
    return row_facts(cells[below], below).select("row_id", value="first")


def _headings(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.Series:
    """Get the gaps that are one text alone, with people below who have all that nearly all people have.

    None where no such text stands above all people.
    """
    alone, people = rows.filter("is_line"), rows.filter("is_row")
    if alone.filter(above=0).is_empty():
        return alone.get_column("gap").clear()
    lines = rows.filter(~pl.col("is_row"), pl.col("kind") != "blank").group_by("gap").agg(pl.col("is_line"))
    single = lines.filter(pl.col("is_line").list.len() == 1, pl.col("is_line").list.all()).get_column("gap")
    # The last few are compared with all above them.
    above = people.filter(pl.col("below") >= FEW).get_column("place")
    filled = people.select("gap", is_whole=_are_whole(cells[above], cells[people.get_column("place")]))
    unlike = filled.filter(~pl.col("is_whole")).get_column("gap") - 1
    return single.filter(~single.is_in(unlike.implode()))


def _are_whole(people: pl.DataFrame, rows: pl.DataFrame) -> pl.Series:
    """Tell which rows have a cell wherever nearly all people have one; none where people have no column in common."""
    shares = people.select(pl.all().is_not_null().mean()).row(0)
    usual = [name for name, share in zip(people.columns, shares, strict=True) if (share or 0) >= NEARLY_ALL]
    is_known = pl.repeat(value=bool(usual), n=pl.len())
    return rows.select(pl.all_horizontal(is_known, pl.col(usual).is_not_null())).to_series()


def _begin_unlike(cells: pl.DataFrame, people: pl.Series, below: pl.Series) -> pl.Series:
    """Tell which of the rows below have a first cell of another shape than all above them: `Prepared by`, not `Lee`."""
    shapes = cells.to_series(0).fill_null("")
    for letters, sign in SHAPES.items():
        shapes = shapes.str.replace_all(letters, sign)
    return ~shapes[below].is_in(shapes[people.filter(~people.is_in(below.implode()))].unique().implode())


def signatures(cells: pl.DataFrame, people: pl.Series) -> pl.DataFrame:
    """Get `row_id` and `value` (the words) of people beside whom stands who made the list: `Prepared by`.

    In the first column, and in the last rows in any. Nothing where many rows say so: it is a column of such words; nor
    where such a word (`Approved`) is the state of somebody whose row is filled as all are.
    """
    placed = by_place(cells).with_row_index("row_id")
    parts = [placed.head(-LAST).select(pl.nth(0, 1)) if cells.width else placed.clear(), placed.tail(LAST)]
    said = pl.concat([part.unpivot(index="row_id", variable_name="place") for part in parts])
    listed = said.filter(pl.col("row_id").is_in(people.arg_true().implode())).drop_nulls("value")
    signed = listed.filter(is_signature(pl.col("value"))).unique("row_id", keep="first", maintain_order=True)
    is_column = signed.height > max(SIGNATURES, int(people.sum()) * SHARE)
    if is_column or signed.is_empty():
        return signed.clear().drop("place")
    return signed.filter(~_are_states(cells, people, signed)).drop("place").sort("row_id")


def _are_states(cells: pl.DataFrame, people: pl.Series, signed: pl.DataFrame) -> pl.Series:
    """Tell which of these words are states: one word, in a column of such, of somebody whose row is whole."""
    others = cells.filter(people & ~pl.Series(range(cells.height)).is_in(signed.get_column("row_id").implode()))
    names = cells.columns
    columns = [place for place in signed.get_column("place").unique() if _holds_states(others, names[int(place)])]
    rows = signed.get_column("row_id")
    whole = rows.filter(_are_whole(others, cells[rows]))
    is_state = pl.col("place").is_in(columns) & pl.col("row_id").is_in(whole.implode())
    return signed.select(is_state & pl.col("value").str.contains(ONE_WORD)).to_series()


def _holds_states(people: pl.DataFrame, name: str) -> bool:
    """Tell whether nearly all have a short text in a column, and most of them the same as another; no part of a name.

    What stands first in a row may be a word before whoever made the list.
    """
    cells = people.get_column(name).drop_nulls()
    are_short = bool(cells.str.contains(SHORT_TEXT).all())
    are_few = cells.len() >= people.height * NEARLY_ALL and cells.n_unique() * 2 <= cells.len()
    return are_short and are_few and name != people.columns[0] and meaning(name) not in ABOUT_PEOPLE


def _with_gaps(cells: pl.DataFrame, reasons: pl.Series) -> pl.DataFrame:
    """Get each row's `place`, whether it `is_row` of people, the `kind` and number (`gap`) of what stands between.

    `is_line`: it is one text of no known kind. `above` and `below` count the rows of people on both sides.
    """
    is_line = are_lines(filled_cells(cells)) & reasons.is_null() & ~_have_addresses(cells)
    kind = reasons.replace_strict(GAPS, default="text", return_dtype=pl.String)
    is_row = reasons.is_null() & ~is_line
    rows = pl.DataFrame({"is_row": is_row, "is_line": is_line, "kind": kind}).with_row_index("place")
    counted = rows.with_columns(gap=pl.col("is_row").rle_id(), above=pl.col("is_row").cum_sum())
    return counted.with_columns(below=pl.col("is_row").sum() - pl.col("above"))


def _have_addresses(cells: pl.DataFrame) -> pl.Series:
    """Tell which rows have a cell that is an address and nothing else: they are somebody's."""
    held = [pl.col(place).str.contains(ADDRESS) for place in by_place(cells).columns]
    return by_place(cells).select(pl.any_horizontal(pl.lit(value=False), *held).fill_null(value=False)).to_series()


def _ends(gaps: pl.DataFrame, headings: pl.Series) -> pl.DataFrame:
    """Get the last `place` and the `kind`s of the gaps that end the table; these headings do not."""
    inner = gaps.filter((pl.col("below") > FEW) & (pl.col("above") > 0)).get_column("kind").explode().unique()
    is_few = pl.col("below").is_between(1, FEW) & (pl.col("above") > pl.col("below") * TIMES)
    is_new = pl.col("kind").list.set_difference(pl.lit(inner.to_list(), pl.List(pl.String))).list.len() > 0
    is_within = pl.col("kind").list.contains("section") | pl.col("gap").is_in(headings.implode())
    return gaps.filter(is_few, is_new, ~is_within)
