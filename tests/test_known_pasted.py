import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.known_lines import lines_of, whole_name
from keycafe_clean.known_pasted import denying, has_header, headers_written, pasted, plain, texts_of, tidy_address
from keycafe_clean.read import read_export

#: name, address
Line = tuple[str | None, str | None]

ONA, BEA, CARL = "ona.reyes@orchard.com", "bea@orchard.com", "carl.ives@old.com"
BARE: list[Line] = [(None, ONA), (None, BEA), (None, CARL)]
NAMES: list[Line] = [("ona reyes", None), ("bea lund", None), ("carl ives", None)]


def source(text: str) -> Source:
    """Get a list with this text as it is read."""
    return read_export(("known.txt", text.encode())).sources[0]


def lines(text: str) -> pl.DataFrame:
    """Get the lines of a list with this text."""
    return lines_of(source(text))


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
        (f"1. Ona Reyes - {ONA}\n2) {BEA}\n- mailto:{CARL}\n", [("ona reyes", ONA), (None, BEA), (None, CARL)]),
        (f"Ona Reyes {ONA} (front desk)\n{BEA}\n", [("ona reyes", ONA), (None, BEA)]),
        ("Ona Reyes\nBea Lund\nCarl Ives\n", NAMES),
        ("ona reyes\nbea lund\ncarl ives\n", NAMES),
    ],
)
def test_whatever_was_pasted(text: str, expected: list[Line]) -> None:
    """Every address of a line is used, with the name before it, whatever stands between them."""
    assert lines(text).select(whole_name(), "Email Address").rows() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ona Reyes <{ONA}>\nLUND Bea\nIves, Carl\n", [("ona reyes", ONA), ("lund bea", None), ("carl ives", None)]),
        (f"Ona Reyes <{ONA}>; LUND Bea; <{CARL}>", [("ona reyes", ONA), ("lund bea", None), (None, CARL)]),
        (f"Ona Reyes <{ONA}>, Bea Lund, Carl Ives", [("ona reyes", ONA), ("bea lund", None), ("carl ives", None)]),
        (f"{ONA}; {CARL}; Lund, Bea", [(None, ONA), (None, CARL), ("bea lund", None)]),
        ("Reyes, Ona; Lund, Bea; Ives, Carl", NAMES),
        ("Ona Reyes, Bea Lund, Carl Ives", NAMES),
        ("Reyes, Ona\nDr. Lund, Bea\nCarl Ives\n", NAMES),
        ("Users in Lyon\n\nReyes, Ona\nvon Lund, Bea\n", [(None, None), ("ona reyes", None), ("bea von lund", None)]),
        ("Reyes, O.\nBea Lund\nJo-Ann O’Neil\n", [("o. reyes", None), ("bea lund", None), ("jo-ann o'neil", None)]),
        ("Who has a key\n佐藤健\nKim Lee\n", [(None, None), ("佐藤健", None), ("kim lee", None)]),
    ],
)
def test_names_without_an_address(text: str, expected: list[Line]) -> None:
    """Whoever stands in a list with a name alone is one of its people, beside addresses too; titles are nobody."""
    assert lines(text).select(whole_name().str.replace("’", "'"), "Email Address").rows() == expected


