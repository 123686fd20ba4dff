"""Which header holds the e-mail address."""

import pytest

from keycafe_clean.columns.suggest import suggest_columns
from tests.columns.sources import source_of, suggested, unsure

WORK: list[str | None] = ["ana@acme.com", "bo@acme.com", "cy@acme.com", "di@acme.com"]
HOME: list[str | None] = ["a1@mail.com", "b2@mail.com", "c3@mail.com", "d4@mail.com"]
LOGINS: list[str | None] = ["ana", "bo", "cy", "di"]


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


@pytest.mark.parametrize("cells", [{"Email": LOGINS}, {"Manager Email": WORK}, {"Contact": ["ext 1", "ext 2"]}])
def test_no_address(cells: dict[str, list[str | None]]) -> None:
    """Logins, phone numbers and other people's addresses are none."""
    assert [it for it in suggest_columns(source_of(cells)) if it.column == "Email Address"] == []
