"""What the codes of a status mean that an HR system writes in the same way everywhere: `STAT2`, `EMPL_STATUS`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl

from keycafe_clean.folding import fold

#: A code of letters: `ACT`, `TRM`; a column of a status has few of them.
_SHORTEST, _LONGEST, _MOST_CODES = 2, 4, 12

#: Different letters beside the one for who works here: more are initials, or kinds of anything.
_MOST_OTHERS = 5

_MEANINGS = ("active", "inactive", "leave")


def known_codes(header: str, cells: pl.Series) -> dict[str, str]:
    """Get what each code means, under such a header and with nothing but such codes; else empty.

    Code -> active, inactive, leave, or unknown where the system leaves it open.
    """
    plain = "".join(filter(str.isalnum, fold(header)))
    system = next((its for its in _systems().values() if plain in its["headers"]), None)
    said = cells.drop_nulls().str.strip_chars().str.to_uppercase()
    if system is None or not said.filter(said != "").is_in(system["codes"]).all():
        return {}
    return {code: next((it for it in _MEANINGS if code in system.get(it, ())), "unknown") for code in system["codes"]}


def are_status_letters(cells: pl.Series) -> bool:
    """Tell whether filled cells are letters of a status, several, one of them for who works here.

    Single letters must be known ones; of two letters to four, beside one for who works here (`ACT`), any may be.
    """
    found = set(_plain(cells).drop_nulls())
    here = found & set(_lists("status_letters")["here"])
    known = {*here, *_lists("status_letters")["gone"], *_lists("status_letters")["other"]}
    if not found.isdisjoint(_lists("status_letters")["gone"]):
        known.update(_lists("status_letters")["beside_gone"])
    if any(len(code) > 1 for code in here):
        known |= {code for code in found if _SHORTEST <= len(code) <= _LONGEST and code.isalpha()}
    return 1 < len(found) <= _MOST_CODES and bool(here) and found <= known


def are_prevailing_letters(cells: pl.Series, *, of_codes: bool) -> bool:
    """Tell whether most filled cells are one letter for who works here, and the others letters for who has left.

    Letters that follow each other are ranks, unless the column is `of_codes`; so are more than a few different ones.
    """
    filled = _plain(cells).drop_nulls()
    letters, here = _lists("prevailing_letters"), filled.is_in(_lists("prevailing_letters")["here"])
    others = set(filled.filter(~here).unique().head(_MOST_OTHERS + 1))
    is_known = 0 < len(others) <= _MOST_OTHERS and others <= {*letters["gone"]}
    is_ranked = not of_codes and not others.isdisjoint(letters["ranks"])
    return is_known and not is_ranked and 2 * int(here.sum()) > filled.len()


def other_letters(cells: pl.Series) -> pl.Series:
    """Get which cells have another letter than most of those who work here; keeps the order, false where blank.

    Takes cells that `are_status_letters()` or `are_prevailing_letters()`.
    """
    letters = _plain(cells)
    here = [*_lists("status_letters")["here"], *_lists("prevailing_letters")["here"]]
    usual = letters.filter(letters.is_in(here)).mode().sort().head(1)
    return (letters.is_not_null() & ~letters.is_in(usual.implode())).fill_null(value=False)


def _plain(cells: pl.Series) -> pl.Series:
    return cells.str.strip_chars().str.to_uppercase().replace("", None)


@cache
def _systems() -> dict[str, dict[str, list[str]]]:
    systems: dict[str, dict[str, list[str]]] = _file()["status_codes"]
    return systems


@cache
def _lists(kind: str) -> dict[str, list[str]]:
    letters: dict[str, list[str]] = _file()[kind]
    return letters


def _file() -> dict[str, Any]:
    return tomllib.loads(files("keycafe_clean.words").joinpath("status_codes.toml").read_text(encoding="utf-8"))
