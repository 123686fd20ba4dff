"""Annotations of cells, as one kind of frame."""

import polars as pl

from keycafe_clean.read.annotations import ANNOTATIONS, annotations_of, no_annotations


def test_frames_of_annotations_can_be_put_together() -> None:
    """None and some have the same columns in the same order, whatever types and further columns they came from."""
    found = pl.DataFrame({"value": [2], "width": [7], "position": [1], "source_row": [5]})

    together = pl.concat([no_annotations(), annotations_of("stray_quote", found)])

    assert together.schema == ANNOTATIONS
    assert together.rows() == [(5, 1, "stray_quote", "2")]
