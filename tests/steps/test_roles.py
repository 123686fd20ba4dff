"""Rows that are called as their role, and addresses of one."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.roles import ROLE_RULES
from keycafe_clean.steps.row_keys import with_row_keys

COLUMNS = ("First Name", "Last Name", "full_name", "Email Address")

Row = tuple[str | None, str | None, str | None]


def asked_of(*rows: Row, whole: str | None = None) -> list[str]:
    """Get what is asked about: first name, last name and the address before the @ of each row, a name not cut."""
    told = [(i, first, last, whole, local and f"{local}@example.com") for i, (first, last, local) in enumerate(rows)]
    frame = pl.DataFrame(told, schema={"row_id": pl.UInt32, **dict.fromkeys(COLUMNS, pl.String)}, orient="row")
    return break_rules(with_row_keys(frame), ROLE_RULES).get_column("value").to_list()


@pytest.mark.parametrize(
    "local",
    ["info", "reception", "frontdesk", "empfang", "balie", "accueil", "priemnaya", "uketsuke", "buero",
     "vorsaal.empfang", "empfang.sued", "gate2", "hr-temp", "kasse"],
)  # fmt: skip
def test_nameless_address_of_a_role_is_asked_about(local: str) -> None:
    """Whatever the language, with a place or a number; nobody says whose it is."""
    assert asked_of((None, None, local)) == [f"{local}@example.com"]


@pytest.mark.parametrize(("whole", "asked"), [("NULL", 1), ("n/a", 1), ("Jana Novak", 0)])
def test_name_that_says_nothing_is_none(whole: str, asked: int) -> None:
    """A placeholder is no name; one that is not cut is."""
    assert len(asked_of((None, None, "office"), whole=whole)) == asked


@pytest.mark.parametrize("local", ["jana.novak", "j.porter", "emma.page", "infolia", "x7"])
def test_nameless_address_of_a_person_is_not_asked_about(local: str) -> None:
    """A person may go in by the address alone; a role is a whole word of it."""
    assert asked_of((None, None, local)) == []


@pytest.mark.parametrize(
    ("first", "last", "local", "asked"),
    [
        ("受付", "営業部", "uketsuke", True), ("受付", "人事課", None, True), ("Balie", "Verkoop", "balie", True),
        ("Réception", "Comptabilité", "reception", True), ("Front Office", "Ventas", "front", True),
        ("太郎", "営業部", "taro", False), ("涼", "服部", "hattori", False), ("Empfang", "Novak", "empfang", False),
        ("Recepción", "Ventas", "r.ventas", False), (None, "営業部", "eigyo.tokyo", False),
    ],
)  # fmt: skip
def test_department_and_its_role_are_no_person(
    first: str | None, last: str | None, local: str | None, *, asked: bool
) -> None:
    """A role as the first name beside a department as the last one; either alone may be somebody's name."""
    assert len(asked_of((first, last, local), ("Piotr", "Lis", "p.lis"))) == asked


@pytest.mark.parametrize(
    ("first", "last", "local", "asked"),
    [
        (None, "Leitstelle", "leitstelle", True), ("Balie", None, "balie.oost", True), (None, "Växel", "vaexel3", True),
        (None, "Novak", "jana.novak", False), ("Anna", None, "anna", False), ("Jordan", None, "jordan.b", False),
        ("Saint Denis", "Accueil", "accueil.saint-denis", True), ("Accueil", "Metz", "accueil.metz", True),
        ("Ost", "Pforte", "pforte.ost", True), ("Anna", "Pforte", "anna.pforte", False),
        ("Anna", "Pforte", "pforte.anna", False), ("Jana", "Novak", "accueil", False), ("Ost", "Pforte", None, False),
    ],
)  # fmt: skip
def test_role_is_told_from_its_namesake_by_the_address(
    first: str | None, last: str | None, local: str | None, *, asked: bool
) -> None:
    """A role has no other name, or a place, and its address begins with it; a person's begins with the first name."""
    assert len(asked_of((first, last, local), ("Piotr", "Lis", "p.lis"))) == asked


@pytest.mark.parametrize(
    ("beside", "asked"),
    [
        ([("Piotr", "Lis", "piotr.lis"), ("Zoë", "Lee", "zlee"), ("Ann", "Roe", "aroe"), ("Bo", "Ek", None)], True),
        ([("Piotr", "Lis", "lis"), ("Zoë", "Lee", "zlee"), ("Ann", "Roe", "aroe"), ("Bo", "Ek", None)], False),
        ([(None, "Lis", "plis"), (None, "Lee", "zlee")], False),
    ],
)
def test_last_name_alone_that_is_the_address_is_asked_about_unless_people_have_such(
    beside: list[Row], *, asked: bool
) -> None:
    """A word that nobody knows is a person's last name where other people have such addresses, or last names alone."""
    assert asked_of((None, "Qorvat", "qorvat"), *beside) == (["Qorvat"] if asked else [])


def test_given_name_alone_that_is_the_address_is_a_person() -> None:
    """Whoever is called by one name may have it in either column."""
    assert asked_of((None, "Anna", "anna"), *[("Piotr", "Lis", "p.lis")] * 9) == []
