from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.calendars import could_be_of_another_calendar, could_be_to_come
from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.date_habits import Habits, readings_of
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.never import says_never

TODAY = date(2026, 11, 22)


def days(*cells: str) -> list[date | None]:
    """Get the dates of a column."""
    return read_dates(pl.Series(cells), TODAY).to_list()


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "令和7年8月31日",
            "令和 7 年 8 月 31 日",
            "R7.8.31",
            "R 7.8.31",
            "令和 7.8.31",
            "R07/08/31",
            "r7-8-31",
            "㋿7年8月31日",
            "令和７年８月３１日",
        ),
        *("民國114年8月31日", "中華民國114年08月31日", "民国114.8.31"),
        *("31 สิงหาคม 2568", "31 ส.ค. 2568", "31 ส.ค. พ.ศ. 2568", "31 ส.ค. 68", "๓๑ สิงหาคม ๒๕๖๘", "31 ส.ค. 2025"),
        *("9 شهریور 1404", "۹ شهریور ۱۴۰۴"),
    ],
)
def test_date_that_names_its_calendar_is_converted(cell: str) -> None:
    """An era, a Thai or a Persian month says which years are meant, in a lone cell too."""
    assert days(cell) == [date(2025, 8, 31)]
    assert pl.DataFrame({"cell": [cell]}).select(begins_like_a_date(pl.col("cell"))).item() is True


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H30.4.1", date(2018, 4, 1)),
        ("明治45年1月1日", date(1912, 1, 1)),
        ("大正14年1月1日", date(1925, 1, 1)),
        ("S64.1.7", date(1989, 1, 7)),
        ("昭和50年12月24日", date(1975, 12, 24)),
        ("R7.2.29", None),
        ("Q7.2.28", None),
    ],
)
def test_years_of_an_era_count_from_its_first(cell: str, expected: date | None) -> None:
    """元年 is year 1; a day that does not exist is none."""
    assert days(cell) == [expected]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1404/06/09", "1399/12/30"), [date(2025, 8, 31), date(2021, 3, 20)]),
        (("1404/01/01", "1403/12/30"), [date(2025, 3, 21), date(2025, 3, 20)]),
        (("1402/12/30", "1402/12/29"), [None, date(2024, 3, 19)]),
        (("1404/07/31", "1404-07-30", "9999-12-31"), [None, date(2025, 10, 22), None]),
        (("14040609", "14031230"), [date(2025, 8, 31), date(2025, 3, 20)]),
        (("1404/13/01", "1404/06/00", "1403/12/30"), [None, None, date(2025, 3, 20)]),
        (("1300/01/01", "1404/06/09"), [date(1921, 3, 21), date(2025, 8, 31)]),
        (("1299/01/01", "1404/06/09"), [None, None]),
        (("1420/01/01", "1404/06/09"), [date(2041, 3, 20), date(2025, 8, 31)]),
        (("1421/01/01", "1404/06/09"), [None, None]),
        (("1386/01/01", "1380/01/01"), [date(2007, 3, 21), date(2001, 3, 21)]),
        (("1385/01/01", "1380/01/01"), [None, None]),
        (("070/01/01", "114/08/31"), [date(1981, 1, 1), date(2025, 8, 31)]),
        (("2479-01-01",), [None]),
        (("2480-01-01",), [date(1937, 1, 1)]),
        (("2620-01-01",), [date(2077, 1, 1)]),
        (("2621-01-01",), [None]),
        (("2454-01-01", "2479-08-31"), [date(1911, 1, 1), date(1936, 8, 31)]),
        (("2453-01-01", "2479-08-31"), [None, None]),
        (("2643-01-01", "2621-08-31"), [date(2100, 1, 1), date(2078, 8, 31)]),
        (("2644-01-01", "2621-08-31"), [None, None]),
        (("2699-12-31", "2479-08-31", "2478-01-31"), [None, None, None]),
        (("2700-00-00", "2479-08-31", "2478-01-31"), [None, date(1936, 8, 31), date(1935, 1, 31)]),
        (("2600-00-00", "2500-00-00", "2479-08-31"), [None, None, None]),
        (("114/08/31", "115.1.5"), [date(2025, 8, 31), date(2026, 1, 5)]),
        (("2568-08-31", "31/03/2569", "31/12/2566"), [date(2025, 8, 31), date(2026, 3, 31), date(2023, 12, 31)]),
    ],
)
def test_column_of_other_years_is_converted(cells: tuple[str, ...], expected: list[date | None]) -> None:
    """Where all dates of a column have years of one calendar, they are read by it; never is no year."""
    assert days(*cells) == expected


