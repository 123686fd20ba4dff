"""The spellings of `vocabulary.toml`, read once, by the keys under which the words of a header are looked up."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from keycafe_clean.columns.compound_headers import without_fillers
from keycafe_clean.columns.headers import key, words

#: the list of spellings that give way to others of the same meaning
SECOND_CHOICE = "second choice"

#: Letters up to which a phrase counts only where it stands alone: `Age` is one, and none in `Age Kommentar`.
_SHORT = 3

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Meaning:
    """What a header means, and the language or HR system (for a decoy: the reason) that says so."""

    kind: str
    group: str

    @property
    def second_choice(self) -> bool:
        """Whether another header of the same kind goes first."""
        return self.group == SECOND_CHOICE


@dataclass(frozen=True)
class Phrases:
    """Words that may stand in a header, each with its group.

    By their keys: those that count `anywhere`, and the short ones that count `alone`. `stems` has for each group what
    fits a whole word (`*` is any letters), `signs` the East Asian ones, which have no blanks around them.
    """

    anywhere: dict[str, str]
    alone: dict[str, str]
    stems: dict[str, re.Pattern[str]]
    signs: dict[str, str]


@cache
def spellings() -> dict[str, Meaning]:
    """Get every spelling's key with its meaning; German ones also with `ae` for `ä`.

    A spelling in brackets (`[givenName]`) has a key in brackets.
    """
    return {spelt: its for spelling, its in _listed() for spelt in _keys(spelling)}


@cache
def words_as_written() -> frozenset[str]:
    """Get every word beside ASCII of the spellings in small letters, its accents kept: `imię`, `prénom`."""
    found = (word for spelling, _ in _listed() for word in re.findall(r"[^\W\d_]+", spelling.casefold()))
    return frozenset(word for word in found if not word.isascii())


@cache
def joined() -> dict[str, Meaning]:
    """Get the spellings that join words by `of`, by their key without it."""
    found: dict[str, Meaning] = {}
    for spelling, its in _listed():
        bare = without_fillers(words(spelling))
        if len(bare) >= 2 and not spelling.startswith("["):
            found.setdefault("".join(bare), its)
    return found


@cache
def beside() -> dict[str, dict[str, Meaning]]:
    """Get, for a language, the keys of headers that mean something else among headers of that language."""
    return {
        language: {key(spelling): Meaning(kind, language) for kind, listed in its.items() for spelling in listed}
        for language, its in _vocabulary()["beside"].items()
    }


@cache
def also() -> dict[str, frozenset[str]]:
    """Get, by its key, the further languages that have a spelling: `Sede` is Spanish, and Italian too."""
    listed = [(key(spelling), language) for language, its in _vocabulary()["also"].items() for spelling in its]
    return {spelt: frozenset(it for other, it in listed if other == spelt) for spelt, _ in listed}


@cache
def spans() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Get, for each language, the words for the first and for the last day of a time: `from` and `to`."""
    return tuple(
        (frozenset(map(key, its["first"])), frozenset(map(key, its["last"]))) for its in _vocabulary()["spans"].values()
    )


@cache
def phrases(kind: str) -> Phrases:
    """Get the phrases of private matters (`sensitive`) or of what looks right and is not (`decoy`)."""
    listed = {phrase: group for group, those in _vocabulary()[kind].items() for phrase in those}
    stems = {phrase: group for phrase, group in listed.items() if "*" in phrase}
    signs = {phrase: group for phrase, group in listed.items() if is_east_asian(phrase)}
    plain = {phrase: group for phrase, group in listed.items() if phrase not in stems and phrase not in signs}
    keyed = {spelt: group for phrase, group in plain.items() for spelt in _keys(phrase)}
    return Phrases(
        anywhere={spelt: group for spelt, group in keyed.items() if len(spelt) > _SHORT},
        alone={spelt: group for spelt, group in keyed.items() if len(spelt) <= _SHORT},
        stems={group: _stems(stems, group) for group in dict.fromkeys(stems.values())},
        signs={key(sign): group for sign, group in signs.items()},
    )


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Get the lists of words that say something beside others (`work`, `qualifiers`, `records`, ...), as keys."""
    return {name: frozenset(map(key, listed)) for name, listed in _vocabulary()["words"].items()}


@cache
def noise() -> tuple[str, ...]:
    """Get the remarks that say nothing of a column (`required`, `yes no`), their words folded, the longest first."""
    listed = (" ".join(words(remark)) for remark in _vocabulary()["words"]["noise"])
    return tuple(sorted(listed, key=len, reverse=True))


def is_east_asian(text: str) -> bool:
    """Whether Japanese or Chinese signs are in a text: its words have no blanks between them."""
    return _EAST_ASIAN.search(text) is not None


@cache
def _vocabulary() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("keycafe_clean.columns").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _listed() -> Iterator[tuple[str, Meaning]]:
    """Yield every spelling with its meaning, in the order of the vocabulary."""
    for kind, groups in _vocabulary()["spellings"].items():
        for group, spelt in groups.items():
            yield from ((spelling, Meaning(kind, group)) for spelling in spelt)


def _keys(spelling: str) -> tuple[str, ...]:
    if spelling.startswith("["):
        return (f"[{key(spelling)}]",)
    if spelling.isascii():
        return (key(spelling),)
    written_out = spelling.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return key(written_out), key(spelling)


def _stems(stems: dict[str, str], group: str) -> re.Pattern[str]:
    wanted = (stem for stem, its_group in stems.items() if its_group == group)
    return re.compile("|".join(r"\w*".join(map(key, stem.split("*"))) for stem in wanted))
