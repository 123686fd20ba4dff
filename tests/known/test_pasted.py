import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.known.denials import denies
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lines import lines_of, whole_name
from keycafe_clean.known.pasted import pasted, tidy_address
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

    assert pasted(read).select("list_row", "name", "person").rows() == [
        (1, None, 0),
        (3, "Reyes, Ona", 1),
        (4, "Bea Lund", 2),
    ]


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("'Ona@Orchard.com'.", "ona@orchard.com"),
        ("ona_reyes_old.com#EXT#@orchard.onmicrosoft.com", "ona_reyes@old.com"),
        ("'.", None),
        (None, None),
    ],
)
def test_an_address_is_tidied(cell: str | None, address: str | None) -> None:
    """Quote marks and dots around it, and capitals, are no part of an address."""
    assert (
        pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String}).select(tidy_address(pl.col("cell"))).item()
        == address
    )


@pytest.mark.parametrize(("text", "expected"), [("Pas à inviter", True), ("Hasn’t any", True), ("noted", False)])
def test_words_that_deny(text: str, *, expected: bool) -> None:
    """They are compared without accents and by whole words."""
    cell = pl.DataFrame({"cell": [text]})

    assert cell.select(denies(pl.col("cell"), "denies")).item() is expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Cc: Reyes, Ona; {CARL}\n", [("ona reyes", None), (None, CARL)]),
        (f"An: Reyes, Ona <{ONA}>; Lund, Bea\n", [("ona reyes", ONA), ("bea lund", None)]),
        (f"To: Ona Reyes; Bea Lund; {CARL}\n", [("ona reyes", None), ("bea lund", None), (None, CARL)]),
        ("À : Ona Reyes; Bea Lund; Carl Ives\n", NAMES),
        ("Von: Ona Reyes\nAn: Bea Lund; Carl Ives\n", NAMES),
        (f"Till: Ona Reyes <{ONA}> Kopia: Carl Ives <{CARL}>\n", [("ona reyes", ONA), ("carl ives", CARL)]),
        (f"To:\n{ONA}\nBcc:\n{BEA}\n", [(None, ONA), (None, BEA)]),
    ],
)
def test_labels_of_a_mail_are_no_names(text: str, expected: list[Line]) -> None:
    """What a mail writes before its people belongs to nobody, and is nothing that was not understood."""
    assert lines(text).select(whole_name(), "Email Address").rows() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Reyes, Ona; {CARL}\n", [("ona reyes", None), (None, CARL)]),
        (f"Ona Reyes; {CARL}\n", [("ona reyes", None), (None, CARL)]),
        (f"Reyes, Ona; {ONA}\n", [("ona reyes", ONA)]),
        ("Ona Reyes; desk7@orchard.com\n", [("ona reyes", "desk7@orchard.com")]),
        (f"Reyes\tOna\t{ONA}\nLund\tBea\t{BEA}\n", [("ona reyes", ONA), ("bea lund", BEA)]),
    ],
)
def test_whose_the_only_address_of_a_line_is(text: str, expected: list[Line]) -> None:
    """A name beside the only address has it, unless the address is made of quite other names."""
    assert lines(text).select(whole_name(), "Email Address").rows() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ona Reyes\n{ONA}\nFull User\nCarl Ives\nives@old.com\n",
            [("ona reyes", ONA), ("carl ives", "ives@old.com")],
        ),
        (f"Bea Lund\n{ONA}\n", [("bea lund", None), (None, ONA)]),
        (f"Bea Lund\nOna Reyes\n{ONA}\n{CARL}\n", [("bea lund", None), ("ona reyes", ONA), (None, CARL)]),
        (f"Not yet:\nOna Reyes\n{ONA}\n", []),
    ],
)
def test_a_name_on_the_line_above_its_address(text: str, expected: list[Line]) -> None:
    """A copied page has a person's name and address below one another; an address of other names is another's."""
    found = lines(text).filter(pl.col("list_doubt").is_null())

    assert found.select(whole_name(), "Email Address").rows() == expected


@pytest.mark.parametrize("text", ["Add User", "Full User", "SmartBox Users"])
def test_words_of_the_users_page_are_nobody(text: str) -> None:
    """What Keycafe's page of users says beside people is a line that was not understood."""
    assert lines(f"Ona Reyes\n{CARL}\n{text}\n").select(whole_name(), "list_doubt").rows()[-1] == (None, "unread")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (f"Ona Reyes <{ONA}>; the two from Lyon; {CARL}", "the two from Lyon"),
        (f"{ONA}; bea lund; {CARL}", "bea lund"),
        (f"Keys 7: Bea Lund; {ONA}; {CARL}", "Keys 7: Bea Lund"),
        (f"{ONA}\nthe two from Lyon (ask Bea)\n", "the two from Lyon (ask Bea)"),
    ],
)
def test_a_piece_that_was_not_understood(text: str, lost: str) -> None:
    """What is neither name nor address between people is said by its own words."""
    assert lines(text).filter(list_doubt="unread").get_column("list_text").to_list() == [lost]


