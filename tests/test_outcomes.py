import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.events import events_of
from keycafe_clean.outcome_reasons import REASON
from keycafe_clean.outcomes import OUTCOMES, assert_equation, with_outcomes, with_reasons

RULE = "Site is Leeds"
SCHEMA = pl.Schema(
    {
        "row_id": pl.UInt32,
        "not_people": pl.String,
        "combined_into": pl.UInt32,
        "left_out_reason": pl.String,
    }
)


def rows(*cells: tuple[str | None, int | None, str | None]) -> pl.DataFrame:
    """Get rows with row_id counted from 0 and these other cells."""
    return pl.DataFrame([(i, *row) for i, row in enumerate(cells)], schema=SCHEMA, orient="row")


def ids(*row_ids: int) -> pl.Series:
    """Get row_ids."""
    return pl.Series(row_ids, dtype=pl.UInt32)


@pytest.mark.parametrize(
    ("cells", "waits", "expected"),
    [
        ((None, None, None), ids(), "ready"),
        ((None, None, None), ids(0), "waiting"),
        ((None, None, "no_longer_employed"), ids(0), "left_out"),
        ((None, 1, "no_longer_employed"), ids(0), "combined"),
        (("blank", None, None), ids(), "not_people"),
    ],
)
def test_with_outcomes(cells: tuple[str | None, int | None, str | None], waits: pl.Series, expected: str) -> None:
    """What comes first decides: not people, combined, left out, waiting, ready."""
    assert with_outcomes(rows(cells), waits).item(0, "outcome") == expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("ready", (None, None, None)),
        ("waiting", (None, None, None)),
        ("combined", ("same_cells", None, None)),
        ("left_out", ("rule", "Site", RULE)),
        ("not_people", ("total", None, None)),
    ],
)
def test_with_reasons(outcome: str, expected: tuple[str | None, ...]) -> None:
    """Why a row has its outcome is read from the event of that outcome, whatever else happened to it."""
    row = pl.DataFrame(
        {"row_id": [0], "outcome": [outcome], "not_people": ["total" if outcome == "not_people" else None]}
    )
    events = [
        events_of("edit", pl.DataFrame({"row_id": [0], "column": ["Badge Code"], "cause": ["1f"]})),
        events_of("combine_certain", pl.DataFrame({"row_id": [0], "cause": ["same_cells"], "other_row_id": [3]})),
        events_of(
            "leave_out", pl.DataFrame({"row_id": [0], "cause": "rule", "column": "Site", "before": "Site is Leeds"})
        ),
    ]
    happened = pl.concat(events[: 1 if outcome == "not_people" else 3])

    reasons = with_reasons(row.cast({"row_id": pl.UInt32, "not_people": pl.String}), happened)

    assert reasons.select(REASON).row(0) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from([None, "blank"]), st.sampled_from([None, 0]), st.sampled_from([None, "out"])),
        max_size=6,
    ),
    st.sets(st.integers(0, 5)),
)
def test_every_row_has_one_outcome(cells: list[tuple[str | None, int | None, str | None]], waits: set[int]) -> None:
    """Every row stays, in order, with one of the five outcomes."""
    before = rows(*cells)

    after = with_outcomes(before, ids(*waits))

    assert after.get_column("row_id").equals(before.get_column("row_id"))
    assert set(after.get_column("outcome")) <= set(OUTCOMES)


def ended(*outcomes: str, into: int | None = None, reason: str | None = "same_cells") -> pl.DataFrame:
    """Get rows with these outcomes; combined ones go into the row `into`, for this reason."""
    frame = pl.DataFrame({"outcome": outcomes}, schema={"outcome": pl.String}).with_row_index("row_id")
    combined = pl.when(pl.col("outcome") == "combined")
    return frame.with_columns(
        combined_into=combined.then(pl.lit(into, pl.UInt32)), reason=combined.then(pl.lit(reason, pl.String))
    )


@pytest.mark.parametrize("kept", ["ready", "waiting", "left_out"])
def test_equation_holds(kept: str) -> None:
    """The equation holds when every row read has its outcome, and combined rows name one that is kept, and say why."""
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
        (ended("ready", "combined", into=0, reason=None), ids(0, 1), "a combined row has no reason"),
    ],
)
def test_equation_is_broken(end: pl.DataFrame, read: pl.Series, message: str) -> None:
    """A row that is lost, invented or has no outcome stops the run; so does one combined into none, or unexplained."""
    with pytest.raises(AssertionError) as stopped:
        assert_equation(end, read)

    assert str(stopped.value) == message
