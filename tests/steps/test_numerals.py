from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.numerals import with_figures

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("二〇二四年十一月二十日", date(2024, 11, 20)),
        ("二零二四年一月十二日", date(2024, 1, 12)),
        ("二零零九年一月十二日", date(2009, 1, 12)),
        ("民國一一三年十月三十一日", date(2024, 10, 31)),
        ("民國一百一十三年十月卅一日", date(2024, 10, 31)),
        ("民國一百零九年二月廿九日", date(2020, 2, 29)),
        ("民國九十九年三月一日", date(2010, 3, 1)),
        ("民國一百年三月一日", date(2011, 3, 1)),
        ("民國元年一月一日", date(1912, 1, 1)),
        ("令和六年四月十日", date(2024, 4, 10)),
        ("令和元年五月一日", date(2019, 5, 1)),
        ("平成三十一年四月三十日（火）", date(2019, 4, 30)),
        ("二〇二四年三月十一日（一）", date(2024, 3, 11)),
        ("二〇二四年十一月", date(2024, 11, 30)),
        ("二〇二四年二月三十日", None),
    ],
)
def test_date_in_numerals_is_read(cell: str, expected: date | None) -> None:
    """Sign by sign or by tens and hundreds, of every era."""
    assert read_dates(pl.Series([cell]), TODAY).to_list() == [expected]


def test_date_in_numerals_is_known_as_one() -> None:
    """What is no day is asked about as a date."""
    assert pl.DataFrame({"cell": ["二〇二四年二月三十日"]}).select(begins_like_a_date(pl.col("cell"))).item()


@pytest.mark.parametrize("cell", ["三年二組", "一月", "三井 一郎", "2024年3月15日", "十年", None])
def test_other_numerals_stay(cell: str | None) -> None:
    """A class, a name and a number of years are no dates."""
    frame = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert frame.select(with_figures(pl.col("cell"))).item() == cell
