from io import BytesIO

import polars as pl
import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lines import PEOPLE, lines_of, whole_name
from keycafe_clean.known.lists import read_known
from keycafe_clean.read import read_export

ONA, BEA, CARL = "ona.reyes@orchard.com", "bea@orchard.com", "carl.ives@old.com"


def lines(text: str, name: str = "known.txt") -> pl.DataFrame:
    """Get the lines of a list with this text."""
    return lines_of(read_export((name, text.encode())).sources[0])


@pytest.mark.parametrize(
    "cell",
    [
        f"{ONA};{BEA}",
        f"{ONA}, {BEA}",
        f"{ONA} {BEA}",
        f"{ONA} / {BEA}",
        f"{ONA}\n{BEA}",
        f"SMTP:{ONA};smtp:{BEA}",
        f"Ona Reyes <{ONA}>; {BEA}",
    ],
)
def test_several_addresses_in_a_cell_are_one_person(cell: str) -> None:
    """Each address of a cell is a line of the same person."""
    found = lines(f'Name,E-Mail\nOna Reyes,"{cell}"\nCarl Ives,{CARL}\n', "known.csv")

    assert found.select(whole_name(), "Email Address", "person").rows() == [
        ("ona reyes", ONA, 0),
        ("ona reyes", BEA, 0),
        ("carl ives", CARL, 1),
    ]


def test_addresses_in_several_columns_are_one_person() -> None:
    """Another column of the person's own addresses counts; the manager's does not."""
    found = lines(f"Name,E-Mail,Aliases,Manager E-mail\nOna Reyes,{ONA},{BEA},{CARL}\n", "known.csv")

    assert found.get_column("Email Address").to_list() == [ONA, BEA]


def test_number_and_first_day_are_kept() -> None:
    """A sure column of employee numbers, and one of first days as YYYY-MM-DD, come with the people."""
    found = lines(f"Employee ID,Name,E-Mail,Hire Date\n17,Ona Reyes,{ONA},31.01.2020\n18,Dora Metz,,01.02.2021\n")

    assert found.select("employee_id", "start_date", "Email Address").rows() == [
        ("17", "2020-01-31", ONA),
        ("18", "2021-02-01", None),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"{ONA}\n{BEA}\n", ()),
        (f"{ONA}\ncall us back\n{BEA}\n\nBest regards\n", (2, 5)),
        (f"Name,E-Mail\nOna Reyes,{ONA}\nBea Lund,on leave\n", (3,)),
        (f"{ONA}\n## end\nbea@\n{BEA}\ntom@example,com\n", (2, 3, 5)),
    ],
)
def test_lines_that_were_not_understood(text: str, rows: tuple[int, ...]) -> None:
    """Lines without address and name, and cells for addresses that hold none, are named in the order of the list."""
    (file,) = read_known(read_export(("known.csv", text.encode()))).files

    assert file.not_understood == rows


def test_lines_have_their_columns() -> None:
    """Whatever the list, its lines have the same columns."""
    pasted, table = lines(ONA), lines(f"{','.join(IMPORT_COLUMNS)}\nOna,Reyes,{ONA},,,,,\n", "known.csv")

    assert dict(pasted.schema) == dict(table.schema) == dict(PEOPLE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Name\nReyes, Ona\nLund, Bea\nCarl Ives\n", ["ona reyes", "bea lund", "carl ives"]),
        ("Name\nOna Reyes\nBea Lund\n", ["ona reyes", "bea lund"]),
        ("Name,E-Mail\nReyes, Ona,ona@orchard.com\nBea Lund,bea@orchard.com\n", ["ona reyes", "bea lund"]),
        ("First Name,Last Name\nOna,Reyes\nBea,Lund\n", ["ona reyes", "bea lund"]),
        ("Nr,Name,Site,Key\n7,Ona Reyes,Paris,A\n8,Bea Lund,Rome,B,extra\n", ["ona reyes", "bea lund"]),
    ],
)
def test_names_are_not_cut_at_their_commas(text: str, names: list[str]) -> None:
    """Under names and addresses alone, cells that have no column are the other half of a name."""
    assert lines(text, "known.csv").select(whole_name()).to_series().to_list() == names


