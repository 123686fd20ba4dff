"""What the headers of a table mean, seen together: words that most of them share say nothing, a language says much."""

from collections import Counter
from collections.abc import Sequence

from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.vocabulary import Meaning, beside, meaning

#: How many headers must have a word at the same end before it says nothing about each, and which share of them: three
#: headers that begin with `Employee` are usual, and so are half of all.
_FEWEST, _MOST = 4, 0.6

#: Words that are taken off each end at most: a system's prefix and its suffix have two or three.
_WORDS = 4

#: What is no language, and still says what others beside it mean: `Clave` beside a login is its password, `IdNr` beside
#: a Personalnummer the number for taxes.
_COMPANY = ("bank and cards", "numbers of the state", "login", "employee_id")


def meanings_of(headers: Sequence[str]) -> dict[str, Meaning]:
    """Get what each header means that is in the vocabulary, as its language means it.

    What nobody knows is read without the words that most headers begin or end with: `usr_vorname`, `eintrittdatum#psd`.
    """
    known = {header: meaning(header) for header in headers}
    if not all(known.values()):
        said = [words(header) for header in headers]
        rests = zip(headers, said, _bare(said), strict=True)
        known |= {
            header: meaning(" ".join(rest))
            for header, whole, rest in rests
            if not known[header] and rest != whole and not all(map(str.isdecimal, rest))
        }
    found = {header: its for header, its in known.items() if its}
    return found | _false_friends(headers, found)


def _false_friends(headers: Sequence[str], found: dict[str, Meaning]) -> dict[str, Meaning]:
    """Get the headers that mean something else beside others: in their language, near a bank or a login."""
    spoken = Counter(its.group for its in found.values())
    languages = [language for language, _ in spoken.most_common() if language in beside() and language not in _COMPANY]
    there = {its.kind for its in found.values()} | spoken.keys()
    company = [*languages[:1], *(name for name in _COMPANY if name in there)]
    elsewhere = {spelt: its for name in company for spelt, its in beside()[name].items()}
    return {header: elsewhere[key(header)] for header in headers if key(header) in elsewhere}


def _bare(said: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Take words off both ends as long as most headers share them."""
    for _ in range(_WORDS):
        said = _without_shared(_without_shared(said, 0), -1)
    return said


def _without_shared(said: list[tuple[str, ...]], end: int) -> list[tuple[str, ...]]:
    ends = Counter(spoken[end] for spoken in said if len(spoken) > 1)
    word, times = ends.most_common(1)[0] if ends else ("", 0)
    if times < max(_FEWEST, _MOST * len(said)):
        return said
    return [
        (spoken[1:] if end == 0 else spoken[:-1]) if len(spoken) > 1 and spoken[end] == word else spoken
        for spoken in said
    ]
