"""Tables beside the first one: columns that hold people of their own, of whom nobody would hear otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.addresses_beside import has_addresses_of_others
from keycafe_clean.read.table.cell_kinds import SHAPES
from keycafe_clean.read.table.fills import fill_columns, fill_legend
from keycafe_clean.read.table.header import filled
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, NAMES, known_names, meaning, speaks_of_others
from keycafe_clean.read.table.legends import Legend, column_groups, legends
from keycafe_clean.read.table.legends_below import legends_below
from keycafe_clean.read.table.lookups_beside import are_things, is_lookup
from keycafe_clean.read.table.names_beside import has_names_of_others, parts_under_labels
from keycafe_clean.read.table.not_people import lone_cells
from keycafe_clean.read.table.people_table import Table, no_people
from keycafe_clean.read.table.prefixed_tables import prefixed_columns
from keycafe_clean.read.table.row_facts import filled_cells
from keycafe_clean.read.table.strangers_beside import has_names_of_strangers

#: Columns of a table, and addresses in it where it has no column names that are known.
FEWEST, ADDRESSES = 2, 2

#: Columns that are named.
NAMED = 12

#: Rows in which the column names of a table beside are looked for.
SEARCHED = 60


@dataclass(frozen=True)
class Beside:
    """What stands beside the first table: the columns of second tables, in order, the legends, and those of colours.

    `below` are columns that only tables of no people further down have.
    """

    tables: tuple[str, ...]
    legends: tuple[Legend, ...]
    fills: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Get all columns, those of tables first: none of them is one of the first table."""
        return tuple(dict.fromkeys((*self.tables, *(name for it in self.legends for name in it.names), *self.fills)))


def beside_of(table: Table) -> Beside:
    """Get what stands beside the first table.

    Columns of a second table repeat names of people that the first ones have, perhaps with a word more (`Agency
    First`); or columns without a cell set it apart, and it has names of people or addresses too, or addresses or names
    of others, whatever they are called; names of others do so under a label of their own, too. Names of strangers are
    a list of people as well.
    """
    others = {*_repeated(table), *_set_apart(table), *prefixed_columns(table)}
    tables = tuple(name for name in table.cells.columns if name in others)
    return Beside(
        tables, (*legends(table), *legends_below(table)), fill_columns(table, fill_legend(table)), _below(table)
    )


def _below(table: Table) -> tuple[str, ...]:
    """Get the filled columns without a cell of a person outside the tables further down that are of no people."""
    annotations = table.grid.annotations
    others = annotations.filter(pl.col("code") == "other_table").get_column("source_row")
    if others.is_empty():
        return ()
    is_other = table.rows.get_column("source_row").is_in(others.implode())
    people = table.cells.filter(~is_other & table.rows.get_column("not_people").is_null())
    rest = table.cells.filter(is_other)
    return tuple(
        name for name in table.cells.columns if rest.get_column(name).count() and not people.get_column(name).count()
    )


def tables_beside(table: Table, beside: Sequence[str]) -> pl.DataFrame:
    """Get a question about the file where second tables have these columns; `value` names them, and counts people.

    Where they are a list of keys and the like with nobody in it, it is a note.
    """
    rows = sum(_rows(table.cells.select(part)) for part in _parts(table, beside))
    if not rows:
        return no_findings()
    columns = table.cells.select(beside).columns
    named = [*columns[:NAMED], *(["…"] if len(columns) > NAMED else [])]
    value = f"{', '.join(named)} ({rows:,} {'row' if rows == 1 else 'rows'})"
    code = "things_beside" if are_things(table, columns) else "tables_beside"
    return findings_of(code, pl.DataFrame({"value": [value]}))


def _parts(table: Table, beside: Sequence[str]) -> list[list[str]]:
    """Get the columns beside in parts, one for each blank column between them: each may be a table by itself."""
    wanted = set(beside)
    parts = ([name for name in group if name in wanted] for group in column_groups(table))
    return [part for part in parts if part]


def _rows(cells: pl.DataFrame) -> int:
    return _people(cells) or int((filled_cells(cells) > 0).sum())


def _people(cells: pl.DataFrame) -> int:
    """Count the rows of people in a table beside: neither its headings nor its column names."""
    reasons = no_people(cells, _are_names(cells), pl.repeat(value=False, n=cells.height, eager=True))
    lone = lone_cells(cells, reasons.is_null())
    return reasons.null_count() - lone.height


