from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lines import whole_name
from keycafe_clean.known.lists import read_known

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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reyes, Ona; Lund, Bea; Ives, Carl\n", ["ona reyes", "bea lund", "carl ives"]),
        ("Ona Reyes, Bea Lund, Carl Ives\n", ["ona reyes", "bea lund", "carl ives"]),
        (
            "Ona Reyes, Bea Lund, Carl Ives\nDora Metz, Theo Lis, Jo Ng\n",
            ["ona reyes", "bea lund", "carl ives", "dora metz", "theo lis", "jo ng"],
        ),
        ("Ona Reyes\nLund, Bea\n", ["ona reyes", "bea lund"]),
        ("Ona,Reyes,Lyon\nBea,Lund,Rome\nCarl,Ives,Bonn\n", ["ona reyes", "bea lund", "carl ives"]),
    ],
)
def test_names_between_commas(text: str, names: list[str]) -> None:
    """Several people of one line are all known, and a table without column names stays one."""
    known = read_known(read_known_file(("k.txt", text.encode())))

    assert known.people.select(whole_name()).to_series().to_list() == names


@pytest.mark.parametrize("row", ["Lund, Plato", "Salary, Bea", "Ona Reyes, Bea Lund"])
def test_no_name_is_taken_for_that_of_a_column(row: str) -> None:
    """Where no column name speaks of people every row is one of the list, and none of its cells is dropped."""
    text = f"Reyes, Ona\nIves, Carl\n{row}\nMetz, Dora\nLis, Theo\n"
    known = read_known(read_known_file(("k.txt", text.encode())))

    assert known.people.get_column("list_row").to_list() == [1, 2, 3, 4, 5]
    assert known.people.get_column("list_text").to_list() == text.splitlines()


def test_a_path_is_read(tmp_path: Path) -> None:
    """A list is a path or a name with its bytes; what does not exist is refused as any file is."""
    tmp_path.joinpath("k.txt").write_text("ona@example.com\n", encoding="utf-8")

    assert read_known(read_known_file(tmp_path / "k.txt")).addresses == ("ona@example.com",)
    with pytest.raises(UnreadableExport) as refused:
        read_known_file(tmp_path / "other.txt")
    assert str(refused.value) == f"{tmp_path / 'other.txt'} does not exist. Check the name and the folder."


@pytest.mark.parametrize(
    "text",
    [
        "Subject: Your account\n",
        "Ämne: Keycafe – ni har nu konto\n",
        "Betreff: Name und Konto\n",
        "ni har nu konto\n",
        "Förnamn: Efternamn\n",
        "Name,Email\n",
        "Name;Type\n",
    ],
)
def test_people_above_what_reads_as_column_names(text: str) -> None:
    """Whatever the last line is taken for, the addresses above it are known."""
    known = read_known(read_known_file(("k.txt", f"ona@example.com\nBea Lund <bea@example.com>\n{text}".encode())))

    assert known.addresses == ("ona@example.com", "bea@example.com")


def test_a_person_above_column_names_keeps_the_comma() -> None:
    """A line above the column names of a table is read as it was written."""
    text = "Lund, Bea <bea@example.com>\nName,Email\nOna Reyes,ona@example.com\n"
    people = read_known(read_known_file(("k.csv", text.encode()))).people

    assert people.select(whole_name(), "Email Address", "list_row", "person").rows() == [
        ("bea lund", "bea@example.com", 1, 0),
        ("ona reyes", "ona@example.com", 3, 1),
    ]


def test_a_name_alone_above_column_names() -> None:
    """Without an address a line above the column names may be a title as well: it was not understood."""
    known = read_known(read_known_file(("k.csv", b"Bea Lund\n\nName;Type\nOna Reyes;Full\n")))

    assert known.people.select(whole_name(), "list_row", "list_doubt", "list_text").rows() == [
        (None, 1, "unread", "Bea Lund"),
        ("ona reyes", 4, None, "Ona Reyes, Full"),
    ]


def test_sheet_of_who_was_removed_knows_nobody() -> None:
    """Its lines are read, and whoever stands on one is asked about."""
    known = read_known(read_known_file(("k.xlsx", workbook({"Users": FULL, "Removed": BOXES}))))

    assert [file.people for file in known.files] == [2, 0]
    assert known.people.select("list_text", "list_doubt").rows()[-1] == ("Carl, Ives", "denied")
