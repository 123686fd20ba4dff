"""People who stand in a table beside the first one too, of people who have left."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.leaver_headings import WORDS, below_leavers, leavers_title
from keycafe_clean.read.table.names_beside import under_labels
from keycafe_clean.read.table.own_columns import own_columns
from keycafe_clean.read.table.people_table import Table, table_of
from keycafe_clean.read.table.same_people import keys_of, same_people


def leavers_beside(table: Table, beside: Sequence[str], told: Sequence[int] = ()) -> pl.DataFrame:
    """Get a question for each person of a table who stands in one beside it, in the columns `beside`, as a leaver.

    That is below a title or heading that speaks of people who have left, or with a last day. `value` names what says
    so, and the row there; whoever stands in the rows `told` (from 0) is asked about already.
    """
    if not beside:
        return no_findings()
    own = own_columns(table, beside)
    here = keys_of(own.cells, own.rows).filter(~pl.col("row_id").is_in(list(told)))
    found = [_asked(here, _read_alone(table, group)) for group in _groups(table, beside)]
    return pl.concat([no_findings(), *found]).unique("row_id", keep="first", maintain_order=True)


def _asked(here: pl.DataFrame, other: Table) -> pl.DataFrame:
    left = _left(other)
    if here.is_empty() or left.is_empty():
        return no_findings()
    there = keys_of(other.cells, other.rows).join(left, on="row_id", how="semi", maintain_order="left")
    met = same_people(here, there).join(left, left_on="row", right_on="row_id", maintain_order="left")
    value = pl.format("'{}', row {}", "said", "source_row")
    about = {"column": pl.lit("Last Name"), "suggestion": pl.lit(LEAVE_OUT)}
    return findings_of("beside_leaver", met.select("row_id", value=value, **about))


def _left(other: Table) -> pl.DataFrame:
    """Get `row_id`, `source_row` and `said`, what says it, of the people of a table who have left as it says."""
    # Loaded when first needed, as the words of days are.
    from keycafe_clean.steps.never import who_says_never  # noqa: PLC0415

    title = leavers_title([[line] for line in other.preamble], other.grid.first_row, WORDS)
    below = below_leavers(other.cells, other.rows, title)
    heads = below.get_column("reason").unique().to_list()
    lines = [" ".join(filter(None, other.grid.row(int(row) - other.grid.first_row))) for row in heads]
    said = [below.select("row_id", said=pl.col("reason").replace_strict(heads, lines, return_dtype=pl.String))]
    for name in (name for name, means in meanings(other.cells.columns).items() if means == "exit_date"):
        days = other.cells.get_column(name)
        has_day = days.str.contains(r"\p{N}").fill_null(value=False) & ~who_says_never(days)
        said.append(has_day.arg_true().alias("row_id").to_frame().with_columns(said=pl.lit(name)))
    rows = other.rows.with_row_index("row_id").filter(pl.col("not_people").is_null()).select("row_id", "source_row")
    return rows.join(pl.concat(said).unique("row_id", keep="first"), on="row_id", maintain_order="left")


def _read_alone(table: Table, group: Sequence[int]) -> Table:
    """Get the table that stands in these columns, with what stands above it; its rows are those of the whole table."""
    cells = table.grid.cells.select(pl.col(str(place)).alias(str(at)) for at, place in enumerate(group))
    grid = Grid(cells, first_row=table.grid.first_row)
    row = table.header_row
    is_headed = row is not None and any(cell.strip() for cell in grid.row(row - grid.first_row))
    return table_of(grid, row if is_headed else None)


def _groups(table: Table, beside: Sequence[str]) -> list[list[int]]:
    """Get the places of the columns of each table beside, blank ones left of them included: a title may stand there.

    A new table begins behind a blank column, under another label, and where a column name comes again.
    """
    kept, wanted = set(table.cells.columns), set(beside)
    starts = {part[0] for part in under_labels(table, list(table.names))}
    header = [] if table.header_row is None else table.grid.row(table.header_row - table.grid.first_row)
    cells = [" ".join(cell.split()).casefold() for cell in header]
    groups, blank, seen, is_within = list[list[int]](), list[int](), set[str](), False
    for place, name in enumerate(table.names):
        if name not in kept:
            blank.append(place)
            continue
        cell = cells[place] if place < len(cells) else ""
        if name in wanted:
            if blank or not is_within or name in starts or cell in seen:
                groups.append(blank)
                seen = set()
            groups[-1].append(place)
            seen |= {cell} - {""}
        blank, is_within = [], name in wanted
    return groups
