"""Columns that nobody needs for an import and that must not travel: dropped while reading, and named."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from keycafe_clean.export import BIRTH_DATES
from keycafe_clean.read.table.birth_dates import are_birth_dates, are_dates, may_be_dates, years
from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.private_values import have_numbers, private_values
from keycafe_clean.sampling import evenly_spread

#: Rows that are looked at first, evenly spread, and filled cells among them that are enough to judge a column.
LOOKED_AT, ENOUGH = 1_000, 50

#: Cells that say whether it is worth while to ask more of a column, and the most columns of numbers that are asked
#: more: an export has twenty, and whoever has thousands tells nobody apart by them.
FEW, MOST_ASKED = 40, 300

#: What a column means whose dates are known to be others than those of births.
OF_EMPLOYMENT = {"start_date", "rehire_date", "exit_date", "active", "disabled", "status"}

#: More digits than a column name has.
_NUMBER = re.compile(r"(?:\d[^\w]?){5}")


def sensitive_headers(headers: Sequence[str], evidence: Sequence[str] = ()) -> tuple[str, ...]:
    """Get the headers of passwords, birth dates, bank, tax, card, health and salary columns, save those in `evidence`.

    `evidence` names columns that the caller needs to tell people apart.
    """
    found = meanings(headers)
    return tuple(header for header in headers if found.get(header) == "sensitive" and header not in evidence)


def private_columns(table: Table, evidence: Sequence[str] = (), dates: Sequence[str] = ()) -> dict[str, str]:
    """Get the headers of private columns, each with what its cells are; empty where the header says so.

    Those in `evidence` are none, and those in `dates` hold no dates of birth.
    """
    headed = sensitive_headers(table.cells.columns, evidence)
    asked = [header for header in table.cells.columns if header not in (*headed, *evidence)]
    held = _filled(table, asked)
    few = {header: evenly_spread(filled, FEW).to_list() for header, filled in held.items()}
    numbered = [header for header in asked if have_numbers(few[header])][:MOST_ASKED]
    numbers = {header: kind.called for header in numbered if (kind := private_values(held[header]))}
    rest = {header: held[header] for header in asked if header not in numbers and may_be_dates(few[header])}
    return (
        dict.fromkeys(headed, "")
        | numbers
        | {header: BIRTH_DATES for header in _of_births(rest) if header not in dates}
    )


def with_names_of_columns(table: Table, private: Mapping[str, str]) -> tuple[Table, dict[str, str]]:
    """Get the table, and its private columns, with `Column 3` for a name that is itself like the cells below it.

    That is so where the first person was taken for the column names.
    """
    hidden = {
        name: f"Column {place}" for place, name in enumerate(table.names, 1) if private.get(name) and _is_a_value(name)
    }
    names = tuple(hidden.get(name, name) for name in table.names)
    renamed = replace(table, names=names, cells=table.cells.rename(hidden))
    return renamed, {hidden.get(name, name): cells for name, cells in private.items()}


def _is_a_value(name: str) -> bool:
    return bool(_NUMBER.search(name)) or not years(pl.Series([name])).is_empty()


def _filled(table: Table, headers: Sequence[str]) -> dict[str, pl.Series]:
    """Get the filled cells of a sample of people; all of those of a column that hardly anybody fills."""
    places = table.rows.get_column("not_people").is_null().arg_true()
    sample = table.cells[evenly_spread(places, LOOKED_AT)]
    found = {header: sample.get_column(header).drop_nulls() for header in headers}
    sparse = [header for header in headers if found[header].len() < ENOUGH and sample.height < places.len()]
    return found | {header: table.cells.get_column(header).drop_nulls() for header in sparse}


def _of_births(held: Mapping[str, pl.Series]) -> list[str]:
    dated = {header: filled for header, filled in held.items() if are_dates(filled)}
    means = meanings(list(held)) if dated else {}
    return [
        header
        for header, filled in dated.items()
        if means.get(header) not in OF_EMPLOYMENT
        and are_birth_dates(filled, [other for name, other in dated.items() if name != header])
    ]
