"""Series of employee numbers: every company of a group counts its own people, and numbers are used once in each."""

import polars as pl

from keycafe_clean.folding import without_accents
from keycafe_clean.match.contradictions import groups_of_unrelated_names
from keycafe_clean.match.evidence import speaks_of

#: What stands before the headers of an export.
_SOURCE = "source."

#: The column of what tells the series apart.
SERIES = "series"


def number_series(rows: pl.DataFrame, people: pl.DataFrame) -> pl.Series:
    """Get for every row whose series its employee number is of, `SERIES`, in order; null where there is but one.

    There are several where a number is under the names of people who have nothing in common, and a column of companies
    tells all of them apart. `people` are the keys of the rows (`people_of()`); of the rows `source.<header>` is read.
    """
    if not groups_of_unrelated_names(people, "employee_id").is_empty():
        for name in (it for it in rows.columns if _is_of_companies(it) and rows.get_column(it).count()):
            told = rows.select(without_accents(pl.col(name)).str.strip_chars().alias(SERIES)).to_series()
            apart = with_series(people, told)
            if groups_of_unrelated_names(apart, "numbered").is_empty():
                return told
    return pl.Series(SERIES, [None] * rows.height, dtype=pl.String)


def with_series(people: pl.DataFrame, series: pl.Series, number: str = "employee_id") -> pl.DataFrame:
    """Get the people with `SERIES` and `numbered`: the number within its series, null where there is no number."""
    within = pl.concat_str(pl.col(number), pl.col(SERIES).fill_null(""), separator="\n")
    return people.with_columns(series.alias(SERIES)).with_columns(numbered=within)


def _is_of_companies(name: str) -> bool:
    return name.startswith(_SOURCE) and speaks_of(name.removeprefix(_SOURCE), "company")
