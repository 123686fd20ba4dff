"""Addresses behind a blank column that are of other people than the rows."""

import pytest

from keycafe_clean.read.reader import read_export


def beside(header: str, *cells: str, above: str = "") -> list[str]:
    """Get the columns of tables beside the people of a file, whose rows go on with these cells behind a blank one."""
    people = ("Ann,Lee,ann@x.de", "Bo,Roe,roe@x.de", "Cy,Poe,cy.poe@x.de", "Di,Kerr,dk@x.de")
    rows = (f"{person},,{more}" for person, more in zip(people, [*cells, *[""] * 4], strict=False))
    top = [f"Own people,,,,{above}"] if above else []
    text = "\n".join([*top, f"First Name,Last Name,Email,,{header}", *rows])
    return list(read_export(("staff.csv", text.encode())).sources[0].beside)


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Helper,Helper address", ["Gus Hale,g.hale@y.de"]),
        ("Who,Firm,Reached by", ["Gus Hale,Acme,g.hale@y.de", "Ida Post,Acme,", "Kim Wu,Acme,k.wu@y.de"]),
        ("Helpers", ["g.hale@y.de", "ida@y.de"]),
        ("Nobody,Knows", ["x,g.hale@y.de", "y,ann.post@y.de", "z,k.wu@y.de"]),
    ],
)
def test_addresses_of_others_are_a_second_table(header: str, cells: list[str]) -> None:
    """Whatever the columns are called, with names or without, in some rows or in all."""
    assert beside(header, *cells) == header.split(",")


def test_a_title_of_a_second_table_may_sound_private() -> None:
    """`Personal` is who works there, in Spanish."""
    assert beside("Quién,Correo", "Gus Hale,g.hale@y.de", above="Personal de apoyo,") == [
        "Personal de apoyo: Quién",
        "Personal de apoyo: Correo",
    ]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Phone,Other one", ["1,ann@y.de", "2,bo.roe@y.de", "3,sunny@y.de", "4,kerr@y.de"]),
        ("Team,Reached by", ["A,front@y.de"] * 4),
        ("Private email,Phone", ["sun@y.de,1", "moon@y.de,2"]),
        ("Supervisor,Supervisor email", ["Gus Hale,g.hale@y.de", "Ida Post,ida@y.de"]),
        ("Questions", ["hr@y.de"]),
        (",", ["Questions,hr@y.de"]),
        ("Shift,Floor", ["A,1", "B,2"]),
    ],
)
def test_other_addresses_of_the_same_people_are_no_table(header: str, cells: list[str]) -> None:
    """A second address, that of a team or of somebody whom the name says, one alone, and none."""
    assert beside(header, *cells) == []


def test_title_of_somebody_else_of_the_row() -> None:
    """Whom to call is nobody of a second table."""
    assert beside("Name,Email", "Gus Hale,g.hale@y.de", "Ida Post,i@y.de", above="Emergency contact,") == []


def test_first_addresses_may_stand_behind_a_blank_column() -> None:
    """Without others left of them they are those of the people."""
    text = "First Name,Last Name,,Reached by,Site\nAnn,Lee,,q@x.de,Bern\nBo,Roe,,w@x.de,Bern"

    assert read_export(("staff.csv", text.encode())).sources[0].beside == ()
