"""Values that a spreadsheet has changed on their way: numbers in scientific notation, names and numbers made dates."""

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
    means = {header: meaning(header) for header in cells.columns}
    asked = [
        *(("scientific_number", SCIENTIFIC, header) for header in means if means[header] in NUMBERS),
        *(("date_for_text", DATE, header) for header in means if means[header] in NUMBERS | NAMES),
    ]
    # All columns in one go: Polars searches them side by side.
    shaped = cells.select(pl.col(header).str.contains(shape).alias(f"{code} {header}") for code, shape, header in asked)
    found = [_found(code, cells.get_column(header), shaped.get_column(f"{code} {header}")) for code, _, header in asked]
    return pl.concat([no_findings(), *found]).join(people.select("row_id"), on="row_id", maintain_order="left")


def _found(code: str, cells: pl.Series, shaped: pl.Series) -> pl.DataFrame:
    rows = shaped.arg_true().cast(pl.UInt32)
    values = cells.gather(rows).str.strip_chars()
    return findings_of(code, pl.DataFrame({"row_id": rows, "value": values, "column": cells.name}, strict=False))