@pytest.mark.parametrize("cell", ["not yet", "No account", "noch nicht", "pas de compte", "尚未"])
def test_a_cell_that_denies(cell: str) -> None:
    """Of whom a table says that there is no account, neither name nor address is known."""
    found = lines(f"Name;E-Mail;Keycafe\nOna Reyes;{ONA};yes\nBea Lund;{BEA};{cell}\n", "known.csv")

    assert found.select(whole_name(), "Email Address", "list_row", "list_text", "list_doubt").rows() == [
        ("ona reyes", ONA, 2, f"Ona Reyes, {ONA}, yes", None),
        (None, None, 3, f"Bea Lund, {BEA}, {cell}", "denied"),
    ]


def test_a_missing_cell_denies_nothing() -> None:
    """What is missing in a table is another cell as often as an account."""
    found = lines(f"Name;E-Mail;Badge\nOna Reyes;{ONA};missing\n", "known.csv")

    assert found.get_column("list_doubt").to_list() == [None]


@pytest.mark.parametrize(
    "state",
    [
        "Not yet invited",
        "Deleted",
        "REMOVED",
        "Gelöscht",
        "Eliminada",
        "Pas encore invité",
        "Supprimé",
        "Usunięty",
        "удалён",
        "삭제됨",
        "removed 03/2026",
        "Verwijderd op 14-10-2026",
    ],
)
def test_a_state_in_a_table_may_deny_an_account(state: str) -> None:
    """Nobody is known by a line whose state says that there is no account, or none any more."""
    found = lines(f"Name,E-Mail,Status\nOna Reyes,{ONA},Active\nBea Lund,{BEA},{state}\n", "known.csv")

    assert found.select("Email Address", "list_doubt").rows() == [(ONA, None), (None, "denied")]


@pytest.mark.parametrize(
    "state", ["Active", "Invited", "Invitation sent", "No", "Member", "Invitation envoyée", "Inactive"]
)
def test_other_states_of_a_table_deny_nothing(state: str) -> None:
    """Whoever is invited is known, and a no may answer anything."""
    found = lines(f"Name,E-Mail,Status\nOna Reyes,{ONA},Active\nBea Lund,{BEA},{state}\n", "known.csv")

    assert found.get_column("list_doubt").to_list() == [None, None]


def listed(text: str) -> pl.DataFrame:
    """Get the lines of a list with this text, read as a list is."""
    return lines_of(read_known_file(("known.txt", text.encode())).sources[0])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ona Reyes; Bea Lund; Carl Ives\n", ["ona reyes", "bea lund", "carl ives"]),
        ("Ona Reyes\tBea Lund\nCarl Ives\tDora Metz\n", ["ona reyes", "bea lund", "carl ives", "dora metz"]),
        ("Ona Reyes;Bea Lund\nCarl Ives\n", ["ona reyes", "bea lund", "carl ives"]),
        ("Ona Reyes|Bea Lund\nCarl Ives|Dora Metz\n", ["ona reyes", "bea lund", "carl ives", "dora metz"]),
    ],
)
def test_every_cell_that_is_a_name_is_a_person(text: str, names: list[str]) -> None:
    """Without names of columns, several names on a line are several people, whatever parts them."""
    assert listed(text).select(whole_name()).to_series().to_list() == names


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Sanz Gil;Ana Luz\n", [("Sanz Gil, Ana Luz", "unsure"), ("Sanz Gil, Ana Luz", "unsure")]),
        ("Ona Reyes;Bea Lund\nCarl Ives;x12\n", [("Ona Reyes, Bea Lund", "unsure"), ("Carl Ives, x12", None)]),
        ("Name;Key\nOna Reyes;Old Gate\nCarl Ives;x12\n", [("Ona Reyes, Old Gate", None), ("Carl Ives, x12", None)]),
    ],
)
def test_two_names_on_a_line_may_be_one(text: str, doubts: list[tuple[str, str | None]]) -> None:
    """Without names of columns a second name of a line may be the first one's other half, or somebody else's."""
    assert listed(text).select("list_text", "list_doubt").rows() == doubts


