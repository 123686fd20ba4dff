"""What a header of several known words means, though nobody has listed it: `Numer osoby`, `Fec. cese`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from keycafe_clean.columns.headers import key

#: Letters of the shortest first part of a word that is cut in two (East Asian ones need none).
_SHORTEST = 3

#: What German, Dutch and Swedish put between the two parts of a word: `Medewerker-s-nummer`.
_LINKS = ("", "s", "n", "en", "e")


@dataclass(frozen=True)
class _Recipe:
    """Which lists of words a header needs and which others it may have."""

    name: str
    means: str
    needed: frozenset[str]
    allowed: frozenset[str]

    def fits(self, roles: tuple[frozenset[str], ...]) -> bool:
        """Whether every word has a role here, and every needed role a word."""
        here = [its & self.allowed for its in roles]
        return all(here) and self.needed <= frozenset().union(*here)


def composed(said: tuple[str, ...]) -> tuple[str, str] | None:
    """Get what the words mean together, and the name of the recipe; null where one of them is unknown."""
    roles = tuple(role for word in said for role in _roles(word))
    return next(((recipe.means, recipe.name) for recipe in _recipes() if recipe.fits(roles)), None)


def names_a_place(said: tuple[str, ...]) -> bool:
    """Whether one of the words is a department or a place: `Unidade de Saúde` is where somebody works."""
    return any(_lists().get(word, frozenset()) & {"unit", "place"} for word in said)


def without_fillers(said: tuple[str, ...]) -> tuple[str, ...]:
    """Get the words without those that only join others: `Nom de famille` is `nom famille`."""
    return tuple(word for word in said if "filler" not in _lists().get(word, frozenset()))


def recipes() -> frozenset[str]:
    """Get the names of all recipes."""
    return frozenset(recipe.name for recipe in _recipes())


def _roles(word: str) -> tuple[frozenset[str], ...]:
    """Get the lists that a word stands in; of two words written together, those of each; one empty set: unknown."""
    if word in _lists():
        return (_lists()[word],)
    cuts = (_halves(word[:cut], word[cut:]) for cut in range(1, len(word)))
    return next((halves for halves in cuts if halves), (frozenset(),))


def _halves(left: str, right: str) -> tuple[frozenset[str], ...]:
    if left.isascii() and len(left) < _SHORTEST:
        return ()
    stems = (left.removesuffix(link) for link in _LINKS)
    first = next((_lists()[stem] for stem in stems if stem in _lists()), None)
    last = _lists().get(right)
    return (first, last) if first and last else ()


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for role, listed in _parts()["words"].items():
        for word in listed:
            for spelt in {key(word), key(word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))}:
                found[spelt] = found.get(spelt, frozenset()) | {role}
    return found


@cache
def _recipes() -> tuple[_Recipe, ...]:
    return tuple(
        _Recipe(name, its["means"], frozenset(its["of"]), frozenset([*its["of"], *its["with"]]))
        for name, its in _parts()["recipes"].items()
    )


@cache
def _parts() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("keycafe_clean.columns").joinpath("parts.toml").read_text(encoding="utf-8"))
