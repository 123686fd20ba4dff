"""What a header means, by the spellings of `vocabulary.toml`.

A meaning is one of our columns (`First Name`, `employee_id`, ...) or a special: `sensitive` (to be dropped), `decoy`
(looks right and is not), `name` (first, last or full name: its company decides), `login` (an address only if its values
are), `state` (a status only if its cells say who works here), `id` and `counter` (a person's number only if it behaves
like one), `badge` (a door badge), `licence` and `locked` (about an account, and no word about a job), `expiry` and
`valid_from` (days of an account or a record), `contract_end` (a last day unless the contract was renewed),
`first_name_2` and `last_name_2` (second names, joined to the first), `birth_name` and `father_name` (a last name where
there is no other), `other` (known, of no use here).
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise

from keycafe_clean.columns.compound_headers import (
    are_addresses,
    composed,
    names_a_place,
    speaks_of_mail,
    without_fillers,
)
from keycafe_clean.columns.headers import in_brackets, key, segments, without_brackets, words
from keycafe_clean.columns.spellings import (
    SECOND_CHOICE,
    Meaning,
    is_east_asian,
    joined,
    noise,
    phrases,
    spellings,
    word_lists,
)

#: Words of the longest phrase that may stand anywhere in a header; the few longer ones are headers of their own.
_LONGEST_PHRASE = 5

#: private matters whose words departments and places have in their names as well
_PLACES_TOO = ("health", "belief, origin, family and sex")

#: groups of decoys that are about other people
_SOMEBODY_ELSE = ("belongs to somebody else", "belongs to the manager, not to the person")

#: Characters of a header; what is longer is text, and reading it would take the longer the more of it there is.
_LONGEST_HEADER = 300

#: what stands between two names of the same column: `NAS / SIN`
_PARTS = re.compile(r"\s*/\s*|\s\|\s")


def recognise(header: str) -> str | None:
    """Get what a header means: one of our columns or a special (see above); null for a header nobody has listed.

    Cells may look like headers (`Active`, `Manager`): a row of column names has several different ones.
    """
    found = meaning(header)
    return found.kind if found else None


@lru_cache(maxsize=32_768)
def meaning(header: str) -> Meaning | None:
    """Get what a header means and who says so; null for a header nobody has listed."""
    if len(header) > _LONGEST_HEADER:
        return None
    found = next((found for found in _readings(header) if found), None)
    return found or next(filter(None, map(meaning, _otherwise_decoded(header))), None)


def _otherwise_decoded(header: str) -> Iterator[str]:
    """Yield what a header was before somebody opened its UTF-8 in another encoding: `RÃ©munÃ©ration`."""
    for encoding in ("cp1252", "latin-1") if not header.isascii() else ():
        with suppress(UnicodeError):
            yield header.encode(encoding).decode()


def spelled_keys() -> frozenset[str]:
    """Get the keys of all spellings: small letters and digits alone."""
    return frozenset(spellings())


def is_second_choice(header: str) -> bool:
    """Whether a header means a column of ours, and yields to others that mean the same: `Proxy Addresses` to `Mail`."""
    found = meaning(header)
    return found is not None and found.second_choice


def is_work(header: str) -> bool:
    """Whether a header says that it is about work: `Work Email`, `E-Mail (dienstlich)`."""
    return not word_lists()["work"].isdisjoint(words(header))


def is_of_a_record(header: str) -> bool:
    """Whether a header says that its day is one of a record, a visit, a course or an absence: `Creation Date`."""
    said = words(header)
    signs = "".join(said)
    listed = word_lists()["records"]
    return not listed.isdisjoint(said) or any(word in signs for word in listed if is_east_asian(word))


def is_of_a_deletion(header: str) -> bool:
    """Whether a header says that its day is one of a deletion: `Soft deletion timestamp`, `Löschdatum`."""
    said = words(header)
    begun = any(word.startswith(begin) for word in said for begin in word_lists()["deletions"])
    return begun or any(sign in "".join(said) for sign in word_lists()["deletions"] if is_east_asian(sign))


def says_until_when(header: str) -> bool:
    """Whether a header says that its day is an end: `Billing end`, `Bewilligt bis`."""
    said = words(header)
    listed = word_lists()["ends"]
    return not listed.isdisjoint(said) or any(word in "".join(said) for word in listed if is_east_asian(word))


def is_of_something_else(header: str) -> bool:
    """Whether a header says that days beside it are those of a leave, a project or a loan: `Leave Type`, `Projekt`."""
    return not word_lists()["something else"].isdisjoint(words(header))


def names_a_state(header: str) -> bool:
    """Whether a header has a word for a state or an employment in it, and none of a kind or of something else."""
    said, lists = words(header), word_lists()
    signs = "".join(said)
    named = lists["states"] | lists["employments"]
    is_named = not named.isdisjoint(said) or any(word in signs for word in named if is_east_asian(word))
    others = lists["types"] | lists["something else"] | lists["things"]
    return is_named and others.isdisjoint(said) and not any(word in signs for word in others if is_east_asian(word))


def is_of_a_thing(header: str) -> bool:
    """Whether a header says that it is about a key, a device or another thing that is handed out: `N° clé`."""
    return not word_lists()["things"].isdisjoint(words(header))


def is_about_a_contract(said: tuple[str, ...]) -> bool:
    """Whether one of these words is a contract, which ends where another one may begin."""
    return not word_lists()["contracts"].isdisjoint(said)


def is_of_somebody_else(header: str) -> bool:
    """Whether a header says that it is about a manager, a relative or another contact, not about the person."""
    found = meaning(header)
    return found is not None and found.kind == "decoy" and found.group in _SOMEBODY_ELSE


def family_first_headers() -> frozenset[str]:
    """Get the keys of headers that put the last name first: `Nom Prénom`, `Name, Vorname`."""
    return word_lists()["family first"]


def given_first_headers() -> frozenset[str]:
    """Get the keys of headers that put the first name first: `Vorname Nachname`, `Nome e cognome`."""
    return word_lists()["given first"]


def _readings(header: str) -> Iterator[Meaning | None]:
    """Yield the ways to read a header, the surest first."""
    said = _without_noise(words(header))
    yield spellings().get(key(header))
    yield spellings().get("".join(said))
    yield _sensitive(said)
    yield _composed(said, sensitive=True)
    yield from (_sensitive(words(part)) for part in _PARTS.split(header))
    yield _phrased("decoy", said)
    yield _spelt(said)
    yield joined().get("".join(without_fillers(said)))
    yield _spelt(_without_noise(words(without_brackets(header))))
    yield from (_bracketed(inner) for inner in in_brackets(header))
    yield _composed(said)
    yield _of_segments(header)
    yield _said_twice(said)
    yield _spelt(_without(said, word_lists()["qualifiers"]))
    yield _glued(said)


def _spelt(said: tuple[str, ...]) -> Meaning | None:
    """Look the words up; a number among them makes another choice of the same meaning: `Email 2`, `Mail 2 Address`."""
    found = spellings().get("".join(said))
    numbers = [word for word in said if word.isdecimal()]
    if found or len(numbers) != 1 or len(said) < 2:
        return found
    base = spellings().get("".join(word for word in said if not word.isdecimal()))
    return base if base is None or numbers == ["1"] else Meaning(base.kind, SECOND_CHOICE)


def _sensitive(said: tuple[str, ...]) -> Meaning | None:
    """Find a listed phrase of private matters; `Health Clinic`, `Email Address 1` and `PasswordExpired` are none."""
    found = _phrased("sensitive", said)
    of_a_place = found is not None and found.group in _PLACES_TOO and names_a_place(said)
    no_home = found is not None and found.group == "address at home" and _is_no_home(said)
    no_secret = found is not None and found.group == "passwords" and _is_of_a_password(said)
    return None if of_a_place or no_home or no_secret else found


def _is_no_home(said: tuple[str, ...]) -> bool:
    """Whether an address is one at work, or of mail, or only its type is said: `Type adresse 1`."""
    types = _without(said, word_lists()["types"])
    is_type = types != said and are_addresses(tuple(word for word in types if not word.isdecimal()))
    return is_type or not word_lists()["work"].isdisjoint(said) or speaks_of_mail(said)


def _is_of_a_password(said: tuple[str, ...]) -> bool:
    """Whether words say when a password was set or ends, and none of the others tells which one: `Old password`."""
    states, others = word_lists()["password states"], word_lists()["beside passwords"]
    states_something = not states.isdisjoint((*said, *map("".join, pairwise(said))))
    return states_something and states | others >= {*said}


def _composed(said: tuple[str, ...], *, sensitive: bool = False) -> Meaning | None:
    """Read words that nobody has listed together, all of them known: `Fec. cese`, `Medarbejdernr.`."""
    found = composed(said)
    return Meaning(*found) if found and (found[0] == "sensitive" or not sensitive) else None


def _bracketed(inner: str) -> Meaning | None:
    """Look up the attribute in brackets; some mean the opposite there (`[accountEnabled]` under `Block sign in`)."""
    return spellings().get(f"[{key(inner)}]") or _spelt(_without_noise(words(inner)))


def _of_segments(header: str) -> Meaning | None:
    """Read a heading of two levels: the lower one, unless it says as little as `Name` or `Display Name`."""
    parts = [_spelt(_without_noise(words(part))) for part in segments(header)]
    known = [part for part in parts if part]
    telling = [part for part in known if part.kind not in ("name", "id", "full_name")]
    return next(reversed(telling or known), None)


def _said_twice(said: tuple[str, ...]) -> Meaning | None:
    """Read two header rows joined into one (`FIRSTNAME First Name`) where both say the same."""
    for cut in range(1, len(said)):
        first, second = _spelt(said[:cut]), _spelt(said[cut:])
        if first and second and first.kind == second.kind:
            return first
    return None


def _glued(said: tuple[str, ...]) -> Meaning | None:
    """Read words written together: `empfirstname`, `manageremail`."""
    text = "".join(said)
    for cut in range(2, len(text) - 2):
        rest = spellings().get(text[cut:])
        if rest and text[:cut] in phrases("decoy").anywhere:
            return Meaning("decoy", phrases("decoy").anywhere[text[:cut]])
        if rest and text[:cut] in word_lists()["qualifiers"]:
            return rest
    return None


def _phrased(kind: str, said: tuple[str, ...]) -> Meaning | None:
    """Find a listed phrase among the words; one of up to three letters only where it stands alone."""
    listed = phrases(kind)
    runs = {"".join(said[start : start + size]) for size in range(1, _LONGEST_PHRASE + 1) for start in range(len(said))}
    found = [listed.anywhere[run] for run in sorted(runs & listed.anywhere.keys())]
    found += [group for group, stem in listed.stems.items() if any(map(stem.fullmatch, said))]
    found += [group for sign, group in listed.signs.items() if sign in "".join(said)]
    bare = "".join(_without(said, word_lists()["qualifiers"] | word_lists()["numbers"]))
    found += [listed.alone[short] for short in ("".join(said), bare) if short in listed.alone]
    return Meaning(kind, found[0]) if found else None


def _without(said: tuple[str, ...], unwanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in said if word not in unwanted)


def _without_noise(said: tuple[str, ...]) -> tuple[str, ...]:
    """Take out remarks such as `required` and `yes/no`, unless nothing else is there."""
    text = f" {' '.join(said)} "
    for remark in noise():
        text = text.replace(f" {remark} ", " ")
    return tuple(text.split()) or said
