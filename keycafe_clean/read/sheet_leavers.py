"""People who stand on a second sheet of the workbook too, whose name speaks of people who have left."""

from collections.abc import Mapping

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.named_leavers import names_of_people
from keycafe_clean.read.table.reading_findings import LEAVE_OUT
from keycafe_clean.read.workbook.sheet_choice import has_word_of

#: Sheets of leavers that are read beside that of the people: each takes a process of its own.
MOST = 12

#: What says that somebody of one sheet is somebody of another.
_KEYS = ("address", "number", "name")


def sheets_of_leavers(sheets: Mapping[str, bool]) -> list[str]:
    """Get the names of sheets that speak of people who have left: `Leavers`, `Ehemalige`, `Terminated 2026`.

    Those of other times are none: `Old` may be the same list a month ago. `sheets` is that of a `Source`.
    """
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.leavers import heads_leavers  # noqa: PLC0415

    names = pl.DataFrame({"name": [name for name in sheets if not has_word_of(name, "other")]}, {"name": pl.String})
    said = names.select("name", heads=heads_leavers(pl.col("name")).fill_null(value=False)).rows()
    return [name for name, heads in said if heads or has_word_of(name, "left")][:MOST]


def on_sheet_of_leavers(source: Source, other: Source) -> pl.DataFrame:
    """Get a question for each person of a source who stands on another sheet too, of leavers.

    The same are: the address; the employee number, unless the names have no word in common; the whole name, in either
    order, unless there are two numbers. `row_id` counts from 0; `value` names the sheet and the row there.
    """
    here, there = _people(source), _people(other).rename({"row_id": "row"})
    if here.is_empty() or there.is_empty():
        return no_findings()
    met = pl.concat(_met(here, there, key) for key in _KEYS).sort("row_id", "row").unique("row_id", keep="first")
    rows = other.rows.select(row=pl.col("row_id").cast(pl.UInt32), place="source_row")
    told = met.sort("row_id").join(rows, on="row", maintain_order="left")
    value = pl.format("'{}', row {}", pl.lit(other.sheet or ""), "place")
    return findings_of(
        "sheet_leaver", told.select("row_id", value=value, column=pl.lit("Last Name"), suggestion=pl.lit(LEAVE_OUT))
    )


def _met(here: pl.DataFrame, there: pl.DataFrame, key: str) -> pl.DataFrame:
    """Get `row_id` and `row` of who has the same key, and nothing beside it that tells them apart."""
    left, right = (
        people.explode(key, empty_as_null=True).drop_nulls(key).filter(pl.col(key) != "") for people in (here, there)
    )
    both = left.join(right, on=key, suffix="_there", maintain_order="left")
    if key == "name":
        apart = (pl.col("number").list.len() > 0) & (pl.col("number_there").list.len() > 0)
        both = both.filter(~apart | (_shared("number") > 0))
    if key == "number":
        named = (pl.col("words").list.len() > 0) & (pl.col("words_there").list.len() > 0)
        both = both.filter(~named | (_shared("words") > 0))
    return both.select("row_id", "row")


def _shared(column: str) -> pl.Expr:
    return pl.col(column).list.set_intersection(f"{column}_there").list.len()


def _people(source: Source) -> pl.DataFrame:
    """Get `row_id` of people and lists of their keys, as they are compared: `address`, `number`, `name`; `words`."""
    cells = source.first_table.cells
    meant = meanings(cells.columns)
    names = names_of_people(cells, source.rows)
    written = [pl.col(name).str.strip_chars() for name in names.columns[1:]]
    whole = pl.concat_list(written) if written else pl.lit([], pl.List(pl.String))
    named = names.select("row_id", name=whole.list.drop_nulls())
    people = cells.with_row_index("row_id").join(named, on="row_id", maintain_order="left")
    return people.select(
        "row_id",
        address=_cells(meant, "Email Address"),
        number=_cells(meant, "employee_id").list.eval(pl.element().str.strip_chars_start("0")),
        name="name",
        words=pl.col("name").list.first().str.split(" "),
    )


def _cells(meant: Mapping[str, str], kind: str) -> pl.Expr:
    """Yield the filled cells of the columns that mean this, in small letters; an empty list where there are none."""
    headers = [header for header, means in meant.items() if means == kind]
    if not headers:
        return pl.lit([], pl.List(pl.String))
    tidy = (pl.col(header).str.strip_chars().str.to_lowercase() for header in headers)
    return pl.concat_list(tidy).list.drop_nulls().list.filter(pl.element() != "")
