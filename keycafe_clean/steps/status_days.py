"""The day in a cell of a status until which it holds: `Active (until 30.09.2026)`."""

from datetime import date

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.date_habits import Habits
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.status import ACTIVE
from keycafe_clean.words import has_word, words

#: Days as they stand within a sentence, in figures, and with the name of a month where no figures are one.
_IN_FIGURES = (
    r"[0-9]{1,4}[./-]\s?[0-9]{1,2}[./-]\s?[0-9]{2,4}|[0-9]{4}\s?[年년]\s?[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}\s?[日일]"
    r"|[0-9]{1,2}[./-][0-9]{4}"
)
_WITH_NAMES = (
    r"[0-9]{1,2}\.?\s(?:de\s)?\p{L}{3,10}\.?\s(?:de\s)?[0-9]{4}|\p{L}{3,10}\.?\s[0-9]{1,2},?\s[0-9]{4}"
    r"|\p{L}{3,10}\.?\s[0-9]{4}"
)

#: Years of two digits are those of this century.
_CENTURY = date(2089, 1, 1)

_SINCE, _UNTIL = words("status", "since"), words("marks", "until")

#: Where more of the cells have a day, it is that of the status, and no end.
_FEW = 0.5


def days_until(cells: pl.Series, meanings: pl.Series, name: str) -> pl.Series:
    """Get the last day that each cell of a status names, null where it names none or says since when; keeps the order.

    Of a day that can be read two ways the earlier one counts. A day with no word beside it is an end where few cells
    have one; whoever is not active (`meanings`) is so since a day, and worked here until then.
    """
    values = pl.DataFrame({"cell": cells, "meaning": meanings}).drop_nulls("cell").unique("cell")
    dated = values.with_columns(day=_day(pl.lit(in_ascii_digits(values.get_column("cell")))))
    told = dated.filter(pl.col("day").is_not_null() & _ends(few=_are_few(cells, dated)))
    days = told.get_column("day")
    read = [read_dates(days, _CENTURY, Habits(day_first=first)).alias(str(first)) for first in (True, False)]
    until = pl.DataFrame(read).select(pl.min_horizontal(pl.all())).to_series()
    return cells.replace_strict(told["cell"], until, default=None, return_dtype=pl.Date).alias(name)


def _day(cell: pl.Expr) -> pl.Expr:
    """Yield the last day in a cell."""
    return pl.coalesce(cell.str.extract_all(form).list.last() for form in (_IN_FIGURES, _WITH_NAMES))


def _are_few(cells: pl.Series, dated: pl.DataFrame) -> bool:
    having = cells.is_in(dated.drop_nulls("day").get_column("cell").implode())
    return int(having.sum()) <= _FEW * cells.count()


def _ends(*, few: bool) -> pl.Expr:
    said = without_accents(pl.col("cell"))
    bare = pl.lit(few) & ~has_word(said, _SINCE)
    return has_word(said, _UNTIL) | bare | pl.col("meaning").ne_missing(ACTIVE)
