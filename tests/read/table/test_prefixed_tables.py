"""Second sets of people in columns beside the first."""

import pytest

from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.prefixed_tables import prefixed_columns
from keycafe_clean.read.text.delimited import text_grid

OWN = "First name,Last name,Email"
PEOPLE = ("Ann,Lee,ann.lee@x.de", "Bo,Ray,bo.ray@x.de", "Cy,Fox,cy.fox@x.de")


def found(header: str, *beside: str) -> list[str]:
    """Get the columns of second sets in a table of three people with these cells beside each."""
    rows = [",".join(filter(None, (own, others))) for own, others in zip(PEOPLE, beside, strict=True)]
    text = "\n".join([f"{OWN},{header}", *rows])
    return prefixed_columns(table_of(text_grid(text.encode(), ",")))


@pytest.mark.parametrize(
    "header",
    [
        "Agency First,Agency Last,Agency Email",
        "First (agency),Last (agency),Email (agency)",
        "Vorname Leihkraft,Nachname Leihkraft,E-Mail Leihkraft",
        "Temp staff first name,Temp staff surname,Temp staff mail",
        "First name 2,Last name 2,Email 2",
        "agencyFirstName,agencyLastName,agencyEmail",
    ],
)
def test_set_under_a_word_of_its_own(header: str) -> None:
    """Before or behind what the columns hold, a number too; a row may have nobody there."""
    assert found(header, "Kim,Oz,kim.oz@y.de", ",,", "Lu,Pi,lu.pi@y.de") == header.split(",")


@pytest.mark.parametrize(
    ("header", "first", "third"),
    [
        ("Manager first name,Manager last name,Manager email", "Kim,Oz,kim.oz@y.de", "Lu,Pi,lu.pi@y.de"),
        ("Deputy first name,Deputy last name,Deputy email", "Kim,Oz,kim.oz@y.de", "Lu,Pi,lu.pi@y.de"),
        ("Partner first name,Partner last name,Partner email", "Kim,Oz,kim.oz@y.de", "Lu,Pi,lu.pi@y.de"),
        ("Guest first name,Guest last name,Guest email", "Bo,Ray,bo.ray@x.de", "Ann,Lee,ann.lee@x.de"),
        ("Site first name,Site last name,Site email", "Ann,Lee,lee@y.de", "Cy,Fox,fox@y.de"),
        ("First name 2,Last name 2,Email 2", "Mia,Post,al77@y.de", "Lu,Pi,cf12@y.de"),
        ("Site first name,Site last name", "Annie,Lee", "Cy,Foxe"),
        ("Site first name,Site last name", "Kim,Oz", "Cy,Fox"),
        ("Site first name,Site last name", "安,李", "小明,王"),
        ("Site email,Site code", "kim.oz@y.de,1", "lu.pi@y.de,2"),
        ("Site name,Site code", "North,1", "South,2"),
    ],
)
def test_columns_of_the_same_people_or_of_others_are_none(header: str, first: str, third: str) -> None:
    """Managers and relatives, people who have rows, other names and addresses of the row, and half a set."""
    assert found(header, first, "," * header.count(","), third) == []


def test_set_of_names_alone_needs_two_others() -> None:
    """Where no word of them is in the names of their rows."""
    header = "Temp first name,Temp last name"

    assert found(header, "Kim,Oz", ",", "Lu,Pi") == header.split(",")
    assert found(header, "Kim,Oz", ",", ",") == []


def test_first_set_is_the_left_one() -> None:
    """Where every column has such a word, the set that begins first is that of the people."""
    header = "Own first name,Own surname,Own email,Temp first name,Temp surname,Temp email"
    rows = ("Ann,Lee,ann.lee@x.de,Kim,Oz,kim.oz@y.de", "Bo,Ray,bo.ray@x.de,Lu,Pi,lu.pi@y.de")

    table = table_of(text_grid("\n".join([header.replace("Own ", "Employee "), *rows]).encode(), ","))

    assert prefixed_columns(table) == header.split(",")[3:]
