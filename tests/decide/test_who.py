from datetime import date
from random import Random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.who import (
    PLACE,
    WHO,
    identities,
    is_compatible_name,
    resolve,
    rows_of_same_number,
    with_first_days,
)

_TEXTS = (*WHO, "email_as_read", "start_date_as_read", *PLACE)
PEOPLE = pl.Schema({"row_id": pl.UInt32, "person": pl.UInt32, **dict.fromkeys(_TEXTS, pl.String)})

#: Few values, so that generated people share them.
CELLS = {
    "employee_id": st.sampled_from([None, "1", "2"]),
    "email": st.sampled_from([None, "a@example.com", "A@example.com", "b@example.com"]),
    "name": st.sampled_from([None, "Ann Lee", "Bo Ek", "Ann Ek"]),
    "start_date": st.sampled_from([None, "2026-11-01"]),
}
ASKED = st.lists(st.fixed_dictionaries(CELLS), max_size=4)
HERE = st.lists(st.fixed_dictionaries({**CELLS, "email_as_read": CELLS["email"]}), max_size=5)

NAMES = ("First Name", "Last Name", "Email Address", "raw.Email Address")

#: Two people to whom one number was given, one after the other.
MILAN = {"employee_id": "1", "name": "Milan Horvat", "email": "m@x.de", "start_date": "2012-01-01"}
VIKTOR = {"employee_id": "1", "name": "Viktor Nagy", "email": "v@x.de", "start_date": "2027-01-25"}

#: Two rows of one export.
FIRST, SECOND = {"export": "0a", "row": "2"}, {"export": "0a", "row": "3"}


def people(*rows: dict[str, str | None]) -> pl.DataFrame:
    """Get people with row_id counted from 0; cells that are not given are blank."""
    numbered = [{"person": str(i), **row, "row_id": i} for i, row in enumerate(rows)]
    return pl.DataFrame(numbered, schema={**PEOPLE, "person": pl.String}).cast(PEOPLE)


def asked(*rows: dict[str, str | None]) -> pl.DataFrame:
    """Get lines that say who is meant; cells that are not given are blank."""
    return pl.DataFrame(list(rows), schema=dict.fromkeys((*WHO, *PLACE), pl.String))


def answer(who: dict[str, str | None], *here: dict[str, str | None]) -> tuple[int | None, str]:
    """Get row_id and what was found of one line."""
    return resolve(asked(who), people(*here)).select("row_id", "found").row(0)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("cell", "key"),
    [(None, None), ("", None), ("  ", None), (" Jana@Example.COM ", "jana@example.com"), ("JÖRG@x.de", "jörg@x.de")],
)
def test_email_key(cell: str | None, key: str | None) -> None:
    """Addresses are compared without case and outer blanks; a blank is no address."""
    assert pl.DataFrame({"e": [cell]}, schema={"e": pl.String}).select(email_key("e")).item() == key


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (None, None, True),
        ("ann lee", None, True),
        (None, "ann lee", True),
        ("ann lee", "ann lee", True),
        ("lee ann", "ann", True),
        ("ann lee", "bo ek", False),
        ("a lee", "a ek", False),
    ],
)
def test_is_compatible_name(left: str | None, right: str | None, *, expected: bool) -> None:
    """A blank name fits any; else one word of two letters or more is shared."""
    frame = pl.DataFrame({"l": [left], "r": [right]}, schema={"l": pl.String, "r": pl.String})

    assert frame.select(is_compatible_name(pl.col("l"), pl.col("r"))).item() is expected


def test_identities() -> None:
    """Who a row is about: its number, its address, its name and start, and number and address as they were read."""
    rows = pl.DataFrame(
        {
            "row_id": [4, 5],
            "First Name": ["Jana", None],
            "Last Name": ["Novak", None],
            "Email Address": ["jana@example.com", None],
            "raw.Email Address": ["JANA@example.com", "n/a"],
            "employee_id": ["17", "18"],
            "start_date": [None, "2026-11-01"],
        }
    )

    assert identities(rows).rows() == [
        (4, 4, "17", "jana@example.com", "Jana Novak", None, "17", "JANA@example.com", None, None, None),
        (5, 5, "18", None, None, "2026-11-01", "18", "n/a", "2026-11-01", None, None),
    ]