def test_a_state_beside_the_day_of_a_person() -> None:
    """A column of first days may say that somebody was removed."""
    found = lines(f"Name,E-Mail,Since\nOna Reyes,{ONA},02/2025\nBea Lund,{BEA},removed 03/2026\n", "known.csv")

    assert found.select("Email Address", "list_doubt").rows() == [(ONA, None), (None, "denied")]


def test_brackets_come_off_a_name_that_is_not_cut() -> None:
    """Whether or not a name can be cut, it is compared without what stands around it."""
    found = lines(f"Name,E-Mail\nDE LUCA FRANCO (EXT),{ONA}\nBea Lund [Guest],{BEA}\n", "known.csv")

    assert found.get_column("full_name").to_list() == ["DE LUCA FRANCO", "Bea Lund"]


def struck(*cells: str) -> bytes:
    """Get a workbook of two people, these cells struck through."""
    book, stream = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (["Name", "E-Mail"], ["Ona Reyes", ONA], ["Bea Lund", BEA]):
        sheet.append(row)
    for cell in cells:
        sheet[cell].font = Font(strike=True)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("cells", [("A3", "B3"), ("A3",)])
def test_a_line_that_is_struck_through(cells: tuple[str, ...]) -> None:
    """Of whom a workbook has the row or a cell struck through, it may be that there is no account any more."""
    found = lines_of(read_known_file(("known.xlsx", struck(*cells))).sources[0])

    assert found.select("Email Address", "list_text", "list_doubt").rows() == [
        (ONA, f"Ona Reyes, {ONA}", None),
        (None, f"Bea Lund, {BEA}", "denied"),
    ]


def test_a_page_that_was_copied_cell_by_cell() -> None:
    """Where all cells stand under one of several column names, they are read as pasted."""
    found = listed(f"Nombre\tTipo\tEstado\nOR\nOna Reyes\n{ONA}\nUsuario completo\nAceptado\nBea Lund\nActivo\n")

    somebody = found.filter(pl.col("list_doubt").is_null())
    assert somebody.select(whole_name(), "Email Address").rows() == [("ona reyes", ONA), ("bea lund", None)]


@pytest.mark.parametrize(
    ("header", "cell", "doubt"),
    [
        ("Removed on", "2025-03-02", "denied"),
        ("Gelöscht am", "02.03.2025", "denied"),
        ("Deleted", "yes", "denied"),
        ("Deleted", "no", None),
        ("Removed on", "", None),
        ("Removed on", "n/a", None),
        ("Added on", "2025-03-02", None),
    ],
)
def test_column_that_says_who_was_removed(header: str, cell: str, doubt: str | None) -> None:
    """A day or a yes below such a name denies, and a blank or a no does not."""
    found = lines(f"Name;E-Mail;{header}\nOna Reyes;{ONA};\nBea Lund;{BEA};{cell}\n", "known.csv")

    assert found.get_column("list_doubt").to_list() == [None, doubt]


def test_title_above_a_table_that_says_who_was_removed() -> None:
    """Everybody below it is in doubt."""
    found = lines(f"Deleted users\nName;E-Mail\nOna Reyes;{ONA}\nBea Lund;{BEA}\n", "known.csv")

    assert found.filter(found["list_row"] > 2).get_column("list_doubt").to_list() == ["denied", "denied"]


def test_address_under_a_name() -> None:
    """A link that leads to an address is the person's, where no cell says it."""
    book, stream = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (["Name", "Role"], ["Ona Reyes", "member"], ["Bea Lund", "member"]):
        sheet.append(row)
    sheet["A2"].hyperlink = f"mailto:{ONA}"
    book.save(stream)

    found = lines_of(read_known_file(("known.xlsx", stream.getvalue())).sources[0])

    assert found.select(whole_name(), "Email Address").rows() == [("ona reyes", ONA), ("bea lund", None)]


def test_heading_of_names_is_nobody() -> None:
    """A list of names alone may begin with who they are."""
    found = lines_of(read_known_file(("known.txt", b"SmartBox-Nutzer\nOna Reyes\nBea Lund\n")).sources[0])

    assert found.select(whole_name(), "list_doubt").rows() == [
        (None, "unread"),
        ("ona reyes", None),
        ("bea lund", None),
    ]
