import polars as pl
import pytest

from keycafe_clean.match.known_doubts import exactly_doubted, possibly_known
from tests.match.known_cells import COLUMNS, Cells, people, person

NOBODY: pl.DataFrame = pl.DataFrame(schema=COLUMNS).with_row_index("row_id")

OTHER_NAME = "same employee number, different names"

OTHER_NUMBER = "same name, another employee number"


@pytest.mark.parametrize(
    ("here", "there", "reason"),
    [
        (person(), person(), "same name"),
        (person(), person("Metz", "Dora"), "same name"),
        (person("Dóra", "METZ"), person(), "same name"),
        (person(email="a@example.com"), person(email="b@example.com"), "same name"),
        (person(number="1"), person(number="2"), OTHER_NUMBER),
        (person(number="1", day="2020-01-01"), person(number="2", day="2021-05-05"), None),
        (person(last="Metz Lund", number="1"), person(number="2"), None),
        (person(number="1", day="2020-01-01"), person(day="2020-01-01"), "same name"),
        (person(day="2020-01-01"), person(day="2021-05-05"), None),
        (person(day="2020-02-01"), person(day="2020-01-02"), "same name"),
        (
            person(number="1", day="2020-01-01"),
            person(number="1", day="2021-05-05"),
            "same employee number, different names",
        ),
        (person(day="2020-02-01"), person(day="2021-01-02"), None),
        (person(day="2020-02-01"), person(day="2020-05-02"), None),
        (person(day="2020-02-01"), person(day="2020-01-05"), None),
        (person(number="1", day="2020-01-01"), person(day="2021-05-05"), None),
        (person(day="2020-01-01"), person(number="1", day="2021-05-05"), None),
        (person(number="1", day="2020-01-01"), person(number="2", day="2020-01-01"), OTHER_NUMBER),
        (person(day="2020-01-01"), person(), "same name"),
        ({"number": "1"}, person(number="1"), None),
        (person(number="1"), {"number": "1"}, None),
        (person(last="Falk", number="1"), person(number="1"), OTHER_NAME),
        (person("Egon", "Falk", number="1"), person(number="1"), None),
        (person("Egon", "Falk", email="d@example.com"), person(email="D@example.com"), "Dora Metz"),
        (person(email="d@example.com"), {"email": "d@example.com"}, "the list has no name for it"),
        (person(email="x@example.com"), {"email": "dora.metz@old.com"}, "the address is made of the same names"),
        (person(last="Metz-Lund"), {"email": "metz_dora@old.com"}, "the address is made of the same names"),
        (person(), {"email": "d.metz@old.com"}, None),
        (person("Egon", "Falk"), person(), None),
        (person(), person("D."), "same last name, same initial"),
        (person(), person("D. A."), "same last name, same initial"),
        (person(), person("E."), None),
        (person(), person("D.", number="8"), None),
        (person(), person("D.", email="d@old.com"), None),
    ],
)
def test_exactly_doubted(here: Cells, there: Cells, reason: str | None) -> None:
    """A known address, number or whole name is asked about, unless first days, or numbers of like names, are two."""
    found = exactly_doubted(people(here), NOBODY, people(there).drop("row_id"))

    assert found.get_column("reason").to_list() == ([] if reason is None else [reason])


@pytest.mark.parametrize("shared", [{"email": "desk@example.com"}, {"badge": "77"}])
def test_what_a_row_left_out_holds_is_taken(shared: Cells) -> None:
    """The address and the badge of somebody who is in Keycafe are nobody else's."""
    rows = people(person("Egon", "Falk", **shared)).with_columns(pl.col("row_id") + 1)

    assert exactly_doubted(rows, people(person(**shared)), NOBODY.drop("row_id")).get_column("row_id").to_list() == [1]


def test_each_row_is_doubted_once() -> None:
    """A row with the name of two known people is one question, and address goes before name."""
    known = people(person(), person(email="x@example.com"), {"email": "d@example.com"}).drop("row_id")
    found = possibly_known(exactly_doubted(people(person(email="d@example.com")), NOBODY, known))

    assert found.select("row_id", "column", "value", "reason").rows() == [
        (0, "Email Address", "d@example.com", "the list has no name for it")
    ]


@pytest.mark.parametrize(
    ("here", "there", "reason"),
    [
        (person(email="d@example.com", number="1"), [person(email="d@example.com", number="1")], "Dora Metz"),
        (person(last="Falk", number="1", badge="7"), [person(number="1", badge="7")], OTHER_NAME),
        (person(badge="7"), [person(badge="7")], "same badge code"),
        (person(), [{"email": "dora.metz@old.com"}, person()], "same name"),
    ],
)
def test_what_tells_most_is_the_reason(here: Cells, there: list[Cells], reason: str) -> None:
    """Address goes before number, number before badge, badge before name, and a name before one of an address."""
    left_out = people(*there).with_columns(pl.col("row_id") + 1)

    found = exactly_doubted(people(here), left_out, people(*there).drop("row_id"))

    assert found.select("row_id", "reason").rows() == [(0, reason)]


def test_questions_about_taken_addresses_come_last() -> None:
    """Who may be known is asked first, then whose address is taken; each in the order of the rows."""
    codes = ["address_in_keycafe", "possible_known", "address_in_keycafe", "possible_known"]
    doubts = pl.DataFrame({"row_id": [0, 3, 2, 1], "value": "v", "reason": "r", "code": codes})

    assert possibly_known(doubts).select("row_id", "code").rows() == [
        (1, "possible_known"),
        (3, "possible_known"),
        (0, "address_in_keycafe"),
        (2, "address_in_keycafe"),
    ]


