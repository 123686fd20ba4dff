"""Abbreviated headers of yes-or-no columns about who works here: `ACT_FLG`, `LVRIND`; cells are not looked at."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from keycafe_clean.columns.headers import key, words
from keycafe_clean.steps.left_notes import is_about_things

#: Letters of the shortest piece of a word that is cut, and pieces that are written together at most.
_SHORTEST, _MOST_PIECES = 2, 4

_BESIDE = frozenset(("mark", "person", "state"))
_SAYS_SO = frozenset(("whole here", "whole gone", "short here", "short gone", "ended"))


@lru_cache(maxsize=32_768)
def flag_column(header: str) -> tuple[str, bool] | None:
    """Get `active` or `disabled`, and whether that is sure, of a header whose pieces say so; null where none do.

    Words that are written out are sure where every other piece is known; abbreviations never are, and that of any
    ending (`TERM`) says so only with a mark (`FLG`) beside it.
    """
    found = _said(_roles_of(header))
    return None if found and is_about_things(header) else found


def is_of_states(header: str) -> bool:
    """Tell whether a header's pieces are all known, one of them a state or who works here: `EMP_STAT_CD`, `ACT_FLG`."""
    pieces = _roles_of(header)
    roles = frozenset[str]().union(*pieces)
    says_so = "state" in roles or not roles.isdisjoint(_SAYS_SO)
    return all(pieces) and says_so and "elsewhere" not in roles and not is_about_things(header)


def is_of_codes(header: str) -> bool:
    """Tell whether every piece of a header is a mark, a state, a person or who works here: `Kz`, `EMP_CD`."""
    return all(pieces := _roles_of(header)) and not any("elsewhere" in piece or "rank" in piece for piece in pieces)


def may_be_of_states(header: str) -> bool:
    """Tell whether nothing in a header says that its letters are of ranks, kinds or things (`Grade`, `Blood type`)."""
    roles = frozenset[str]().union(*_roles_of(header))
    return roles.isdisjoint(("rank", "elsewhere")) and not is_about_things(header)


def _said(pieces: tuple[frozenset[str], ...]) -> tuple[str, bool] | None:
    roles = frozenset[str]().union(*pieces)
    is_known, others = all(pieces), roles - _BESIDE
    if others in ({"whole gone"}, {"whole here"}) and is_known:
        return _column(others), True
    if others & {"whole gone", "short gone"}:
        return None if "elsewhere" in roles else ("disabled", False)
    says_so = others == {"short here"} or (others == {"ended"} and "mark" in roles)
    return (_column(others), False) if says_so and is_known else None


def _column(roles: frozenset[str]) -> str:
    return "active" if roles & {"whole here", "short here"} else "disabled"


def _roles_of(header: str) -> tuple[frozenset[str], ...]:
    """Get what each piece of a header says, in order; nothing for one that is not listed."""
    pieces = (piece for word in words(header) for piece in _pieces(word, _MOST_PIECES) or (word,))
    return tuple(_lists().get(piece, frozenset()) for piece in pieces)


def _pieces(word: str, most: int) -> tuple[str, ...]:
    """Get the listed pieces that a word is made of, the longest first piece first; nothing where it has others."""
    if word in _lists():
        return (word,)
    cuts = range(len(word) - _SHORTEST, _SHORTEST - 1, -1) if most > 1 else ()
    found = ((word[:cut], *_pieces(word[cut:], most - 1)) for cut in cuts if word[:cut] in _lists())
    return next((pieces for pieces in found if len(pieces) > 1), ())


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("keycafe_clean.columns").joinpath("flag_headers.toml").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for section, lists in tomllib.loads(text).items():
        for name, listed in lists.items():
            role = name if section == "beside" or name == "ended" else f"{section} {name}"
            for word in map(key, listed):
                found[word] = found.get(word, frozenset()) | {role}
    return found
