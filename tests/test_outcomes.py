import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.outcomes import OUTCOMES, assert_equation, with_outcomes

SCHEMA = pl.Schema(
    {
        "row_id": pl.UInt32,
        "not_people": pl.String,
        "combined_into": pl.UInt32,
        "combined_reason": pl.String,
        "left_out_reason": pl.String,
    }
)


def rows(*cells: tuple[str | None, int | None, str | None, str | None]) -> pl.DataFrame:
    """Get rows with row_id counted from 0 and these other cells."""
    return pl.DataFrame([(i, *row) for i, row in enumerate(cells)], schema=SCHEMA, orient="row")


def ids(*row_ids: int) -> pl.Series:
    """Get row_ids."""
    return pl.Series(row_ids, dtype=pl.UInt32)


@pytest.mark.parametrize(
    ("cells", "waits", "expected"),
    [
        ((None, None, None, None), ids(), ("ready", None)),
        ((None, None, None, None), ids(0), ("waiting", None)),
        ((None, None, None, "no longer employed"), ids(0), ("left_out", "no longer employed")),
        ((None, 1, "same address", "no longer employed"), ids(0), ("combined", "same address")),
        (("blank", None, None, None), ids(), ("not_people", "blank")),
    ],
)
def test_with_outcomes(
    cells: tuple[str | None, int | None, str | None, str | None],
    waits: pl.Series,
    expected: tuple[str, str | None],
) -> None:
    """What comes first decides: not people, combined, left out, waiting, ready; each with its reason."""
    assert with_outcomes(rows(cells), waits).select("outcome", "reason").row(0) == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "blank"]), st.sampled_from([None, 0]), st.just("why"), st.sampled_from([None, "out"])
        ),
        max_size=6,
    ),
    st.sets(st.integers(0, 5)),
)
def test_every_row_has_one_outcome(
    cells: list[tuple[str | None, int | None, str | None, str | None]], waits: set[int]
) -> None:
    """Every row stays, in order, with one of the five outcomes."""
    before = rows(*cells)

    after = with_outcomes(before, ids(*waits))

    assert after.get_column("row_id").equals(before.get_column("row_id"))
    assert set(after.get_column("outcome")) <= set(OUTCOMES)


def ended(*outcomes: str, into: int | None = None) -> pl.DataFrame:
    """Get rows with these outcomes; combined ones go into the row `into`."""
    frame = pl.DataFrame({"outcome": outcomes}, schema={"outcome": pl.String}).with_row_index("row_id")
    combined = pl.when(pl.col("outcome") == "combined").then(pl.lit(into, pl.UInt32))
    return frame.with_columns(combined_into=combined)


@pytest.mark.parametrize("kept", ["ready", "waiting", "left_out"])
def test_equation_holds(kept: str) -> None:
    """The equation holds when every row read has its outcome, and combined rows name one that is kept."""
    assert_equation(ended("not_people", kept, "combined", into=1), ids(0, 1, 2))


@pytest.mark.parametrize(
    ("end", "read", "message"),
    [
        (ended("ready"), ids(0, 1), "1 rows came out of 2 read"),
        (ended("ready", "ready"), ids(0), "2 rows came out of 1 read"),
        (ended("ready", "ready"), ids(0, 7), "2 rows came out of 2 read"),
        (ended("ready", "ready"), ids(1, 0), "2 rows came out of 2 read"),
        (ended("rejected"), ids(0), "no such outcome: {'rejected'}"),
        (ended("not_people", "combined", into=0), ids(0, 1), "a combined row names a row that is not kept"),
        (ended("ready", "combined", into=1), ids(0, 1), "a combined row names a row that is not kept"),
        (ended("ready", "combined", into=5), ids(0, 1), "a combined row names a row that is not kept"),
        (ended("ready", "combined"), ids(0, 1), "a combined row names a row that is not kept"),
    ],
)
def test_equation_is_broken(end: pl.DataFrame, read: pl.Series, message: str) -> None:
    """A row that is lost, invented or without an outcome stops the run; so does a combined row that nobody keeps."""
    with pytest.raises(AssertionError) as stopped:
        assert_equation(end, read)

    assert str(stopped.value) == message
