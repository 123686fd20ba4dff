"""The set-up with a mapping for every source: what is decided, else what is suggested and sure."""

import polars as pl

from keycafe_clean.columns.suggest import column_findings, suggest_columns, taken
from keycafe_clean.errors import MissingColumn, SetupError
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import no_findings
from keycafe_clean.setup import Setup, SourceSetup

#: Headers that one sentence names.
_NAMED = 12


def complete_setup(setup: Setup, export: Export) -> tuple[Setup, pl.DataFrame]:
    """Get the set-up with a `[[source]]` for every source of the export, and the questions and notes about columns.

    What is decided for a set of headers stays; for others the sure suggestions are taken and the unsure ones asked
    about. Sources that the export does not have stay in the set-up. MissingColumn: a source has no column for
    anybody's name or address.
    """
    _refuse_unknown_rules(setup, export)
    asked = [no_findings()]
    for source in export.sources:
        decided = setup.source_for(source.headers)
        if decided is None or not decided.columns:
            suggestions = suggest_columns(source)
            asked.append(column_findings(source, suggestions))
            others = tuple(other for other in setup.source if other is not decided)
            decided = _with_columns(decided or SourceSetup(headers=source.headers), taken(suggestions))
            setup = setup.model_copy(update={"source": (*others, decided)})
        _refuse_nobody(source, decided)
    return setup, pl.concat(asked)


def _with_columns(decided: SourceSetup, columns: dict[str, tuple[str, ...]]) -> SourceSetup:
    """Get what is decided about reading a source, with these columns."""
    return decided.model_copy(update={"columns": columns})


def _refuse_unknown_rules(setup: Setup, export: Export) -> None:
    """Refuse a rule about a column that no source has; where only some have it, it is blank in the others."""
    headers = {header for source in export.sources for header in source.headers}
    for rule in setup.rule:
        if rule.column not in headers:
            raise SetupError(
                f"The set-up has a rule about '{rule.column}', and no file has that column. Correct it or take it out."
            )


def _refuse_nobody(source: Source, decided: SourceSetup) -> None:
    """Refuse a mapping by which no row could ever become a user: no address, and no first and last name."""
    columns = decided.columns
    if "Email Address" in columns or "full_name" in columns or {"First Name", "Last Name"} <= set(columns):
        return
    more = ", ..." if len(source.headers) > _NAMED else ""
    raise MissingColumn(
        f"{source.file} has no column for Email Address, nor for first and last names. Headers read: "
        f"{', '.join(source.headers[:_NAMED])}{more}. Say in the set-up which column is which, or rename the columns."
    )
