"""Which language the headers of a file are in."""

from collections import Counter
from collections.abc import Iterable

from keycafe_clean.columns.suggestion import LANGUAGES
from keycafe_clean.columns.vocabulary import meaning

#: Every system writes these headers, in any country.
_EVERYWHERE = "English"


def language_of(headers: Iterable[str]) -> str | None:
    """Get the language that most of the headers are in that are not English; None where none tells.

    It is a name of a group of `vocabulary.toml`: `Croatian or Slovenian`.
    """
    groups = Counter(found.group for header in headers if (found := meaning(header)) and found.group in LANGUAGES)
    del groups[_EVERYWHERE]
    return max(groups, key=lambda language: groups[language]) if groups else None
