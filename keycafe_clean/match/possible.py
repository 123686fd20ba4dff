"""Possible duplicates among the rows of an export: shown with reasons, never combined without an answer."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.folding import folded_name, marked_name
from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.comparison_keys import Identity, column_keys
from keycafe_clean.match.doubted import MOST_CELLS, differing
from keycafe_clean.match.find import find
from keycafe_clean.match.identity_keys import first_day, whole_name
from keycafe_clean.match.name_fit import MARKS_DIFFER, differ_in_marks
from keycafe_clean.match.pairs import both_ways, without_pairs
from keycafe_clean.match.reasons import SAME_NAME, THROUGH_A_THIRD
from keycafe_clean.match.survivors import ranked

#: From this score on a pair is worth a question: likelier one person than two. On the made exports .998 of those asked
#: are one person (bench/duplicates.md, precision at 0.5).
QUESTION_THRESHOLD = 0.5

#: The comparison columns: what tells people apart where it is mapped.
_COLUMNS = ("start_date", "department", "location")

_NUMBERS = ("employee_id", "Badge Code")

#: Rows in which nothing differs may still be two people of one name.
_SCORE_OF_EQUALS = 0.9

#: `by_first_name`: whether nothing but the first name agrees.
POSSIBLE = pl.Schema(
    {
        "left_row_id": pl.UInt32,
        "right_row_id": pl.UInt32,
        "score": pl.Float64,
        "reason": pl.String,
        "by_first_name": pl.Boolean,
    }
)


def as_pairs(frame: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs of a frame, in order, with the columns of `POSSIBLE`; without `by_first_name` more agrees."""
    told = frame if "by_first_name" in frame.columns else frame.with_columns(by_first_name=pl.lit(value=False))
    return told.select(pl.col(name).cast(kind) for name, kind in POSSIBLE.items())


def suggest_duplicates(rows: pl.DataFrame, different: pl.DataFrame | None = None) -> pl.DataFrame:
    """Get the pairs of rows that may be one person, the likeliest first, with the columns of `POSSIBLE`.

    Args:
        rows: `row_id` and tidied text columns: one row a person, certain duplicates combined before.
        different: pairs answered as two people (`left_row_id`, `right_row_id`, in any order); they are not asked again.
    """
    pairs = _found(rows).filter(pl.col("score") >= QUESTION_THRESHOLD)
    row_id = rows.get_column("row_id")
    likely = pairs.with_columns(
        left_row_id=row_id.gather(pairs.get_column("left_row")).cast(pl.UInt32),
        right_row_id=row_id.gather(pairs.get_column("right_row")).cast(pl.UInt32),
    )
    named = pl.concat([likely.select(POSSIBLE.names()), equal_rows(rows)]).unique(
        ["left_row_id", "right_row_id"], keep="first", maintain_order=True
    )
    return (named if different is None else without_pairs(named, different)).select(POSSIBLE.names())


def equal_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs of each row with the first one of the same whole name in which nothing else differs (`POSSIBLE`).

    However many they are, and however common the name: what is equal in every cell is never nobody's duplicate. In the
    order of the later rows, which stand right. Reads `row_id`, the name, and the address, numbers, start date,
    department and location as far as they are there, letter case apart; a blank equals a blank, and no name equals
    none. `reason` names columns of the export (`source.`) that differ all the same.
    """
    told = [name for name in ("Email Address", *_NUMBERS, *_COLUMNS) if name in rows.columns]
    cells = rows.select("row_id", _whole_name(rows).alias("name"), *(pl.col(name).str.to_lowercase() for name in told))
    named = cells.drop_nulls("name").filter(pl.struct("name", *told).is_duplicated())
    first = named.with_columns(left_row_id=pl.col("row_id").min().over("name", *told)).rename(
        {"row_id": "right_row_id"}
    )
    later = first.filter(pl.col("left_row_id") != pl.col("right_row_id")).sort("right_row_id")
    if later.is_empty():
        return POSSIBLE.to_frame()
    stamped = _with_cells_apart(later, rows).with_columns(score=pl.lit(_SCORE_OF_EQUALS))
    return as_pairs(stamped)


def _with_cells_apart(pairs: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Add `reason`: the columns of the export in which two equal rows differ all the same, used or not."""
    read = [name for name in rows.columns if name.startswith("source.")]
    there = pl.concat([pairs.get_column("left_row_id"), pairs.get_column("right_row_id")]).implode()
    named = rows.filter(pl.col("row_id").is_in(there))
    marked = named.select("row_id", marked=marked_name(whole_name(named)))
    cells = marked.with_columns(column_keys(named.get_column(name)) for name in read)
    left = pairs.select("left_row_id", "right_row_id").join(
        cells, left_on="left_row_id", right_on="row_id", how="left", maintain_order="left"
    )
    both = left.join(
        cells, left_on="right_row_id", right_on="row_id", how="left", suffix=" (other)", maintain_order="left"
    )
    apart = differing(read).list.head(MOST_CELLS).list.join(", ")
    told = pl.when(apart != "").then(apart).otherwise(pl.lit("and no other cell differs"))
    is_other = differ_in_marks("marked", "marked (other)")
    name = pl.when(is_other).then(pl.lit(MARKS_DIFFER)).otherwise(pl.lit(SAME_NAME))
    return both.select("left_row_id", "right_row_id", reason=pl.format("{}, {}", name, told))


def possible_duplicates(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every row that waits because it may be the person of a row that is kept.

    Rows that hang together through pairs are one question each but for the row that would be kept
    (`survivors.in_order_of_keeping()`). Takes the rows that would go into a file, and `suggest_duplicates()` of them;
    `other_row_id` is the row that is kept. `FINDINGS`, sorted by row; empty where there are no pairs.
    """
    members = clusters(pairs.select("left_row_id", "right_row_id"))
    # The rows come with the clusters of their certain duplicates, which are others.
    clustered = rows.drop("cluster_id", strict=False).join(members, on="row_id")
    kept = ranked(clustered).select("row_id", "cluster_id", "rank")
    keepers = kept.filter(pl.col("rank") == 0).select("cluster_id", other_row_id="row_id")
    waiting = kept.filter(pl.col("rank") > 0).join(keepers, on="cluster_id").sort("row_id")
    told = waiting.join(both_ways(pairs, "reason"), on=["row_id", "other_row_id"], how="left", maintain_order="left")
    return findings_of("possible_duplicate", told.with_columns(reason=pl.coalesce("reason", pl.lit(THROUGH_A_THIRD))))


def _found(rows: pl.DataFrame) -> pl.DataFrame:
    rows = rows.with_columns(first_day(rows))
    there = [name for name in rows.columns if rows.get_column(name).null_count() < rows.height]
    told = [name for name in _COLUMNS if name in there]
    first, last, email = (name if name in there else None for name in ("First Name", "Last Name", "Email Address"))
    numbers = [name for name in _NUMBERS if name in there]
    return find(rows, Identity(first, last, email, numbers, told))


def _whole_name(rows: pl.DataFrame) -> pl.Expr:
    """Yield the folded name where both parts are there, else the whole one that could not be split."""
    first, last, whole = (
        folded_name(pl.col(name)) if name in rows.columns else pl.lit(None, pl.String)
        for name in ("First Name", "Last Name", "full_name")
    )
    return pl.coalesce(pl.concat_str(first, last, separator=" "), whole)
