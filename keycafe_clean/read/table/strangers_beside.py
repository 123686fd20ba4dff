"""Names behind a blank column that are of nobody in the table: a list of further people, whatever it is called."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.folding import folded_name
from keycafe_clean.read.table.header_names import NAMELESS
from keycafe_clean.read.table.known_headers import NAMES, meaning, speaks_of_others, speaks_of_private_life
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.words.letters import EAST_ASIAN

#: Rows of people that such a list ends before: a cell in nearly every row is one of the row.
SHORTER = 2

#: Assumption: of people anywhere, so many have a given name that is usual.
_GIVEN, _SHORTEST = 0.2, 3

#: A first and a last name, in either order: words with a capital each, particles between them.
_CAPITAL = r"\p{Lu}[\p{L}\p{M}'’.-]*"
_PARTICLES = r"(?:\p{Ll}{1,4} ){0,2}"
_NAME = rf"^{_PARTICLES}{_CAPITAL},?(?: {_PARTICLES}{_CAPITAL}){{1,3}}$"


def has_names_of_strangers(table: Table, group: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether a column of a name that nobody knows lists people of whom no row is.

    Each cell is a whole name that none of the columns `before` has, each another one, some with a usual given name;
    the first row has one, none is left out, and the list ends before the people do.
    """
    own = [name for name in before if meaning(name) in NAMES]
    return bool(own) and any(_lists_strangers(table, name, own) for name in group if _may_be_a_list(name))


def _may_be_a_list(name: str) -> bool:
    is_of_others = speaks_of_others(name) or speaks_of_private_life(name)
    return not NAMELESS.fullmatch(name) and meaning(name) is None and not is_of_others


def _lists_strangers(table: Table, name: str, own: Sequence[str]) -> bool:
    # Loaded when first needed, as the words of names are.
    from keycafe_clean.steps.full_name.order import is_given_name  # noqa: PLC0415

    cells = table.cells.get_column(name).str.replace_all(r"\s+", " ").str.strip_chars()
    rows = int((cells != "").sum())
    listed = cells.head(rows).alias("name")
    if not rows or rows + SHORTER > cells.len() or not (listed != "").fill_null(value=False).all():
        return False
    said = listed.to_frame().select(
        is_name=pl.col("name").str.contains(_NAME) & ~pl.col("name").str.contains(EAST_ASIAN),
        is_given=is_given_name(pl.col("name"), _SHORTEST)
        | is_given_name(pl.col("name").str.extract(", (.+)$"), _SHORTEST),
        key=_in_one_order(pl.col("name")),
    )
    named = pl.concat_str([pl.col(it).fill_null("") for it in own], separator=" ")
    known = table.cells.select(_in_one_order(named)).to_series()
    is_list = said.get_column("is_name").all() and said.get_column("key").is_unique().all()
    is_known = said.get_column("key").is_in(known.implode()).any()
    return bool(is_list and not is_known and said.get_column("is_given").sum() >= _GIVEN * rows)


def _in_one_order(name: pl.Expr) -> pl.Expr:
    return folded_name(name).str.split(" ").list.sort().list.join(" ")
