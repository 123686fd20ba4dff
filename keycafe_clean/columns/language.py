"""Which language the headers of a file are in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from keycafe_clean.columns.headers import key
from keycafe_clean.columns.spellings import also
from keycafe_clean.columns.suggestion import LANGUAGES, Suggestion, of_language, usual
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


def in_one_language(suggestions: Iterable[Suggestion], headers: Sequence[str]) -> tuple[Suggestion, ...]:
    """Get suggestions with the language of most headers as the reason, where a spelling belongs to that one as well."""
    spoken = Counter(found.group for header in headers if (found := meaning(header)))
    spoken.update(language for header in headers for language in also().get(key(header), ()))
    return tuple(_as_spoken(it, spoken) for it in suggestions)


def _as_spoken(suggestion: Suggestion, spoken: Counter[str]) -> Suggestion:
    header, column = suggestion.headers[0], suggestion.column
    found, others = meaning(header), sorted(also().get(key(header), ()))
    if not found or not others or suggestion.reason != usual(header, column):
        return suggestion
    language = max((found.group, *others), key=lambda it: spoken[it])
    return suggestion if language == found.group else replace(suggestion, reason=of_language(language, column))
