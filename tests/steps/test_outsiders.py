"""Columns of any name that tell applicants, customers, suppliers and emergency contacts from those who work here."""

import polars as pl
import pytest

from keycafe_clean.article.rules import break_rules
from keycafe_clean.steps.outsiders import outsider_rules, type_columns


def asked_of(header: str, cells: list[str | None]) -> list[tuple[str, str]]:
    """Get the codes and cells of what is asked about a column, in order of the rows."""
    frame = pl.DataFrame({f"source.{header}": cells}, schema={f"source.{header}": pl.String}).with_row_index("row_id")
    found = break_rules(frame, outsider_rules(frame, [header])).sort("row_id")
    return found.select("code", "value").rows()


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("Contact Type", "Job applicant", "not_here_yet"),
        ("Zq", "Candidate", "not_here_yet"),
        ("Zq", "Client", "no_worker"),
        ("Zq", "Vendor", "no_worker"),
        ("Zq", "Beneficiary", "no_worker"),
        ("Zq", "Emergency contact", "no_worker"),
        ("Zq", "Company", "account_kind"),
    ],
)
def test_whoever_is_of_another_kind_than_those_who_work_here_is_asked_about(header: str, cell: str, code: str) -> None:
    """The cells say what the column is about, whatever it is called."""
    assert asked_of(header, ["Employee", "Intern", "Client", cell, None])[-1] == (code, cell)


@pytest.mark.parametrize(
    ("works", "outside"),
    [
        ("Mitarbeiter", ("Bewerberin", "Kunde", "Lieferant", "Notfallkontakt")),
        ("Salarié", ("Candidat", "Client", "Fournisseur", "Contact d'urgence")),
        ("Empleada", ("Candidata", "Clientes", "Proveedor", "Contacto de emergencia")),
        ("Medewerker", ("Sollicitant", "Klant", "Leverancier", "Noodcontact")),
        ("Pracownik", ("Kandydat", "Klient", "Dostawca", "Kontakt awaryjny")),
        ("Dolgozó", ("Jelölt", "Ügyfél", "Beszállító", "Kapcsolattartó")),
        ("Çalışan", ("Aday", "Müşteri", "Tedarikçi", "Acil durum kişisi")),
        ("Сотрудник", ("Кандидат", "Клиент", "Поставщик", "Экстренный контакт")),
        ("社員", ("応募者", "顧客", "仕入先", "緊急連絡先")),
        ("직원", ("지원자", "고객", "공급업체", "비상연락처")),
    ],
)
def test_kinds_are_known_in_every_language(works: str, outside: tuple[str, ...]) -> None:
    """Four words a language: who wants to work here, who buys, who sells, who is called in an emergency."""
    assert [cell for _, cell in asked_of("Zq", [works, works, *outside])] == [*outside]


def test_relation_without_a_word_for_employees_is_enough() -> None:
    """A header that speaks of types or relations needs none."""
    assert asked_of("Relationship", ["Self", "Emergency contact"]) == [("no_worker", "Emergency contact")]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Zq", ["Customer", "Internal", "Research"]),
        ("Contact Type", ["Customer", "Customer"]),
        ("Visa Type", ["Applicant", "Employee"]),
        ("Zq", ["Employee", "Client", *(f"Zq{row}" for row in range(9))]),
        ("Type", ["Employee", "Customer"]),
    ],
)
def test_column_about_something_else_says_nothing(header: str, cells: list[str | None]) -> None:
    """So are a piece of work, a list of nobody else, a thing, text, and what is read by its name already."""
    assert asked_of(header, cells) == []


def test_columns_of_types_are_told_in_order() -> None:
    """Those that are known by their name are none of them."""
    table = pl.DataFrame({"A": ["Employee", "Client"], "Type": ["Employee", "Client"], "Contact Type": ["x", "Client"]})

    assert type_columns(table) == ("A", "Contact Type")


def test_column_with_a_name_of_ours_is_one_like_others() -> None:
    """A column may be called as the count is that is made of it."""
    assert asked_of("rows", ["Employee", "Employee", "Client"]) == [("no_worker", "Client")]
