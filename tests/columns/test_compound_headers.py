"""Headers of several known words that nobody has listed together."""

import tomllib
from importlib.resources import files

import pytest

from keycafe_clean.columns.compound_headers import composed, speaks_of_mail
from keycafe_clean.columns.headers import words
from keycafe_clean.columns.vocabulary import recognise

PARTS = tomllib.loads(files("keycafe_clean.columns").joinpath("compound_headers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Numer osoby", "employee_id"),
        ("Medarbejdernr.", "employee_id"),
        ("N° adhérent", "employee_id"),
        ("Code de l'agent", "employee_id"),
        ("社員コード", "employee_id"),
        ("Internal no.", "id"),
        ("Fec. cese", "exit_date"),
        ("Planned departure date", "exit_date"),
        ("Austrittsdat.", "exit_date"),
        ("F. ingreso", "start_date"),
        ("Data startu", "start_date"),
        ("Firemní mail", "Email Address"),
        ("Stato del collaboratore", "status"),
        ("Ende Tätigkeit", "exit_date"),
        ("Ende des Vertrags", "contract_end"),
        ("Einde contract medewerker", "contract_end"),
        ("Contract until", "contract_end"),
        ("Employee since", "start_date"),
        ("Zatrudniony do dnia", "exit_date"),
        ("beschäftigt ab", "start_date"),
        ("職員氏名", "full_name"),
        ("Lokalizacja biura", "location"),
        ("Reparto aziendale", "department"),
        ("Tel. privat", "sensitive"),
        ("Adres prywatny", "sensitive"),
        ("F. Nac.", "sensitive"),
        ("Monatsgehalt brutto", "sensitive"),
        ("Grundanställningsenhet", "department"),
        ("ФИО сотрудника", "full_name"),
        ("员工工号", "employee_id"),
        ("Öğrenci numarası", "employee_id"),
        ("Ev adresi", "sensitive"),
        ("employeeLeaveDateTime", "exit_date"),
        ("Gone since", "exit_date"),
        ("Sorti depuis", "exit_date"),
        ("leftAt", "exit_date"),
        ("Weg per", "exit_date"),
        ("terminationDateTime", "exit_date"),
        ("hireDateTime", "start_date"),
        ("退社日時", "exit_date"),
    ],
)
def test_composed(header: str, kind: str) -> None:
    """Two or three known words mean what they mean together, also abbreviated or written together."""
    assert recognise(header) == kind


@pytest.mark.parametrize(
    "header",
    ["Number of Employees", "Leave Start Date", "Probation End Date", "Employee Count", "Leave date", "Start time"],
)
def test_not_composed(header: str) -> None:
    """One unknown word among them, and the words mean nothing surely."""
    assert recognise(header) not in ("employee_id", "start_date", "exit_date")


@pytest.mark.parametrize(
    "header",
    [
        "Työsuhde alkanut", "Työsuhteen alkamispvm", "Anställningen började", "Ansættelsesforholdet begyndte",
        "Tiltredelse dato", "Töösuhte alguskuupäev", "Darba attiecību sākums", "Darbo pradžios data", "Początek pracy",
        "Začátek pracovního poměru", "Dátum vzniku", "Početak radnog odnosa", "Začetek zaposlitve", "Дата начала",
        "Початок роботи", "Munkaviszony kezdete", "Data începerii", "Έναρξη εργασίας",
    ],
)  # fmt: skip
def test_begin_of_employment_is_known(header: str) -> None:
    """However the languages of the north and east of Europe say it: as a noun, a verb, or in two words."""
    assert recognise(header) == "start_date"


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Työsuhde päättynyt", "exit_date"), ("Päättymispvm", "exit_date"), ("Anställningen upphör", "exit_date"),
        ("Ansættelsen ophører", "exit_date"), ("Arbeidsforholdets slutt", "exit_date"), ("Töösuhte lõpp", "exit_date"),
        ("Darba attiecību beigas", "exit_date"), ("Darbo pabaiga", "exit_date"), ("Koniec zatrudnienia", "exit_date"),
        ("Konec pracovního poměru", "exit_date"), ("Dátum skončenia", "exit_date"), ("Konec zaposlitve", "exit_date"),
        ("Prestanak radnog odnosa", "exit_date"), ("Дата окончания", "exit_date"), ("Дата припинення", "exit_date"),
        ("Munkaviszony vége", "exit_date"), ("Data încetării", "exit_date"), ("Λήξη απασχόλησης", "exit_date"),
        ("Työsopimus päättyy", "contract_end"), ("Lepingu lõpp", "contract_end"),
        ("Darbo sutarties pabaiga", "contract_end"), ("Kraj zatrudnienia", None), ("Loma päättyy", None),
    ],
)  # fmt: skip
def test_end_of_employment_is_known(header: str, kind: str | None) -> None:
    """So is an end; that of a contract is one of its own, that of a leave none, and a country is no end."""
    assert recognise(header) == kind


def test_one_unknown_word_is_enough() -> None:
    """Words mean nothing together where one of them is in no list."""
    assert composed(("date", "exit", "visa")) is None


def test_recipes_name_lists() -> None:
    """Every recipe names lists of words that are there."""
    named = {role for recipe in PARTS["recipes"].values() for role in (*recipe["of"], *recipe["with"])}

    assert named == set(PARTS["words"])


def test_lists_are_sorted() -> None:
    """Every list of words is sorted without regard to case."""
    lists = PARTS["words"].values()

    assert [words for words in lists if words != sorted(words, key=lambda word: (word.casefold(), word))] == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Email Address 1", True),
        ("E-postadresse 2", True),
        ("Mailadresse", True),
        ("Post Address", False),
        ("Postadresse", False),
        ("Home Address", False),
        ("", False),
    ],
)
def test_speaks_of_mail(header: str, *, expected: bool) -> None:
    """Electronic mail is one thing, and what the post brings another, but for an `e` before it."""
    assert speaks_of_mail(words(header)) is expected
