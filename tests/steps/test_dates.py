"""Dates as HR systems write them, and cells that say that there is none."""

import sys
import unicodedata
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.date_habits import Habits, readings_of
from keycafe_clean.steps.dates import is_made_by_a_spreadsheet, read_dates
from keycafe_clean.steps.never import says_never

TODAY = date(2026, 11, 22)


def day(cell: str | None, *, day_first: bool = True) -> date | None:
    """Get the date of one cell."""
    answer: date | None = read_dates(pl.Series([cell], dtype=pl.String), TODAY, Habits(day_first=day_first)).item()
    return answer


@pytest.mark.parametrize(
    "cell",
    [
        "2019-03-15", "2019/03/15", "20190315", "03/15/2019", "15/03/2019", "15.03.2019", "15. 3. 2019", "15.3.19",
        "3/15/19", "15-Mar-2019", "15-MAR-19", "March 15, 2019", "Mar 15 2019", "15 March 2019", "15th March 2019",
        "15. März 2019", "15 mars 2019", "15 de marzo de 2019", "15 marca 2019", "Fr, 15.03.2019", "2019-Mar-15",
        "03/15/2019 12:00:00 AM", "2019-03-15T00:00:00.000Z", "2019-03-15 00:00:00", "43539", "43539.0",
        "2019年3月15日", "2019年3月15号", "2019년 3월 15일", "2019年3月15日(金)", "15 Μαρτίου 2019", "15 ΜΑΡΤΙΟΥ 2019",
        "15 במרץ 2019", "15 مارس 2019", "15 آذار 2019", "ngày 15 tháng 3 năm 2019", "15 tháng 3, 2019", "15 मार्च 2019",
        "15 มี.ค. 2019", "15 марта 2019 г.", "15. maaliskuuta 2019", "2019. március 15.", "2019.03.15.", "15 Mart 2019",
        "١٥/٠٣/٢٠١٩", "۱۵/۰۳/۲۰۱۹", "१५/०३/२०१९", "๑๕/๐๓/๒๐๑๙", "１５／０３／２０１９".replace("／", "/"), "٤٣٥٣٩",
        "Fri Mar 15 2019 00:00:00 GMT+0200", "Fr 15.03.2019", "Friday, March 15, 2019", "Friday 15 March 2019",
        "den 15. März 2019", "15th of March 2019", "2019-03-15T22:00:00Z", "2019-03-15 23:30:00+02:00",
        "15.03.2019 (Fr)", "15/03/2019 à 18h30", "15-MAR-19 12.00.00.000000 AM", "20190315120000", "20190315120000.0Z",
        "平成31年3月15日", "H31.3.15", "Freitag, den 15. März 2019", " 15.03.2019 ", "15 Mar. 2019", "15 มี.ค. 62",
        "2019/3/15 下午 5:00", "43539.75", "43539,5", "15 de marzo del 2019", "viernes, 15 de marzo de 2019",
    ],
)  # fmt: skip
def test_date_is_read_however_it_is_written(cell: str) -> None:
    """Every form that HR systems write gives the same day."""
    assert day(cell) == date(2019, 3, 15)


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        "n/a",
        "31.02.2026",
        "00.00.0000",
        "1900-01-00",
        "01.01.1900",
        "9999-12-31",
        "soon",
        "12345",
        "2019",
        "31.3.",
        "Q1 2026",
        "2026-W10",
        "Mar-26",
        "verlängert 31.03.2026",
        "extended, 31.03.2026",
        "ab 31.03.2026",
        "31.03.2026 verlängert",
        "31.03.2026 (alt)",
        "03/26",
        "Room 2019",
    ],
)
def test_date_is_null_when_there_is_no_such_day(cell: str | None) -> None:
    """Blanks, impossible days and ways to say never are no dates."""
    assert day(cell) is None


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        *(
            ("March 2024", 31),
            ("März 2024", 31),
            ("03/2024", 31),
            ("2024-03", 31),
            ("2024年3月", 31),
            ("mars 2024", 31),
        ),
        *(("Feb 2024", 29), ("02.2024", 29), ("Sept. 2024", 30), ("13/2024", None), ("Smith 2024", None)),
    ],
)
def test_month_without_its_day_is_its_last_day(cell: str, end: int | None) -> None:
    """Whoever leaves in a month is here until it ends."""
    read = day(cell)

    assert (read and read.day) == end


@pytest.mark.parametrize(("day_first", "expected"), [(True, date(2019, 5, 3)), (False, date(2019, 3, 5))])
def test_date_follows_the_order_of_its_column(*, day_first: bool, expected: date) -> None:
    """A date that fits both orders is read as its column is."""
    assert day("3/5/19", day_first=day_first) == expected