@pytest.mark.parametrize("numbers", [["17", "17"], ["17", None], [None, None]])
def test_identities_when_number_does_not_tell(numbers: list[str | None]) -> None:
    """An employee number that is missing or repeated anywhere tells nobody apart."""
    blank = pl.Series([None, None], dtype=pl.String)
    names = {"First Name": blank, "Last Name": blank, "Email Address": blank, "raw.Email Address": blank}
    rows = pl.DataFrame({"row_id": [0, 1], **names, "employee_id": pl.Series(numbers, dtype=pl.String)})

    who = identities(rows)
    assert who.get_column("employee_id").null_count() == 2
    assert who.get_column("number_as_read").to_list() == numbers


def test_identities_without_columns() -> None:
    """An export without numbers and start dates still says who is who."""
    rows = pl.DataFrame({"row_id": [0], "First Name": ["J"], "Last Name": ["N"], "Email Address": ["x"]})

    who = identities(rows.with_columns(pl.col("Email Address").alias("raw.Email Address")))

    assert who.rows() == [(0, 0, None, "x", "J N", None, None, "x", None, None, None)]


@pytest.mark.parametrize(
    ("who", "here", "expected"),
    [
        ({"employee_id": "1"}, [{"employee_id": "2"}, {"employee_id": "1"}], (1, "found")),
        ({"employee_id": "1", "email": "a@x.de"}, [{"email": "a@x.de"}, {"employee_id": "1"}], (1, "found")),
        ({**MILAN}, [{**VIKTOR}], (None, "nobody")),
        ({**MILAN}, [{**VIKTOR, "start_date": "2012-01-01"}], (0, "found")),
        ({**MILAN}, [{**VIKTOR, "start_date": "01.01.2012"}], (None, "nobody")),
        ({**MILAN}, [{**VIKTOR, "email": "M@x.de"}], (0, "found")),
        ({**MILAN}, [{**VIKTOR, "email_as_read": "m@x.de"}], (0, "found")),
        ({**MILAN}, [{**VIKTOR, "name": "Horvat, Milan"}], (0, "found")),
        ({**MILAN}, [{**VIKTOR, "start_date": None}], (None, "nobody")),
        ({**MILAN}, [{**VIKTOR, "start_date": None, "name": "Milan Nagy"}], (0, "found")),
        ({**MILAN}, [{**VIKTOR, "name": "Milan Nagy"}], (None, "nobody")),
        ({**MILAN}, [{**VIKTOR}, {**MILAN, "employee_id": "2"}], (1, "found")),
        ({**MILAN}, [{**VIKTOR, "start_date": "2012-01-01"}, {**MILAN, "employee_id": "2"}], (1, "found")),
        ({"employee_id": "1"}, [{**VIKTOR}], (0, "found")),
        ({"employee_id": "9", "email": "a@x.de"}, [{"employee_id": "1", "email": "a@x.de"}], (0, "found")),
        ({"email": "A@x.de "}, [{"email": "b@x.de"}, {"email": "a@x.de"}], (1, "found")),
        ({"email": "a@x"}, [{"email": "a@x.de", "email_as_read": "a@x"}], (0, "found")),
        ({"email": "a@x.de", "name": "Ann Lee"}, [{"email": "a@x.de", "name": "Bo Ek"}], (None, "nobody")),
        ({"email": "a@x.de", "name": "Ann Lee"}, [{"email": "a@x.de", "name": "Ann Ek"}], (0, "found")),
        ({"email": "a@x.de", "name": "Ann Lee"}, [{"email": "a@x.de"}], (0, "found")),
        ({"email": "a@x.de"}, [{"email": "a@x.de"}, {"email": "a@x.de"}], (None, "several")),
        ({"email": "a@x.de"}, [{"email": "a@x.de", "person": "0"}, {"email": "a@x.de", "person": "0"}], (0, "found")),
        ({"name": "ann lee"}, [{"name": "Ann Lee"}], (0, "found")),
        ({"name": "Jörg O’Neil"}, [{"name": "Joerg ONeil"}], (0, "found")),
        ({"name": "Ann Lee"}, [{"name": "Ann Lee"}, {"name": "Ann Lee"}], (None, "several")),
        ({"name": "Ann Lee", "start_date": "1"}, [{"name": "Ann Lee", "start_date": "2"}], (None, "nobody")),
        ({"name": "Ann Lee", "email": "a@x.de"}, [{"name": "Ann Lee", "email": "b@x.de"}], (None, "nobody")),
        (
            {"name": "Ann Lee", "email": "a@x.de", "start_date": "1"},
            [{"name": "Ann Lee", "email": "b@x.de", "start_date": "1"}],
            (0, "found"),
        ),
        (
            {"name": "Ann Lee", "start_date": "02/01/2020"},
            [{"name": "Ann Lee", "start_date": "2020-01-02", "start_date_as_read": "02/01/2020"}],
            (0, "found"),
        ),
        (
            {"name": "Ann Lee", "start_date": "2020-01-02"},
            [{"name": "Ann Lee", "start_date": "2020-02-01"}],
            (0, "found"),
        ),
        (
            {"name": "Ann Lee", "start_date": "2020-01-02"},
            [{"name": "Ann Lee", "start_date": "2020-02-01"}, {"name": "Ann Lee", "start_date": "2020-01-02"}],
            (1, "found"),
        ),
        (
            {"name": "Ann Lee", "start_date": "2020-01-13"},
            [{"name": "Ann Lee", "start_date": "2020-01-14"}],
            (None, "nobody"),
        ),
        ({}, [{"name": "Ann Lee"}], (None, "nobody")),
        ({}, [{}], (None, "nobody")),
        ({"email": "a@x.de"}, [{"employee_id": "1"}], (None, "nobody")),
        ({"name": "Ann Lee"}, [], (None, "nobody")),
        (
            {"email": "a@x.de", "name": "Ann Lee"},
            [{"email": "a@x.de", "name": "Ann Ek"}, {"email": "a@x.de", "name": "Lee, Ann"}],
            (None, "several"),
        ),
        (
            {"email": "a@x.de", "name": "Ann Lee"},
            [{"email": "a@x.de", "name": "Ann Ek"}, {"email": "a@x.de", "name": "ANN LEE"}],
            (1, "found"),
        ),
        ({**SECOND, "name": "Ann Lee"}, [{**FIRST, "name": "Ann Lee"}, {**SECOND, "name": "Ann Lee"}], (1, "found")),
        ({**SECOND, "email": "a@x.de"}, [{**FIRST, "email": "a@x.de"}, {**SECOND, "name": "Bo"}], (0, "found")),
        ({**SECOND, "name": "J P"}, [{**FIRST, "name": "J P"}, {**SECOND, "name": "J P"}], (1, "found")),
        (
            {**SECOND, "name": "Ann Lee", "email": "a@x.de"},
            [{**SECOND, "name": "Ann Lee", "email": "b@x.de"}],
            (None, "nobody"),
        ),
        (
            {**SECOND, "name": "Ann Lee", "email": "a@x.de"},
            [{**SECOND, "name": "Bo Ek", "email": "a@x.de"}],
            (None, "nobody"),
        ),
        (
            {"export": "0a", "name": "Ann Lee"},
            [{"export": "0a", "name": "Ann Lee"}, {"name": "Ann Lee"}],
            (None, "several"),
        ),
        ({"name": "Ann Lee", "email": "a@x.de"}, [{"name": "Ann Lee"}], (0, "found")),
        ({"name": "Ann Lee"}, [{"name": "Ann Lee", "email": "a@x.de"}], (0, "found")),
        (
            {"export": "0b", "row": "3", "name": "Ann Lee"},
            [{**FIRST, "name": "Ann Lee"}, {**SECOND, "name": "Ann Lee"}],
            (None, "several"),
        ),
    ],
)
def test_resolve(
    who: dict[str, str | None], here: list[dict[str, str | None]], expected: tuple[int | None, str]
) -> None:
    """The number decides where more fits, else address and name, else name and day; exactly one must answer."""
    assert answer(who, *here) == expected


