"""Names whose own address shows them the other way round than those around them: each waits with one question."""

from datetime import date
from functools import cache

import polars as pl
import pytest

from keycafe_clean.answers import with_answers
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.steps.full_name.turned import mark_turned_names
from keycafe_clean.write.review import review_csv, review_tables
from tests.columns.sources import names_frame

TODAY = date(2026, 11, 3)

#: Addresses that tell, of people whose names stand as the columns say.
STRAIGHT = (("Olga", "Prins", "olga.prins"), ("Tim", "Hale", "tim.hale"), ("Zoe", "Quint", "zoe.quint"))
LAST_FIRST = (("Olga", "Prins", "prins.olga"), ("Tim", "Hale", "hale.tim"), ("Zoe", "Quint", "quint.zoe"))
INITIALS = (("Olga", "Prins", "oprins"), ("Tim", "Hale", "thale"), ("Zoe", "Quint", "zquint"))
SHORT = (("Olga", "Prins", "olga.p"), ("Tim", "Hale", "tim.h"), ("Zoe", "Quint", "zoe.q"))

People = tuple[tuple[str, str, str], ...]


def turned(*people: tuple[str, str, str]) -> list[str | None]:
    """Get the exchanged name of everybody of a file whose address shows it, by first name, last name and address."""
    first, last, local = (list(cells) for cells in zip(*people, strict=True))
    frame = names_frame(first_name=first, last_name=last, email_address=[f"{it}@example.com" for it in local])
    names = pl.concat_str("turned_first_name", "turned_last_name", separator=" ")
    return mark_turned_names(frame).select(names).to_series().to_list()


@pytest.mark.parametrize(
    ("others", "person"),
    [
        (STRAIGHT, ("Berg", "Ada", "ada.berg")),
        (STRAIGHT, ("Berg", "Ada", "Ada_Berg2")),
        (STRAIGHT, ("Öberg", "Ada", "ada.oeberg")),
        (STRAIGHT, ("Lund-Berg", "Ada", "ada.lund-berg")),
        (STRAIGHT, ("Орлова", "Ирина", "irina.orlova")),
        (LAST_FIRST, ("Ada", "Berg", "ada.berg")),
        (INITIALS, ("Berg", "Ada", "aberg")),
        (SHORT, ("Berg", "Ada", "ada.b")),
    ],
)
def test_name_against_the_pattern(others: People, person: tuple[str, str, str]) -> None:
    """An address made by the pattern of the file, with the parts exchanged, shows its name the other way round."""
    first, last, local = person

    assert turned(*others, person) == [None, None, None, f"{last} {first}"]
    assert turned(*others, (last, first, local)) == [None] * 4


@pytest.mark.parametrize(
    "person",
    [
        ("Berg", "Bo", "b.berg"),
        ("Bo", "Berg", "bberg"),
        ("Ida", "Ida", "ida.ida"),
        ("Berg", "Ada", "ab"),
        ("B", "Ada", "ada.b"),
        ("Berg", "Ada", "aberg"),
        ("Berg", "Ada", "reception"),
        ("Berg Post", "Ada", "ada.bergpost"),
        ("Anana", "An", "ananaan"),
        ("An", "Anan", "ananan"),
    ],
)
def test_address_that_cannot_tell(person: tuple[str, str, str]) -> None:
    """Parts alike, equal initials, initials alone, another pattern and names of several words say nothing."""
    assert turned(*STRAIGHT, person) == [None] * 4


def test_few_addresses_tell_nothing() -> None:
    """Two addresses are no pattern."""
    assert turned(*STRAIGHT[:2], ("Berg", "Ada", "ada.berg")) == [None] * 3


def test_addresses_that_people_chose_tell_nothing() -> None:
    """Where half of the addresses are not made from the names, their order is nobody's habit."""
    chosen = [("Ada", "Berg", f"sunny{letter}") for letter in "abcd"]

    assert turned(*STRAIGHT, ("Ek", "Bo", "bo.ek"), *chosen) == [None] * 8
    assert turned(*STRAIGHT, ("Ek", "Bo", "bo.ek"), *chosen[1:]) == [None, None, None, "Bo Ek", None, None, None]


def test_half_of_the_names_turned() -> None:
    """Where both orders are about as frequent, the first name begins the address."""
    pasted = [("Berg", "Ada", "ada.berg"), ("Ek", "Bo", "bo.ek"), ("Dahl", "Cy", "cy.dahl")]

    assert turned(*STRAIGHT, *pasted) == [None, None, None, "Ada Berg", "Bo Ek", "Cy Dahl"]


