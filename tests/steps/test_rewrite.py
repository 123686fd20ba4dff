import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.steps.rewrite import contains, filled, holds, matches, rewrite, rewritten, squashed


def upper(cell: pl.Expr) -> pl.Expr:
    """Yield the cell in capitals."""
    return cell.str.to_uppercase()


def test_only_the_doubtful_cells_are_rewritten() -> None:
    """Cells where the test does not hold stay, and so do blanks and their order."""
    frame = pl.DataFrame({"a": ["ab", "b", None, "ab", "c"], "b": ["ab", "b", "b", "b", "b"]})

    rewritten = rewrite(frame, ["a"], where=matches("a"), to=upper)

    assert_frame_equal(rewritten, frame.with_columns(a=pl.Series(["AB", "b", None, "AB", "c"])))


def test_frame_is_passed_on_when_nothing_is_doubtful() -> None:
    """Where the test holds nowhere, the frame is as it was; a column of nothing is no text."""
    frame = pl.DataFrame({"a": ["b", None], "nothing": [None, None]})

    assert_frame_equal(rewrite(frame, ["a", "nothing"], where=matches("a"), to=upper), frame)


def test_doubtful_cell_becomes_null_when_nothing_is_left_of_it() -> None:
    """A rewriting may empty a cell."""
    frame = pl.DataFrame({"a": ["x", "b"]})

    rewritten = rewrite(frame, ["a"], where=matches("x"), to=lambda cell: pl.when(cell != "x").then(cell))

    assert rewritten.get_column("a").to_list() == [None, "b"]


@pytest.mark.parametrize("times", [1, 100])
def test_test_is_false_where_a_cell_is_null(times: int) -> None:
    """A blank passes no test, in a short column and in a long one."""
    assert holds(pl.Series(["a", None, "b", "a"] * times), matches("a")).to_list() == [True, False, False, True] * times


def test_no_cell_passes_a_test_where_all_are_null() -> None:
    """A column of blanks has an answer for every cell."""
    assert holds(pl.Series([None, None], dtype=pl.String), matches("a")).to_list() == [False, False]


def test_text_is_contained_to_the_letter() -> None:
    """A point is a point."""
    assert holds(pl.Series(["a.b", "axb"]), contains("a.b")).to_list() == [True, False]


def test_cells_are_rewritten_where_they_are_doubtful() -> None:
    """The same value stays where it is not, and what nothing alters is passed on."""
    cells, doubtful = pl.Series("a", ["x", "x", "Y", None]), pl.Series([False, True, True, False])

    assert rewritten(cells, doubtful, upper).to_list() == ["x", "X", "Y", None]


@pytest.mark.parametrize(("cell", "expected"), [("  a   b ", "a b"), ("a b", "a b"), ("  ", None), ("", None)])
def test_squashed_and_filled(cell: str, expected: str | None) -> None:
    """Outer blanks go, inner ones are single; nothing is null."""
    assert pl.select(filled(squashed(pl.lit(cell)))).item() == expected


def test_a_second_test_is_asked_of_the_doubtful_cells_alone() -> None:
    """A cell is rewritten where both hold; where the first one does not, the second is not asked."""
    frame = pl.DataFrame({"a": ["ab", "b", "abc"]})

    rewritten = rewrite(frame, ["a"], where=matches("a"), only=matches("b$"), to=upper)

    assert rewritten.get_column("a").to_list() == ["AB", "b", "abc"]