@pytest.mark.parametrize(
    ("doubt", "text", "reason"),
    [
        ("unread", "who has a key: dora metz", "row 1,204 of k.txt names this person, and was not understood"),
        ("unread", "dora@example", "row 1,204 of k.txt names this person, and was not understood"),
        ("unsure", "Theo Lis, Metz, Dora", "row 1,204 of k.txt may name several people, this one among them"),
        ("denied", "Not yet: Dora Metz", "row 1,204 of k.txt may say of this person that there is no account"),
        (
            *("unread", "Theodora Metz has a key"),
            "row 1,204 of k.txt may name this person by a familiar form of the first name",
        ),
        ("unread", "who has a key: dora", None),
        (None, "Dora Metz", None),
    ],
)
def test_named_on_a_line_that_is_not_clear(doubt: str | None, text: str, reason: str | None) -> None:
    """Whose whole name or address stands on a line in doubt is asked about, with the line and what is unclear of it."""
    line = {"list_file": ["k.txt"], "list_row": [1204], "list_text": [text], "list_doubt": [doubt]}
    known = people({}).drop("row_id").hstack(pl.DataFrame(line, schema_overrides={"list_doubt": pl.String}))

    found = exactly_doubted(people(person(email="dora@example")), NOBODY, known)

    assert found.select("value", "reason", "code").rows() == ([(text, reason, "possible_known")] if reason else [])


@pytest.mark.parametrize(("here", "there", "is_asked"), [("a7 ", "A7", True), ("", "", False), ("7", "8", False)])
def test_badge_is_compared_as_it_is_written(here: str, there: str, *, is_asked: bool) -> None:
    """Letter case and outer blanks are no difference; a blank is no badge."""
    rows = people(person("Egon", "Falk", badge=here)).with_columns(pl.col("row_id") + 1)

    found = exactly_doubted(rows, people(person(badge=there)), NOBODY.drop("row_id"))

    assert found.select("row_id", "reason").rows() == ([(1, "same badge code")] if is_asked else [])


@pytest.mark.parametrize("other", [{"email": "d@example.com"}, person("Egon", "Falk", email="d@example.com")])
def test_of_several_who_have_an_address_the_one_whose_name_fits_is_named(other: Cells) -> None:
    """Whichever stands first in the list; one without a name comes last."""
    one = person(email="d@example.com")
    for listed in ([one, other], [other, one]):
        found = exactly_doubted(people(person("D.", email="d@example.com")), NOBODY, people(*listed).drop("row_id"))
        assert found.get_column("reason").to_list() == ["Dora Metz"]


@pytest.mark.parametrize(
    ("doubted", "reason"),
    [
        (person("Dóra", "Metz"), "same name"),
        (person("Дора", "Метз"), "the same name in other letters"),
        (person(last="Metz Lund"), "one name is part of the other"),
        (person("Dora", "Lund"), None),
    ],
)
def test_a_name_that_is_written_otherwise(doubted: Cells, reason: str | None) -> None:
    """Whose name is a known one in other letters, or has all of it, is asked about."""
    found = exactly_doubted(people(doubted), NOBODY, people(person()).drop("row_id"))

    assert found.get_column("reason").to_list() == ([] if reason is None else [reason])


@pytest.mark.parametrize(
    ("listed", "value"),
    [
        (person(), "Dora Metz"),
        ({"last": "Metz, Dora"}, "Metz, Dora"),
        (person(email="d@old.com"), "d@old.com"),
    ],
)
def test_a_question_says_who_is_known(listed: Cells, value: str) -> None:
    """A known person is shown by the address, else by the name."""
    found = exactly_doubted(people(person()), NOBODY, people(listed).drop("row_id"))

    assert found.get_column("value").to_list() == [value]


def test_a_name_that_is_not_cut_is_shown() -> None:
    """A known person whose name could not be cut is shown by it."""
    listed = people({}).drop("row_id").with_columns(full_name=pl.lit("Metz, Dora"))

    assert exactly_doubted(people(person()), NOBODY, listed).get_column("value").to_list() == ["Metz, Dora"]


def test_of_two_doubts_about_a_row_the_first_is_asked() -> None:
    """An exact doubt goes before a likely one; nobody is asked twice about one row."""
    doubts = pl.DataFrame(
        {"row_id": [2, 1, 1, 2], "value": ["a", "b", "c", "d"], "reason": "r", "code": ["possible_known"] * 4}
    )

    assert possibly_known(doubts).select("row_id", "value").rows() == [(1, "b"), (2, "a")]


@pytest.mark.parametrize(
    ("gone", "reasons"), [(True, ["the names are alike, and nobody of that name is here"]), (False, [])]
)
def test_who_is_a_row_left_out_is_not_gone(gone: bool, reasons: list[str]) -> None:  # noqa: FBT001 - a case
    """Alike names tell of somebody who is in no row any more; whoever is left out as known is still there."""
    row, other = people(person("Doris", "Metzger")), person()
    left_out = people(*([] if gone else [other])).with_columns(pl.col("row_id") + 1)
    known = people(*([other] if gone else [])).drop("row_id").with_columns(gone=pl.lit(value=True))

    assert exactly_doubted(row, left_out, known).get_column("reason").to_list() == reasons
