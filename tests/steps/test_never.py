import polars as pl
import pytest

from keycafe_clean.steps.never import is_of_another_calendar, says_never, who_may_say_never, who_says_never
from keycafe_clean.words import words


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
        *(("99991231", True), ("31129999", True), ("99991231000000.0Z", True), ("31Dec9999", True), ("9999", True)),
        *(("2025-08-31 (room 9999)", False), ("31.08.25, tel. 9999", False), ("31. Dezember 9999", True)),
        *(("1e9999999", False), ("4999931", False), ("tel. 0499991", False), ("99999999", True)),
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


def test_column_says_never_as_its_cells_do() -> None:
    """In words, in figures and in signs alone; a day, another text and a blank say nothing."""
    cells = pl.Series("cell", ["unbefristet", "31.12.9999", "٣١/١٢/٩٩٩٩", "//", "31.12.2026", "left", None])

    assert who_says_never(cells).to_list() == [True, True, True, True, False, False, False]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *(("31.12.99", True), ("12/31/99", True), ("99/12/31", True), ("31-DEC-99", True), ("31. Dez. 12", True)),
        *(("31-DEC-12", True), ("31.12.12", False), ("31-DEC-2012", False), ("30-DEC-12", False), ("31-OCT-12", False)),
    ],
)
def test_two_digits_of_a_year_may_be_left_of_never(cell: str, *, expected: bool) -> None:
    """What is cut of 31.12.9999 is any last day of 99; of Oracle's 4712 it has the name of a month."""
    assert who_may_say_never(pl.Series([cell])).to_list() == [expected]


@pytest.mark.parametrize(
    ("cell", "expected"), [("1447-02-07", True), ("١٥/٠٤/١٤٤٨هـ", True), ("2026-02-07", False), ("1447", False)]
)
def test_date_with_a_year_of_another_calendar(cell: str, *, expected: bool) -> None:
    """A date in figures is known by its year, a number alone is none."""
    assert pl.DataFrame({"cell": [cell]}).select(is_of_another_calendar(pl.col("cell"))).item() is expected


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
def test_year_of_ours_is_of_no_other_calendar(cell: str, *, expected: bool) -> None:
    """A date whose year another calendar writes today is told from ours, from text, and from never."""
    assert pl.DataFrame({"cell": [cell]}).select(is_of_another_calendar(pl.col("cell"))).item() is expected
