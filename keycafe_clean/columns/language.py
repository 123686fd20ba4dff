"""Which language a file is in, by its headers, or by the letters of its cells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from keycafe_clean.ascii import has_non_ascii
from keycafe_clean.columns.headers import key
from keycafe_clean.columns.spellings import also
from keycafe_clean.columns.suggestion import LANGUAGES, Suggestion, of_language, usual
from keycafe_clean.columns.vocabulary import meaning
from keycafe_clean.steps.frame_columns import source_headers
from keycafe_clean.words.letters import is_thai

#: Every system writes these headers, in any country.
_EVERYWHERE = "English"

#: A column of which so many cells are in letters of Thailand is one of a Thai file.
_MOSTLY = 0.5


def language_of_rows(rows: pl.DataFrame) -> str | None:
    """Get the language of the headers of `source.` columns, else Thai where one of these is in its letters, mostly.

    The letters of other languages stand for several.
    """
    headers = source_headers(rows)
    return language_of(headers) or ("Thai" if _has_thai(rows, headers) else None)


def language_of(headers: Iterable[str]) -> str | None:
    """Get the language that most of the headers are in that are not English; None where none tells.

    It is a name of a group of `vocabulary.toml`: `Croatian or Slovenian`. A header that several languages have counts
    for each.
    """
    spoken = _spoken(headers)
    languages = [group for group in spoken if group in LANGUAGES and group != _EVERYWHERE]
    return max(languages, key=lambda language: spoken[language], default=None)


def in_one_language(suggestions: Iterable[Suggestion], headers: Sequence[str]) -> tuple[Suggestion, ...]:
    """Get suggestions with the language of most headers as the reason, where a spelling belongs to that one as well."""
    spoken = _spoken(headers)
    return tuple(_as_spoken(it, spoken) for it in suggestions)


def _spoken(headers: Iterable[str]) -> Counter[str]:
    """Count the headers of each group, those of several languages for each of them."""
    known = {header: found for header in headers if (found := meaning(header))}
    spoken = Counter(found.group for found in known.values())
    spoken.update(language for header in known for language in sorted(also().get(key(header), ())))
    return spoken


def _has_thai(rows: pl.DataFrame, headers: Iterable[str]) -> bool:
    """Tell whether most filled cells of some column are in letters of Thailand."""
    told = rows.select(has_non_ascii(pl.col(f"source.{header}")).any() for header in headers)
    shares = rows.select(is_thai(name).mean() for name in told.columns if told.item(0, name))
    return any(share >= _MOSTLY for share in shares.row(0)) if shares.width else False


def _as_spoken(suggestion: Suggestion, spoken: Counter[str]) -> Suggestion:
    header, column = suggestion.headers[0], suggestion.column
    found, others = meaning(header), sorted(also().get(key(header), ()))
    if not found or not others or suggestion.reason != usual(header, column):
        return suggestion
    language = max((found.group, *others), key=lambda it: spoken[it])
    return suggestion if language == found.group else replace(suggestion, reason=of_language(language, column))
