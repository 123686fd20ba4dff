"""Which calendar a header names: `Join Date (BS)`, `Hire Date (E.C.)`, `تاريخ التعيين (هـ)`."""

import re
from functools import cache

from keycafe_clean.columns.headers import in_brackets, key, words
from keycafe_clean.columns.spellings import is_east_asian
from keycafe_clean.steps.calendars import NAMED, OURS
from keycafe_clean.words import words as words_of_cells

#: Letters up to which a name is short for a calendar: it counts in brackets and at the end, two letters at least there.
_SHORT, _FEWEST = 3, 2

#: Letters of India and Nepal with their signs for vowels, and what is between them.
_RUNS = re.compile(r"(?P<of_india>[\u0900-\u0dff]+)|[^\u0900-\u0dff]+")


def calendar_named(header: str) -> str | None:
    """Get the calendar that a header names, one of `calendars.NAMED`; None where it names none.

    Where it names two the first in that order counts: ours before all others, years of the sun before the moon's.
    """
    told = {_names()[part] for part in _parts(header) & _names().keys()}
    signs = "".join(words(header))
    told |= {calendar for name, calendar in _names().items() if is_east_asian(name) and name in signs}
    return next((calendar for calendar in NAMED if calendar in told), None)


def names_another(header: str) -> bool:
    """Tell whether a header names a calendar that is not ours."""
    return calendar_named(header) not in (None, OURS)


def _parts(header: str) -> set[str]:
    """Get what of a header may name a calendar: long words, what stands in brackets, what stands at the end."""
    said = _words(header)
    ends = {"".join(said[-size:]) for size in (1, 2)} if len(said) > 1 else set()
    bracketed = {part for inner in in_brackets(header) for part in (key(inner), *_words(inner))}
    return {*(it for it in said if len(it) > _SHORT), *(it for it in ends if len(it) >= _FEWEST), *bracketed}


def _words(header: str) -> tuple[str, ...]:
    """Get the words of a header as keys; those of India are whole, and not cut where a sign for a vowel stands."""
    runs = _RUNS.finditer(header)
    return tuple(word for run in runs for word in ((key(run[0]),) if run["of_india"] else words(run[0])))


@cache
def _names() -> dict[str, str]:
    return {key(name): calendar for calendar in NAMED for name in words_of_cells("calendars", calendar)}
