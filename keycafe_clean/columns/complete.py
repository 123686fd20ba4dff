"""The set-up with a mapping for every source: what is decided, else what is suggested and sure."""

from collections.abc import Iterator, Mapping

import polars as pl

from keycafe_clean.columns.cell_shapes import is_blank
from keycafe_clean.columns.doubts import Doubt, doubts
from keycafe_clean.columns.exchanged_names import exchanged_names
from keycafe_clean.columns.period_columns import with_other_half
from keycafe_clean.columns.suggest import (
    Suggestion,
    column_findings,
    less_decided,
    suggest_columns,
    taken,
    used_headers,
)
from keycafe_clean.columns.suggestion import IN_WORDS, in_words
from keycafe_clean.columns.unread_columns import nameless_columns, remarks_about_others
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.decide.setup import Setup, SourceSetup
from keycafe_clean.errors import MissingColumn, UnknownColumn
from keycafe_clean.export import Export, Source
from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.steps.frame_columns import ADDRESS, FULL_NAME, LAST, NAME_COLUMNS, NOT_USED, NUMBERED_COLUMNS

#: Columns of which a row needs some to become a user.
_PEOPLE = (*NAME_COLUMNS, FULL_NAME, ADDRESS)

#: Headers that one sentence names: enough to know the file by, and still a sentence.
_NAMED = 12

#: Rows among which one with names that are known is looked for, and how many of them it has at least.
_SEARCHED, _FEWEST = 60, 2

#: Characters of a header that a sentence shows: the longest spelling of the vocabulary has 40.
_SHOWN = 60


def complete_setup(setup: Setup, export: Export) -> tuple[Setup, pl.DataFrame, tuple[Doubt, ...]]:
    """Get the set-up with a `[[source]]` for every source, the questions and notes about columns, and what is in doubt.

    What is decided for a set of headers stays; for others the sure suggestions are taken. Unsure ones are asked about
    until the column has a header, or is said to have none. Sources that the export does not have stay in the set-up.
    Questions and notes are `FINDINGS`, source by source; what is about a whole file has no row_id. MissingColumn: a
    source has no column for anybody's name or address. UnknownColumn: the set-up uses one that no source has.
    """
    _refuse_unknown_headers(setup, export)
    asked, in_doubt, seen = [no_findings()], list[Doubt](), set()
    for source in export.sources:
        suggestions = suggest_columns(source)
        decided = decided_source(setup, source, suggestions)
        still_open = less_decided(suggestions, decided.columns)
        if source.headers not in seen:
            asked.append(column_findings(source, still_open, used_headers(decided.columns)))
        seen.add(source.headers)
        asked += _open_rows(source, decided, still_open)
        asked += _no_addresses(source, decided, still_open)
        asked.append(exchanged_names(source, decided.columns, setup.columns))
        in_doubt += doubts(source, decided.columns, still_open)
        open_headers = {header for it in still_open for header in it.headers}
        elsewhere = used_headers(decided.columns) | open_headers
        asked += (nameless_columns(source, elsewhere), remarks_about_others(source, elsewhere))
        setup = setup.with_source(decided)
        _refuse_nobody(source, decided, suggestions)
    return setup, pl.concat(asked), tuple(in_doubt)


def decided_source(setup: Setup, source: Source, suggestions: tuple[Suggestion, ...]) -> SourceSetup:
    """Get the mapping of a source: what was said of it, else what is sure; what is said for every file wins.

    A column of ours with no headers is decided to have none; one that is not in the mapping is open.
    """
    known = setup.source_for(source.headers) or SourceSetup(headers=source.headers)
    columns = dict(known.columns or taken(suggestions))
    for ours, headers in setup.columns.items():
        here = tuple(header for header in headers if header in source.headers)
        if ours == NOT_USED:
            columns = _without(columns, here)
        elif set(headers) <= set(source.headers):
            columns[ours] = _beside(columns, ours, here)
    return known.model_copy(update={"columns": with_other_half(source, columns)})


def _beside(columns: Mapping[str, tuple[str, ...]], ours: str, said: tuple[str, ...]) -> tuple[str, ...]:
    """Get the headers of a column of which some are said: a status stands beside the others, if any is said at all."""
    others = columns.get(ours, ()) if ours in NUMBERED_COLUMNS and said else ()
    return tuple(dict.fromkeys((*others, *said)))


