from io import BytesIO

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lists import KnownFile, in_words, known_people, read_known
from keycafe_clean.match.known import KNOWN, people_here, people_known
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.read import read_export
from tests.exports import SETUP, TODAY, Record, cleaned_of, export_of, numbered, records
from tests.runs import run

ALONE = "  It holds addresses alone: who is in Keycafe already as a SmartBox User cannot be told by it."


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (KnownFile("a.csv", 312, (), has_names=True), ["312 people in Keycafe already were read from a.csv."]),
        (
            KnownFile("a.csv", 1204, (1017, 3, 5), has_names=True),
            [
                "1,204 people in Keycafe already were read from a.csv.",
                "  3 lines of it were not understood: rows 1,017, 3 and 5.",
            ],
        ),
        (
            KnownFile("a.csv", 7, (4, 7, 1, 3, 6, 8, 10), has_names=True),
            [
                "7 people in Keycafe already were read from a.csv.",
                "  7 lines of it were not understood: rows 4, 7, 1, 3, 6 and 2 more.",
            ],
        ),
        (
            KnownFile("a.csv", 1, (4, 1007), has_names=True, texts=("x" * 60, "y" * 61)),
            [
                "1 person in Keycafe already was read from a.csv.",
                "  2 lines of it were not understood: rows 4 and 1,007.",
                f"    Row 4: '{'x' * 60}'",
                f"    Row 1,007: '{'y' * 60}…'",
            ],
        ),
        (
            KnownFile("a.csv", 1, tuple(range(1, 12)), has_names=True, texts=("x",) * 11),
            [
                "1 person in Keycafe already was read from a.csv.",
                "  11 lines of it were not understood: rows 1, 2, 3, 4, 5 and 6 more.",
            ],
        ),
        (KnownFile("a.csv", 0, (), has_names=False), ["a.csv holds nobody: by it nobody is in Keycafe already."]),
        (
            KnownFile("a.xlsx", 2, (), has_names=True, not_read=("Old", "Notes")),
            [
                "2 people in Keycafe already were read from a.xlsx.",
                "  Sheets that are hidden, of the past or without people were not read: 'Old', 'Notes'.",
            ],
        ),
        (
            KnownFile("a.txt", 1, (2,), has_names=False),
            [
                "1 person in Keycafe already was read from a.txt.",
                "  1 line of it was not understood: row 2.",
                "  No name was read from it: who is in Keycafe already as a SmartBox User cannot be told by it.",
            ],
        ),
        (
            KnownFile("a.txt", 1, (), has_names=False),
            ["1 person in Keycafe already was read from a.txt.", ALONE],
        ),
    ],
)
def test_what_is_said_of_a_list(file: KnownFile, said: list[str]) -> None:
    """How many people, what was not understood, and whom a list of addresses cannot tell."""
    assert list(in_words(file)) == said


def test_people_of_several_lists() -> None:
    """Each list has its facts; people of two lists are not one; a person who stands twice in a list is counted once."""
    one = read_export(("one.csv", b"Name,E-Mail\nOna Reyes,ona@example.com; or@example.com\nDora Metz,\n"))
    other = read_export(("two.txt", b"bea@example.com, BEA@example.com\n"))

    known = read_known(one, other)

    assert known.files == (
        KnownFile("one.csv", 2, (), has_names=True),
        KnownFile("two.txt", 1, (), has_names=False),
    )
    assert known.addresses == ("ona@example.com", "or@example.com", "bea@example.com")
    assert known.people.get_column("person").n_unique() == 4


@pytest.mark.parametrize(
    ("text", "not_lists"),
    [
        ("Site,Floor\nNorth,2\nSouth,3\n", ("known.csv",)),
        ("Name,E-Mail\n", ()),
        ("Name,E-Mail\nOna Reyes,\n", ()),
        ("Nobody yet!\nNot yet: ona@example.com\n", ()),
    ],
)
def test_files_that_are_no_lists(text: str, not_lists: tuple[str, ...]) -> None:
    """A file of which no line names anybody is no list of people; one without lines may be the first one."""
    assert read_known(read_export(("known.csv", text.encode()))).not_lists == not_lists


@pytest.mark.parametrize("address", ["ona@example.com", "or@example.com"])
def test_any_address_of_a_person_tells(address: str) -> None:
    """Whoever has one of a known person's addresses is known."""
    known = known_people(read_export(("known.csv", b"Name,E-Mail\nOna Reyes,ona@example.com or@example.com\n")))

    cleaned = run(f"First Name,Last Name,E-mail\nOna,Reyes,{address}\n", known=known)

    assert cleaned.counts["left_out"] == 1


def known_of(people: list[Record], kept: list[int]) -> pl.DataFrame:
    """Get some people of an export as known; every second without an address, every third without a name."""
    cells = [people[place % len(people)] for place in kept]
    lines = [
        (None if i % 3 == 2 else a, None if i % 3 == 2 else b, None if i % 2 else c)
        for i, (_, a, b, c, *_) in enumerate(cells)
    ]
    return pl.DataFrame(lines, schema=dict.fromkeys(KNOWN, pl.String), orient="row")


def ready(cleaned: Cleaned) -> set[int]:
    """Get the rows that are ready."""
    return set(cleaned.rows.filter(pl.col("outcome") == "ready").get_column("row_id"))


