from contextlib import nullcontext

import pytest

from keycafe_clean.mock.file_rows import ImportRow, read_import_file
from keycafe_clean.mock.policy import MockPolicy
from keycafe_clean.mock.refusals import Refusal
from keycafe_clean.mock.row_checks import FIELDS
from tests.mock.files import FULL, HEADER, SMARTBOX, file_of

NAMES = ", ".join(FIELDS)
SEMICOLONS = file_of(FULL).replace(b",", b";")
BACKWARDS = ",".join(reversed(FIELDS))


def rows_of(content: bytes, policy: MockPolicy | None = None) -> list[ImportRow]:
    """Get the people of a file."""
    return read_import_file(content, policy or MockPolicy()).rows()


def test_read_import_file() -> None:
    """Each person has the row that a spreadsheet shows, and all eight cells."""
    rows = rows_of(file_of(FULL, "", SMARTBOX))

    assert [(row.row, row.cells["First Name"], row.cells["Badge Code"]) for row in rows] == [
        (2, "Ann", ""),
        (4, "Bo", ""),
    ]
    assert list(rows[0].cells) == list(FIELDS)


def test_read_import_file_when_lines_end_otherwise() -> None:
    """LF is as good as CRLF, and the last line may go without."""
    content = file_of(FULL, SMARTBOX).replace(b"\r\n", b"\n").rstrip()

    assert len(rows_of(content)) == 2


def test_read_import_file_when_cells_are_quoted() -> None:
    """A quoted cell holds commas and line breaks, and is one row."""
    rows = rows_of(file_of('"A, ""x""\nB",Lee,,false,false,true,,true', SMARTBOX))

    assert [(row.row, row.cells["First Name"]) for row in rows] == [(2, 'A, "x"\nB'), (3, "Bo")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", f"The file is empty. Its first row must be the header: {NAMES}."),
        (b"\r\n\r\n", f"The file is empty. Its first row must be the header: {NAMES}."),
        (b"Name,E-mail\r\n", f"The first row is not the header of an import. It must be: {NAMES}."),
        (file_of().lower(), f"The first row is not the header of an import. It must be: {NAMES}."),
        (SEMICOLONS, f"The first row is not the header of an import. It must be: {NAMES}."),
        (
            HEADER.removesuffix(",Badge Code,Generate Access Code").encode(),
            f"The header has no Badge Code, Generate Access Code. It must be: {NAMES}.",
        ),
        (f"{HEADER},Team".encode(), f"The header has a column that is not a field of an import. It must be: {NAMES}."),
        (f"{HEADER},Last Name".encode(), f"The header has a field twice. It must be: {NAMES}."),
        (BACKWARDS.encode(), f"The fields of the header are in another order. It must be: {NAMES}."),
        (b"\xef\xbb\xbf" + file_of(FULL), "The file begins with a byte order mark. Save it as UTF-8 without one."),
        (
            file_of("J\xf6rg").decode().encode("cp1252"),
            "The file is not UTF-8: byte 0xF6 at offset 118. Save it as CSV in UTF-8.",
        ),
        (file_of("A\0"), "The file holds NUL characters, which no CSV file has. Save it as CSV in UTF-8."),
        (file_of(FULL, "Bo,Ek"), "Row 3 has 2 cells and the header 8. Check its commas and quotes."),
        (file_of("Bo"), "Row 2 has 1 cell and the header 8. Check its commas and quotes."),
        (
            file_of('"Bo"x,Ek'),
            "Row 2 cannot be read as CSV. Check its quotation marks: each opening one needs a closing one.",
        ),
        (
            file_of('"Bo' + "x" * 10_000 + '"'),
            "Row 2 is longer than 10,000 characters. Check its quotation marks: each opening one needs a closing one.",
        ),
    ],
)
def test_read_import_file_when_it_is_no_import_file(content: bytes, sentence: str) -> None:
    """What is no import file is refused in one sentence that says what to do."""
    with pytest.raises(Refusal) as refused:
        rows_of(content)

    assert (refused.value.status, refused.value.message) == (400, sentence)


@pytest.mark.parametrize(
    ("settings", "content"),
    [
        ({"header": "lenient"}, f" {BACKWARDS.upper()}\r\n".encode() + b"true,,false,true,true,a@example.com,Lee,Ann"),
        ({"header_required": False}, FULL.encode()),
        ({"extra_columns": "ignore"}, f"{HEADER},Team\r\n{FULL},HR".encode()),
        ({"missing_columns": "blank"}, b"First Name\r\nAnn"),
        ({"delimiter": "any"}, SEMICOLONS),
        ({"byte_order_mark": "ignore"}, b"\xef\xbb\xbf" + file_of(FULL)),
        ({"encoding": "utf-8 or cp1252"}, file_of(FULL, "J\xf6rg,Ek,,,,,,").decode().encode("cp1252")),
    ],
)
def test_read_import_file_when_the_policy_is_lenient(settings: dict[str, object], content: bytes) -> None:
    """Each strictness about the file can be switched off, one by one."""
    assert rows_of(content, MockPolicy.model_validate(settings))[0].cells["First Name"] == "Ann"


def test_read_import_file_when_two_headers_differ_in_case_only() -> None:
    """Under the policy lenient, a field twice is still twice."""
    with pytest.raises(Refusal):
        rows_of(f"{HEADER},first name".encode(), MockPolicy(header="lenient"))


@pytest.mark.parametrize(("characters", "is_read"), [(9_999, True), (10_000, True), (10_001, False)])
def test_a_row_may_have_ten_thousand_characters(characters: int, *, is_read: bool) -> None:
    """Its cells together; one character more is an unclosed quotation mark rather than a person."""
    cells = "Bo,Ek,,false,false,true,,true"
    padding = "x" * (characters - len(cells.replace(",", "")))

    with nullcontext() if is_read else pytest.raises(Refusal):
        assert len(rows_of(file_of(f"{padding}{cells}"))) == 1
