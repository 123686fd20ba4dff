"""Posts that nobody holds, whatever their name says: no address, and none of what everybody else has."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.steps.frame_columns import ADDRESS, FULL_NAME, NAME_COLUMNS

#: Assumption: a column that this share of the people with an address have, the others have too.
_USUAL = 0.95
#: Of people without an address many may have no account, and nothing that comes with one; so some of them must have it.
_SOME = 0.25
#: So many people with an address tell what is usual.
_ENOUGH = 5
#: One cell is left blank by chance, a first day and a contract are not.
_BLANKS = 2

_IS_PERSON = pl.col(ADDRESS).is_not_null()
_IS_NAMED = pl.any_horizontal(pl.col(name).is_not_null() for name in (*NAME_COLUMNS, FULL_NAME))


def unheld_posts(rows: pl.DataFrame, headers: Iterable[str]) -> pl.DataFrame:
    """Get the rows with a name that may be those of posts that nobody holds: row_id, and what is blank (`blank`).

    They have no address, and in two of these columns or more nothing, where nearly everybody with an address and some
    of the others have something. `rows` are those of one file, with `source.<header>`.
    """
    nothing = rows.select("row_id", blank=pl.lit("")).clear()
    usual = _usual(rows, headers)
    if len(usual) < _BLANKS:
        return nothing
    blanks = pl.concat_list(
        pl.when(pl.col(f"source.{it}").is_null()).then(pl.lit(it)) for it in usual
    ).list.drop_nulls()
    told = rows.filter(~_IS_PERSON & _IS_NAMED).select("row_id", blanks=blanks)
    return told.filter(pl.col("blanks").list.len() >= _BLANKS).select("row_id", blank=pl.col("blanks").list.join(", "))


def _usual(rows: pl.DataFrame, headers: Iterable[str]) -> list[str]:
    people, others = rows.filter(_IS_PERSON), rows.filter(~_IS_PERSON)
    if people.height < _ENOUGH or others.is_empty():
        return []
    return [it for it in headers if _filled(people, it) >= _USUAL and _filled(others, it) >= _SOME]


def _filled(rows: pl.DataFrame, header: str) -> float:
    return 1 - rows.get_column(f"source.{header}").null_count() / rows.height
