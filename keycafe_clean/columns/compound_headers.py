"""What a header of several known words means, though nobody has listed it: `Numer osoby`, `Fec. cese`."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from keycafe_clean.columns.headers import roles_of_words

#: Letters of the shortest first part of a word that is cut in two (East Asian ones need none).
_SHORTEST = 3

#: Words that are written together at most.
_MOST_PIECES = 3

#: Mail that is carried, too.
_POST = "post"

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


def speaks_of_mail(said: tuple[str, ...]) -> bool:
    """Whether one of the words is electronic mail; `post` is so behind an `e` alone: `Post Address` is a house."""
    before = zip(("", *said), said, strict=False)
    return any(_is_mail(word) and (last == "e" or not word.startswith(_POST)) for last, word in before)


def are_addresses(said: tuple[str, ...]) -> bool:
    """Whether every word is one for an address, or joins others; no word at all is about nothing else."""
    return all(_lists().get(word, frozenset()) & {"address", "filler"} for word in said)


def _is_mail(word: str) -> bool:
    return any("mail" in roles for roles in _roles(word))


def is_about_employment(said: tuple[str, ...]) -> bool:
    """Whether every word is about a day or somebody's work: `Employment Date`; no word at all is about nothing else."""
    return all(_lists().get(word, frozenset()) & {"employment", "person", "date", "filler"} for word in said)


def without_fillers(said: tuple[str, ...]) -> tuple[str, ...]:
    """Get the words without those that only join others: `Nom de famille` is `nom famille`."""
    return tuple(word for word in said if "filler" not in _lists().get(word, frozenset()))


def recipes() -> frozenset[str]:
    """Get the names of all recipes."""
    return frozenset(recipe.name for recipe in _recipes())


#: A header is asked about its words in several ways, and a large file has thousands of cells that may be one.
@lru_cache(maxsize=2**15)
def _roles(word: str) -> tuple[frozenset[str], ...]:
    """Get the lists that a word stands in; of two words written together, those of each; one empty set: unknown."""
    sizes = (_pieces(word, count) for count in range(1, _MOST_PIECES + 1))
    return next((pieces for pieces in sizes if pieces), (frozenset(),))


def _pieces(word: str, count: int) -> tuple[frozenset[str], ...]:
    """Get the lists of so many words written together: `Grund-anställnings-enhet`; nothing where there are others."""
    if count == 1:
        return (_lists()[word],) if word in _lists() else ()
    cuts = ((_stem(word[:cut]), _pieces(word[cut:], count - 1)) for cut in range(1, len(word)))
    return next(((first, *rest) for first, rest in cuts if first and rest), ())


def _stem(left: str) -> frozenset[str] | None:
    """Get the lists of the first part of a word, without the letters that join it to the next."""
    if left.isascii() and len(left) < _SHORTEST:
        return None
    stems = (left.removesuffix(link) for link in _LINKS)
    return next((_lists()[stem] for stem in stems if stem in _lists()), None)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return roles_of_words(_listed()["words"])


@cache
def _recipes() -> tuple[_Recipe, ...]:
    return tuple(
        _Recipe(name, its["means"], frozenset(its["of"]), frozenset([*its["of"], *its["with"]]))
        for name, its in _listed()["recipes"].items()
    )


@cache
def _listed() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("keycafe_clean.columns").joinpath("compound_headers.toml").read_text(encoding="utf-8"))
