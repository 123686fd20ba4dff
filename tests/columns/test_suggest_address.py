"""Which header holds the e-mail address."""

import pytest

from keycafe_clean.columns.suggest import suggest_columns
from tests.columns.sources import CODES, NOTHING, some, source_of, suggested, unsure
from tests.columns.sources import HOME as OTHERS
from tests.columns.sources import WORK as TEN

WORK: list[str | None] = ["ana@acme.com", "bo@acme.com", "cy@acme.com", "di@acme.com"]
HOME: list[str | None] = ["a1@mail.com", "b2@mail.com", "c3@mail.com", "d4@mail.com"]
LOGINS: list[str | None] = ["ana", "bo", "cy", "di"]

_POWERSHELL = "its cells are what PowerShell writes instead of several values; export it joined, by -join ';'"


@pytest.mark.parametrize(
    ("cells", "header"),
    [
        ({"Email": WORK}, "Email"),
        ({"E-Mail (privat)": HOME, "E-Mail (dienstlich)": WORK}, "E-Mail (dienstlich)"),
        ({"Email": HOME, "Work Email": WORK}, "Work Email"),
        ({"Courriel": WORK, "Courriel personnel": HOME}, "Courriel"),
        ({"Manager Email": HOME, "Recovery Email": HOME, "Email Address [Required]": WORK}, "Email Address [Required]"),
        ({"Email": LOGINS, "Username": WORK}, "Username"),
        ({"userPrincipalName": HOME, "mail": WORK}, "mail"),
        ({"proxyAddresses": HOME, "mail": WORK}, "mail"),
        ({"userPrincipalName": HOME, "proxyAddresses": ["SMTP:ana@acme.com;smtp:a@acme.com"] * 4}, "proxyAddresses"),
        ({"Email 2": HOME, "Email 1": WORK}, "Email 1"),
        ({"username": WORK, "email": [None, "bo@acme.com", None, None]}, "username"),
        ({"Email": [None, None]}, "Email"),
        (
            {"Email": ["a1@mail.com", "b2@web.com", "c3@post.com", "d4@mail.org"], "E-mail Address": WORK},
            "E-mail Address",
        ),
    ],
)
def test_address(cells: dict[str, list[str | None]], header: str) -> None:
    """The cells decide, then work before the rest; a fuller column that never contradicts goes first."""
    assert suggested(cells)["Email Address"] == (header,)


def test_addresses_of_one_company_are_sure_under_any_name() -> None:
    """A column of different addresses at one company needs no name that says so; one of a provider does."""
    people = [f"person{number}" for number in range(6)]
    company: list[str | None] = [f"{person}@acme.com" for person in people]
    provider: list[str | None] = [f"{person}@gmail.com" for person in people]

    assert suggested({"saml_id": company}) == {"Email Address": ("saml_id",)}
    assert [it.headers for it in unsure({"saml_id": provider})] == [("saml_id",)]
    assert [it.headers for it in unsure({"saml_id": [company[0]] * 6})] == [("saml_id",)]


@pytest.mark.parametrize(
    ("header", "cells", "sure"),
    [
        ("Email Zq", WORK, True),
        ("E-mail zq", HOME, True),
        ("Correo zq", WORK, True),
        ("Email Kantor", WORK, True),
        ("Email Zq", WORK[:1] * 4, False),
        ("Zq", WORK, False),
        ("Email Pribadi", HOME, False),
    ],
)
def test_header_that_begins_with_mail_holds_the_addresses(header: str, cells: list[str | None], *, sure: bool) -> None:
    """If no other column has any, and they are not those of a few people beside the rows."""
    assert [it.sure for it in suggest_columns(source_of({header: cells})) if it.column == "Email Address"] == [sure]


def test_reason_is_the_share() -> None:
    """The reason says how many of the filled cells are addresses, never rounded up."""
    (found,) = suggest_columns(source_of({"Email": ["a@acme.com", "b@acme.com", "none at all", None]}))

    assert found.reason == "66 % are addresses"


@pytest.mark.parametrize(
    ("cells", "header", "reason"),
    [
        ({"Column 3": WORK}, "Column 3", "100 % are addresses, under a name that says nothing"),
        ({"Home Email": HOME}, "Home Email", "100 % are addresses, and it is private, not the address at work"),
        ({"Email": ["ana", "bo", "cy", "di@acme.com"]}, "Email", "25 % are addresses"),
        ({"Email": WORK, "E-mail Address": HOME}, "Email", "'E-mail Address' holds other addresses"),
    ],
)
def test_doubts(cells: dict[str, list[str | None]], header: str, reason: str) -> None:
    """What may be the address is asked about, with the doubt."""
    assert [(it.column, it.headers, it.reason) for it in unsure(cells)] == [("Email Address", (header,), reason)]


@pytest.mark.parametrize("cells", [{"Manager Email": WORK}, {"Contact": ["ext 1", "ext 2"]}])
def test_no_address(cells: dict[str, list[str | None]]) -> None:
    """Phone numbers and other people's addresses are none."""
    assert [it for it in suggest_columns(source_of(cells)) if it.column == "Email Address"] == []


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (LOGINS, "none of its cells is an address"),
        (["System.String[]", "System.Object[]"], _POWERSHELL),
        (["Microsoft.ActiveDirectory.Management.ADPropertyValueCollection"], _POWERSHELL),
    ],
)
def test_column_of_addresses_without_any_is_asked_about(cells: list[str | None], reason: str) -> None:
    """A filled column that is called so is never put aside."""
    found = [it for it in suggest_columns(source_of({"Email": cells})) if it.column == "Email Address"]

    assert [(it.headers, it.sure, it.reason) for it in found] == [(("Email",), False, reason)]


