from datetime import date

import polars as pl
import pytest

from keycafe_clean.phases.days_beside import DaysBeside
from tests.runs import run

TODAY = date(2026, 11, 30)
OLD, NEW, LATER = "2019-02-01", "2024-05-31", "2027-01-31"

Cells = tuple[str | None, ...]


def beside(cells: Cells, header: str = "Zq") -> tuple[DaysBeside, pl.Series]:
    """Get the columns beside one with these days, and its days."""
    rows = pl.DataFrame({"source.Xx": (OLD, OLD, OLD), f"source.{header}": (NEW, None, LATER)})
    days = pl.Series("cell", cells, dtype=pl.String).str.to_date()
    return DaysBeside(rows, "Xx", TODAY), days


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((OLD, OLD, OLD), True), ((OLD, OLD, None), False), ((OLD, LATER, OLD), False), ((LATER, OLD, OLD), False)],
)
def test_days_of_all_before_ends_are_first_days(cells: Cells, *, expected: bool) -> None:
    """Days that everybody has, all past and none after a day of an incomplete column, are nobody's last."""
    columns, days = beside(cells)

    assert columns.has_later_ends(days) is expected


def test_days_of_records_are_no_ends() -> None:
    """When a record was changed says nothing of who has left."""
    columns, days = beside((OLD, OLD, OLD), "Modified")

    assert not columns.has_later_ends(days)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [((NEW, None, LATER), True), ((NEW, LATER, LATER), False), (("2018-01-01", None, LATER), False)],
)
def test_days_after_those_of_all_are_ends(cells: Cells, *, expected: bool) -> None:
    """Beside past days of everybody those of some, never before them, are no first days."""
    rows = pl.DataFrame({"source.Xx": (NEW, None, None), "source.Zq": (OLD, OLD, OLD)})
    days = pl.Series("cell", cells, dtype=pl.String).str.to_date()

    assert DaysBeside(rows, "Xx", TODAY).has_earlier_days(days) is expected


@pytest.mark.parametrize("ends", [(NEW, "toistaiseksi", LATER), (NEW, "open ended", None)])
def test_words_for_an_end_that_never_comes_are_ends(ends: Cells) -> None:
    """They stand among days of ends alone."""
    rows = pl.DataFrame({"source.Xx": (OLD, OLD, OLD), "source.Zq": ends})

    assert DaysBeside(rows, "Xx", TODAY).has_later_ends(pl.Series([OLD, OLD, OLD]).str.to_date())


@pytest.mark.parametrize(("blank", "later", "expected"), [(1, 1, True), (3, 0, False), (0, 3, False)])
def test_nearly_all_have_a_first_day(blank: int, later: int, *, expected: bool) -> None:
    """A few may be without one, and a few begin later; the column that is blank more often has the ends."""
    first = [*[OLD] * (20 - blank - later), *[LATER] * later, *[None] * blank]
    rows = pl.DataFrame({"source.Xx": first, "source.Zq": [NEW, *[None] * 19]})

    assert DaysBeside(rows, "Xx", TODAY).has_later_ends(pl.Series("cell", first).str.to_date()) is expected


def test_first_day_under_a_name_that_nobody_knows_holds_nobody() -> None:
    """Whoever has an end that has come waits alone."""
    lines = [
        "First Name,Last Name,Email,Zq,Xx",
        "Ann,Lee,ann@example.com,01.03.2015,",
        "Bo,Roe,bo@example.com,15.08.2017,31.05.2026",
        "Cy,Poe,cy@example.com,02.01.2019,toistaiseksi voimassa",
        "Di,Fox,di@example.com,01.06.2020,",
    ]

    asked = run("\n".join(lines)).findings.filter(code="column_open")

    assert asked.select("column", "value").rows() == [("Xx", "31.05.2026")]
