"""Columns that are dropped while reading."""

import pytest

from keycafe_clean.export import Source
from keycafe_clean.read import read_export
from keycafe_clean.read.table.sensitive import sensitive_headers

HEADERS = ["First Name", "Password", "Geburtsdatum", "IBAN", "Salary", "Email"]

IBANS = [
    "DE89370400440532013000", "AT611904300234573201", "FR1420041010050500013M02606", "NL91ABNA0417164300",
    "BE68539007547034", "ES9121000418450200051332", "IT60X0542811101000000123456",
]  # fmt: skip
PESELS = ["44051401359", "02070803628", "90010112349", "85121298764", "71092506384", "66030417895", "58111223459"]
BIRTHS = ["30.04.1961", "02.11.1975", "19.01.1983", "07.07.1990", "24.12.1998", "15.03.2004", "08.08.1969"]
HIRES = ["01.04.1999", "01.10.2008", "01.01.2015", "15.06.2019", "01.09.2022", "01.02.2024", "01.11.2025"]


@pytest.mark.parametrize(
    ("evidence", "dropped"),
    [
        ((), ("Password", "Geburtsdatum", "IBAN", "Salary")),
        (("Geburtsdatum",), ("Password", "IBAN", "Salary")),
    ],
)
def test_sensitive_columns_are_named(evidence: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    """Passwords, birth dates, bank and pay; what is asked for as evidence stays."""
    assert sensitive_headers(HEADERS, evidence) == dropped


def read(header: str, cells: list[str], *, named: bool = True, dates: tuple[str, ...] = ()) -> Source:
    """Read seven people with such a column beside their names, and the days on which they were hired."""
    people = [f"Ann{place},Lee,ann{place}@example.com,{HIRES[place]},{cell}" for place, cell in enumerate(cells)]
    names = [f"First Name,Last Name,Email,Eintritt,{header}"] if named else []
    return read_export(("hr.csv", "\n".join([*names, *people]).encode()), dates=dates).sources[0]


@pytest.mark.parametrize(
    "header", ["Ref", "Employee ID", "Personalnummer", "Badge No.", "Phone", "Cost Center", "Notes"]
)
@pytest.mark.parametrize(("cells", "told"), [(IBANS, "IBANs"), (BIRTHS, "dates of birth")])
def test_private_cells_are_dropped_whatever_the_header_says(header: str, cells: list[str], told: str) -> None:
    """The column is dropped, named, and what its cells look like is told."""
    source = read(header, cells)

    assert (source.headers[-1], source.dropped, source.private_cells) == ("Eintritt", (header,), {header: told})


@pytest.mark.parametrize("header", ["Hire Date", "Eintrittsdatum", "Last Day", "Termination Date", "Fecha de baja"])
def test_days_of_employment_stay(header: str) -> None:
    """A header that is known to be about first and last days is believed."""
    assert read(header, BIRTHS).dropped == ()


def test_days_that_are_said_to_be_others_stay() -> None:
    """Somebody who knows the file has the last word about dates."""
    assert read("Since", BIRTHS, dates=("Since",)).dropped == ()


def test_numbers_stay_private_whatever_is_said() -> None:
    """What is said about dates says nothing about accounts."""
    assert read("Since", IBANS, dates=("Since",)).dropped == ("Since",)


def test_a_column_without_a_name_is_dropped() -> None:
    """Without column names, the cells alone tell; the column is told by its place."""
    source = read("", IBANS, named=False)

    assert (source.dropped, source.private_cells) == (("Column 5",), {"Column 5": "IBANs"})


@pytest.mark.parametrize("cells", [IBANS, BIRTHS])
def test_a_person_taken_for_the_column_names_is_not_told(cells: list[str]) -> None:
    """The name of a dropped column that is itself such a cell is only counted."""
    people = [f"Ann{place},Lee,{cell}" for place, cell in enumerate(cells)]

    source = read_export(("hr.csv", "\n".join(people).encode()), header=1).sources[0]

    assert source.dropped == ("Column 3",)


def test_a_column_that_few_fill_is_judged_by_all_of_its_cells() -> None:
    """Seven accounts among two thousand people are accounts."""
    people = [
        f"Ann,Lee,a{place}@example.com,{IBANS[place // 300] if place % 300 == 7 else ''}" for place in range(2_000)
    ]

    source = read_export(("hr.csv", "\n".join(["First Name,Last Name,Email,Ref", *people]).encode())).sources[0]

    assert source.dropped == ("Ref",)