@settings(max_examples=4)
@given(records, st.lists(st.integers(0, 24), max_size=6), st.booleans())
def test_known_people_make_nobody_ready(people: list[Record], kept: list[int], distinct: bool) -> None:  # noqa: FBT001
    """Whatever a list of known people holds, nobody is ready who was not ready without it."""
    people = numbered(people) if distinct else people
    known = known_of(people, kept)

    with_list = clean(export_of(people), SETUP, today=TODAY, known=known)

    assert ready(with_list) <= ready(cleaned_of(people))


@settings(max_examples=4)
@given(records, st.lists(st.integers(0, 24), min_size=1, max_size=6))
def test_nobody_is_ready_who_stands_in_the_list(people: list[Record], kept: list[int]) -> None:
    """Whoever has the whole name or the address of somebody known is left out or asked about: no number settles it."""
    people = [("", *cells) for _, *cells in people]
    known = known_of(people, kept)
    cleaned = clean(export_of(people), SETUP, today=TODAY, known=known)

    here = people_here(cleaned.rows.filter(pl.col("outcome") == "ready"))
    there = people_known(known)

    for key in ("name", "key"):
        assert here.drop_nulls(key).join(there, on=key).is_empty()


def test_known_people_of_every_sheet() -> None:
    """Of a workbook all sheets with people are read, and of several files all."""
    book, stream = Workbook(), BytesIO()
    for sheet, name in ((book.active, "Ona Reyes"), (book.create_sheet("Boxes"), "Carl Ives")):
        assert isinstance(sheet, Worksheet)
        sheet.append(["Name"])
        sheet.append([name])
    book.save(stream)

    people = known_people(("k.xlsx", stream.getvalue()), ("k.txt", b"Bea Lund\n"))

    assert people.get_column("full_name").to_list() == ["Ona Reyes", "Carl Ives", "Bea Lund"]


def test_people_of_two_lists_have_numbers_of_their_own() -> None:
    """Rows that are no people keep nobody of the next list from being told apart."""
    first = read_known_file(("a.csv", b"Name,E-Mail\n\n\n\nOna Reyes,ona@example.com\n"))
    other = read_known_file(("b.csv", b"Name,E-Mail\nA Ives,a@b.com\nB Ives,b@b.com\nC Ives,c@b.com\nD Ives,d@b.com\n"))

    assert read_known(first, other).people.get_column("person").is_unique().all()


@pytest.mark.parametrize("text", ["", "Name,E-Mail\n"])
def test_a_list_of_nobody_says_so(text: str) -> None:
    """Its only line is none of a person."""
    people = known_people(("k.csv", text.encode()))

    assert people.select(*KNOWN, "list_file", "list_doubt").rows() == [(None, None, None, "k.csv", "empty")]


def test_a_single_word_that_was_not_understood_is_no_person() -> None:
    """Column names that stand in the middle of a list are counted as nobody."""
    text = "Name,E-Mail\nOna Reyes,ona@a.com\nUzytkownik,Adresy\nBea Lund,bea@a.com\n"
    (file,) = read_known(read_known_file(("k.csv", text.encode()))).files

    assert (file.people, file.not_understood, file.texts) == (2, (3,), ("Uzytkownik, Adresy",))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lee, Ann\nInvited\nann.lee@example.com\nBo Roe\n", 2),
        ("Ann Lee <al@example.com>\nLee, Ann\n", 1),
        ("Ann Lee <al@example.com>\nAnn Lee <ann@example.com>\n", 2),
        ("Ann Lee\nLee, Ann\n", 1),
        ("ann.lee@example.com\nAnna Lee\n", 2),
    ],
)
def test_somebody_is_counted_once(text: str, count: int) -> None:
    """Who stands in one line by name and in another by address is one person; of two addresses nobody knows."""
    (file,) = read_known(read_known_file(("known.txt", text.encode()))).files

    assert file.people == count


#: What programs write between several addresses in one cell, and around them.
BETWEEN = [", ", ",", "; ", ";", " ; ", "|", " / ", " ", "\n", ",\n", ";#", " and ", "#", "、", "；"]
AROUND = ["{}", "[]", "()", "<>", "''", "“”", "«»", "``", "（）", "「」"]


@pytest.mark.parametrize(("between", "around"), [*((it, "") for it in BETWEEN), *((", ", it) for it in AROUND)])
@pytest.mark.parametrize("kinds", [("", ""), ("SMTP:", "smtp:")])
@pytest.mark.parametrize("header", ["proxyAddresses", "Addresses"])
def test_every_address_of_a_cell_is_known(between: str, around: str, kinds: tuple[str, str], header: str) -> None:
    """Whatever parts and surrounds them, none is lost, and none has a sign that is not its own."""
    first, second = (f"{kind}{address}" for kind, address in zip(kinds, ("a.lee@example.com", "al@b.org"), strict=True))
    cell = f"{around[:1]}{first}{between}{second}{around[1:]}"
    text = f'Name,{header}\nX1,"{cell}"\nX2,"bo.roe@example.com"\n'

    assert set(read_known(read_known_file(("known.csv", text.encode()))).addresses) == {
        "a.lee@example.com",
        "al@b.org",
        "bo.roe@example.com",
    }


PERSON = ("001", "Bo", "Roe", "bo@example.com", "Active", "", "Sales")


def test_the_notes_name_every_line_that_was_not_understood() -> None:
    """One note a line, however many pieces it has, and although another one says the same."""
    listed = read_known(read_known_file(("known.txt", b"# who is in, list of Marc, 20 Nov\nann@example.com\n?!\n?!\n")))
    cleaned = clean(export_of([PERSON]), SETUP, today=TODAY, known=listed.people)

    notes = cleaned.findings.filter(pl.col("code") == "known_line")
    assert notes.height == len(listed.files[0].not_understood)
