"""Legends beside a table: what the codes in one of its columns mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.people_table import Table

#: Lines of a legend.
FEWEST = 2


@dataclass(frozen=True)
class Legend:
    """The columns of a legend, the column of the table whose cells it explains, and what each of them means."""

    names: tuple[str, ...]
    column: str
    meanings: dict[str, str]


def legends(table: Table) -> list[Legend]:
    """Get the legends right of a blank column: from the first row on a code a row, and what it means.

    A column left of it has no other cells than these codes, and some of them more than once.
    """
    found, before = list[Legend](), list[str]()
    for group in column_groups(table):
        found += _legend(table, group, before)
        before += group
    return found


def legend_findings(table: Table, found: Iterable[Legend]) -> pl.DataFrame:
    """Get a question for each person whose code means, as one of these legends says, that somebody has left."""
    asked = [_asked(table, legend) for legend in found]
    return pl.concat([no_findings(), *asked])


def column_groups(table: Table) -> list[list[str]]:
    """Get the columns between those that have neither a name nor a cell."""
    groups: list[list[str]] = [[]]
    kept = set(table.cells.columns)
    for name in table.names:
        if name in kept:
            groups[-1].append(name)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _legend(table: Table, group: list[str], before: list[str]) -> Iterator[Legend]:
    if not before or len(group) != 2:
        return
    lines = table.cells.select(code=_plain(group[0]), meaning=pl.col(group[1])).with_row_index("place").drop_nulls()
    is_on_top = lines.get_column("place").to_list() == list(range(lines.height))
    codes = lines.get_column("code")
    if FEWEST <= lines.height < table.rows.height and is_on_top and codes.is_unique().all():
        for column in filter(lambda name: _is_explained(table, name, codes), before):
            yield Legend((*group,), column, dict(lines.select("code", "meaning").rows()))


def _is_explained(table: Table, column: str, codes: pl.Series) -> bool:
    cells = table.cells.select(_plain(column)).to_series().filter(table.rows.get_column("not_people").is_null())
    filled = cells.drop_nulls()
    return filled.n_unique() < filled.len() and bool(filled.is_in(codes.implode()).all())


def _plain(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars().str.to_lowercase()


def _asked(table: Table, legend: Legend) -> pl.DataFrame:
    # Loaded when first needed, as the names of columns are.
    from keycafe_clean.steps.leavers import states_somebody_left  # noqa: PLC0415

    said = pl.DataFrame({"code": legend.meanings.keys(), "reason": legend.meanings.values()}, schema_overrides=_TEXT)
    left = said.filter(states_somebody_left(said.get_column("reason")))
    people = table.rows.with_row_index("row_id").filter(pl.col("not_people").is_null()).select("row_id")
    cells = table.cells.select(code=_plain(legend.column), value=pl.col(legend.column)).with_row_index("row_id")
    asked = people.join(cells, on="row_id").join(left, on="code", maintain_order="left")
    words = {"column": pl.lit(legend.column), "suggestion": pl.lit("leave out")}
    return findings_of("legend_leaver", asked.with_columns(**words))


_TEXT = {"code": pl.String, "reason": pl.String}
