"""A person whose rows say both: works here, and has left. Which of them is the later word."""

import polars as pl

from keycafe_clean.digits import without_zeros
from keycafe_clean.match.identity_keys import present_start
from keycafe_clean.steps.never import who_says_never

#: What the rows of such a person say together.
_BACK, _LEFT, _UNCLEAR = "back", "left", "unclear"


def in_clusters(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows of clusters by what tells: `is_active` (rows where it is open are out), `start`, `end`, `number`.

    `is_endless` is whether the last day is a way to say never. Takes the rows of `match_certain()`, judged;
    whoever stands alone is out.
    """
    nothing = {"employee_id": pl.String(), "day.exit_date": pl.Date()}
    number, end = (pl.col(name) if name in rows.columns else pl.lit(None, kind) for name, kind in nothing.items())
    told = rows.filter(pl.col("cluster_id").is_not_null() & pl.col("is_active").is_not_null())
    is_endless = who_says_never(told.get_column("exit_date")) if "exit_date" in rows.columns else pl.lit(value=False)
    return told.select(
        "row_id",
        "cluster_id",
        "is_active",
        start=present_start(rows),
        end=end,
        number=number,
        is_endless=is_endless,
    )


def outdated_rows(clustered: pl.DataFrame) -> pl.Series:
    """Get the row_id of every active row of somebody who has left since: the row that says so counts.

    Takes `in_clusters()` of the rows. An employment that starts after the other one ended is a
    re-hire, and so is another employee number that is active; else an end of the same employment is the later word. Of
    two employments that overlap the one that ended says nothing of the other, and an active one that is said never to
    end, or to end later, is there still.
    """
    return _active_rows(clustered, _LEFT)


def unclear_rows(clustered: pl.DataFrame) -> pl.DataFrame:
    """Get the active rows of people whose dates do not tell whether they have left: `row_id`, and an ended row of them.

    The ended row (`other_row_id`) is the one that ended last. Takes `in_clusters()` of the rows.
    """
    unclear = pl.col("row_id").is_in(_active_rows(clustered, _UNCLEAR).implode())
    told = clustered.filter(unclear).select("row_id", "cluster_id")
    ended = clustered.filter(~pl.col("is_active")).sort("end", "row_id", nulls_last=False)
    last = ended.group_by("cluster_id", maintain_order=True).agg(other_row_id=pl.col("row_id").last())
    return told.join(last, on="cluster_id").select("row_id", "other_row_id")


def _active_rows(clustered: pl.DataFrame, said: str) -> pl.Series:
    here = clustered.join(_judged(clustered).filter(pl.col("said") == said), on="cluster_id")
    return here.filter(pl.col("is_active")).get_column("row_id")


def _judged(clustered: pl.DataFrame) -> pl.DataFrame:
    """Get what the rows of each cluster say that holds active and ended ones: `cluster_id`, `said`."""
    active, ended = pl.col("is_active"), ~pl.col("is_active")
    number = without_zeros(pl.col("number")).drop_nulls()
    both = clustered.group_by("cluster_id").agg(
        is_both=active.any() & ended.any(),
        start=pl.col("start").filter(active).max(),
        end=pl.col("end").filter(ended).max(),
        ended_start=pl.col("start").filter(ended).max(),
        numbers=number.n_unique(),
        lasts=(pl.col("is_endless") | (pl.col("end") > pl.col("end").filter(ended).max())).filter(active).any(),
    )
    later_start = pl.col("start") > pl.coalesce("end", "ended_start")
    same_start = (pl.col("start") == pl.col("ended_start")).fill_null(pl.col("start").is_not_null())
    said = (
        pl.when((pl.col("numbers") > 1) | later_start)
        .then(pl.lit(_BACK))
        .when(pl.col("end").is_not_null() & same_start)
        .then(pl.lit(_LEFT))
        .when(pl.col("lasts") & pl.col("end").is_not_null())
        .then(pl.lit(_BACK))
        .otherwise(pl.lit(_UNCLEAR))
    )
    return both.filter("is_both").select("cluster_id", said=said)