@pytest.mark.parametrize(
    "cells",
    [
        ("1404/06/09",),
        ("115/08/31",),
        ("1447-02-07", "1446-11-30"),
        ("1390/01/01", "1447-02-07"),
        ("1310/01/01", "1311/01/01"),
        ("5786-01-01", "5785-02-03"),
    ],
)
def test_other_years_without_evidence_are_no_dates_and_do_not_say_never(cells: tuple[str, ...]) -> None:
    """A lone date may be a slip, and years of the moon are not converted: neither is passed over."""
    assert days(*cells) == [None] * len(cells)
    assert not pl.DataFrame({"cell": cells}).select(says_never(pl.col("cell")).any()).item()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("31/08/2568",), [date(2025, 8, 31)]),
        (("31/08/2568", "31/12/2024"), [date(2025, 8, 31), date(2024, 12, 31)]),
        (("31/08/2568", "30/06/69", "31/12/24"), [date(2025, 8, 31), date(2026, 6, 30), date(2024, 12, 31)]),
        (("1404/06/09", "31/12/2024"), [None, date(2024, 12, 31)]),
        (("15/04/1448هـ", "31/12/24"), [None, date(2024, 12, 31)]),
    ],
)
def test_buddhist_year_is_known_by_itself(cells: tuple[str, ...], expected: list[date | None]) -> None:
    """Nobody leaves 500 years ahead, so one is enough, and tells whose the short years of its column are."""
    assert days(*cells) == expected


@pytest.mark.parametrize(
    ("calendar", "cells", "expected"),
    [
        ("persian", ("1404/06/09", "2025-10-31"), [date(2025, 8, 31), date(2025, 10, 31)]),
        ("persian", ("04/06/09", "99/04/01"), [date(2025, 8, 31), date(2020, 6, 21)]),
        ("islamic", ("1404/06/09", "1403/06/09"), [None, None]),
        ("nepali", ("2082/05/15", "2025-10-31"), [None, date(2025, 10, 31)]),
        ("minguo", ("114/08/31", "2025-10-31"), [date(2025, 8, 31), date(2025, 10, 31)]),
        ("minguo", ("1140831", "114年8月31日", "114年8月"), [date(2025, 8, 31)] * 3),
        (None, ("1140831", "1140801"), [None, None]),
    ],
)
def test_calendar_of_the_file_tells(calendar: str | None, cells: tuple[str, ...], expected: list[date | None]) -> None:
    """A year that several calendars write is that of the language of the file."""
    habits = Habits(calendar=calendar, year_first="/")

    assert read_dates(pl.Series(cells), TODAY, habits).to_list() == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        *((year, True) for year in (70, 150, 1300, 1420, 1421, 1500, 2454, 2643, 5670, 5850)),
        *((year, False) for year in (69, 151, 1299, 1501, 2026, 2453, 2644, 5669, 5851)),
        *((year, False) for year in (2499, 2500, 2599, 2600)),
    ],
)
def test_years_that_another_calendar_writes_today(year: int, *, expected: bool) -> None:
    """Thai, Chinese and Persian years and those of the moon, from the first to the last; round ones say never."""
    assert pl.select(could_be_of_another_calendar(pl.lit(year))).item() is expected