@given(ASKED, HERE, st.randoms())
def test_resolve_does_not_depend_on_order(
    who: list[dict[str, str | None]], here: list[dict[str, str | None]], random: Random
) -> None:
    """The same person answers, wherever the rows of the export stand."""
    population = people(*here)
    shuffled = population.sample(fraction=1, shuffle=True, seed=random.randrange(1_000))

    assert resolve(asked(*who), shuffled).equals(resolve(asked(*who), population))


@given(ASKED, HERE)
def test_resolve_answers_each_line_alone(who: list[dict[str, str | None]], here: list[dict[str, str | None]]) -> None:
    """Every line is kept in order and answered as if it were the only one; only one who is found has a row."""
    together = resolve(asked(*who), people(*here))

    assert together.select("row_id", "found").rows() == [answer(line, *here) for line in who]
    assert together.get_column("row_id").is_not_null().equals(together.get_column("found") == "found")


@given(HERE)
def test_resolve_finds_oneself(here: list[dict[str, str | None]]) -> None:
    """Asked about somebody by all of their cells, nobody else is ever found."""
    population = people(*here)

    found = resolve(population.select(*WHO, *PLACE, own="row_id"), population)

    assert found.filter(pl.col("row_id") != pl.col("own")).is_empty()


def test_number_of_one_person() -> None:
    """A number that only rows of one person share tells who it is."""
    names = {
        "First Name": ["J", "J"],
        "Last Name": ["N", "N"],
        "Email Address": ["x", "x"],
        "raw.Email Address": ["x", "x"],
    }
    rows = pl.DataFrame({"row_id": [0, 1], "cluster_id": [0, 0], **names, "employee_id": ["17", "17"]})

    assert identities(rows).select("person", "employee_id").rows() == [(0, "17"), (0, "17")]


