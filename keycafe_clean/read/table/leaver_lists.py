"""Lists of who leaves in a column beside the people: its name says so, and its cells name people of other rows."""

from collections.abc import Iterator
from functools import lru_cache

import polars as pl

from keycafe_clean.findings import LEAVE_OUT, findings_of, no_findings
from keycafe_clean.read.table.known_headers import NAMES, meaning
from keycafe_clean.read.table.named_leavers import names_of_people, plain_text
from keycafe_clean.read.table.people_table import Table

#: What columns mean whose cells name people who are no leavers for that: `Former manager`.
_OF_OTHERS = NAMES | {"decoy", "sensitive"}

#: Words of the longest name; a day or a remark may stand behind it.
_LONGEST = 6

#: What stands before a name in a list: numbers and signs.
_NUMBER = r"^(?:\d+ )+"


def leaver_lists(table: Table) -> pl.DataFrame:
    """Get a question for each person whom a cell names that stands in a column of leavers: `Leaving this month`.

    The cell begins with the whole name, in either order. A column that names half of the people or more, each in their
    own row, says their names once more, and is no list.
    """
    columns = _that_speak_of_leaving(tuple(table.cells.columns))
    beginnings = {name: _beginnings(table.cells.get_column(name)) for name in columns}
    said = {name: its for name, its in beginnings.items() if not its.is_empty()}
    # Mostly there are days alone, and all names are many.
    names = _spelled(table) if said else pl.DataFrame()
    return pl.concat([no_findings(), *(_asked(its, names, name) for name, its in said.items() if names.width)])


@lru_cache(maxsize=100)
def _that_speak_of_leaving(headers: tuple[str, ...]) -> tuple[str, ...]:
    # Loaded when first needed, as the names of columns are.
    from keycafe_clean.steps.leavers import names_leavers  # noqa: PLC0415

    said = pl.DataFrame({"header": headers}).filter(names_leavers(pl.col("header"))).get_column("header")
    return tuple(header for header in said if meaning(header) not in _OF_OTHERS)


def _spelled(table: Table) -> pl.DataFrame:
    """Get `row_id` and `name` of people, once for each order of names; empty where no column holds names."""
    names = names_of_people(table.cells, table.rows)
    if names.width == 1:
        return pl.DataFrame()
    long = names.unpivot(index="row_id", value_name="name").drop_nulls("name")
    return long.select("row_id", pl.col("name").str.strip_chars()).unique(maintain_order=True)


def _asked(beginnings: pl.DataFrame, names: pl.DataFrame, column: str) -> pl.DataFrame:
    named = beginnings.join(names, on="name", maintain_order="left").unique("row_id", maintain_order=True)
    is_of_another = (named.get_column("place") != named.get_column("row_id")).any()
    if not is_of_another and named.height * 2 >= names.get_column("row_id").n_unique():
        return no_findings()
    told = named.sort("row_id").select("row_id", "value", column=pl.lit(column), suggestion=pl.lit(LEAVE_OUT))
    return findings_of("listed_leaver", told)


def _beginnings(column: pl.Series) -> pl.DataFrame:
    """Get `place`, `value` and `name` of cells of several words, once for each number of words that a name may have."""
    cells = column.str.strip_chars().alias("value").to_frame().with_row_index("place").drop_nulls()
    plain = plain_text(pl.col("value")).str.replace(_NUMBER, "").str.split(" ")
    several = cells.with_columns(words=plain).filter(pl.col("words").list.len() > 1)
    of_sizes = (several.with_columns(name=part) for part in _first_words(pl.col("words")))
    return pl.concat(of_sizes).select("place", "value", "name").drop_nulls("name")


def _first_words(plain: pl.Expr) -> Iterator[pl.Expr]:
    for words in range(2, _LONGEST + 1):
        yield pl.when(plain.list.len() >= words).then(plain.list.head(words).list.join(" "))
