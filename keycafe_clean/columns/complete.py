"""The set-up with a mapping for every source: what is decided, else what is suggested and sure."""

import polars as pl

from keycafe_clean.columns.suggest import Suggestion, column_findings, suggest_columns, taken
from keycafe_clean.columns.suggestion import in_words
from keycafe_clean.errors import MissingColumn, SetupError
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.setup import Setup, SourceSetup

#: Columns of which a row needs some to become a user.
_PEOPLE = ("First Name", "Last Name", "full_name", "Email Address")

#: Headers that one sentence names.
_NAMED = 12

#: Characters of a header that a sentence shows.
_SHOWN = 60


def complete_setup(setup: Setup, export: Export) -> tuple[Setup, pl.DataFrame]:
    """Get the set-up with a `[[source]]` for every source of the export, and the questions and notes about columns.

    What is decided for a set of headers stays; for others the sure suggestions are taken and the unsure ones asked
    about. Sources that the export does not have stay in the set-up. MissingColumn: a source has no column for
    anybody's name or address.
    """
    _refuse_unknown_rules(setup, export)
    asked = [no_findings()]
    for source in export.sources:
        decided, suggestions = _decided(setup, source)
        if suggestions:
            still_open = _open(suggestions, decided)
            asked += [column_findings(source, still_open), _rows_without_address_column(source, still_open)]
        others = tuple(other for other in setup.source if other is not setup.source_for(source.headers))
        setup = setup.model_copy(update={"source": (*others, decided)})
        _refuse_nobody(source, decided, suggestions)
    return setup, pl.concat(asked)


def _decided(setup: Setup, source: Source) -> tuple[SourceSetup, tuple[Suggestion, ...]]:
    """Get the mapping of a source: what was said of it, else what is sure; what is said for every file wins."""
    known = setup.source_for(source.headers) or SourceSetup(headers=source.headers)
    suggestions = () if known.columns else suggest_columns(source)
    said = {ours: headers for ours, headers in setup.columns.items() if set(headers) <= set(source.headers)}
    columns = {**(known.columns or taken(suggestions)), **said}
    return known.model_copy(update={"columns": columns}), suggestions


def _open(suggestions: tuple[Suggestion, ...], decided: SourceSetup) -> tuple[Suggestion, ...]:
    """Get the suggestions less those about a column that is decided otherwise."""
    return tuple(it for it in suggestions if it.sure or it.column not in decided.columns)


def _rows_without_address_column(source: Source, still_open: tuple[Suggestion, ...]) -> pl.DataFrame:
    """Get a question a row where a column may be that of the addresses: until it is said, nobody is without one."""
    may_be = [it for it in still_open if it.column == "Email Address" and not it.sure]
    rows = source.rows.filter(pl.col("not_people").is_null()) if may_be else source.rows.clear()
    value = pl.lit(may_be[0].headers[0] if may_be else None, pl.String)
    return findings_of("address_column_open", rows.select("row_id", column=pl.lit("Email Address"), value=value))


def _refuse_unknown_rules(setup: Setup, export: Export) -> None:
    """Refuse a rule about a column that no source has; where only some have it, it is blank in the others."""
    headers = {header for source in export.sources for header in source.headers}
    for rule in setup.rule:
        if rule.column not in headers:
            raise SetupError(
                f"The set-up has a rule about '{rule.column}', and no file has that column. "
                f"Columns read: {_some(tuple(sorted(headers)))}. Correct the rule, or take it out."
            )


def _refuse_nobody(source: Source, decided: SourceSetup, suggestions: tuple[Suggestion, ...]) -> None:
    """Refuse a mapping by which no row could ever become a user: no address, and no first and last name."""
    columns = decided.columns
    if "Email Address" in columns or "full_name" in columns or {"First Name", "Last Name"} <= set(columns):
        return
    guesses = [f"'{it.headers[0]}' may be the {in_words(it.column)}" for it in suggestions if it.column in _PEOPLE]
    raise MissingColumn(
        f"{source.file} has no column for Email Address, nor for first and last names. Headers read: "
        f"{_some(source.headers)}. {''.join(f'{guess}. ' for guess in guesses)}"
        "Say which column is which, or rename the columns."
    )


def _some(headers: tuple[str, ...]) -> str:
    """List headers in a sentence: some of many, the beginning of long ones."""
    shown = [header if len(header) <= _SHOWN else f"{header[:_SHOWN]}..." for header in headers[:_NAMED]]
    return ", ".join([*shown, "..."] if len(headers) > _NAMED else shown)
