from datetime import date

import polars as pl
import pytest

from keycafe_clean.phases.pipeline_state import Before
from keycafe_clean.pipeline import Cleaned, decide, prepare
from keycafe_clean.read import read_export

ERASED = pl.Series([1], dtype=pl.UInt32)


def december(status: str, erased: pl.Series | None) -> Cleaned:
    """Decide about Ann, and Mark, who was erased on request."""
    text = f"First Name,Last Name,Email,Status\nAnn,Lee,ann.lee@x.org,Active\nMark,Ray,mark.ray@x.org,{status}\n"
    prepared = prepare(read_export(("hr.csv", text.encode())))
    return decide(prepared, today=date(2026, 12, 3), before=Before(erased=erased))


@pytest.mark.parametrize(("status", "outcome"), [("Active", "waiting"), ("Terminated", "left_out")])
def test_whoever_was_erased_is_asked_about_unless_they_are_left_out_anyway(status: str, outcome: str) -> None:
    """Nobody is invited against their request."""
    assert december(status, ERASED).rows.get_column("outcome").to_list() == ["ready", outcome]


@pytest.mark.parametrize("erased", [None, ERASED.clear()])
def test_nobody_is_asked_about_where_nobody_was_erased(erased: pl.Series | None) -> None:
    """A run of its own knows of nobody."""
    assert december("Active", erased).counts["ready"] == 2
