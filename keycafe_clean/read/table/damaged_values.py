"""Values that a spreadsheet has changed on their way: numbers in scientific notation, names and numbers made dates."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.read.table.known_headers import NAMES, meaning
from keycafe_clean.words import any_of, words

#: What a column means whose cells are numbers of people or badges, and whose cells are names.
NUMBERS = {"employee_id", "Badge Code", "badge", "id", "login"}
ANY_NAMES = NAMES | {"first_name_2", "last_name_2"}

SCIENTIFIC = r"^\s*\d(?:[.,]\d+)?[Ee]\+\d{1,3}\s*$"

#: Names of months, small or with a capital as spreadsheets write them: in capitals they may be part of a number.
_WORDS = [word for month in range(1, 13) for word in words("months", str(month))]
_MONTHS = any_of({*_WORDS, *map(str.capitalize, _WORDS)})
_DAY_AND_MONTH = rf"\d{{1,2}}(?:[-. ]|\. )(?:{_MONTHS})\.?(?:[-. ]\d{{2,4}})?|(?:{_MONTHS})\.?[-. ]\d{{2,4}}"
DATE = rf"^\s*(?:\d{{4}}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?|{_DAY_AND_MONTH})\s*$"

#: What any of these has: a figure, and a sign or a blank behind it or before it.
_MAY_BE = r"\d.*[-. +]|[-. ].*\d"


def damaged_values(cells: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get findings about cells that were something else before a spreadsheet opened the file.

    `cells` has the headers of the file, `people` the `row_id` (places in `cells`) of rows that are people.
    """
    means = {header: meaning(header) for header in cells.columns}
    shapes = {header: f"{DATE}|{SCIENTIFIC}" if means[header] in NUMBERS else DATE for header in means}
    asked = [header for header in means if means[header] in NUMBERS | ANY_NAMES]
    # All columns in one go: Polars searches them side by side, and names of months only where there are figures.
    figured = cells.select(pl.col(header).str.contains(_MAY_BE).any() for header in asked)
    asked = [header for header in asked if figured.item(0, header)]
    shaped = cells.select(pl.col(header).str.contains(shapes[header]) for header in asked)
    odd = pl.concat([_no_values(), *(_values(cells.get_column(header), shaped.get_column(header)) for header in asked)])
    odd = odd.join(people.select("row_id"), on="row_id", maintain_order="left")
    is_scientific = pl.col("value").str.contains(SCIENTIFIC)
    numbers, dates = odd.filter(is_scientific), odd.filter(~is_scientific)
    return pl.concat([findings_of("scientific_number", numbers), findings_of("date_for_text", dates)])


def _values(cells: pl.Series, chosen: pl.Series) -> pl.DataFrame:
    rows = chosen.arg_true().cast(pl.UInt32)
    return pl.DataFrame({"row_id": rows, "column": cells.name, "value": cells.gather(rows).str.strip_chars()})


def _no_values() -> pl.DataFrame:
    return pl.DataFrame(schema={"row_id": pl.UInt32, "column": pl.String, "value": pl.String})
