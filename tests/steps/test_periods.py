"""Periods in one cell."""

import polars as pl
import pytest

from keycafe_clean.steps.periods import are_periods, may_be_periods, split_periods

#: A period with both ends, beside which an open end is none.
CLOSED = "02.03.2011 - 04.05.2022"


@pytest.mark.parametrize(
    ("cell", "begin", "end"),
    [
        ("07.03.2016 - 19.10.2024", "07.03.2016", "19.10.2024"),
        ("07.03.2016-19.10.2024", "07.03.2016", "19.10.2024"),
        ("07/03/2016 – 19/10/2024", "07/03/2016", "19/10/2024"),
        ("2016-03-07/2024-10-19", "2016-03-07", "2024-10-19"),
        ("20160307-20241019", "20160307", "20241019"),
        ("03/2016–10/2024", "03/2016", "10/2024"),
        ("2013 - 2021", "2013", "2021-12-31"),
        ("vom 07.03.2016 bis zum 19.10.2024", "07.03.2016", "19.10.2024"),
        ("07.03.2016 bis 19.10.2024 (befristet)", "07.03.2016", "19.10.2024"),
        ("7 March 2016 to 19 October 2024", "7 march 2016", "19 october 2024"),
        ("March 7, 2016 - October 19, 2024", "march 7, 2016", "october 19, 2024"),
        ("Mar 7th 2016 until Oct 19th 2024", "mar 7th 2016", "oct 19th 2024"),
        ("Mar 2016 - Oct 2024", "mar 2016", "oct 2024"),
        ("Du 07/03/2016 au 19/10/2024", "07/03/2016", "19/10/2024"),
        ("del 07/03/2016 al 19/10/2024", "07/03/2016", "19/10/2024"),
        ("van 07-03-2016 tot 19-10-2024", "07-03-2016", "19-10-2024"),
        ("od 7.3.2016 do 19.10.2024", "7.3.2016", "19.10.2024"),
        ("с 07.03.2016 по 19.10.2024", "07.03.2016", "19.10.2024"),
        ("2016年3月7日から2024年10月19日まで", "2016年3月7日", "2024年10月19日"),
        ("2016.03.07 ~ 2024.10.19", "2016.03.07", "2024.10.19"),
        ("07.03.2016 -", "07.03.2016", None),
        ("07.03.2016 - unbefristet", "07.03.2016", None),
        ("2016 bis heute", "2016", None),
        ("03/2016 - present", "03/2016", None),
        ("2016年3月7日～現在", "2016年3月7日", None),
        ("ab 07.03.2016", "07.03.2016", None),
        ("Depuis le 07/03/2016", "07/03/2016", None),
        ("until 19/10/2024", None, "19/10/2024"),
        ("- 19.10.2024", None, "19.10.2024"),
        ("2024年10月19日まで", None, "2024年10月19日"),
    ],
)
def test_period_has_a_begin_and_an_end(cell: str, begin: str | None, end: str | None) -> None:
    """An end that is open is none, and so is a begin."""
    found = split_periods(pl.Series("cell", [CLOSED, cell]))

    assert (found.begins.item(1), found.ends.item(1)) == (begin, end)


@pytest.mark.parametrize("cell", ["19.10.2024", "2024-05", "19.10.2024 (befristet)", "Leeds", "0151 2016-2024", None])
def test_any_other_cell_is_both_halves(cell: str | None) -> None:
    """What nobody reads as a period stays as it is, so that it is read or asked about as it was."""
    found = split_periods(pl.Series("cell", [CLOSED, cell]))

    assert (found.begins.item(1), found.ends.item(1)) == (cell, cell)


def test_day_with_since_alone_is_an_end_that_nobody_reads() -> None:
    """Among last days it may say since when somebody has left."""
    assert split_periods(pl.Series(["seit 07.03.2016"])).ends.to_list() == ["seit 07.03.2016"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([CLOSED], (True, True)),
        ([CLOSED, "n/a", None, "-"], (True, True)),
        (["ab 07.03.2016", "2016 bis heute"], (True, True)),
        (["ab 07.03.2016", "bis 19.10.2024"], (True, True)),
        (["ab 07.03.2016"], (True, False)),
        ([CLOSED, "07.03.2016", "19.10.2024"], (False, False)),
        (["2019/2020", "2020/2021"], (False, False)),
        (["07.03.2016", "19.10.2024"], (False, False)),
        (["4711", "4712 - 4713"], (False, False)),
        ([None], (False, False)),
    ],
)
def test_column_is_of_periods_by_half_of_its_cells(cells: list[str | None], expected: tuple[bool, bool]) -> None:
    """Blank cells and words without figures count for nothing; where no end is said it may be one of periods."""
    column = pl.Series(cells, dtype=pl.String)

    assert (may_be_periods(column), are_periods(column)) == expected