@pytest.mark.parametrize(
    ("first", "last"),
    [(2569, 2572), (115, 118), (1405, 1408), (1448, 1451), (5787, 5790), (2018, 2021)],
    ids=["buddhist", "minguo", "persian", "islamic", "hebrew", "ethiopian"],
)
def test_year_of_a_calendar_could_be_to_come(first: int, last: int) -> None:
    """From the one that begins or ends in 2026 to the one three years later, and neither before nor after."""
    years = pl.DataFrame({"year": [first - 1, first, last, last + 1]})

    assert years.select(could_be_to_come(pl.col("year"), 2026, 3)).to_series().to_list() == [False, True, True, False]


def named(calendar: str, *cells: str) -> list[date | None]:
    """Get the dates of a column whose header names its calendar."""
    habits = readings_of(pl.Series(cells), calendar=calendar)[""]
    return read_dates(pl.Series(cells), TODAY, habits).to_list()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("01/01/2000", date(2007, 9, 12)),
        ("29/04/2012", date(2020, 1, 8)),
        ("05/13/2012", date(2020, 9, 10)),
        ("06/13/2011", date(2019, 9, 11)),
        ("06/13/2012", None),
        ("31/02/2012", None),
        ("13/13/2011", None),
        ("01/01/2016", date(2023, 9, 12)),
        ("2017-01-01", date(2024, 9, 11)),
        ("23/04/18", date(2026, 1, 1)),
        ("11 September 2024", date(2024, 9, 11)),
    ],
)
def test_ethiopian_date_is_converted(cell: str, expected: date | None) -> None:
    """Its year begins on 11 September, on the 12th after a leap day, and has a thirteenth month of five days or six."""
    assert named("ethiopian", cell, "25/01/2010")[0] == expected


def test_days_of_ethiopia_follow_each_other() -> None:
    """Every day of four years is the one after the day before."""
    lengths = [(year, month, 30) for year in range(2010, 2014) for month in range(1, 13)]
    lengths += [(year, 13, 6 if year == 2011 else 5) for year in range(2010, 2014)]
    cells = [f"{year}-{month:02}-{day:02}" for year, month, days in sorted(lengths) for day in range(1, days + 1)]

    read = pl.Series(named("ethiopian", *cells))

    assert (read.null_count(), read.diff().drop_nulls().dt.total_days().unique().to_list()) == (0, [1])


@pytest.mark.parametrize(
    ("calendar", "cells"),
    [
        ("nepali", ("2082/05/15", "2026/01/01", "15/05/82")),
        ("islamic", ("1402/05/15", "1403/01/01", "15/05/47")),
        ("hebrew", ("5786/05/15", "15/05/86")),
    ],
)
def test_days_of_a_calendar_that_is_not_converted_are_none(calendar: str, cells: tuple[str, ...]) -> None:
    """Where the header names it, short years and those of other calendars are of it too."""
    assert named(calendar, *cells) == [None] * len(cells)


@pytest.mark.parametrize(
    ("calendar", "cells", "expected"),
    [
        ("persian", ("1404/06/09", "04/06/09"), [date(2025, 8, 31)] * 2),
        ("buddhist", ("31/08/2568", "31/08/29"), [date(2025, 8, 31), date(1986, 8, 31)]),
        ("minguo", ("114/08/31", "99/08/31"), [date(2025, 8, 31), date(2010, 8, 31)]),
        ("ours", ("2025/08/31", "2069/08/31"), [date(2025, 8, 31), date(2069, 8, 31)]),
    ],
)
def test_calendar_that_a_header_names_is_that_of_all_its_days(
    calendar: str, cells: tuple[str, ...], expected: list[date | None]
) -> None:
    """One cell is enough, and years of two digits are of it, too."""
    assert named(calendar, *cells) == expected
