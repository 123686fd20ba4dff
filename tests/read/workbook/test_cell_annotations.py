"""Annotations that workbooks of every kind make."""

import polars as pl
import pytest

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook import cell_annotations
from keycafe_clean.read.workbook.cell_annotations import annotation_frame, of_number, shortened


@pytest.mark.parametrize(
    ("number", "mask", "expected"),
    [
        (42.0, "000000", [(1, 0, "as_shown", "000042")]),
        (42.0, None, []),
        (0.5, "000000", []),
        (-42.0, "000000", []),
        (1e15, None, [(1, 0, "long_number", None)]),
        (1e15, "000000", [(1, 0, "as_shown", "1000000000000000")]),
        (999999999999999.0, None, []),
        (float("inf"), "000", []),
    ],
)
def test_numbers_are_shown_by_their_format(number: float, mask: str | None, expected: list[Annotation]) -> None:
    """Whole numbers get their zeros; those of 16 digits have lost some."""
    assert list(of_number(1, 0, number, mask)) == expected


def test_days_and_times_are_shortened() -> None:
    """These are the cells that may be texts instead."""
    cells = pl.DataFrame({"0": ["2024-01-02 00:00:00", "2024-01-02 10:00:00"], "2": ["1899-12-31 08:30:00", None]})

    assert shortened(cells) == {(1, 0): "2024-01-02 00:00:00", (1, 2): "1899-12-31 08:30:00"}


def test_merged_cells_are_filled_with_what_is_shown() -> None:
    """Zeros of the format and days without midnight included; cells beyond the sheet are none."""
    cells = pl.DataFrame(
        {"0": ["7", None], "1": ["2024-01-02 00:00:00", None], "2": [None, None]}, dict.fromkeys("012", pl.String)
    )

    found = annotation_frame([(1, 0, "as_shown", "007")], [(1, 9, 0), (1, 2, 1), (1, 2, 2), (1, 2, 7)], cells)

    assert found.rows()[1:] == [(2, 0, "merged_cell", "007"), (2, 1, "merged_cell", "2024-01-02")]


@pytest.mark.parametrize(("last", "filled"), [(3, 2), (4, 0)])
def test_so_many_cells_are_filled_from_merged_ones(last: int, filled: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A merged area as large as a sheet would fill memory."""
    monkeypatch.setattr(cell_annotations, "MOST_MERGED", 2)
    cells = pl.DataFrame({"0": ["IT", *[None] * 9]})

    assert cell_annotations.annotation_frame([], [(1, last, 0)], cells).height == filled