@pytest.mark.parametrize("day_first", [True, False])
@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("13/02/2019", date(2019, 2, 13)),
        ("02/13/2019", date(2019, 2, 13)),
        ("12/12/2019", date(2019, 12, 12)),
        ("13/13/2019", None),
    ],
)
def test_date_that_fits_one_order_is_read_by_it(cell: str, expected: date | None, *, day_first: bool) -> None:
    """A number above twelve is the day, wherever it stands and whatever was said."""
    assert day(cell, day_first=day_first) == expected


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        *(("1 ส.ค. 40", 1997), ("1 ส.ค. 79", 2036), ("1 ส.ค. 99", 1956), ("1 ส.ค. 39", 1939), ("1 ส.ค. 2568", 2025)),
        *(("1 ส.ค. 2500", 1957), ("1 ส.ค. 2470", 1927), ("1 ส.ค. 2012", 2012)),
    ],
)
def test_year_of_a_thai_month_is_buddhist(cell: str, year: int) -> None:
    """A whole one, a round one too, and one of two digits from 40 up; below it is one of ours, as 2012 is."""
    assert day(cell) == date(year, 8, 1)


@pytest.mark.parametrize(("cell", "year"), [("令和07年8月31日", 2025), ("R07/08/31", 2025), ("S50.8.31", 1975)])
def test_two_digits_of_an_era_are_no_short_year(cell: str, year: int) -> None:
    """The era says the century."""
    assert day(cell) == date(year, 8, 31)


def test_years_of_the_republic_of_china_are_read_by_their_column() -> None:
    """Three digits are its years where several cells have them."""
    cells = pl.Series(["114/08/31", "115.1.5"])

    assert read_dates(cells, TODAY).to_list() == [date(2025, 8, 31), date(2026, 1, 5)]


@pytest.mark.parametrize(("cell", "year"), [("1.1.36", 2036), ("1.1.37", 1937), ("1.1.99", 1999), ("1.1.00", 2000)])
def test_year_of_two_digits_is_at_most_ten_years_ahead(cell: str, year: int) -> None:
    """The century is chosen by the day of the run."""
    assert day(cell) == date(year, 1, 1)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        *(("01.01.1909", None), ("01.01.1910", 1910), ("31.12.2199", 2199), ("01.01.2200", None)),
        *(("18263", None), ("18264", 1950), ("73050", 2099), ("73051", None)),
    ],
)
def test_years_of_a_life_at_work(cell: str, year: int | None) -> None:
    """Years before 1910 and after 2199 say never; a number of five digits is a day from 1950 to 2099."""
    read = day(cell)

    assert (read and read.year) == year


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("01-Feb", True), ("Mar-26", True), ("1/2/2026", True), ("20190315", False), ("46296", False)],
)
def test_code_that_a_spreadsheet_took_for_a_date(cell: str, *, expected: bool) -> None:
    """What a spreadsheet shows in place of a code is told from codes of digits."""
    assert pl.DataFrame({"cell": [cell]}).select(is_made_by_a_spreadsheet(pl.col("cell"))).item() is expected


ZEROS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.decimal(sign, -1) == 0]


@pytest.mark.parametrize("cell", ["15/03/2019", "2019-03-15", "15 Mar 2019", "43539", "3/15/19", "2019年3月15日"])
def test_date_is_read_in_the_digits_of_every_script(cell: str) -> None:
    """The digits of no script change a date, its order, or that it looks like one."""
    written = pl.Series([cell.translate({48 + i: ord(zero) + i for i in range(10)}) for zero in ZEROS])

    assert read_dates(written, TODAY).unique().to_list() == [date(2019, 3, 15)]
    assert readings_of(written) == readings_of(pl.Series([cell]))
    assert pl.DataFrame({"cell": written}).select(begins_like_a_date(pl.col("cell")).all()).item()


#: What dates are made of, mixed at random, and digits that only newer versions of Unicode have.
PIECES = [
    "٣",
    "३",
    "９",
    "𞥖",
    "\U0001ccf3",
    "元",
    "令和",
    "年",
    "r",
    "z",
    "t",
    ":",
    ".",
    "mar",
    "de",
    "มี.ค",
    "9999",
    "0",
    "2569",
    "12",
]
JUNK = st.lists(st.sampled_from([*PIECES, " ", "/", "-"]), min_size=1, max_size=9).map("".join)


@given(st.lists(st.text() | JUNK | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"), max_size=8), st.booleans())
def test_no_text_stops_the_reading_of_dates(cells: list[str], day_first: bool) -> None:  # noqa: FBT001 -- drawn
    """Whatever a cell holds, it has a date or none, and the same date wherever it stands in its column."""
    column = pl.Series(cells, dtype=pl.String)
    read = read_dates(column, TODAY, Habits(day_first=day_first))

    assert read.len() == column.len()
    assert read_dates(column.reverse(), TODAY, Habits(day_first=day_first)).reverse().equals(read)
    assert "" in readings_of(column)
    frame = pl.DataFrame({"cell": column}).select(a=begins_like_a_date(pl.col("cell")), b=says_never(pl.col("cell")))
    assert frame.null_count().row(0) == (0, 0)


@pytest.mark.parametrize(
    ("whole", "short", "expected"),
    [
        ("31/08/2568", "30/06/69", date(2026, 6, 30)),
        ("9 شهریور 1404", "09/06/04", date(2025, 8, 31)),
        ("15/04/1448هـ", "31/12/24", date(2024, 12, 31)),
    ],
)
def test_short_year_is_of_the_calendar_of_the_whole_ones(whole: str, short: str, expected: date) -> None:
    """A Thai or a Persian year tells of those of two digits in its column; one of the moon does not."""
    assert read_dates(pl.Series([whole, short]), TODAY).to_list()[1] == expected