def test_name_is_both_parts_or_the_whole_one() -> None:
    """Where a name could not be split it is the whole one; half a name is that half. The place is told as text."""
    rows = pl.DataFrame(
        {
            "row_id": [0, 1, 2, 3],
            "First Name": ["Jo", "Jo", None, None],
            "Last Name": ["Ng", None, None, None],
            "full_name": ["Ng, Jo", "Jo?", "Ng Jo", None],
            **dict.fromkeys(("Email Address", "raw.Email Address"), pl.Series([None] * 4, dtype=pl.String)),
            "export": ["0a"] * 4,
            "source_row": [2, 3, 4, 5],
        }
    )

    assert identities(rows).select("name", "export", "row").rows() == [
        ("Jo Ng", "0a", "2"),
        ("Jo", "0a", "3"),
        ("Ng Jo", "0a", "4"),
        (None, "0a", "5"),
    ]


def test_first_days_are_days() -> None:
    """However a first day was written; what is none stays as it is. A year of two digits is the one before 2050."""
    written = ["02.01.2020", "03.04.98", "soon", None]
    rows = pl.DataFrame(
        {
            "row_id": [0, 1, 2, 3],
            **dict.fromkeys(NAMES, pl.Series([None] * 4, dtype=pl.String)),
            "start_date": written,
            "day.start_date": [date(2020, 1, 2), date(2098, 4, 3), None, None],
            "past_day.start_date": [None, date(1998, 4, 3), None, None],
        }
    )

    who = with_first_days(identities(rows), rows)

    assert who.get_column("start_date").to_list() == ["2020-01-02", "1998-04-03", "soon", None]
    assert who.get_column("start_date_as_read").to_list() == written


def test_people_without_first_days_stay_as_they_are() -> None:
    """An export without first days has nothing to read."""
    who = people({"name": "Ann Lee"})

    assert with_first_days(who, who) is who


@pytest.mark.parametrize(
    ("here", "row"), [(VIKTOR, 0), ({**VIKTOR, "name": "Milan Horvat"}, None), ({**VIKTOR, "employee_id": "2"}, None)]
)
def test_row_that_has_nothing_but_the_number(here: dict[str, str | None], row: int | None) -> None:
    """It may be a number that was given again, or somebody of whom all else is new: it is told, and not resolved."""
    assert rows_of_same_number(asked({}, MILAN), people(here)).to_list() == [None, row]
