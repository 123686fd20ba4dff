from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.known_files import read_known_file
from keycafe_clean.known_lines import whole_name
from keycafe_clean.known_list import read_known

Rows = list[list[str | None]]

FULL: Rows = [["Name", "E-Mail"], ["Ona Reyes", "ona@example.com"], ["Bea Lund", "bea@example.com"]]
BOXES: Rows = [["First name", "Last name"], ["Carl", "Ives"]]
NAMES: Rows = [["Carl Ives"], ["Metz, Dora"]]
LEGEND: Rows = [["role", "what it is"], ["member", "opens boxes"], ["admin", "adds people"]]


def workbook(sheets: dict[str, Rows], hidden: str | None = None) -> bytes:
    """Get a workbook with these sheets, one of them perhaps hidden."""
    book, stream = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("sheets", "hidden", "files", "not_read"),
    [
        ({"Users": FULL}, None, ["k.xlsx"], [()]),
        ({"Users": FULL, "Boxes": BOXES}, None, ["k.xlsx, sheet 'Users'", "k.xlsx, sheet 'Boxes'"], [(), ()]),
        ({"Users": FULL, "Notes": NAMES}, None, ["k.xlsx, sheet 'Users'", "k.xlsx, sheet 'Notes'"], [(), ()]),
        ({"Users": FULL, "Roles": LEGEND}, None, ["k.xlsx"], [("Roles",)]),
        ({"Users": FULL, "Boxes": BOXES}, "Boxes", ["k.xlsx"], [("Boxes",)]),
        ({"Users": FULL, "Former": BOXES}, None, ["k.xlsx"], [("Former",)]),
        ({"Users": FULL, "Sheet2": []}, None, ["k.xlsx"], [()]),
    ],
)
def test_sheets_of_a_list(
    sheets: dict[str, Rows], hidden: str | None, files: list[str], not_read: list[tuple[str, ...]]
) -> None:
    """Every sheet of today that holds people is read, and those that are not are named."""
    known = read_known(read_known_file(("k.xlsx", workbook(sheets, hidden))))

    assert [file.file for file in known.files] == files
    assert [file.not_read for file in known.files] == not_read


def test_people_of_all_sheets_are_known() -> None:
    """Whoever stands on a second sheet is known as on the first, with the sheet and row."""
    known = read_known(read_known_file(("k.xlsx", workbook({"Users": FULL, "Boxes": BOXES}))))

    assert known.people.select(whole_name(), "list_file", "list_row").rows() == [
        ("ona reyes", "k.xlsx, sheet 'Users'", 2),
        ("bea lund", "k.xlsx, sheet 'Users'", 3),
        ("carl ives", "k.xlsx, sheet 'Boxes'", 2),
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", workbook({"Users": []}), b"Name,E-Mail\n"])
def test_a_file_with_nobody_in_it(data: bytes) -> None:
    """Whatever kind it is, it is a list of nobody, and no mistake."""
    (file,) = read_known(read_known_file(("k.txt", data))).files

    assert (file.file, file.people, file.not_understood) == ("k.txt", 0, ())


def test_a_path_is_read(tmp_path: Path) -> None:
    """A list is a path or a name with its bytes; what does not exist is refused as any file is."""
    tmp_path.joinpath("k.txt").write_text("ona@example.com\n", encoding="utf-8")

    assert read_known(read_known_file(tmp_path / "k.txt")).addresses == ("ona@example.com",)
    with pytest.raises(UnreadableExport, match="does not exist"):
        read_known_file(tmp_path / "other.txt")
