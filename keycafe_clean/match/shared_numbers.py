"""One employee number under two names: one of the numbers is wrong, or both rows are one person."""

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.match.identity_keys import employee_number, people_of
from keycafe_clean.match.name_fit import (
    MARKS_DIFFER,
    are_in_two_scripts,
    differ_in_marks,
    have_same_words,
    is_same_person_name,
)
from keycafe_clean.match.number_series import SERIES, number_series
from keycafe_clean.match.possible import POSSIBLE, as_pairs

#: A number that was used again has a few owners; what more rows have is no number of a person.
_MOST_OWNERS = 3

#: So many pairs a person answers one by one; of more there is one question.
_MOST_PAIRS = 20

#: What is said of names that have nothing in common: within one series of numbers alone they are asked about.
_DIFFERENT = "different names"

#: One number is no proof of one person where the names do not fit.
_SCORE = 0.5


def pairs_of_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs (`POSSIBLE`) of the rows of one employee number, each with each, if at most three rows have it.

    People of different names in two series (`number_series`) are no pair.

    Sorted by their rows, the first one left; a null number is shared by nobody. Takes rows that are neither combined
    nor left out, and reads what `people_of()` reads.
    """
    return _each_with_each(_shared(rows).filter(~_is_crowded()))


def few_enough(pairs: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs, in order, or none of them where more than twenty are to be answered one by one."""
    return pairs.clear() if pairs.height > _MOST_PAIRS else pairs


def numbers_of_several(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Get one question about the numbers of more than three rows, and those of `pairs` where these are over twenty.

    `FINDINGS` about the whole file (no row_id): in `value` how many numbers, in `reason` one of them. Empty where there
    are none. `pairs` are those of `pairs_of_numbers()` that nothing else asks about.
    """
    shared = _shared(rows)
    unasked = pairs.get_column("right_row_id") if few_enough(pairs).is_empty() else pl.Series(dtype=pl.UInt32)
    asked = shared.filter(_is_crowded() | pl.col("row_id").is_in(unasked.implode()))
    numbers = asked.get_column("employee_id").unique(maintain_order=True)
    if numbers.is_empty():
        return no_findings()
    count = "1 value" if numbers.len() == 1 else f"{numbers.len():,} values"
    said = {"column": "employee number", "value": count, "reason": f"one of them '{numbers.item(0)}'"}
    return findings_of("numbers_of_several", pl.DataFrame([said]))


def _shared(rows: pl.DataFrame) -> pl.DataFrame:
    number = employee_number(rows)
    repeated = rows.filter(number.is_not_null() & number.is_duplicated())
    people = people_of(repeated)
    return people.with_columns(number_series(repeated, people)).sort("row_id")


def _is_crowded() -> pl.Expr:
    return pl.len().over("employee_id", SERIES) > _MOST_OWNERS


def _each_with_each(shared: pl.DataFrame) -> pl.DataFrame:
    met = shared.join(shared, on="employee_id", suffix="_other").filter(pl.col("row_id") < pl.col("row_id_other"))
    if met.is_empty():
        return pl.DataFrame(schema=POSSIBLE)
    several = (pl.col(SERIES) != pl.col(f"{SERIES}_other")).fill_null(value=False)
    named = met.with_columns(names=_alike())
    asked = named.filter(~several | pl.col("names").is_not_null())
    reason = pl.format("same employee number, {}", pl.col("names").fill_null(_DIFFERENT))
    told = asked.select(left_row_id="row_id", right_row_id="row_id_other", score=pl.lit(_SCORE), reason=reason)
    return as_pairs(told.sort("left_row_id", "right_row_id"))


def _alike() -> pl.Expr:
    """Yield what two names have in common, or that one is missing; null where they have nothing in common."""
    nameless = pl.col("whole").is_null() | pl.col("whole_other").is_null()
    said = {
        "a name is missing": nameless,
        MARKS_DIFFER: differ_in_marks("marked", "marked_other"),
        "names that fit": is_same_person_name("", "_other"),
        "another spelling of the name": have_same_words("whole", "whole_other"),
        "names in two scripts": are_in_two_scripts(pl.col("whole"), pl.col("whole_other")),
    }
    return pl.coalesce(pl.when(holds).then(pl.lit(words)) for words, holds in said.items())
