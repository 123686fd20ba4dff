from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.dates import begins_like_a_date, is_day_first, is_made_by_a_spreadsheet, read_dates, says_never

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
        "2019年3月15日",
    ],
)  # fmt: skip
def test_date_is_read_however_it_is_written(cell: str) -> None:
    """Every form that HR systems write gives the same day."""
    assert day(cell) == date(2019, 3, 15)


@pytest.mark.parametrize(
    "cell",
    [None, "", "n/a", "31.02.2026", "00.00.0000", "1900-01-00", "01.01.1900", "9999-12-31", "soon", "12345", "2019"],
)
def test_date_is_null_when_there_is_no_such_day(cell: str | None) -> None:
    """Blanks, impossible days and ways to say never are no dates."""
    assert day(cell) is None


@pytest.mark.parametrize(("day_first", "expected"), [(True, date(2019, 5, 3)), (False, date(2019, 3, 5))])
def test_date_follows_the_order_of_its_column(*, day_first: bool, expected: date) -> None:
    """A date that fits both orders is read as its column is."""
    assert day("3/5/19", day_first=day_first) == expected


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
        *(("31.02.2026", False), ("soon", False)),
    ],
)
def test_cell_says_never(cell: str, *, expected: bool) -> None:
    """That there is no last day is said in words and in figures; a day that cannot be says nothing."""
    assert pl.DataFrame({"cell": [cell]}).select(says_never(pl.col("cell"))).item() is expected