def _are_names(cells: pl.DataFrame) -> pl.Series:
    """Get which of the first rows are column names of people, one for every row of the cells; never null."""
    top = ([cell or "" for cell in row] for row in cells.head(SEARCHED).rows())
    found = [place for place, row in enumerate(top) if _are_of_people(row)]
    return pl.repeat(value=False, n=cells.height, dtype=pl.Boolean, eager=True).scatter(found, values=True)


def _are_of_people(row: Sequence[str]) -> bool:
    """Tell whether a row holds column names alone, and some that are about people."""
    known = known_names(row)
    return len(known) >= FEWEST and len(known) == filled(row) and not ABOUT_PEOPLE.isdisjoint(map(meaning, row))


def _repeated(table: Table) -> list[str]:
    """Get the columns whose names come again, where those are names of people and something else of them.

    What stands right of the first of them is theirs too, where those left of it have names and addresses already.
    A label above that says of whom else they are makes them columns of the first one: `Manager: Name`.
    """
    header = [
        "" if speaks_of_others(name) and not speaks_of_others(cell) else cell
        for cell, name in zip(_header(table), table.names, strict=False)
    ]
    first = {cell: place for place, cell in reversed(list(enumerate(header)))}
    again = [place for place, cell in enumerate(header) if cell and first[cell] < place]
    if len(again) < FEWEST or all(meaning(header[place]) not in NAMES for place in again):
        return []
    left = {meaning(cell) for cell in header[: again[0]]}
    is_whole = "Email Address" in left and not NAMES.isdisjoint(left)
    return [table.names[place] for place in (range(again[0], len(header)) if is_whole else again)]


def _set_apart(table: Table) -> list[str]:
    """Get the columns of the tables that stand right of a blank column and have people, as those left of it have.

    So are those of codes and words that are none of the people's, and no legend of theirs.
    """
    groups, named = column_groups(table), {name for legend in legends(table) for name in legend.names}
    found: list[str] = []
    before: set[str] = set()
    left: list[str] = []
    for at, group in enumerate(groups):
        meant = _about_people(group)
        is_table = len(group) >= FEWEST and _is_of_people(table, group, meant, before)
        is_codes = bool(before) and named.isdisjoint(group) and is_lookup(table, group, left)
        is_of_others = _is_of_others(table, group, left)
        if at and (is_table or is_codes or is_of_others):
            found += group
        else:
            parts = {name for part in parts_under_labels(table, group, left) for name in part}
            found += [name for name in group if name in parts]
            left += [name for name in group if name not in parts]
        before |= meant
    return found


def _is_of_others(table: Table, group: list[str], left: list[str]) -> bool:
    has_others = (has_addresses_of_others, has_names_of_others, has_names_of_strangers)
    return any(has(table, group, left) for has in has_others)


def _about_people(names: list[str]) -> set[str]:
    return {means for name in names if (means := meaning(name)) in ABOUT_PEOPLE and means}


def _is_of_people(table: Table, group: list[str], meant: set[str], before: set[str]) -> bool:
    """Tell whether columns hold people of their own, from what they mean and what those left of them mean."""
    if meant:
        # A blank column may stand within a table: its further columns then mean something else.
        return bool(meant & NAMES and before & NAMES and (meant & before or before & {"full_name", "name"}))
    cells = table.cells.select(group)
    is_address = pl.all().str.strip_chars().str.contains(rf"^(?:{SHAPES['address'].pattern})$")
    addresses = sum(cells.select(is_address.sum()).row(0))
    return (addresses >= ADDRESSES and _has_no_names(table, group)) or _are_names(cells).any()


def _has_no_names(table: Table, group: list[str]) -> bool:
    """Tell whether the header says nothing above these columns."""
    named = {name for name, cell in zip(table.names, _header(table), strict=False) if cell}
    return named.isdisjoint(group)


def _header(table: Table) -> Sequence[str]:
    """Get the cells of the header as they are compared, zero-length where it has none."""
    place = None if table.header_row is None else table.header_row - table.grid.first_row
    row = [] if place is None else table.grid.row(place)[: table.width]
    return [" ".join(cell.split()).casefold() for cell in row]
