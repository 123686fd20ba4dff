"""Values that a spreadsheet has changed on their way: numbers in scientific notation, names and numbers made dates."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.known import meaning

#: What a column means whose cells are numbers of people or badges, and whose cells are names.
NUMBERS = {"employee_id", "Badge Code", "badge", "id", "login"}
NAMES = {"First Name", "Last Name", "full_name", "name", "first_name_2", "last_name_2"}

SCIENTIFIC = r"^\s*\d(?:[.,]\d+)?[Ee]\+\d{1,3}\s*$"

_MONTHS = "Jan|Feb|M[aä]r|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez"
_DAY_AND_MONTH = rf"\d{{1,2}}[-. ](?:{_MONTHS})[a-z]*\.?(?:[-. ]\d{{2,4}})?|(?:{_MONTHS})[-. ]\d{{2,4}}"
DATE = rf"^\s*(?:\d{{4}}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?|{_DAY_AND_MONTH})\s*$"


def damaged_values(cells: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get findings about cells that were something else before a spreadsheet opened the file.

    `cells` has the headers of the file, `people` the `row_id` (places in `cells`) of rows that are people.
    """
    found = [
        *_found("scientific_number", SCIENTIFIC, cells, NUMBERS),
        *_found("date_for_text", DATE, cells, NUMBERS | NAMES),
    ]
    return pl.concat([no_findings(), *found]).join(people.select("row_id"), on="row_id", maintain_order="left")


def _found(code: str, shape: str, cells: pl.DataFrame, meanings: set[str]) -> Iterable[pl.DataFrame]:
    """Yield a frame of findings for each column of such a meaning."""
    for header in cells.columns:
        if meaning(header) in meanings:
            rows = cells.select(pl.arg_where(pl.col(header).str.contains(shape)).alias("row_id"))
            values = cells.get_column(header).gather(rows.get_column("row_id")).str.strip_chars()
            yield findings_of(code, rows.with_columns(value=values, column=pl.lit(header)))
