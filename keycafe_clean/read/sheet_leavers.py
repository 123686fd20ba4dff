"""People who stand on a second sheet of the workbook too, whose name speaks of people who have left."""

from collections.abc import Mapping

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.read.table.same_people import keys_of, same_people
from keycafe_clean.read.workbook.sheet_choice import has_word_of

#: Sheets of leavers that are read beside that of the people: each takes a process of its own.
MOST = 12


def sheets_of_leavers(sheets: Mapping[str, bool]) -> list[str]:
    """Get the names of sheets that speak of people who have left: `Leavers`, `Ehemalige`, `Terminated 2026`.

    Those of other times are none: `Old` may be the same list a month ago. `sheets` is that of a `Source`.
    """
    if not sheets:
        return []
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.leavers import heads_leavers  # noqa: PLC0415

    names = pl.DataFrame({"name": [name for name in sheets if not has_word_of(name, "other")]}, {"name": pl.String})
    said = names.select("name", heads=heads_leavers(pl.col("name")).fill_null(value=False)).rows()
    return [name for name, heads in said if heads or has_word_of(name, "left")][:MOST]


def on_sheet_of_leavers(source: Source, other: Source) -> pl.DataFrame:
    """Get a question for each person of a source who stands on another sheet too, of leavers.

    `row_id` counts from 0; `value` names the sheet and the row there.
    """
    here, there = (keys_of(it.first_table.cells, it.rows) for it in (source, other))
    if here.is_empty() or there.is_empty():
        return no_findings()
    rows = other.rows.select(row=pl.col("row_id").cast(pl.UInt32), place="source_row")
    told = same_people(here, there).join(rows, on="row", maintain_order="left")
    value = pl.format("'{}', row {}", pl.lit(other.sheet or ""), "place")
    return findings_of(
        "sheet_leaver", told.select("row_id", value=value, column=pl.lit("Last Name"), suggestion=pl.lit(LEAVE_OUT))
    )
