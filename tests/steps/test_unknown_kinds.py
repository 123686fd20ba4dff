"""Kinds of people that nobody knows, beside employees."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.unknown_kinds import unknown_kind_rules, unknown_kinds
from keycafe_clean.words import words


def asked_of(header: str, cells: list[str | None], *types: str) -> list[tuple[str, str]]:
    """Get the codes and cells of what is asked about a column, in order of the rows; `types` tell by their cells."""
    frame = pl.DataFrame({f"source.{header}": cells}, schema={f"source.{header}": pl.String}).with_row_index("row_id")
    found = break_rules(frame, unknown_kind_rules(frame, [header], types)).sort("row_id")
    return found.select("code", "value").rows()


@pytest.mark.parametrize(
    ("header", "works", "cell"),
    [
        ("Person Type", "Employee", "Affiliate"),
        ("Person Type", "Employee", "Zqxel"),
        ("Type", "Contractor", "Other"),
        ("Mitarbeiterart", "Mitarbeiterin", "Zqxel"),
        ("Tipo", "Empleado", "Afiliado"),
        ("员工类型", "员工", "其他人"),
        ("アカウント種別", "社員", "協力者"),
    ],
)
def test_kind_that_nobody_knows_is_asked_about_beside_employees(header: str, works: str, cell: str) -> None:
    """Whoever is of it may be no one who works here."""
    assert asked_of(header, [works, works, None, cell, works]) == [("kind_unknown", cell)]


@pytest.mark.parametrize(
    "cell",
    [
        *("Full Time", "Executive Director", "Teaching Staff", "Contractor", "Werkstudent", "N/A", "yes", "E", "K01"),
        *("Tenant", "Applicant", "Room", "Guest", "Dependent", "Ex-employee", "Terminated", "On leave"),
    ],
)
def test_kind_that_is_known_is_not_asked_about_here(cell: str) -> None:
    """Nor is a code; whoever works elsewhere, has left or is no person has a question of its own."""
    assert asked_of("Person Type", ["Employee", "Employee", cell]) == []


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Person Type", ["Employee", "Zqxel"]),
        ("Person Type", ["Zqxel", "Zqxel", "Employee"]),
        ("Person Type", [None, None]),
        ("Employment Type", ["Full Time", "Full Time", "Zqxel"]),
        ("Visa Type", ["Employee", "Employee", "Zqxel"]),
        ("Person Type", ["Employee"] * 20 + [f"Zq{letter}xel" for letter in "abcdefghi"]),
        ("Zq", ["Employee", "Employee", "Zqxel"]),
    ],
)
def test_column_that_is_not_of_kinds_of_people_is_not_asked_about(header: str, cells: list[str | None]) -> None:
    """Most of its rows are employees by a word that says nothing else, and few other words stand beside it."""
    assert asked_of(header, cells) == []


def test_kind_of_a_thing_is_none_of_people() -> None:
    """However many employees its cells name: what a visa or a device is called says nothing of its owner."""
    cells = ["Employee", "Employee", "Zqxel"]

    assert [unknown_kinds(header, pl.Series(header, cells)) for header in ("Visa Type", "Type")] == [(), ("Zqxel",)]


def test_as_many_unknown_kinds_as_can_be_answered_are_asked_about() -> None:
    """Each once, sorted."""
    kinds = [f"Zq{letter}xel" for letter in "hgfedcba"]

    assert unknown_kinds("Type", pl.Series("Type", ["Employee"] * 20 + kinds + kinds)) == tuple(sorted(kinds))


def test_column_of_any_name_is_one_of_kinds_where_it_tells_employees_from_others() -> None:
    """What its cells tell is known already."""
    cells = ["Employee", "Employee", "Employee", "Customer", "Zqxel"]

    assert (asked_of("Zq", [*cells], "Zq"), asked_of("Zq", [*cells])) == ([("kind_unknown", "Zqxel")], [])


@pytest.mark.parametrize("word", ["Board Member", "Tenant", "Mieterin", "Actionnaire", "Inquilino", "Huurder", "株主"])
def test_people_who_own_or_live_there_are_known(word: str) -> None:
    """They are no unknown kind: they have a question of their own."""
    assert word.casefold() in words("accounts", "no_worker")
    assert asked_of("Person Type", ["Employee", "Employee", word]) == []
