from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.date_habits import READINGS, SWAPPED, Habits, readings_of
from keycafe_clean.steps.days import settle_days


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["15/03/2019", "01/02/2019"], True),
        (["03/15/2019", "01/02/2019"], False),
        (["01/02/2019"], None),
        (["12/02/2019"], None),
        (["13/02/2019"], True),
        (["02/12/2019"], None),
        (["02/13/2019"], False),
        (["15/03/2019", "03/15/2019"], None),
        (["15.03.2019", "2019-03-15", None], True),
    ],
)
def test_column_writes_the_day_first_by_its_own_evidence(cells: list[str | None], *, expected: bool | None) -> None:
    """Only dates that fit one order tell, and only those that fit both leave it open."""
    readings = readings_of(pl.Series(cells, dtype=pl.String))

    assert (None if SWAPPED in readings else readings[""].day_first) is expected


def cells(*written: str | None) -> pl.Series:
    """Get a column."""
    return pl.Series(written, dtype=pl.String)


@pytest.mark.parametrize(
    ("written", "said", "expected"),
    [
        (["13/01/2026"], False, {"": True}),
        (["01/13/2026"], True, {"": False}),
        (["01/02/2026"], None, {"": True, "swapped": False}),
        (["01/02/2026"], False, {"": False}),
    ],
)
def test_dates_tell_their_order_before_what_was_said(
    written: list[str],
    said: bool | None,  # noqa: FBT001 -- a table of cases
    expected: dict[str, bool],
) -> None:
    """What a column does not tell, and nobody said, it is read both ways."""
    readings = readings_of(cells(*written), said=said)

    assert {reading: habits.day_first for reading, habits in readings.items()} == expected


@pytest.mark.parametrize(
    ("written", "language", "usual", "other"),
    [
        # figures that fit one order only
        (["45/06/30"], None, "/", None),
        (["26/9/3"], None, "/", None),
        (["24/12/99"], None, "", None),
        (["3/11/26"], None, "", None),
        (["11/24/26"], None, "", None),
        # the language
        (["24/10/31"], "Korean", "/", None),
        (["24.10.31"], "German", "", None),
        (["31/12/99"], "Korean", "", None),
        # whole years, and none of all these
        (["2024-10-31", "24-10-31"], None, "-", ""),
        (["31/10/2024", "24/10/31"], None, "", None),
        (["2024-10-31", "31.10.24"], "German", "", None),
        (["24-10-31"], "German", "", "-"),
        (["24/10/31", None], None, "", "/"),
        (["2024-10-31"], None, "", None),
    ],
)
def test_short_year_stands_first_where_the_column_says_so(
    written: list[str | None], language: str | None, usual: str, other: str | None
) -> None:
    """Figures tell, then the language, then whole years; where none does, the year may be first or last."""
    readings = readings_of(cells(*written), language)

    assert readings[""].year_first == usual
    assert (readings["other_year"].year_first if "other_year" in readings else None) == other


def test_columns_of_days_beside_tell_where_a_column_does_not() -> None:
    """A file writes all its days alike."""
    readings = readings_of(cells("24/10/11"), beside=(cells("31/12/98"),))

    assert readings == {"": Habits()}


@pytest.mark.parametrize(
    ("written", "language", "usual", "is_open"),
    [
        ("5. listopada 2026", "Croatian or Slovenian", True, False),
        ("5. listopada 2026", "Polish", False, False),
        ("5. listopada 2026", None, False, True),
        ("5. srpna 2026", None, False, False),
    ],
)
def test_name_of_two_months_is_told_by_the_language(
    written: str, language: str | None, *, usual: bool, is_open: bool
) -> None:
    """`listopad` is October in Croatia, and November in Poland and the Czech Republic."""
    readings = readings_of(cells(written), language)

    assert readings[""].of_croatia is usual
    assert ("of_croatia" in readings) is is_open


@pytest.mark.parametrize(("beside", "usual"), [("1. rujna 2026", True), ("1. září 2026", False)])
def test_name_of_two_months_is_told_by_the_other_months(beside: str, *, usual: bool) -> None:
    """A month that only one side calls so tells for the column."""
    readings = readings_of(cells("listopad 2026", beside))

    assert (readings[""].of_croatia, "of_croatia" in readings) == (usual, False)


def test_short_year_of_a_japanese_file_may_be_one_of_reiwa() -> None:
    """`8.9.30` may lack the letter of its era."""
    readings = readings_of(cells("8.9.30"), "Japanese")

    assert readings["of_reiwa"] == Habits(year_first=".", of_reiwa=True)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("Thai", {"": Habits(calendar="buddhist")}),
        (None, {"": Habits(), "of_buddhists": Habits(calendar="buddhist")}),
        ("German", {"": Habits()}),
    ],
)
def test_short_years_are_buddhist_in_thailand(language: str | None, expected: dict[str, Habits]) -> None:
    """A Thai file says so; where nothing tells the language, they may be."""
    assert readings_of(cells("5/13/61", "9/30/69"), language, said=None) == {
        name: replace(habits, day_first=False) for name, habits in expected.items()
    }


def test_short_years_of_two_kinds_in_a_thai_column_may_be_either() -> None:
    """Beside 69, which is 2569, the year 29 may be ours or 2529."""
    readings = readings_of(cells("15/6/29", "30/9/69"), "Thai")

    assert readings == {
        "": Habits(calendar="buddhist"),
        "of_both": Habits(calendar="buddhist", short_years=(0, 39)),
    }


@pytest.mark.parametrize(
    ("written", "language", "name"),
    [
        ("01/02/2019", None, "swapped"),
        ("8.9.30", "Japanese", "of_reiwa"),
        ("5/13/61", None, "of_buddhists"),
        ("12/03/2017", "Amharic", "of_ethiopia"),
    ],
)
def test_each_other_way_to_read_a_column_is_one_that_is_looked_at(
    written: str, language: str | None, name: str
) -> None:
    """What a column leaves open is asked about by its name; one that is not listed would be open in silence."""
    readings = readings_of(cells(written), language)

    assert name in readings
    assert set(readings) <= {"", *READINGS}


def test_last_days_of_long_ago_are_open_by_a_name_that_is_looked_at() -> None:
    """Whether there are any is asked; if that reading were not listed, all would be left out in silence."""
    rows = pl.DataFrame({"day.exit_date": [date(1962, 5, 1), date(1970, 1, 1)]})

    added = [it for it in settle_days(rows, date(2026, 11, 22)).columns if it not in rows.columns]

    assert [it.removeprefix("day.exit_date.") in READINGS for it in added] == [True]
