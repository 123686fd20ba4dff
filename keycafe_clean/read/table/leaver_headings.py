"""Headings that say of the people below them that they have left, or have not begun, and these people."""

from collections.abc import Callable, Sequence

import polars as pl

from keycafe_clean.read.table.report_lines import is_count, is_subtotal
from keycafe_clean.read.table.row_facts import are_lines, filled_cells, row_facts, usual_cells
from keycafe_clean.words.letters import EAST_ASIAN

#: Cells and words of a heading; a number of people may stand beside it.
CELLS, WORDS = 2, 6

#: Words of a title above the column names.
WORDS_OF_A_TITLE = 3

#: What stands between the parts of a title.
_BETWEEN = r"(?i)[/&+,;|和与及、]|\s[–—-]\s|\s(?:and|und|et|y|e|en|och|og|i|ja|ve|и)\s"

#: Why a row is no person that may be a heading, and what ends the rows below one.
_MAY_BE, _ENDS = ("heading", "page"), ("heading", "total")


def leaver_headings(cells: pl.DataFrame, reasons: pl.Series) -> pl.Series:
    """Tell which rows are headings of people who have left: `Former employees`, `Ausgeschieden`, with people below.

    `reasons` says of each row why it is no person. A heading has few words, and fewer cells than people.
    """
    return _headings(cells, reasons, _says_so)


def starter_headings(cells: pl.DataFrame, reasons: pl.Series) -> pl.Series:
    """Tell which rows are headings of people who begin: `New starters`, `Neueintritte ab 1.2.2027`, with people below.

    `reasons` as in `leaver_headings()`.
    """
    return _headings(cells, reasons, _says_starters)


def _headings(cells: pl.DataFrame, reasons: pl.Series, says: Callable[[pl.Expr], pl.Expr]) -> pl.Series:
    filled = filled_cells(cells)
    thin = (filled > 0) & (filled <= CELLS) & (filled < usual_cells(filled))
    places = (thin & (reasons.is_null() | reasons.is_in(_MAY_BE))).arg_true()
    found = pl.repeat(value=False, n=cells.height, dtype=pl.Boolean, eager=True)
    if places.is_empty():
        # Most files have no such line, and the words of all languages are dear to look for.
        return found
    said = row_facts(cells[places], places).filter((pl.col("texts") == 1) & says(pl.col("label")))
    heads = found.scatter(said.get_column("row_id"), values=True)
    return heads & _has_people(heads, reasons)


def leavers_title(rows: Sequence[Sequence[str]], first_row: int, longest: int = WORDS_OF_A_TITLE) -> int | None:
    """Get the row in the file of the last titles above the column names, where one is of people who have left.

    `rows` has the titles of each row, as they count for one table. One of more words than `longest` may be of a report
    with its own column for that: `Active and terminated workers`. Where one, or a part of one, is of people who are
    here, they say nothing: `Current / leavers`.
    """
    last = next(
        ((row, titles) for row, titles in reversed([*enumerate(rows, first_row)]) if any(map(str.strip, titles))), None
    )
    if last is None:
        return None
    row, titles = last
    said = pl.DataFrame({"title": titles})
    is_title = _says_so(pl.col("title")) & (pl.col("title").str.count_matches(r"\S+") <= longest)
    return row if said.select(is_title.any()).item() and not _say_who_is_here(said.to_series()) else None


def below_leavers(cells: pl.DataFrame, rows: pl.DataFrame, title: int | None = None) -> pl.DataFrame:
    """Get `row_id` and `reason` (the heading's row in the file) of the people below headings of those who have left.

    `rows` has `source_row` and `not_people`; `title` is the row of such a heading above them all. The next heading or
    total ends them; a blank line and a page may not.
    """
    leavers, starters = _both(cells, rows)
    below = _below(cells, rows, leavers, starters, title or 0)
    return below.select("row_id", reason=pl.col("below").cast(pl.String))


def below_starters(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` and `value` (the heading) of the people below headings of those who begin.

    `rows` and what ends them as in `below_leavers()`.
    """
    leavers, heads = _both(cells, rows)
    said = row_facts(cells[heads.arg_true()], heads.arg_true()).select("row_id", value="label")
    named = rows.with_row_index("row_id").select("row_id", below=pl.col("source_row").cast(pl.Int64))
    labels = named.join(said, on="row_id").drop("row_id")
    return _below(cells, rows, heads, leavers).join(labels, on="below", maintain_order="left").select("row_id", "value")


def _both(cells: pl.DataFrame, rows: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
    reasons = rows.get_column("not_people")
    return leaver_headings(cells, reasons), starter_headings(cells, reasons)


def _below(
    cells: pl.DataFrame, rows: pl.DataFrame, heads: pl.Series, others: pl.Series, title: int = 0
) -> pl.DataFrame:
    """Get `row_id` and `below` (the heading's row in the file) of people below these headings, or below the title.

    Those of the `others` end them.
    """
    reasons = rows.get_column("not_people")
    is_line = are_lines(filled_cells(cells))
    ends = ~heads & (reasons.is_in(_ENDS).fill_null(value=False) | (is_line & reasons.is_null()) | others)
    row = pl.when("head").then(pl.col("source_row").cast(pl.Int64)).when("end").then(0)
    marked = (
        rows.with_row_index("row_id")
        .with_columns(head=heads, end=ends)
        .with_columns(below=row.forward_fill().fill_null(title))
    )
    return marked.filter(pl.col("not_people").is_null() & ~pl.col("end") & (pl.col("below") > 0))


def _says_starters(cell: pl.Expr) -> pl.Expr:
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.units import names_starters  # noqa: PLC0415

    return (cell.str.count_matches(r"\S+") <= WORDS) & names_starters(cell) & ~is_subtotal(cell)


def _says_so(cell: pl.Expr) -> pl.Expr:
    # Loaded when first needed, as the names of columns are.
    from keycafe_clean.steps.leavers import heads_leavers  # noqa: PLC0415

    is_short = (cell.str.count_matches(r"\S+") <= WORDS) & ~cell.str.contains("@", literal=True)
    return is_short & heads_leavers(cell) & ~is_count(cell) & ~is_subtotal(cell)


def _say_who_is_here(titles: pl.Series) -> bool:
    """Tell whether a part of a title is a state of who is here: `Current staff`; `No longer active` is none."""
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.leavers import heads_leavers  # noqa: PLC0415
    from keycafe_clean.steps.status import ACTIVE, status_meanings  # noqa: PLC0415

    parts = titles.str.replace_all(_BETWEEN, "\n").str.split("\n").explode().str.strip_chars().alias("part").to_frame()
    others = parts.filter(~heads_leavers(pl.col("part"))).to_series()
    words = others.str.extract_all(r"[\p{L}\p{M}]+").explode().drop_nulls()
    signs = others.str.extract(rf"^({EAST_ASIAN}{{2}})").drop_nulls()
    return bool((status_meanings(pl.concat([others, words, signs])) == ACTIVE).any())


def _has_people(heads: pl.Series, reasons: pl.Series) -> pl.Series:
    """Tell of each row whether people follow before the next heading."""
    follows = pl.when(pl.col("person")).then(1).when(pl.col("head")).then(0).shift(-1).backward_fill()
    rows = pl.DataFrame({"head": heads, "person": reasons.is_null() & ~heads})
    return rows.select((follows == 1).fill_null(value=False)).to_series()
