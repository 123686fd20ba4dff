"""A text file, parsed."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.budget import FULL, Budget, OverBudgetError
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed
from keycafe_clean.read.text.text_file import parse_text


def parsed(data: bytes, budget: Budget = FULL, encoding: str | None = None, delimiter: str | None = None) -> Parsed:
    """Parse a file."""
    return parse_text(RawFile("hr.csv", data), ReadingOptions(encoding, delimiter), budget)


def test_encoding_and_delimiter_are_found_out() -> None:
    """What nobody has said is found, and told."""
    found = parsed("Vorname;Nachname\nZoë;Müller\n".encode("utf-16"))

    assert (found.encoding, found.delimiter, found.sheet, found.doubts) == ("utf-16-le", ";", None, {})
    assert found.grid.cells.rows() == [("Vorname", "Nachname"), ("Zoë", "Müller")]


def test_what_was_said_is_believed() -> None:
    """Somebody knows better."""
    found = parsed("a|b;c\nZoë|2;3\n".encode("cp1252"), encoding="cp1252", delimiter="pipe")

    assert (found.encoding, found.delimiter) == ("cp1252", "|")
    assert found.grid.cells.row(1) == ("Zoë", "2;3")


def test_an_encoding_told_by_its_words_alone_is_doubted() -> None:
    """The doubt is about the whole file, in words for people."""
    people = "Imię;Nazwisko\nŁukasz;Wójcik\nMałgorzata;Dąbrowska\n"

    assert parsed(people.encode("cp1250")).doubts == {"unsure_encoding": "Windows-1250"}


def test_letters_of_a_second_encoding_are_marked() -> None:
    """The cell has the letter, and the mark its place."""
    found = parsed("Zoë,Zoë,Zoë,Zoë\n".encode() + "Jörg,a,b,c\n".encode("cp1252"))

    assert found.grid.cells.item(1, 0) == "Jörg"
    assert found.grid.annotations.rows() == [(2, 0, "other_encoding", "Jörg")]


def test_what_is_no_text_is_said() -> None:
    """Bytes of something else are no table."""
    with pytest.raises(UnreadableExport) as told:
        parsed(bytes(range(32)) * 100)

    assert str(told.value) == "hr.csv is no text and no workbook. Export it again as CSV or as a workbook."


def test_the_budget_is_that_of_the_call() -> None:
    """What may be read here is less than what may be read at all."""
    with pytest.raises(OverBudgetError):
        parsed(b"a,b,c\n1,2,3\n", Budget(columns=2))


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"a,b\n1,2\n\x1a", 2),
        (b"a,b\n1,2\x1a", 2),
        (b"a,b\n1,2\n\x1a\x1a\0\0\r\n", 2),
        (b"a,b\r\n1,2\r\n\x1aa,b\r\n3,4\r\n\x1a", 4),
        (b"a,b\n1,2\n", 2),
    ],
)
def test_the_sign_of_the_end_is_no_row(data: bytes, rows: int) -> None:
    """DOS writes it behind the last line; two files that were joined have it in the middle."""
    cells = parsed(data).grid.cells

    assert (cells.height, cells.item(0, 0), cells.item(-1, 1)) == (rows, "a", str(rows))


def test_the_sign_of_the_end_within_a_line_is_a_letter() -> None:
    """Nothing is taken out of a cell."""
    assert parsed(b"a,b\n1\x1a,2\n").grid.cells.item(1, 0) == "1\x1a"
