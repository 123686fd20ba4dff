"""Which headers say that their cells are another name of the person: a former one, one at birth, one people go by."""

from keycafe_clean.columns.headers import words
from keycafe_clean.columns.spellings import word_lists
from keycafe_clean.columns.suggest_qualified_names import runs_of
from keycafe_clean.columns.vocabulary import meaning

#: Words of a name that people go by, and of one that they may once have had.
CALLED, PERHAPS = "called by", "other names"

#: Why such a name yields to any other one.
_NOT_LEGAL = "is not the legal name"


def speaks_as(header: str, listed: str) -> bool:
    """Whether some of the words of a header, one behind the other, are in this list of words."""
    return not word_lists()[listed].isdisjoint(runs_of(words(header)))


def is_of_others(header: str) -> bool:
    """Whether a word of a header is about somebody or something else: `Supervisor Preferred Name`."""
    found = map(meaning, words(header))
    return any(its is not None and its.kind == "decoy" and its.group != _NOT_LEGAL for its in found)


def is_another_name(header: str) -> bool:
    """Whether a header is of another name of the person: `Former Last Name`, `Geburtsname`, `Known as`."""
    found = meaning(header)
    at_birth = found is not None and found.kind == "birth_name"
    said = at_birth or speaks_as(header, CALLED) or speaks_as(header, PERHAPS)
    return said and not (found is not None and found.kind == "sensitive") and not is_of_others(header)
