"""Which headers of a source are our columns, each with its reason; sure ones are taken, unsure ones asked about."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from weakref import finalize

import polars as pl

from keycafe_clean.columns.language import in_one_language
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.suggest_address import suggest_address
from keycafe_clean.columns.suggest_names import suggest_names
from keycafe_clean.columns.suggest_number import suggest_number
from keycafe_clean.columns.suggest_rest import (
    suggest_dates,
    suggest_flags,
    suggest_import_file,
    suggest_places,
    suggest_return,
)
from keycafe_clean.columns.suggest_status import suggest_status
from keycafe_clean.columns.suggestion import Suggestion, in_words
from keycafe_clean.export import Source
from keycafe_clean.findings import findings_of
from keycafe_clean.steps.frame_columns import BADGE, FULL_NAME, NAME_COLUMNS

__all__ = [
    "Suggestion",
    "column_findings",
    "less_decided",
    "likeliest",
    "suggest_columns",
    "taken",
    "used_headers",
]


def suggest_columns(source: Source) -> tuple[Suggestion, ...]:
    """Get what each of our columns may come from: by header, language, HR system, neighbours and cells.

    A header is suggested for one column only. Badge Code is suggested only where all eight Keycafe headers are there.
    """
    if id(source) not in _SUGGESTED:
        _SUGGESTED[id(source)] = _suggested(source)
        finalize(source, _SUGGESTED.pop, id(source), None)
    return _SUGGESTED[id(source)]


#: What was suggested for a source, as long as there is one: a run, what is told of it and the desk ask again and again.
_SUGGESTED: dict[int, tuple[Suggestion, ...]] = {}


def _suggested(source: Source) -> tuple[Suggestion, ...]:
    table = Table(source.first_table)
    own = suggest_import_file(table)
    people = own or (*suggest_names(table), *suggest_address(table), *suggest_flags(table))
    named = [suggestion for suggestion in people if suggestion.column in (*NAME_COLUMNS, FULL_NAME)]
    names = tuple(header for suggestion in named for header in suggestion.headers)
    rest = (
        *suggest_number(table, names),
        *suggest_status(table),
        *suggest_dates(table),
        *suggest_return(table),
        *suggest_places(table),
    )
    return in_one_language(_each_header_once((*people, *rest)), source.headers)


def likeliest(suggestions: tuple[Suggestion, ...]) -> dict[str, tuple[str, ...]]:
    """Get the columns (our column -> headers), unsure ones too: for lists whose reading decides nothing for good."""
    return taken(tuple(replace(suggestion, sure=True) for suggestion in suggestions))


def taken(suggestions: tuple[Suggestion, ...]) -> dict[str, tuple[str, ...]]:
    """Get the columns that are sure, each with its headers, in order; several status columns stand under one name."""
    columns: dict[str, tuple[str, ...]] = {}
    for suggestion in suggestions:
        if suggestion.sure:
            columns[suggestion.column] = columns.get(suggestion.column, ()) + suggestion.headers
    return columns


def less_decided(suggestions: tuple[Suggestion, ...], columns: Mapping[str, tuple[str, ...]]) -> tuple[Suggestion, ...]:
    """Get the suggestions less the unsure ones about a column, or a header, that is decided otherwise.

    `columns` has our column -> its headers; none: it is decided that no header is this column.
    """
    used = used_headers(columns)
    return tuple(it for it in suggestions if it.sure or (it.column not in columns and used.isdisjoint(it.headers)))


def used_headers(columns: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Get the headers that are some column; `columns` has our column -> its headers."""
    return {header for headers in columns.values() for header in headers}


def column_findings(source: Source, suggestions: tuple[Suggestion, ...], used: Collection[str]) -> pl.DataFrame:
    """Get a question for every unsure suggestion, and a note for every badge column that is not among those used.

    `FINDINGS` about columns (no row_id): `column` is ours in words, `value` the first header. The questions first, in
    the order of `suggestions`; `used` are headers. Empty where there are none.
    """
    asked = [
        {"column": in_words(it.column), "value": it.headers[0], "reason": it.reason}
        for it in suggestions
        if not it.sure
    ]
    table = Table(source.first_table)
    badges = [header for header in table.of(BADGE, "badge") if header not in used]
    return pl.concat(
        [
            findings_of("column_unsure", pl.DataFrame(asked, schema=["column", "value", "reason"], orient="row")),
            findings_of("badge_not_used", pl.DataFrame({"column": BADGE, "value": badges})),
        ]
    )


def _each_header_once(suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    kept: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        for header in suggestion.headers:
            kept.setdefault(header, suggestion)
    return tuple(suggestion for suggestion in suggestions if all(kept[h] is suggestion for h in suggestion.headers))
