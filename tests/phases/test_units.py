"""Departments and folders whose people are none, or have not begun: who waits."""

import pytest

from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export
from tests.exports import TODAY
from tests.phases.test_leaving import cleaned, outcomes


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("Department", "Shared Mailboxes", "account_kind"),
        ("Org Unit Path", "/Test", "account_kind"),
        ("Group", "Resources", "account_kind"),
        ("Zq", "/Service Accounts", "account_kind"),
        ("Department", "New starters March 2027", "not_here_yet"),
        ("Org Unit Path", "/Starters/March 2027", "not_here_yet"),
    ],
)
def test_row_of_such_a_unit_waits(header: str, cell: str, code: str) -> None:
    """The row is asked about, and the others go on."""
    done = cleaned(header, "", cell, "")

    assert outcomes(done) == "rwr"
    assert done.findings.select("row_id", "code", "column", "value").rows() == [(1, code, header, cell)]


@pytest.mark.parametrize(("department", "expected"), [("Qorvaskaya", "rwr"), ("Depot", "rrr")])
def test_row_called_as_its_department_waits(department: str, expected: str) -> None:
    """A name alone that is the department's is no person's."""
    people = [("1", "Ida", "Berg", "ida@acme.com", "Active"), ("2", "", "Qorvaskaya", "d7@acme.com", "Active")]
    people.append(("3", "Zoe", "Lee", "zoe@acme.com", "Active"))

    assert outcomes(cleaned("Department", "Depot", department, "Depot", people=people)) == expected


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Department", "Test"),
        ("Department", "Resources"),
        ("Job Title", "Starters"),
        ("Department", "New starters 2024"),
    ],
)
def test_department_of_people_is_not_asked_about(header: str, cell: str) -> None:
    """A department may be called so; whoever should have begun has."""
    assert outcomes(cleaned(header, "", cell, "")) == "rrr"


def test_first_day_that_has_come_outweighs_the_folder() -> None:
    """Whoever began is no starter, however the folder is called."""
    people = [(str(row), name, "Novak", f"{name}@acme.com", "Active") for row, name in enumerate(("ida", "ken", "zoe"))]
    begun = [(*who, day) for who, day in zip(people, ("2024-02-01", "2024-02-05", "2024-03-01"), strict=True)]

    assert outcomes(cleaned("Org Unit Path", "", "/Starters", "", people=begun, more=("Hire Date",))) == "rrr"


@pytest.mark.parametrize(
    ("heading", "expected"), [("New starters March 2027", "rw"), ("New starters March 2024", "rr")]
)
def test_row_below_a_heading_of_starters_waits_until_the_day(heading: str, expected: str) -> None:
    """The heading is no person."""
    lines = ["First Name,Last Name,Email", "Ida,Berg,ida@acme.com", f"{heading},,", "Ken,Ito,ken@acme.com"]
    done = clean(read_export(("a.csv", "\n".join(lines).encode())), today=TODAY)

    assert outcomes(done) == f"{expected[0]}n{expected[1]}"


_PEOPLE = [
    ("1", "Ana", "Ruiz", "ana.ruiz@acme.com", "Permanent", "2021-05-01"),
    ("2", "Dirk", "Novak", "dirk.novak@acme.com", "Permanent", "2020-05-01"),
    ("3", "Eva", "Berg", "eva.berg@acme.com", "Permanent", "2019-04-01"),
    ("4", "Finn", "Horvat", "finn.horvat@acme.com", "Temporary", "2022-07-01"),
    ("5", "Hana", "Tamm", "hana.tamm@acme.com", "Permanent", "2018-02-01"),
    ("6", "Bo", "Klemt", "", "Permanent", "2021-05-01"),
    ("7", "Qorva", "Skaya", "", "", ""),
    ("8", "Vacant", "", "", "", ""),
]


def test_row_that_has_nothing_of_a_person_waits() -> None:
    """A name without address, contract and first day, which all others have, is asked about; a vacant post once."""
    lines = ["No;First Name;Last Name;E-mail;Contract Type;First day", *map(";".join, _PEOPLE)]
    done = clean(read_export(("hr.csv", "\n".join(lines).encode())), today=TODAY)

    assert outcomes(done) == "rrrrrrww"
    asked = done.findings.filter(severity="question").select("row_id", "code", "value", "reason").rows()
    assert asked == [
        (6, "unheld_post", "Qorva Skaya", "Contract Type, First day"),
        (7, "vacant_post", "Vacant", None),
    ]
