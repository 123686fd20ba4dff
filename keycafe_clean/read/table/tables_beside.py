"""Tables beside the first one: columns that hold people of their own, of whom nobody would hear otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.cell_kinds import SHAPES
from keycafe_clean.read.table.fills import fill_columns, fill_legend
from keycafe_clean.read.table.header import filled
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, NAMES, known_names, meaning
from keycafe_clean.read.table.legends import Legend, column_groups, legends
from keycafe_clean.read.table.legends_below import legends_below
from keycafe_clean.read.table.people_table import Table

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

    Columns of a second table repeat names of people that the first ones have; or columns without a cell set it apart,
    and it has names of people or addresses too.
    """
    others = {*_repeated(table), *_set_apart(table)}
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
    """Get a question about the file where second tables have these columns; `value` names columns and rows."""
    cells = table.cells.select(beside)
    rows = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series().sum() if cells.width else 0
    if not rows:
        return no_findings()
    named = [*cells.columns[:NAMED], *(["…"] if cells.width > NAMED else [])]
    value = f"{', '.join(named)} ({rows:,} {'row' if rows == 1 else 'rows'})"
    return findings_of("tables_beside", pl.DataFrame({"value": [value]}))


def without_rows_beside(table: Table, beside: Sequence[str]) -> Table:
    """Get the table with `beside` as the reason of rows in which only these columns have a cell."""
    if not beside:
        return table
    others = [name for name in table.cells.columns if name not in beside]
    is_blank = table.cells.select(pl.all_horizontal(pl.col(name).is_null() for name in others)).to_series()
    reason = pl.when(pl.col("not_people").is_null() & is_blank).then(pl.lit("beside")).otherwise("not_people")
    return replace(table, rows=table.rows.with_columns(not_people=reason))


def _repeated(table: Table) -> list[str]:
    """Get the columns whose names come again, where those are names of people and something else of them.

    What stands right of the first of them is theirs too, where those left of it have names and addresses already.
    """
    header = _header(table)
    first = {cell: place for place, cell in reversed(list(enumerate(header)))}
    again = [place for place, cell in enumerate(header) if cell and first[cell] < place]
    if len(again) < FEWEST or all(meaning(header[place]) not in NAMES for place in again):
        return []
    left = {meaning(cell) for cell in header[: again[0]]}
    is_whole = "Email Address" in left and not NAMES.isdisjoint(left)
    return [table.names[place] for place in (range(again[0], len(header)) if is_whole else again)]


def _set_apart(table: Table) -> list[str]:
    """Get the columns of the tables that stand right of a blank column and have people, as those left of it have."""
    groups = column_groups(table)
    found: list[str] = []
    before: set[str] = set()
    for at, group in enumerate(groups):
        meant = _about_people(group)
        if at and len(group) >= FEWEST and _is_of_people(table, group, meant, before):
            found += group
        before |= meant
    return found


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
    return (addresses >= ADDRESSES and _has_no_names(table, group)) or _has_names_below(cells)


def _has_no_names(table: Table, group: list[str]) -> bool:
    """Tell whether the header says nothing above these columns."""
    named = {name for name, cell in zip(table.names, _header(table), strict=False) if cell}
    return named.isdisjoint(group)


def _has_names_below(cells: pl.DataFrame) -> bool:
    """Tell whether column names of people stand further down."""
    rows = ([cell or "" for cell in row] for row in cells.head(SEARCHED).rows())
    return any(
        len(known_names(row)) >= FEWEST
        and len(known_names(row)) == filled(row)
        and ABOUT_PEOPLE & set(map(meaning, row))
        for row in rows
    )


def _header(table: Table) -> Sequence[str]:
    """Get the cells of the header as they are compared, zero-length where it has none."""
    place = None if table.header_row is None else table.header_row - table.grid.first_row
    row = [] if place is None else table.grid.row(place)[: table.width]
    return [" ".join(cell.split()).casefold() for cell in row]
