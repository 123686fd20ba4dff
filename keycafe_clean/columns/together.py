"""What the headers of a table mean, seen together: words that most of them share say nothing, a language says much."""

from collections import Counter
from collections.abc import Sequence

from keycafe_clean.columns.compound_headers import is_about_employment
from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.spellings import SECOND_CHOICE, Meaning, beside, spans
from keycafe_clean.columns.vocabulary import is_about_a_contract, is_of_something_else, meaning

#: How many headers must have a word at the same end before it says nothing about each, and which share of them: three
#: headers that begin with `Employee` are usual, and so are half of all.
_FEWEST, _MOST = 4, 0.6

#: Words that are taken off each end at most: a system's prefix and its suffix have two or three.
_WORDS = 4

#: What is no language, and still says what others beside it mean: `Clave` beside a login is its password, `IdNr` beside
#: a Personalnummer the number for taxes.
_COMPANY = ("bank and cards", "numbers of the state", "login", "employee_id")

#: What a pair of `From` and `To` means, in this order.
_DAYS = ("start_date", "exit_date")


def meanings_of(headers: Sequence[str]) -> dict[str, Meaning]:
    """Get what each header means that is in the vocabulary, as its language means it.

    What nobody knows is read without the words that most headers begin or end with: `usr_vorname`, `eintrittdatum#psd`;
    `From` and `To` side by side are a first and a last day where no other header is one.
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
    return found | _false_friends(headers, found) | _span_of_employment(headers, found)


def _false_friends(headers: Sequence[str], found: dict[str, Meaning]) -> dict[str, Meaning]:
    """Get the headers that mean something else beside others: in their language, near a bank or a login."""
    spoken = Counter(its.group for its in found.values())
    languages = [language for language, _ in spoken.most_common() if language in beside() and language not in _COMPANY]
    there = {its.kind for its in found.values()} | spoken.keys()
    company = [*languages[:1], *(name for name in _COMPANY if name in there)]
    elsewhere = {spelt: its for name in company for spelt, its in beside()[name].items()}
    return {header: elsewhere[key(header)] for header in headers if key(header) in elsewhere}


def _span_of_employment(headers: Sequence[str], found: dict[str, Meaning]) -> dict[str, Meaning]:
    """Get first and last day of `From` and `To`: one pair, and no header of a day, a leave or a project beside it."""
    if any(map(is_of_something_else, headers)):
        return {}
    days = {header for header, its in found.items() if its.kind in _DAYS}
    unknown = [header for header in headers if header not in found or header in days]
    # Two languages may have the same words for them.
    pairs = list({pair: None for first, last in spans() for pair in _paired(unknown, first, last)})
    kinds = zip(_DAYS, pairs[0], strict=True) if len(pairs) == 1 and days <= {*pairs[0]} else ()
    return {header: Meaning(kind, SECOND_CHOICE) for kind, header in kinds}


def _paired(headers: Sequence[str], first: frozenset[str], last: frozenset[str]) -> list[tuple[str, str]]:
    """Get the headers that say the same but for a `from` in one and a `to` in the other, of employment or nothing."""
    begins, ends = _by_the_rest(headers, first), _by_the_rest(headers, last)
    return [
        (begins[rest], ends[rest])
        for rest in begins.keys() & ends.keys()
        if is_about_employment(rest) and not is_about_a_contract(rest)
    ]


def _by_the_rest(headers: Sequence[str], said: frozenset[str]) -> dict[tuple[str, ...], str]:
    """Get the headers with one of these words, by their other words."""
    having = ((header, words(header)) for header in headers)
    return {tuple(it for it in spoken if it not in said): header for header, spoken in having if said & {*spoken}}


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