def address_of(cells: dict[str, list[str | None]]) -> tuple[tuple[str, ...], bool] | None:
    """Get the headers that are suggested for the address, and whether that is sure; None: none is."""
    found = [it for it in suggest_columns(source_of(cells)) if it.column == "Email Address"]
    return (found[0].headers, found[0].sure) if found else None


@pytest.mark.parametrize(("count", "sure"), [(5, True), (4, False)])
def test_half_of_the_cells_under_a_header_must_be_addresses(count: int, *, sure: bool) -> None:
    """A header of addresses is believed where half of its cells are some."""
    assert address_of({"Email": some(count, TEN, CODES)}) == (("Email",), sure)


@pytest.mark.parametrize(("count", "expected"), [(8, (("Username",), True)), (7, None)])
def test_eight_of_ten_logins_must_be_addresses(count: int, expected: object) -> None:
    """A login is the address where its cells are addresses."""
    assert address_of({"Username": some(count, TEN, CODES)}) == expected


@pytest.mark.parametrize(("count", "expected"), [(8, (("saml_id",), True)), (7, None)])
def test_eight_of_ten_cells_under_an_unknown_header_must_be_addresses(count: int, expected: object) -> None:
    """A header that nobody knows holds addresses where its cells are addresses."""
    assert address_of({"saml_id": some(count, TEN, CODES)}) == expected


@pytest.mark.parametrize(("filled", "is_asked"), [(5, True), (4, False)])
def test_rival_must_be_half_filled(filled: int, *, is_asked: bool) -> None:
    """Another column of addresses that differs is asked about where half of it is filled."""
    others: list[str | None] = [f"{number}@acme.com" for number in range(10)]

    assert bool(unsure({"Email": TEN, "E-mail Address": some(filled, others, NOTHING)})) is is_asked


@pytest.mark.parametrize(("same", "is_asked"), [(9, False), (8, True)])
def test_two_columns_that_agree_in_nine_rows_of_ten_are_one(same: int, *, is_asked: bool) -> None:
    """A tenth may differ between two columns of addresses before somebody is asked."""
    assert bool(unsure({"Email": TEN, "E-mail Address": some(same, TEN, OTHERS)})) is is_asked


@pytest.mark.parametrize(("shared", "is_sure"), [(7, True), (8, False)])
def test_company_has_clearly_more_addresses_of_one_domain(shared: int, *, is_sure: bool) -> None:
    """Of two columns that differ, the one whose addresses share a domain by more than a fifth more is the company's."""
    other = [f"{number}@home.com" for number in range(shared)] + [f"x@{number}.com" for number in range(10 - shared)]

    assert address_of({"Email": TEN, "E-mail Address": list(other)}) == (("Email",), is_sure)


@pytest.mark.parametrize(("filled", "header"), [(8, "Username"), (9, "Email")])
def test_fuller_column_has_clearly_more_addresses(filled: int, header: str) -> None:
    """A login goes before a header of addresses only where it has more than a tenth of the people more."""
    assert address_of({"Email": some(filled, TEN, NOTHING), "Username": TEN}) == ((header,), True)


@pytest.mark.parametrize(("wrong", "header"), [(1, "Username"), (2, "Email")])
def test_fuller_column_contradicts_hardly_ever(wrong: int, header: str) -> None:
    """One address of twenty may differ in the fuller column."""
    people = [f"person{number}@acme.com" for number in range(40)]
    known = [*(f"other{number}@acme.com" for number in range(wrong)), *people[wrong:20], *[None] * 20]

    assert address_of({"Email": list(known), "Username": list(people)}) == ((header,), True)


@pytest.mark.parametrize(("filled", "expected"), [(4, (("saml_id",), False)), (3, None)])
def test_unknown_column_is_filled_for_a_third(filled: int, expected: object) -> None:
    """Addresses of fewer people than a third are about somebody else."""
    assert address_of({"saml_id": some(filled, TEN, NOTHING)}) == expected


@pytest.mark.parametrize(
    ("cells", "sure"),
    [
        (TEN[:5], True),
        (TEN[:4], False),
        (some(9, TEN, TEN[:1] * 10), True),
        (some(8, TEN, TEN[:1] * 10), False),
        (some(9, TEN, OTHERS), True),
        (some(8, TEN, OTHERS), False),
        ([f"a{number}@{'gmail' if number == 0 else 'acme'}.com" for number in range(11)], True),
        ([f"a{number}@{'gmail' if number == 0 else 'acme'}.com" for number in range(10)], False),
    ],
)
def test_company_of_an_unknown_column(cells: list[str | None], *, sure: bool) -> None:
    """It is sure with five addresses of which nine of ten differ and share a domain, hardly one at a provider."""
    assert address_of({"saml_id": cells}) == (("saml_id",), sure)
