import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.known.texts import (
    decoded,
    has_header,
    headers_written,
    is_id_of_mail,
    is_line_of_text,
    lines_above,
    opens_with_label,
    texts_of,
    without_labels,
)
from keycafe_clean.read import read_export


def source(text: str) -> Source:
    """Get a list with this text as it is read."""
    return read_export(("known.txt", text.encode())).sources[0]


def test_lines_as_they_were_written() -> None:
    """Title lines and blank ones count, and a row of column names that are none is a line."""
    assert texts_of(source("Key users in Lyon\n\nReyes, Ona\nBea Lund\n")).select("list_row", "text").rows() == [
        (1, "Key users in Lyon"),
        (3, "Reyes, Ona"),
        (4, "Bea Lund"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Reyes, Ona <ona@a.com>; Lund, Bea\n <bea@b.com>; Ives, Carl <carl@c.com>\n", [1]),
        ("Reyes, Ona <ona@a.com>; Lund,\n Bea <bea@b.com>; Ives, Carl <carl@c.com>\n", [1]),
        ("'ona@a.com'\n<ona@a.com>; Bea Lund <bea@b.com>\n", [1]),
        ("<ona@a.com>\n<bea@b.com>\n", [1, 2]),
        ("Ona Reyes <ona@a.com>\n Bea Lund <bea@b.com>\n", [1, 2]),
        ("In Keycafe:\n  Ona Reyes\n  Bea Lund\n", [1, 2, 3]),
        ("In Keycafe:\n<ona@a.com>\n", [1, 2]),
        ("Ona Reyes <ona@a.com>;\n Bea Lund <bea@b.com>;\n Carl Ives <carl@c.com>\n", [1, 2, 3]),
    ],
)
def test_lines_that_were_wrapped(text: str, rows: list[int]) -> None:
    """A line that goes on with the address or the name that the line above it began is one with it."""
    assert texts_of(source(text)).get_column("list_row").to_list() == rows


@pytest.mark.parametrize(("text", "is_so"), [("Name,Site\nOna,Rome\n", True), ("Ona Reyes\nBea Lund\n", False)])
def test_a_header_has_a_name_that_is_known(text: str, *, is_so: bool) -> None:
    """A list whose first row names no column begins with its first person."""
    assert has_header(source(text)) is is_so


def test_headers_that_stand_in_the_file() -> None:
    """The name of a column that only some rows reach is ours."""
    assert headers_written(source("Name\nReyes, Ona\nBea Lund\n")) == ("Name",)


@pytest.mark.parametrize(
    ("text", "bare", "opens"),
    [
        ("Cc: Ona", "; Ona", True),
        ("an : Ona", "; Ona", True),
        ("Ona; BCC: Bea", "Ona;; Bea", False),
        ("宛先：Ona", ";Ona", True),
        ("Joan: Ona", "Joan: Ona", False),
        ("To Ona", "To Ona", False),
    ],
)
def test_labels_of_a_mail(text: str, bare: str, *, opens: bool) -> None:
    """A label is a whole word with a colon behind it, and parts people."""
    cell = pl.DataFrame({"text": [text]})

    assert cell.select(without_labels(pl.col("text")), opens=opens_with_label(pl.col("text"))).rows() == [(bare, opens)]


@pytest.mark.parametrize(
    ("headers", "is_text"),
    [
        (("Subject: Keys",), True),
        (("Ämne: Keycafe", "ni har nu konto"), True),
        (("Gesendet: Montag",), True),
        (("you have an account",), True),
        (("Subject", "Name"), False),
        (("Name of the person", "Email"), False),
        (("Date of birth",), False),
    ],
)
def test_a_line_of_text_is_no_row_of_column_names(headers: tuple[str, ...], *, is_text: bool) -> None:
    """A line of a mail is none, nor is a sentence that stands alone."""
    assert is_line_of_text(headers) is is_text


def test_lines_above_a_row() -> None:
    """What stands above is got with its commas, and blank lines count."""
    bare = read_export(("known.csv", b"Lund, Bea\n\nReyes, Ona\nIves, Carl\n"), header=0).sources[0]

    assert lines_above(bare, 4) == ("Lund, Bea", "", "Reyes, Ona")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=?UTF-8?Q?Zo=C3=AB_Gr=C3=A4f?= <z@plum.org>", "Zoë Gräf <z@plum.org>"),
        ("=?iso-8859-1?B?Wm/rIEdy5GY=?=", "Zoë Gräf"),
        ("=?UTF-8?Q?Zo=C3=AB?= =?UTF-8?Q?_Gr=C3=A4f?=", "Zoë Gräf"),
        ("=?nothing?Q?Zo=C3?=", "=?nothing?Q?Zo=C3?="),
        ("a =? b", "a =? b"),
        (None, None),
    ],
)
def test_words_that_a_mail_has_encoded(text: str | None, expected: str | None) -> None:
    """They are read in the letters that they name; in letters that nobody knows they stay."""
    assert decoded(pl.Series([text], dtype=pl.String)).to_list() == [expected]


def test_line_that_tells_a_mail_apart() -> None:
    """It goes on where the next line begins with a blank."""
    lines = pl.DataFrame({"text": ["To: a@plum.org", "References: <1@plum.org>", " <2@plum.org>", "Cc: b@plum.org"]})

    assert lines.select(is_id_of_mail(pl.col("text"))).to_series().to_list() == [False, True, True, False]
