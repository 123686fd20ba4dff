"""Pairs that belong together become clusters."""

import numpy as np
import polars as pl


def clusters(pairs: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` and `cluster_id`, one line for every row that is in a pair, sorted by row_id.

    Rows that a chain of pairs joins are one cluster; no pair is an empty frame. `pairs` has `left_row_id` and
    `right_row_id` (UInt32). A cluster is named by its smallest row_id, so that the names do not depend on the order of
    the pairs.
    """
    rows = pl.concat([pairs.get_column("left_row_id"), pairs.get_column("right_row_id")]).unique().sort()
    if rows.is_empty():
        return pl.DataFrame(schema={"row_id": pl.UInt32, "cluster_id": pl.UInt32})
    # Loaded where there is a pair: it takes as long as a small file does.
    from scipy.sparse import coo_array  # noqa: PLC0415
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    left = rows.search_sorted(pairs.get_column("left_row_id")).to_numpy()
    right = rows.search_sorted(pairs.get_column("right_row_id")).to_numpy()
    links = coo_array((np.ones(len(left), dtype=bool), (left, right)), shape=(len(rows), len(rows)))
    _, labels = connected_components(links, directed=False)
    members = pl.DataFrame({"row_id": rows, "label": labels})
    return members.select("row_id", cluster_id=pl.col("row_id").min().over("label"))
