"""A filled-in `waiting.csv` or `review.xlsx`, as a spreadsheet saved it: its lines, and the questions they answer."""

import polars as pl

from keycafe_clean.errors import KeycafeCleanError, SetupError, UnreadableExport
from keycafe_clean.export import Export
from keycafe_clean.formula_escaping import unmark
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.read import read_export
from keycafe_clean.write.line_of_row import is_about_the_row
from keycafe_clean.write.workbook import WAITING, sheet_name

#: Says of a line that it only shows the other one of two rows.
OTHER_ROW = "other_row"

#: The columns by which a sheet of ours is told from an export, and no sheet is larger: people are not looked through.
_IN_EVERY_SHEET = {b"row", b"code", b"sentence", b"answer"}
_HEAD, _LARGEST = 4_096, 20_000_000

#: What may be missing: a sheet of an earlier version, or columns that somebody took out.
_PERHAPS = ("file", "column", "code")

#: Whose address it is: asked in other words once the other one of two rows has gone out.
_ONE_QUESTION = {"shared_address_waits": "shared_address", "address_in_keycafe": "shared_address"}


def read_answer_sheet(file: tuple[str, bytes]) -> Export:
    """Read a filled-in `waiting.csv` as any spreadsheet saved it, or the sheet *Waiting* of a `review.xlsx`.

    UnreadableExport: it cannot be read.
    """
    try:
        return read_export(file, sheet=sheet_name(WAITING))
    except UnreadableExport:
        return read_export(file)


def filled_in_sheet(file: tuple[str, bytes]) -> Export | None:
    """Get a file as a filled-in `waiting.csv` or `review.xlsx`; None where it is another one, or cannot be read."""
    data = file[1]
    is_workbook, head = data.startswith(b"PK"), data[:_HEAD].replace(b"\0", b"").lower()
    may_be = is_workbook or all(word in head for word in _IN_EVERY_SHEET)
    if len(data) > _LARGEST or not may_be:
        return None
    try:
        read = read_export(file, sheet=sheet_name(WAITING)) if is_workbook else read_export(file)
    except KeycafeCleanError:
        return None
    headers = {header.strip().lower().encode() for header in read.sources[0].headers}
    return read if headers >= _IN_EVERY_SHEET else None


def answer_lines(filled_in: Export) -> pl.DataFrame:
    """Get the lines of `sheet_lines()` with an answer."""
    return sheet_lines(filled_in).filter(pl.col("answer").str.len_chars() > 0)


def sheet_lines(filled_in: Export) -> pl.DataFrame:
    """Get every line of a sheet: `line`, `file`, `row`, `column`, `code`, `answer`, and the other columns as read.

    What is not in the sheet is null. SetupError: the file is no `waiting.csv`.
    """
    source = filled_in.sources[0]
    named = {" ".join(header.lower().split()): header for header in source.headers}
    if missing := [column for column in ("row", "answer") if column not in named]:
        raise SetupError(f"{source.file} has no column '{missing[0]}'. Use the waiting.csv or review.xlsx of a run.")
    lines = source.cells.rename({named[name]: name for name in ("row", "answer", *_PERHAPS) if name in named})
    absent = [pl.lit(None, pl.String).alias(name) for name in _PERHAPS if name not in named]
    # What was marked against spreadsheets is taken back: a file may be called `@hr.csv`.
    tidy = lines.with_columns(*absent).with_columns(unmark(pl.all()).str.strip_chars())
    return tidy.with_columns(row=_number(pl.col("row"))).with_row_index("line")


def met_questions(lines: pl.DataFrame, questions: pl.DataFrame, cleaned: Cleaned) -> pl.DataFrame:
    """Get a line for each open question that an answer may be to: `line`, and the columns of the questions.

    The row, the column and the code tell, as far as the sheet has them. Of several files the name tells too, where it
    is one of theirs. The cells of the line must not be those of somebody else.
    """
    same = placed_lines(lines, questions, cleaned)
    here = same.filter(is_about_the_row(same, cleaned))
    cells = {f"asked_{name}": name for name in _PERHAPS}
    kept = [f"asked_{name}" if name in _PERHAPS else name for name in questions.columns]
    return here.select("line", *kept).rename(cells)


def placed_lines(lines: pl.DataFrame, questions: pl.DataFrame, cleaned: Cleaned) -> pl.DataFrame:
    """Get each line beside every open question that it may be about by its place, whoever stands there by now.

    Its columns, and those of the question: `file`, `column` and `code` as `asked_file` and so on.
    """
    asked = questions.rename({name: f"asked_{name}" for name in _PERHAPS})
    near = lines.join(asked, left_on="row", right_on="source_row", maintain_order="left_right", coalesce=False)
    told = [_told(name, by_all=lines.get_column(name).null_count() < lines.height) for name in ("column", "code")]
    fitting = near.filter(_names_the_file(cleaned), *told)
    is_exact = (pl.col("code") == pl.col("asked_code")).fill_null(value=False)
    return fitting.filter(is_exact | ~is_exact.any().over("line"))


def _number(cell: pl.Expr) -> pl.Expr:
    """Yield the number of a row, also as spreadsheets write it: `1,204`, `12.0`."""
    digits = cell.str.replace(r"[.,]0$", "").str.replace_all(r"[\s.,']", "")
    return digits.cast(pl.UInt32, strict=False)


def _told(name: str, *, by_all: bool) -> pl.Expr:
    """Yield whether a line names the column or the code of the question; a sheet without them leaves it open."""
    same = _meant(pl.col(name)) == _meant(pl.col(f"asked_{name}"))
    silent = pl.col(name).is_null() & (pl.col(f"asked_{name}").is_null() if by_all and name == "column" else True)
    return same.fill_null(value=False) | silent


def _meant(name: pl.Expr) -> pl.Expr:
    return name.str.to_lowercase().replace(_ONE_QUESTION)


def _names_the_file(cleaned: Cleaned) -> pl.Expr:
    files = [source.file for source in cleaned.export.sources]
    is_known = pl.col("file").is_in(files).fill_null(value=False)
    return ~is_known | (pl.col("file") == pl.col("asked_file")) if len(files) > 1 else pl.lit(value=True)