def test_every_file_has_its_own_pattern() -> None:
    """The addresses of one file say nothing of another one."""
    addresses = ("olga.prins", "tim.hale", "zoe.quint", "ada.berg")
    frame = names_frame(
        first_name=["Olga", "Tim", "Zoe", "Berg"],
        last_name=["Prins", "Hale", "Quint", "Ada"],
        email_address=[f"{local}@example.com" for local in addresses],
    )
    apart = frame.with_columns(file=pl.Series(["a.csv", "a.csv", "a.csv", "b.csv"]))

    assert mark_turned_names(apart).get_column("turned_first_name").null_count() == apart.height


@cache
def run(header: str, decisions: Decisions | None = None) -> Cleaned:
    """Get what becomes of four people and of one, in row 6, whose name stands the other way round."""
    people = [*STRAIGHT, ("Lea", "Novak", "lea.novak"), ("Berg", "Ada", "ada.berg")]
    joint = ";" if ";" in header else " "
    lines = [f"{header};E-mail", *(f"{first}{joint}{last};{local}@example.com" for first, last, local in people)]
    return clean(read_export(("hr.csv", "\n".join(lines).encode())), decisions=decisions, today=TODAY)


def questions(cleaned: Cleaned) -> list[tuple[str, ...]]:
    """Get what is asked: code, column, value, suggestion and reason."""
    asked = cleaned.findings.filter(pl.col("severity") != "note")
    return asked.select("code", "column", "value", "suggestion", "reason").rows()


HEADERS = ("First Name;Last Name", "Full name", "Imię i nazwisko")


@pytest.mark.parametrize("header", HEADERS)
def test_turned_name_waits_with_one_question(header: str) -> None:
    """Of names in two columns and in one, exactly the one that stands the other way round is asked about, once."""
    cleaned = run(header)

    assert questions(cleaned) == [("name_turned", "First Name", "Berg Ada", "Ada", "Ada Berg")]
    assert cleaned.rows.get_column("outcome").to_list() == ["ready", "ready", "ready", "ready", "waiting"]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("yes", ("Ada", "Berg", "ready")),
        ("Ada", ("Ada", "Berg", "ready")),
        ("right", ("Berg", "Ada", "ready")),
        ("leave out", ("Berg", "Ada", "left_out")),
        ("Adela", ("Adela", "Ada", "waiting")),
    ],
)
def test_answer_about_a_turned_name(header: str, answer: str, expected: tuple[str, str, str]) -> None:
    """The suggested first name exchanges both parts; beside another first name the last name is asked about."""
    asked = run(header)
    table = review_tables(asked, plan_imports(asked))["waiting"].with_columns(answer=pl.lit(answer))
    decisions = with_answers(asked, read_export(("waiting.csv", review_csv(table))))

    answered = run(header, decisions)

    assert answered.rows.select("First Name", "Last Name", "outcome").row(4) == expected
    waits = [("name_turned", "Last Name", "Adela Ada", "Berg", "Ada Berg")]
    assert questions(answered) == (waits if answer == "Adela" else [])


def test_last_name_typed_exchanges_both() -> None:
    """A decision about the last name alone takes the first name along."""
    asked = run(HEADERS[0])
    who = {"email": "ada.berg@example.com", "name": "Berg Ada"}
    decisions = asked.decisions.with_edit(who, "Last Name", seen="Ada", value="Berg")

    answered = run(HEADERS[0], decisions)

    assert answered.rows.select("First Name", "Last Name", "outcome").row(4) == ("Ada", "Berg", "ready")


def test_name_that_waits_for_its_order_is_not_asked_about_beside() -> None:
    """Where the order of a whole file is open, that is the only question about a name."""
    people = [*STRAIGHT, ("Berg", "Ada", "ada.berg"), ("Ek", "Bo", "bo.ek")]
    lines = ["Name;E-mail", *(f"{first} {last};{local}@example.com" for first, last, local in people)]
    cleaned = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert {code for code, *_ in questions(cleaned)} == {"name_order", "name_order_waits"}


def test_turned_name_of_a_possible_duplicate_is_asked_about_later() -> None:
    """A row that may be another one waits for that answer: its own name may not matter."""
    people = [*STRAIGHT, ("Ada", "Berg", "ada.berg"), ("Berg", "Ada", "ada.berg")]
    lines = ["First Name;Last Name;E-mail", *(f"{first};{last};{local}@example.com" for first, last, local in people)]
    cleaned = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert [code for code, *_ in questions(cleaned)] == ["possible_duplicate"]
