"""Arabic words in the forms that make no difference: with and without the article, and with a final ة."""

import re
from collections.abc import Iterable
from itertools import product
from typing import Final

_ARTICLE, _ENDING = "ال", "ة"
#: Letters of a word that may have an ending: shorter ones are others with it.
_SHORTEST: Final = 3
#: A word of the letters of Arabic alone; those that only Persian and Urdu have are none.
_ARABIC = re.compile(r"[\u0621-\u064a\u064b-\u0652 ]+\*?")
#: Words of more parts are said in one form.
_MOST_PARTS: Final = 3
#: Small words that have neither.
_BARE: Final = frozenset(("إلى", "بعد", "ترك", "تم", "على", "عن", "غير", "في", "قيد", "لا", "لم", "من", "يعد", "تعد"))


def with_arabic_forms(spellings: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Get the words, in order, each of Arabic with its other forms behind it: not those that are `taken` elsewhere."""
    listed = list(spellings)
    others = set(taken) - set(listed)
    return list(dict.fromkeys(it for word in listed for it in (word, *(it for it in _forms(word) if it not in others))))


def _forms(word: str) -> list[str]:
    parts = word.split(" ")
    if not _ARABIC.fullmatch(word) or len(parts) > _MOST_PARTS:
        return []
    return [" ".join(chosen) for chosen in product(*map(_forms_of_part, parts))]


def _forms_of_part(part: str) -> tuple[str, ...]:
    if part in _BARE:
        return (part,)
    bare = part.removeprefix(_ARTICLE) if len(part) > len(_ARTICLE) + 1 else part
    stem = bare.removesuffix(_ENDING)
    can_end = len(stem) >= _SHORTEST and not part.endswith("*")
    stems = (stem, f"{stem}{_ENDING}") if can_end else (bare,)
    return tuple(form for each in stems for form in (each, f"{_ARTICLE}{each}"))
