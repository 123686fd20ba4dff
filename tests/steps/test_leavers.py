import polars as pl
import pytest

from keycafe_clean.steps.leavers import names_leavers, states_somebody_left


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Terminated", "Active", None], [True, False, False]),
        (["ausgeschieden", "da"], [True, False]),
        (["退職", "在職"], [True, False]),
        (["no longer here", "Active"], [True, False]),
        (["no longer here", "Leeds"], [False, False]),
        (["No", "Yes"], [False, False]),
        (["Deaktiviert", "Terminated"], [False, True]),
        (["T", "0"], [False, False]),
        (["Closed", "Paid"], [False, False]),
        (["Inactive " + "x" * 31], [True]),
        (["Inactive " + "x" * 32], [False]),
    ],
)
def test_cell_states_that_somebody_left(cells: list[str | None], expected: list[bool]) -> None:
    """Known words do, and beside known states what sounds so; yes, no, codes, words of a process and text do not."""
    assert states_somebody_left(pl.Series(cells, dtype=pl.String)).to_list() == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        *[(said, True) for said in ("Former employees", "AUSGESCHIEDENE:", "Ehemalige", "Anciens salariés", "Gone")],
        *[(said, True) for said in ("Personal dado de baja", "Oud-medewerkers", "Ayrılanlar", "離職者", "(left)")],
        *[
            (said, False)
            for said in ("Department", "Départements", "Partners", "Sorting", "Gone Fishing Ltd", "On leave")
        ],
    ],
)
def test_heading_names_leavers(heading: str, *, expected: bool) -> None:
    """Words of leaving anywhere, in any form; what somebody may be called by only alone."""
    assert pl.Series([heading]).to_frame("said").select(names_leavers(pl.col("said"))).item() == expected
