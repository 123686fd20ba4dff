import polars as pl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.known_lines import LINES, lines_of, whole_name
from keycafe_clean.known_list import read_known
from keycafe_clean.read import read_export

#: name, address
Line = tuple[str | None, str | None]

ONA, BEA, CARL = "ona.reyes@orchard.com", "bea@orchard.com", "carl.ives@old.com"
BARE: list[Line] = [(None, ONA), (None, BEA), (None, CARL)]


def lines(text: str, name: str = "known.txt") -> pl.DataFrame:
    """Get the lines of a list with this text."""
    return lines_of(read_export((name, text.encode())).sources[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ONA};{BEA};{CARL}", BARE),
        (f"{ONA}, {BEA}, {CARL}\n", BARE),
        (f"{ONA} {BEA} {CARL}\n", BARE),
        (f"{ONA}\t{BEA}\t{CARL}\n", BARE),
        (f"{ONA}\n{BEA}\n\n{CARL}\n", BARE),
        (f"{ONA};\n{BEA};\n{CARL};\n", BARE),
        (f"<{ONA}>; <{BEA}>; <mailto:{CARL}>", BARE),
        (f"'{ONA}'; '{BEA}'; {CARL}.", BARE),
        (f"E-Mail\n{ONA}; {BEA}\n{CARL}\n", BARE),
        (f"SMTP:{ONA};smtp:{BEA};smtp:{CARL}", BARE),
        (f'Ona Reyes <{ONA}>; {BEA}; "Ives, Carl" <{CARL}>', [("ona reyes", ONA), (None, BEA), ("carl ives", CARL)]),
        (f'Ona Reyes <{ONA}>, {BEA}, "Ives, Carl" <{CARL}>', [("ona reyes", ONA), (None, BEA), ("carl ives", CARL)]),
        (f"Reyes, Ona <{ONA}>; Ives, Carl <{CARL}>", [("ona reyes", ONA), ("carl ives", CARL)]),
        (f"Reyes, Ona <{ONA}>\nIves, Carl <{CARL}>", [("ona reyes", ONA), ("carl ives", CARL)]),
        (f"Ona Reyes ({ONA})\nCarl Ives [{CARL}]\n", [("ona reyes", ONA), ("carl ives", CARL)]),
        (f"Ona Reyes {ONA}\nCarl Ives\t{CARL}\n", [("ona reyes", ONA), ("carl ives", CARL)]),
        (f"'Ona Reyes' <{ONA}>;Carl Ives<{CARL.upper()}>", [("ona reyes", ONA), ("carl ives", CARL)]),
        ("Ona Reyes\nBea Lund\nCarl Ives\n", [("ona reyes", None), ("bea lund", None), ("carl ives", None)]),
    ],
)
def test_whatever_was_pasted(text: str, expected: list[Line]) -> None:
    """Every address of a line is used, with the name before it, whatever stands between them."""
    assert lines(text).select(whole_name(), "Email Address").rows() == expected


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
        (f"{ONA}\n## end\nbea@\n{BEA}\ntom@example,com\n", (3, 5, 2)),
    ],
)
def test_lines_that_were_not_understood(text: str, rows: tuple[int, ...]) -> None:
    """Lines without address and name, and cells for addresses that hold none, are named, those with an @ first."""
    (file,) = read_known(read_export(("known.csv", text.encode()))).files

    assert file.not_understood == rows


def test_lines_have_their_columns() -> None:
    """Whatever the list, its lines have the same columns."""
    pasted, table = lines(ONA), lines(f"{','.join(IMPORT_COLUMNS)}\nOna,Reyes,{ONA},,,,,\n", "known.csv")

    assert dict(pasted.schema) == dict(table.schema) == dict(LINES)