def _without(columns: Mapping[str, tuple[str, ...]], headers: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Get the columns less these headers, of which it is said that they are none of ours."""
    others = {
        ours: kept
        for ours, its in columns.items()
        if (kept := tuple(header for header in its if header not in headers)) or not its
    }
    return {**others, NOT_USED: tuple(dict.fromkeys((*columns.get(NOT_USED, ()), *headers)))} if headers else others


def _open_rows(source: Source, decided: SourceSetup, still_open: tuple[Suggestion, ...]) -> Iterator[pl.DataFrame]:
    """Yield a question a row where a column may be that of the addresses, or of names that no other column has.

    Until it is said, nobody is without an address, and nobody goes in with a part of a name.
    """
    rows = source.rows.filter(pl.col("not_people").is_null()).select("row_id")
    named = {column for column in (FULL_NAME, *NAME_COLUMNS) if decided.columns.get(column)}
    nameless = rows.join(_nameless(source, decided), on="row_id", how="semi", maintain_order="left")
    codes = {ADDRESS: "address_column_open"}
    if FULL_NAME not in named:
        codes |= dict.fromkeys(NAME_COLUMNS, "name_column_open")
        codes[FULL_NAME] = "name_column_open"
    for it in still_open:
        if it.column in codes and not it.sure:
            column = LAST if it.column == FULL_NAME else it.column
            waiting = nameless if it.column == FULL_NAME else rows
            yield findings_of(
                codes[it.column], waiting.with_columns(column=pl.lit(column), value=pl.lit(it.headers[0]))
            )


def _nameless(source: Source, decided: SourceSetup) -> pl.DataFrame:
    """Get the row_id of the rows that no column of names says anything of."""
    named = [header for column in (FULL_NAME, *NAME_COLUMNS) for header in decided.columns.get(column, ())]
    blank = source.cells.select(pl.all_horizontal(pl.lit(value=True), *map(is_blank, named))).to_series()
    return source.rows.select("row_id").filter(blank)


def _no_addresses(source: Source, decided: SourceSetup, still_open: tuple[Suggestion, ...]) -> Iterator[pl.DataFrame]:
    """Yield a question where no column has addresses, none may have, and it is not said that none has."""
    if ADDRESS not in decided.columns and all(it.column != ADDRESS for it in still_open):
        yield findings_of("no_address_column", pl.DataFrame({"value": [source.file]}))


def _refuse_unknown_headers(setup: Setup, export: Export) -> None:
    """Refuse a rule about a column, or a column said for every file, that no source has.

    Where only some sources have it, it is blank in the others; one that is not to be used may be gone.
    """
    headers = {header for source in export.sources for header in source.headers}
    read = f"and no file has that column. Columns read: {_some(tuple(sorted(headers)))}."
    for rule in setup.rule:
        if rule.column not in headers:
            why = _why(rule.column, export) or read
            raise UnknownColumn(
                f"The set-up has a rule about '{rule.column}', {why} "
                "Correct that [[rule]] in setup.toml, or take it out."
            )
    used = {column: said for column, said in setup.columns.items() if column != NOT_USED}
    for column, said in used.items():
        for header in said:
            if header not in headers:
                why = _why(header, export) or read
                raise UnknownColumn(f"The set-up takes {column} from '{header}', {why} {_say_which(column)}")


def _say_which(column: str) -> str:
    """Say how it is said which header one of our columns comes from, or that none is."""
    name = IN_WORDS.get(column, column)
    return (
        f'Say which it is, with --column "{name}=HEADER", or that none is, with --column "{name}="; or correct its '
        "line below [columns] in setup.toml."
    )


def _why(header: str, export: Export) -> str:
    """Say that a column is private, and what its cells look like where the header does not say so; else nothing."""
    for source in export.sources:
        if header in source.dropped:
            cells = source.private_cells.get(header)
            return "a private column, which is dropped" + (f": its cells look like {cells}." if cells else ".")
    return ""


def _refuse_nobody(source: Source, decided: SourceSetup, suggestions: tuple[Suggestion, ...]) -> None:
    """Refuse a mapping by which no row could ever become a user: no address, and no first and last name."""
    columns = {ours for ours, headers in decided.columns.items() if headers}
    if ADDRESS in columns or FULL_NAME in columns or set(NAME_COLUMNS) <= columns:
        return
    raise MissingColumn(
        f"{source.file} has no column for Email Address, nor for first and last names. {_instead(source, suggestions)}"
    )


def _instead(source: Source, suggestions: tuple[Suggestion, ...]) -> str:
    """Say what was read in place of them; what only may be column names may as well be a person, and is not shown."""
    if source.findings.get_column("code").eq("unsure_header").any():
        return (
            f"Row {source.header_row:,} was taken for the names of the columns, and too few of them are known to be "
            "sure. Say which row holds them, that none does, or which column is which."
        )
    if source.findings.get_column("code").eq("no_header").any():
        return f"No row was taken for the names of the columns. {_where_to_look(source)}, or say which column is which."
    guesses = [f"'{it.headers[0]}' may be the {in_words(it.column)}" for it in suggestions if it.column in _PEOPLE]
    said = "".join(f"{guess}. " for guess in guesses)
    return f"Headers read: {_some(source.headers)}. {said}Say which column is which, or rename the columns."


def _where_to_look(source: Source) -> str:
    """Say how a row is named as that of the column names: the first of those with the most names that are known."""
    known = [len(set(filter(_is_known, row))) for row in source.cells.head(_SEARCHED).rows()]
    if max(known, default=0) < _FEWEST:
        return "Say --header-row N if row N holds them"
    row = source.rows.item(known.index(max(known)), "source_row")
    return f"Row {row:,} may hold them: say --header-row {row} if it does"


def _is_known(cell: str | None) -> bool:
    return bool(cell and recognise(cell))


def _some(headers: tuple[str, ...]) -> str:
    """List headers in a sentence: some of many, the beginning of long ones."""
    shown = [header if len(header) <= _SHOWN else f"{header[:_SHOWN]}..." for header in headers[:_NAMED]]
    return ", ".join([*shown, "..."] if len(headers) > _NAMED else shown)
