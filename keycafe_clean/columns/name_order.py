"""In which order the names of a column stand, by what its header says."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.vocabulary import family_first_headers, given_first_headers, meaning
from keycafe_clean.steps.full_name.order import CHINESE, EITHER_FIRST, FAMILY_FIRST, GIVEN_FIRST, TWO_SURNAMES
from keycafe_clean.words.letters import is_east_asian

_TWO_SURNAME_LANGUAGES = ("Portuguese", "Spanish", "Spanish or Portuguese")


def said_order(header: str, beside: Iterable[str] = ()) -> str | None:
    """Get what a header says of the names below it: `Nom Prénom`, `Vorname Nachname`, a language with two surnames.

    A header in East Asian signs leaves it open for names in letters, a Chinese one says what names in signs are.
    `beside` are the headers around it: `Nome` is Italian, or Portuguese if another one is. None: nothing.
    """
    if _in_signs(header):
        return CHINESE if _language(header) == "Chinese" else EITHER_FIRST
    if not family_first_headers().isdisjoint((key(header), *words(header))):
        return FAMILY_FIRST
    told_by_others = _language(header) == "Italian or Portuguese"
    languages = {_language(other) for other in beside} if told_by_others else {_language(header)}
    if not languages.isdisjoint(_TWO_SURNAME_LANGUAGES):
        return TWO_SURNAMES
    return GIVEN_FIRST if key(header) in given_first_headers() else None


def _in_signs(header: str) -> bool:
    return bool(pl.DataFrame({"header": [header]}).select(is_east_asian("header")).item())


def _language(header: str) -> str | None:
    found = meaning(header)
    return found.group if found else None
