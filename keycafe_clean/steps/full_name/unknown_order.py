"""Whole names of which nothing tells whether they begin with the first or with the last name: asked once a file."""

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.findings import findings_of, rows_in_words
from keycafe_clean.steps.frame_columns import FULL_NAME, LAST

#: whether a row has the name that it has only because one of two orders was taken
ORDER_DECIDES = "order_decides.full_name"


def name_order_waits() -> pl.Expr:
    """Yield whether a row has its name only because one of two orders was taken; never null.

    Reads order_decides.full_name (`split_full_name`).
    """
    return pl.col(ORDER_DECIDES)


#: The rows that wait while the question about their file is open.
NAME_ORDER_RULE = RowRule("name_order_waits", LAST, name_order_waits(), value=pl.col(FULL_NAME))


def name_order_questions(rows: pl.DataFrame) -> pl.DataFrame:
    """Get one question for every file in which nothing tells the order of the names, as findings without a row."""
    untold = rows.filter(ORDER_DECIDES).group_by("file").agg(value=pl.col(FULL_NAME).min(), count=pl.len()).sort("file")
    where = pl.format("{} of {}", rows_in_words("count"), "file")
    return findings_of("name_order", untold.select("value", column=pl.lit(LAST), reason=where))
