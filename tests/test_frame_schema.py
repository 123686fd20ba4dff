import polars as pl
import pytest

from keycafe_clean.columns import complete_setup, map_columns
from keycafe_clean.decide.setup import Setup
from keycafe_clean.frame_schema import FRAME, undeclared
from keycafe_clean.pipeline import DECIDE, PREPARE
from tests.exports import export_of
from tests.phases.stages import PEOPLE, RULES, after, mapped


def test_mapped_frame_is_as_declared() -> None:
    """The frame that the pipeline starts from has no column that is not declared."""
    completed, _, _ = complete_setup(Setup(), export_of(PEOPLE))

    assert undeclared(map_columns(export_of(PEOPLE), completed)) == {}


@pytest.mark.parametrize("phase", [phase.__name__ for phase in (*PREPARE, *DECIDE)])
def test_frame_is_as_declared_after_every_phase(phase: str) -> None:
    """No phase adds a column that is not declared, and each declared one is added by the phase that is named."""
    rows = after(phase, RULES).rows
    order = ["map_columns", "PipelineState.of", *(phase.__name__ for phase in (*PREPARE, *DECIDE))]
    later = [it for it in FRAME if order.index(it.added_by) > order.index(phase)]

    assert undeclared(rows) == {}
    assert rows.select(pl.selectors.matches("|".join(f"^{it.name}$" for it in later) or "^$")).columns == []


@pytest.mark.parametrize("column", [it for it in FRAME if it.null == "never"], ids=lambda it: it.name)
def test_column_that_is_never_null(column: object) -> None:
    """Where null means nothing, there is none at the end of the run."""
    unclear_order = ("006", "Rosa", "Lund", "rosa@example.com", "Active", "01/02/2026", "Fleet")
    rows = after("ask_duplicates", RULES, people=[*PEOPLE, unclear_order]).rows

    assert rows.select(pl.selectors.matches(f"^{column.name}$").null_count()).sum_horizontal().sum() == 0  # type: ignore[attr-defined]


def test_start_has_declared_columns_only() -> None:
    """The people before any phase are declared too."""
    assert undeclared(mapped(RULES).rows) == {}


@pytest.mark.parametrize("frame", [pl.DataFrame({"colour": ["red"]}), pl.DataFrame({"row_id": ["1"]})])
def test_undeclared(frame: pl.DataFrame) -> None:
    """A column that nobody declared, or of another type, is named."""
    assert undeclared(frame) == dict(frame.schema)
