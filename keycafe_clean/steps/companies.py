"""Files of companies rather than people: asked once a file, and nobody of it goes in meanwhile."""

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.findings import findings_of, rows_in_words
from keycafe_clean.steps.frame_columns import LAST
from keycafe_clean.steps.not_a_person import LEGAL_FORM, WHOLE_NAME
from keycafe_clean.words import any_of, words

#: Assumption: where half of the names are those of companies, the file is a list of customers or suppliers.
_MOST = 0.5

_WORD = rf"(?:^|\s)(?:{any_of(words('not_people', 'organisations'))})(?:\s|$)"


def is_company(name: pl.Expr) -> pl.Expr:
    """Yield whether a name has the legal form of a company, or a word of organisations alone; null where blank."""
    return name.str.to_lowercase().str.contains(LEGAL_FORM) | name.str.contains(_WORD)


def _are_companies() -> pl.Expr:
    """Yield whether half of the names of the row's file are those of companies."""
    return (is_company(WHOLE_NAME).fill_null(value=False).mean() >= _MOST).over("file")


def among_companies() -> pl.Expr:
    """Yield whether a name is no company's in a file of which half of the names are; never null, blank is no company.

    Reads the name columns, full_name and file of all rows.
    """
    return _are_companies() & ~is_company(WHOLE_NAME).fill_null(value=False)


#: The rows that wait while the question about their file is open, beside those that are asked about themselves.
COMPANY_RULES: tuple[RowRule, ...] = (RowRule("among_companies", LAST, among_companies(), value=WHOLE_NAME),)


def company_questions(rows: pl.DataFrame) -> pl.DataFrame:
    """Get one question for every file of which half of the names are those of companies, as findings without a row."""
    named = rows.with_columns(name=WHOLE_NAME)
    found = named.filter(is_company(pl.col("name")) & _are_companies())
    counted = found.group_by("file").agg(value=pl.col("name").min(), count=pl.len()).sort("file")
    where = pl.format("{} of {}", rows_in_words("count"), "file")
    return findings_of("companies", counted.select("value", column=pl.lit(LAST), reason=where))