@pytest.mark.parametrize(
    "text", ["Best regards", "call us back", "Tel. 020 555", "???", "ona@", "Ona", "Stand: 12.11."]
)
def test_what_is_no_name(text: str) -> None:
    """Words in small letters, single words, numbers and signs are nobody's name beside addresses."""
    assert lines(f"{CARL}\n{text}\n").select("full_name", "list_row", "list_text", "list_doubt").rows()[1:] == [
        (None, 2, text, "unread")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Not yet: Bea Lund <{BEA}>", ["denied"]),
        (f"{BEA} (no account)", ["denied"]),
        (f"noch nicht {BEA}", ["denied"]),
        (f"Pas encore : {BEA}", ["denied"]),
        (f"doesn’t have one: {BEA}", ["denied"]),
        (f"Still missing:\n{BEA}\n\n{CARL}", ["denied", "denied", "denied"]),
        (f"Still missing:\n{BEA}\nIn Keycafe:\n{CARL}", ["denied", "denied", "unread", None]),
        (f"I have not heard of the others.\n{BEA}", ["denied", None]),
        (f"not.yet@orchard.com\n{BEA}", [None, None]),
    ],
)
def test_lines_that_deny(text: str, expected: list[str | None]) -> None:
    """Words that deny count for their line, or as a heading for all below it up to the next one."""
    found = lines(f"{ONA}\n{text}\n").filter(pl.col("list_row") > 1)

    assert found.get_column("list_doubt").to_list() == expected
    assert found.filter(list_doubt="denied").select(pl.col("Email Address", "full_name").count()).row(0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Ona Reyes, Bea Lund, Carl Ives <{CARL}>", "carl ives"),
        (f"Ona Reyes, Bea Lund, Ives, Carl <{CARL}>", "carl ives"),
        (f"Ona Reyes, Carl Ives <{CARL}>", "carl ives ona reyes"),
        ("Lund Reyes, Ona Maria", "ona maria lund reyes"),
        ("Reyes, Ona, Front Office", "reyes,ona,front office"),
    ],
)
def test_commas_that_part_names_or_people(text: str, name: str) -> None:
    """Where commas may part people as well as names, the line is in doubt."""
    assert lines(text).select(whole_name(), "list_doubt").rows() == [(name, "unsure")]


def test_lines_are_numbered_as_in_the_file() -> None:
    """Title lines and blank ones count; a row of column names that are none is a line, and made names are not in it."""
    read = source("Key users in Lyon\n\nReyes, Ona\nBea Lund\n")

    assert texts_of(read).select("list_row", "text").rows() == [
        (1, "Key users in Lyon"),
        (3, "Reyes, Ona"),
        (4, "Bea Lund"),
    ]
    assert pasted(read).select("list_row", "name", "person").rows() == [
        (1, None, 0),
        (3, "Reyes, Ona", 1),
        (4, "Bea Lund", 2),
    ]


@pytest.mark.parametrize(("text", "is_so"), [("Name,Site\nOna,Rome\n", True), ("Ona Reyes\nBea Lund\n", False)])
def test_a_header_has_a_name_that_is_known(text: str, *, is_so: bool) -> None:
    """A list whose first row names no column begins with its first person."""
    assert has_header(source(text)) is is_so


def test_headers_that_stand_in_the_file() -> None:
    """The name of a column that only some rows reach is ours."""
    assert headers_written(source("Name\nReyes, Ona\nBea Lund\n")) == ("Name",)


@pytest.mark.parametrize(("cell", "address"), [("'Ona@Orchard.com'.", "ona@orchard.com"), ("'.", None), (None, None)])
def test_an_address_is_tidied(cell: str | None, address: str | None) -> None:
    """Quote marks and dots around it, and capitals, are no part of an address."""
    assert (
        pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String}).select(tidy_address(pl.col("cell"))).item()
        == address
    )


@pytest.mark.parametrize(("text", "denies"), [("Pas à inviter", True), ("Hasn’t any", True), ("noted", False)])
def test_words_that_deny(text: str, *, denies: bool) -> None:
    """They are compared without accents and by whole words."""
    cell = pl.DataFrame({"cell": [text]})

    assert cell.select(plain(pl.col("cell")).str.contains(denying("denies"))).item() is denies


@pytest.mark.parametrize("entry", ["DL-Kitchen-West", "Early Shift Team", "Alle Bäcker", "Meeting Room Oslo"])
def test_a_group_is_nobody(entry: str) -> None:
    """A group without an address is a line that was not understood, shown by its own words."""
    source = read_export(("known.txt", f"Ona Reyes <ona@orchard.com>; {entry}; Bea Lund".encode())).sources[0]

    assert pasted(source).select("name", "list_doubt").rows() == [
        ("Ona Reyes", None),
        (None, "unread"),
        ("Bea Lund", None),
    ]
    assert pasted(source).get_column("list_text").to_list()[1] == entry
