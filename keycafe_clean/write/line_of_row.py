"""Whether a line of a filled-in sheet is about who stands in its row by now: what identifies people decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from keycafe_clean.folding import folded_name
from keycafe_clean.formula_escaping import unmark
from keycafe_clean.pipeline import Cleaned

#: Behind a header of the export that has the name of a column of ours.
AS_READ = " (as read)"

#: Columns that tell people apart, each kind compared in its own way.
_NAMES, _NUMBERS, _UNIQUE = ("First Name", "Last Name", "full_name"), ("employee_id",), ("Email Address", "Badge Code")

#: What is compared of a cell: a spreadsheet that saves in another encoding loses every other letter.
_COMPARED = r"[^a-z0-9@._-]"

#: A letter that no spreadsheet makes of one in another script.
_OTHER_SCRIPT = r"[\p{L}--\p{Latin}]"

#: What a spreadsheet makes of a long number, and of one for which there is no room.
_UNREADABLE_NUMBER = r"(?i)\d[.,]?\d*e\+|#"


def is_about_the_row(lines: pl.DataFrame, cleaned: Cleaned) -> pl.Series:
    """Tell of each line whether its cells are those of the row `row_id`; what is missing tells nothing.

    An employee number or a name that differs is another person's, and so is an address or a badge where no number says
    that it is the same person. Of other words no more may differ than agree; those that most rows have tell nothing.
    """
    everybody = cleaned.cells_as_read(cleaned.who.get_column("row_id"))
    told: dict[str, list[pl.Series]] = {"names": [], "numbers": [], "unique": [], "rest": []}
    for cell in compared_cells(lines, cleaned):
        same = cell.same
        if cell.kind == "rest":
            is_usual = cell.here.is_in(_usual(everybody.get_column(cell.header)).implode())
            same = same.set(is_usual.fill_null(value=False), None)
        told[cell.kind].append(same)
    agree = {kind: _count(lines.height, marks) for kind, marks in told.items()}
    differ = {kind: _count(lines.height, (~mark for mark in marks)) for kind, marks in told.items()}
    is_other = (differ["names"] > 0) | (differ["numbers"] > 0) | ((differ["unique"] > 0) & (agree["numbers"] == 0))
    return ~is_other & (differ["rest"] <= agree["names"] + agree["numbers"] + agree["unique"] + agree["rest"])


@dataclass(frozen=True)
class ComparedCells:
    """A column of a sheet beside the one of the export that it was written from, a cell a line.

    `kind` is what it says of a person (names, numbers, unique, rest); `same` whether both cells agree, as far as what a
    spreadsheet alters lets that be told, else null.
    """

    header: str
    kind: str
    there: pl.Series
    here: pl.Series
    same: pl.Series


def compared_cells(lines: pl.DataFrame, cleaned: Cleaned) -> Iterator[ComparedCells]:
    """Yield each column of the lines of a sheet beside that of the rows `row_id`, in the order of the export."""
    read = cleaned.cells_as_read(lines.get_column("row_id"))
    kinds = _kinds(cleaned)
    for there, here in _pairs(read.columns, lines.columns):
        both = pl.DataFrame({"there": lines.get_column(there), "here": read.get_column(here)})
        kind = kinds.get(here, "rest")
        same = both.with_columns(unmark(pl.all()).str.normalize("NFC")).select(_SAME[kind]()).to_series()
        yield ComparedCells(here, kind, both.get_column("there"), both.get_column("here"), same)


def _kinds(cleaned: Cleaned) -> dict[str, str]:
    """Get which headers tell people apart, and how they are compared."""
    kinds = {
        **dict.fromkeys(_NAMES, "names"),
        **dict.fromkeys(_NUMBERS, "numbers"),
        **dict.fromkeys(_UNIQUE, "unique"),
    }
    mapped = [cleaned.setup.columns_for(source.headers) for source in cleaned.export.sources]
    told = [(kinds[ours], headers) for columns in mapped for ours, headers in columns.items() if ours in kinds]
    return {header: kind for kind, headers in told for header in headers}


def _pairs(headers: Iterable[str], columns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the columns of the sheet and of the export that are one."""
    for header in headers:
        there = next((name for name in (f"{header}{AS_READ}", header) if name in columns), None)
        if there:
            yield there, header


def _usual(cells: pl.Series) -> pl.Series:
    """Get the cell that most rows have, or none."""
    counted = cells.drop_nulls().value_counts(name="count")
    return counted.filter(pl.col("count") > 1, pl.col("count") * 2 > cells.len()).get_column(cells.name)


def _same_words() -> pl.Expr:
    """Yield whether two cells with letters agree, whatever letters were lost; null where one has none."""
    there, here = _bare("there"), _bare("here")
    return pl.when(there.str.contains("[a-z]") & here.str.contains("[a-z]")).then(there == here)


def _same_names() -> pl.Expr:
    """Yield whether two names agree; of other scripts only where their letters are there on both sides."""
    there, here = _bare("there"), _bare("here")
    is_other_script = pl.all_horizontal(pl.col("there", "here").str.contains(_OTHER_SCRIPT))
    folded = folded_name(pl.col("there")) == folded_name(pl.col("here"))
    return (
        pl.when(folded | is_other_script)
        .then(folded)
        .when(there.str.contains("[a-z]") & here.str.contains("[a-z]"))
        .then(there == here)
    )


def _same_numbers() -> pl.Expr:
    """Yield whether two numbers agree, as spreadsheets write them: without zeros in front, `12.0`, `1,204`."""
    there, here = _digits("there"), _digits("here")
    is_readable = ~pl.col("there").str.contains(_UNREADABLE_NUMBER)
    return pl.when(is_readable & (there != "") & (here != "")).then(there == here)


def _same_unique() -> pl.Expr:
    """Yield whether two addresses or badges agree: letters as words, figures as numbers."""
    has_letter = pl.any_horizontal(_bare(name).str.contains("[a-z]") for name in ("there", "here"))
    return pl.when(has_letter).then(_same_names()).otherwise(_same_numbers())


_SAME = {"names": _same_names, "numbers": _same_numbers, "unique": _same_unique, "rest": _same_words}


def _bare(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().str.replace_all(_COMPARED, "")


def _digits(column: str) -> pl.Expr:
    whole = pl.col(column).str.strip_chars().str.replace(r"[.,]0$", "").str.to_lowercase()
    return whole.str.replace_all(r"[^\p{L}\p{N}]", "").str.strip_chars_start("0")


def _count(height: int, marks: Iterable[pl.Series]) -> pl.Series:
    counted = pl.zeros(height, pl.UInt32, eager=True)
    for mark in marks:
        counted += mark.fill_null(value=False).cast(pl.UInt32)
    return counted
