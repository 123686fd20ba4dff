"""Cells of people that somebody corrected in a filled-in sheet, where nothing but `answer` is read."""

from collections.abc import Iterator

import polars as pl

from keycafe_clean.export import Export
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.write.answer_sheet import OTHER_ROW, placed_lines, sheet_lines
from keycafe_clean.write.line_of_row import ComparedCells, compared_cells
from keycafe_clean.write.questions import open_questions

#: Rows that are named; of more only how many there are.
_NAMED = 5

#: Cells that spreadsheets write in the words of their own language.
_BOOLEAN = r"(?i)^(true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|waar|onwaar|sant|sand|falsk|falskt)$"


def retyped_cells(filled_in: Export, cleaned: Cleaned) -> tuple[str, ...]:
    """Get a sentence for each cell that says something else in a sheet than in the export that was asked about.

    Of a line most of whose cells are still those of its row; what a spreadsheet may have altered by itself (figures,
    dates, letters that it cannot save) tells nothing. SetupError: the file is no `waiting.csv`.
    """
    lines = sheet_lines(filled_in).filter(pl.col("code").ne_missing(OTHER_ROW))
    placed = placed_lines(lines, open_questions(cleaned), cleaned).unique("line", keep="first", maintain_order=True)
    # Several questions about one row show its cells again.
    told = list(dict.fromkeys(_retyped(placed, cleaned)))
    more = len(told) - _NAMED
    rest = [f"{more:,} more cells of the sheet differ from the export."] if more > 0 else []
    return (*told[:_NAMED], *rest)


def _retyped(lines: pl.DataFrame, cleaned: Cleaned) -> Iterator[str]:
    cells = list(compared_cells(lines, cleaned))
    same = pl.DataFrame([cell.same.alias(cell.header) for cell in cells])
    agree, differ = (same.select(pl.sum_horizontal(told)).to_series() for told in (pl.all(), ~pl.all()))
    typed = [_typed(cell) & (differ < agree) for cell in cells]
    for place, row in enumerate(lines.get_column("row")):
        for cell in (cell for cell, is_typed in zip(cells, typed, strict=True) if is_typed[place]):
            there, here = (f"'{text}'" if text else "blank" for text in (cell.there[place], cell.here[place]))
            yield (
                f"Row {row:,}: '{cell.header}' is {there} in the sheet and {here} in the export. "
                "Only the column answer is read: type there what it should be, or correct the export."
            )


def _typed(cell: ComparedCells) -> pl.Series:
    """Tell of each cell whether somebody must have typed it: words that differ, or words on one side alone."""
    both = pl.DataFrame({"there": cell.there, "here": cell.here, "same": cell.same})
    has_words = (pl.col("there", "here").str.contains(r"\p{L}")).fill_null(value=False)
    is_blank = pl.col("there", "here").fill_null("").str.strip_chars() == ""
    are_booleans = pl.all_horizontal(pl.col("there", "here").str.contains(_BOOLEAN))
    on_one_side = pl.any_horizontal(has_words) & pl.any_horizontal(is_blank)
    # Its signs are what an address is corrected in, and they are no letters that could be lost.
    is_address = pl.all_horizontal(has_words) & pl.lit(cell.kind == "unique")
    differ = (~pl.col("same") & ~are_booleans) | (is_address & (_signs("there") != _signs("here")))
    return both.select(differ.fill_null(value=False) | on_one_side).to_series()


def _signs(side: str) -> pl.Expr:
    return pl.col(side).str.strip_chars().str.replace_all(r"[\p{L}\p{M}?\u{fffd}]", "")
