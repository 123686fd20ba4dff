"""Last days of people who leave on a day that is not settled yet: `TBC`, `noch offen`."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from keycafe_clean.findings import findings_of, rows_in_words
from keycafe_clean.steps.rewrite import holds
from keycafe_clean.steps.status import ACTIVE, LEAVE
from keycafe_clean.words import words

_EXIT: Final = "exit_date"

#: `open` is said of a contract without an end.
_OPEN: Final = sorted({*words("dates", "to_come", "unknown_end")} - {"open"})


def open_end_notes(rows: pl.DataFrame, header: str) -> Iterator[pl.DataFrame]:
    """Yield the note that somebody goes in whose last day is not known yet, with the commonest word and their number.

    Nothing is yielded where all who have no day have such a word: it stands for a blank there. Takes the rows as
    `employment()` judged them; `header` is what the file calls the column of last days.
    """
    if _EXIT not in rows.columns or rows.schema[_EXIT] != pl.String:
        return
    cells = rows.get_column(_EXIT)
    is_open = holds(cells, _says_open)
    if not is_open.any() or (is_open | rows.get_column(f"day.{_EXIT}").is_not_null()).all():
        return
    staying = rows.filter(is_open, pl.col("employment").is_in([ACTIVE, LEAVE]))
    if not staying.is_empty():
        counted = staying.select(value=pl.col(_EXIT).mode().sort().first(), count=pl.len(), column=pl.lit(header))
        yield findings_of("last_day_open", counted.with_columns(reason=rows_in_words("count")))


def _says_open(cell: pl.Expr) -> pl.Expr:
    return cell.str.to_lowercase().str.strip_chars(" .()").is_in([word.strip(" .()") for word in _OPEN])
