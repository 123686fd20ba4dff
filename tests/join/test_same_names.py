"""Whether two rows of one key are one person, by their names."""

import polars as pl
import pytest

from keycafe_clean.join.same_names import names_of, with_other_names
from tests.join.pairs import source

PAIR = pl.DataFrame({"row_id": [0], "other_id": [0]}, schema={"row_id": pl.UInt32, "other_id": pl.UInt32})


@pytest.mark.parametrize(
    ("here", "there", "is_other"),
    [
        ("Anna Adler", "Adler, Anna", False),
        ("Anna Adler", "ANNA BERG", False),
        ("Jörg Müller", "Joerg Mueller", False),
        ("Пётр Иванов", "Petr Ivanov", False),
        ("王小明", "小明 王", False),
        ("Anna Adler", "Ben Bauer", True),
        ("Anna Adler", "A. B.", None),
        ("Anna Adler", "", None),
        ("", "Ben Bauer", None),
    ],
)
def test_names_that_share_no_word_are_of_others(here: str, there: str, is_other: bool | None) -> None:  # noqa: FBT001
    """One word in common is enough for one person, in any order, spelling and alphabet; no name tells nothing."""
    mine, theirs = (names_of(source("a.csv", "Name;x", f"{name};1"), ["Name"]) for name in (here, there))

    assert with_other_names(PAIR, mine, theirs).get_column("is_other").to_list() == [is_other]


def test_name_is_told_as_it_stands() -> None:
    """The name of the other row is that of its cells, joined; null where they are blank."""
    read = source("a.csv", "Vorname;Nachname", "Ben;Bauer", ";", "Cem;")

    assert names_of(read, ["Vorname", "Nachname"]).get_column("name").to_list() == ["Ben Bauer", None, "Cem"]


def test_file_without_names_has_none() -> None:
    """Where no header is one of names, every row is there, and says nothing."""
    named = names_of(source("a.csv", "Mail;x", "a@b.de;1"), [])

    assert named.select("row_id", "name", pl.col("words").list.len()).rows() == [(0, None, 0)]
