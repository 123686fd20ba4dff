"""The day in a cell of a status, until or since which it holds: `Active (until 30.09.2026)`, `Active from 1/4/2027`."""

from datetime import date

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.date_habits import SWAPPED, Habits, readings_of
from keycafe_clean.steps.dated_states import IN_FIGURES, WITH_NAMES, says_coming
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.status import ACTIVE, FUTURE
from keycafe_clean.words import has_word, words

#: Years of two digits are those of this century.
_CENTURY = date(2089, 1, 1)

_SINCE, _UNTIL = (*words("status", "since"), "per"), words("marks", "until")

#: Where more of the cells have a day, it is that of the status, and no end.
_FEW = 0.5


def days_until(cells: pl.Series, meanings: pl.Series, name: str) -> pl.Series:
    """Get the last day that each cell of a status names, null where it names none or says since when; keeps the order.

    Of a day that can be read two ways the earlier one counts. A day with no word beside it is an end where few cells
    have one; whoever is not active (`meanings`) is so since a day, and worked here until then.
    """
    dated = _dated(cells, meanings)
    if dated.is_empty():
        return _no_days(cells, name)
    told = dated.filter(pl.col("day").is_not_null() & _ends(few=_are_few(cells, dated)))
    days = told.get_column("day")
    read = [read_dates(days, _CENTURY, Habits(day_first=first)).alias(str(first)) for first in (True, False)]
    until = pl.DataFrame(read).select(pl.min_horizontal(pl.all())).to_series()
    return cells.replace_strict(told["cell"], until, default=None, return_dtype=pl.Date).alias(name)


def days_since(cells: pl.Series, meanings: pl.Series, name: str, language: str | None = None) -> list[pl.Series]:
    """Get the first day that each cell of a status names for whoever works here (`meanings`): `since.<name>`.

    Behind it `latest_since.<name>`, another day only where the column leaves open whether the day or the month comes
    first. Null where a cell names none. Keeps the order. `language` is that of the headers, where they tell.
    """
    dated = _dated(cells, meanings)
    if dated.is_empty():
        return [_no_days(cells, f"{kind}.{name}") for kind in ("since", "latest_since")]
    told = dated.filter(_begins())
    readings = readings_of(told.get_column("day"), language)
    both = (read_dates(told.get_column("day"), _CENTURY, readings.get(it, readings[""])) for it in ("", SWAPPED))
    read = pl.DataFrame([days.alias(order) for days, order in zip(both, ("one", "other"), strict=True)])
    first, last = (read.select(pick("one", "other")).to_series() for pick in (pl.min_horizontal, pl.max_horizontal))
    return [
        cells.replace_strict(told["cell"], days, default=None, return_dtype=pl.Date).alias(f"{kind}.{name}")
        for kind, days in (("since", first), ("latest_since", last))
    ]


def is_of_a_later_month(days: pl.Series, today: date) -> pl.Series:
    """Get whether each day is of a later month than `today`'s; null is none."""
    return (days.dt.truncate("1mo") > today.replace(day=1)).fill_null(value=False)


def _dated(cells: pl.Series, meanings: pl.Series) -> pl.DataFrame:
    """Get every different `cell` with its `meaning` and the last `day` in it; none where no cell has a figure."""
    values = pl.DataFrame({"cell": cells, "meaning": meanings}).drop_nulls("cell").unique("cell")
    figures = in_ascii_digits(values.get_column("cell"))
    if not figures.str.contains("[0-9]").any():
        # Most states have no day, and patterns are dear.
        return values.clear()
    return values.with_columns(day=_day(pl.lit(figures)))


def _no_days(cells: pl.Series, name: str) -> pl.Series:
    return pl.repeat(None, cells.len(), dtype=pl.Date, eager=True).alias(name)


def _day(cell: pl.Expr) -> pl.Expr:
    """Yield the last day in a cell."""
    return pl.coalesce(cell.str.extract_all(form).list.last() for form in (IN_FIGURES, WITH_NAMES))


def _are_few(cells: pl.Series, dated: pl.DataFrame) -> bool:
    having = cells.is_in(dated.drop_nulls("day").get_column("cell").implode())
    return int(having.sum()) <= _FEW * cells.count()


def _begins() -> pl.Expr:
    """Yield whether the day of a cell is a first one: of a word for it, or since when somebody works here.

    Null where that is not known.
    """
    said = without_accents(pl.col("cell"))
    is_since = has_word(said, _SINCE) & ~has_word(said, _UNTIL)
    is_here = pl.col("meaning").is_in([ACTIVE, FUTURE])
    return is_here & (is_since | says_coming(pl.col("cell")))


def _ends(*, few: bool) -> pl.Expr:
    said = without_accents(pl.col("cell"))
    comes = says_coming(pl.col("cell")).fill_null(value=False)
    bare = pl.lit(few) & ~has_word(said, _SINCE) & ~comes
    return has_word(said, _UNTIL) | bare | ~pl.col("meaning").is_in([ACTIVE, FUTURE]).fill_null(value=False)