@pytest.mark.parametrize("text", [f"{ONA} and {BEA} or {CARL}", f"{ONA} - {BEA} / {CARL}"])
def test_small_words_between_addresses_say_nothing(text: str) -> None:
    """A single word in small letters between addresses is nobody."""
    assert lines(text).get_column("list_doubt").to_list() == [None] * 3


def test_words_beside_an_address_that_are_no_name() -> None:
    """The address is used; who is named among the words is in doubt."""
    listed = read_known_file(("known.txt", f"Ona Reyes (2nd floor), desk 7: {CARL}\n".encode())).sources[0]

    assert lines_of(listed).select(whole_name(), "Email Address", "list_doubt").rows() == [(None, CARL, "unsure")]


def listed(text: str) -> pl.DataFrame:
    """Get the lines of a list with this text, read as a list is."""
    return lines_of(read_known_file(("known.txt", text.encode())).sources[0])


@pytest.mark.parametrize(
    "text",
    [
        f"Bea Lund <{BEA}> - verwijderd 14-10-2026",
        f"Bea Lund <{BEA}> - removed 14-10-2026",
        f"Bea Lund <{BEA}> removed on 14.10.2026",
        f"{BEA} Deleted",
        f"{BEA} (deleted)",
        f"Bea Lund, {BEA}, gelöscht",
        "Bea Lund - entfernt 03/2026",
        f"Removed:\n{BEA}",
    ],
)
def test_words_of_removal_deny(text: str) -> None:
    """Behind an address, between signs or with a day they say that there is no account any more."""
    assert listed(f"{ONA}\n{text}\n").select("Email Address", "list_doubt").rows()[-1] == (None, "denied")


@pytest.mark.parametrize("text", [f"Bea Lund <{BEA}> - pas 12", f"{BEA} removed-keys", f"cancelled.key@{BEA[4:]}"])
def test_other_remarks_deny_nothing(text: str) -> None:
    """A remark of other words is none of removal, nor is a part of an address."""
    assert listed(f"{ONA}\n{text}\n").get_column("Email Address").null_count() == 0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ona.reyes at orchard.com", ONA),
        ("ona.reyes[at]orchard.com", ONA),
        ("ona.reyes (at) orchard.com", ONA),
        ("Ona Reyes: ona.reyes AT orchard.com", ONA),
        ("bea at orchard.com", BEA),
        ("Bea Lund at orchard.com", None),
        ("we met at orchard.com", None),
    ],
)
def test_an_at_sign_that_was_spelled(text: str, address: str | None) -> None:
    """Between blanks it stands behind what reads as an address, or behind the only word."""
    assert listed(f"{CARL}\n{text}\n").get_column("Email Address").to_list()[-1] == address


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bea Kant - External", "bea kant"),
        ("Théo LEFEBVRE (EXT)", "théo lefebvre"),
        ("Bo Lund [Guest]", "bo lund"),
        ("Mrs Ann Bell", "ann bell"),
        ("Ann Bell (Stores) <ann.bell@orchard.com>", "ann bell"),
    ],
)
def test_what_stands_around_a_known_name(text: str, name: str) -> None:
    """Titles, brackets and words for external people are no part of a name."""
    assert listed(f"{ONA}\n{text}\n").select(whole_name(), "list_doubt").rows()[-1] == (name, None)


def test_remark_behind_an_address_is_nobody() -> None:
    """What stands behind a dash there was not understood."""
    found = pasted(read_export(("k.txt", "Eva Hart (eva@plum.org) – Gate North\n".encode()), header=0).sources[0])

    assert found.select("name", "list_doubt").rows() == [("Eva Hart", None), (None, "unread")]


def test_line_that_tells_a_mail_apart_is_nobody() -> None:
    """What looks like an address there is none."""
    text = b"To: eva@plum.org\nMessage-ID: <CAx@plum.org>\n"
    found = pasted(read_export(("k.txt", text), header=0).sources[0])

    assert found.select("Email Address", "list_doubt").rows() == [("eva@plum.org", None), (None, "unread")]
