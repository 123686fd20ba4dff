from datetime import date

import polars as pl
import pytest

from keycafe_clean.phases.left_before import LEFT_BEFORE
from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.pipeline import Cleaned, decide, prepare
from keycafe_clean.read import read_export

BEFORE = pl.DataFrame({"row_id": [1], "month": ["2026-11"], "said": ["no longer employed"]}, schema=LEFT_BEFORE)


def december(header: str, ann: str, mark: str, before: pl.DataFrame | None = BEFORE) -> Cleaned:
    """Decide about Ann, who never left, and Mark, who had left in November, with one more cell each."""
    text = f"First Name,Last Name,Email,{header}\nAnn,Lee,ann.lee@x.org,{ann}\nMark,Ray,mark.ray@x.org,{mark}\n"
    prepared = prepare(read_export(("hr.csv", text.encode())))
    return decide(prepared, today=date(2026, 12, 3), before=Before(left=before))


@pytest.mark.parametrize(
    ("header", "ann", "mark", "outcome"),
    [
        ("Location", "York", "York", "waiting"),
        ("Status", "Active", "", "waiting"),
        ("Status", "Active", "Active", "ready"),
        ("Status", "Active", "On leave", "ready"),
        ("Status", "Active", "Terminated", "left_out"),
        ("Last Day", "", "2027-06-30", "ready"),
        ("Last Day", "", "2026-06-30", "left_out"),
    ],
)
def test_whoever_had_left_waits_unless_the_file_says_that_they_are_here(
    header: str, ann: str, mark: str, outcome: str
) -> None:
    """A status or a last day that is still to come says so; nothing at all says nothing."""
    assert december(header, ann, mark).rows.get_column("outcome").to_list() == ["ready", outcome]


def test_the_question_says_by_which_file() -> None:
    """And with what reason."""
    found = december("Location", "York", "York").findings.filter(pl.col("code") == "left_before")

    assert found.select("row_id", "value", "reason").rows() == [(1, "no longer employed", "2026-11")]


@pytest.mark.parametrize("before", [None, BEFORE.clear()])
def test_without_a_month_before_nothing_is_asked(before: pl.DataFrame | None) -> None:
    """A run of its own knows of nobody who has left."""
    assert december("Location", "York", "York", before).counts["ready"] == 2
