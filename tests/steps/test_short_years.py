import polars as pl
import pytest

from keycafe_clean.steps.short_years import speak_of_both, speak_of_buddhists


@pytest.mark.parametrize(
    ("cells", "buddhist", "both"),
    [
        (["5/6/61", "30/9/69"], True, False),
        (["5/6/61", "30/9/29"], False, True),
        (["5/6/61", "30/9/98"], True, True),
        (["5/6/61", "30/9/2019"], False, True),
        (["5/6/61", "30/9/2569"], True, False),
        (["5/6/39", "30/9/26"], False, False),
        (["5/6/2561"], False, False),
        ([], False, False),
    ],
)
def test_short_years_may_be_buddhist_ones(cells: list[str], *, buddhist: bool, both: bool) -> None:
    """Those from 40 to 79 may be, unless years of ours stand beside them: then either may be meant."""
    bared = pl.Series(cells, dtype=pl.String)

    assert speak_of_buddhists(bared, year_first=False) is buddhist
    assert speak_of_both(bared, year_first=False) is both


def test_short_year_may_stand_first() -> None:
    """Which number is the year is known from the column."""
    cells = pl.Series(["69/09/30"])

    assert speak_of_buddhists(cells, year_first=True)
    assert not speak_of_buddhists(cells, year_first=False)
