"""Dates as HR systems write them, and cells that say that there is none."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.dates import (
    begins_like_a_date,
    is_day_first,
    is_made_by_a_spreadsheet,
    is_of_another_calendar,
    may_say_never,
    read_dates,
    says_never,
)
from keycafe_clean.words import words

TODAY = date(2026, 11, 22)


def day(cell: str | None, *, day_first: bool = True) -> date | None:
    """Get the date of one cell."""
    answer: date | None = read_dates(pl.Series([cell], dtype=pl.String), TODAY, day_first=day_first).item()
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
    ("cell", "year"), [("1 ส.ค. 40", 1997), ("1 ส.ค. 99", 2056), ("1 ส.ค. 39", 1939), ("1 ส.ค. 2568", 2025)]
)
def test_thai_year_of_two_digits_is_of_the_buddhist_2500s(cell: str, year: int) -> None:
    """From 40 up; below it is one of ours."""
    assert day(cell) == date(year, 8, 1)


@pytest.mark.parametrize(("cell", "year"), [("令和07年8月31日", 2025), ("R07/08/31", 2025), ("S50.8.31", 1975)])
def test_two_digits_of_an_era_are_no_short_year(cell: str, year: int) -> None:
    """The era says the century."""
    assert day(cell) == date(year, 8, 31)


def test_years_of_the_republic_of_china_are_read_by_their_column() -> None:
    """Three digits are its years where several cells have them."""
    cells = pl.Series(["114/08/31", "115.1.5"])

    assert read_dates(cells, TODAY, day_first=True).to_list() == [date(2025, 8, 31), date(2026, 1, 5)]


@pytest.mark.parametrize(("cell", "year"), [("1.1.36", 2036), ("1.1.37", 1937), ("1.1.99", 1999), ("1.1.00", 2000)])
def test_year_of_two_digits_is_at_most_ten_years_ahead(cell: str, year: int) -> None:
    """The century is chosen by the day of the run."""
    assert day(cell) == date(year, 1, 1)


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
        (["15.03.2019", "2019-03-15", None], None),
    ],
)
def test_column_writes_the_day_first_by_its_own_evidence(cells: list[str | None], *, expected: bool | None) -> None:
    """Only dates that fit one order tell."""
    assert is_day_first(pl.Series(cells, dtype=pl.String)) is expected


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
    [
        ("15.03.2019 (befristet)", True),
        ("Fr, 15.03.2019 08:00", True),
        ("31.02.2026", True),
        ("43539", True),
        ("43539.5", True),
        ("March 2024", True),
        ("03/2024 (befristet)", True),
        ("2024-03", True),
        ("2024年3月", True),
        ("2019-03-151", False),
        ("4b23c", False),
        ("12345678", False),
        ("soon", False),
        (None, None),
    ],
)
def test_cell_begins_like_a_date(cell: str | None, expected: bool | None) -> None:  # noqa: FBT001 -- a table of cells
    """A date is known by how it is written, possible or not, whatever stands behind it but digits and letters."""
    frame = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert frame.select(begins_like_a_date(pl.col("cell"))).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("01-Feb", True), ("Mar-26", True), ("1/2/2026", True), ("20190315", False), ("46296", False)],
)
def test_code_that_a_spreadsheet_took_for_a_date(cell: str, *, expected: bool) -> None:
    """What a spreadsheet shows in place of a code is told from codes of digits."""
    assert pl.DataFrame({"cell": [cell]}).select(is_made_by_a_spreadsheet(pl.col("cell"))).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *(("31.12.9999", True), ("00.00.2026", True), ("1900-01-00", True), ("Unbefristet", True), ("n/a", True)),
        *(
            ("4712-12-31", True),
            ("31-Dec-4712", True),
            ("47121231", True),
            ("12/31/4712 0:00", True),
            ("31/12/2999", True),
        ),
        *(("3000-01-01", True), ("2400-12-31", True), ("2500-12-31", True), ("1753-01-01", True), ("0001-01-01", True)),
        *(("01/01/0001 00:00:00", True), ("1601-01-01", True), ("30.12.1899", True), ("0000-00-00", True)),
        *(("00.00.0000", True), ("00000000", True), ("99/99/9999", True), ("2958465", True), ("٣١/١٢/٩٩٩٩", True)),
        *(
            ("bis auf weiteres", True),
            ("(unbefristet)", True),
            ("Present.", True),
            ("INDEFINIDO", True),
            ("無期限", True),
        ),
        *(
            ("ไม่มีกำหนด", True),
            ("حتى الآن", True),
            ("по н.в.", True),
            ("до теперішнього часу", True),
            ("αορίστου", True),
        ),
        *(("đến nay", True), ("वर्तमान", True), ("süresiz", True), ("현재", True), ("toistaiseksi", True)),
        *(("31.02.2026", False), ("soon", False), ("31-MAR-26 12.00.00.000000 AM", False), ("Room 4711", False)),
        *(
            ("4711", False),
            ("31.08.00", False),
            ("31/08/2568", False),
            ("1404/06/09", False),
            ("31.12.2026", False),
            ("left", False),
        ),
    ],
)
def test_cell_says_never(cell: str, *, expected: bool) -> None:
    """That there is no last day is said in words and in figures; a day that cannot be says nothing."""
    assert pl.DataFrame({"cell": [cell]}).select(says_never(pl.col("cell"))).item() is expected


def test_every_word_of_the_vocabulary_says_never() -> None:
    """As it is listed, and in brackets."""
    listed = words("dates", "never")
    frame = pl.DataFrame({"cell": [*listed, *(f"({word})" for word in listed)]})

    assert frame.filter(~says_never(pl.col("cell"))).is_empty()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((cell, True) for cell in ("31/08/2568", "1447-02-07", "5786-01-01", "٠٧/٠٢/١٤٤٧")),
        *((cell, False) for cell in ("31.12.2026", "31.08.26", "9999-12-31", "room 2568", "soon")),
    ],
)
def test_date_of_another_calendar(cell: str, *, expected: bool) -> None:
    """What is written as a date, with a year that another calendar writes today."""
    assert pl.DataFrame({"cell": [cell]}).select(is_of_another_calendar(pl.col("cell"))).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((cell, True) for cell in ("31.12.99", "12/31/99", "31-12-99 00:00")),
        *((cell, False) for cell in ("31.12.1999", "30.12.99", "31.12.98")),
    ],
)
def test_cell_may_say_never(cell: str, *, expected: bool) -> None:
    """Two digits are left of 1999 and of 9999."""
    assert pl.DataFrame({"cell": [cell]}).select(may_say_never(pl.col("cell"))).item() is expected
