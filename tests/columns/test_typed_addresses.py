import polars as pl
import pytest

from keycafe_clean.columns.typed_addresses import (
    address_at_work,
    headers_beside,
    private_ones,
    typed_pairs,
    types_beside,
)

HEADERS = ("E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Type", "E-mail 2 - Value", "Phone 1 - Value")


def test_pairs_of_address_and_type() -> None:
    """An address and its type have the same number and the same words before it."""
    assert typed_pairs(HEADERS) == (("E-mail 1 - Value", "E-mail 1 - Type"), ("E-mail 2 - Value", "E-mail 2 - Type"))
    assert typed_pairs(("Email", "Email Type", "Email 2")) == (("Email", "Email Type"),)
    assert typed_pairs(("Mail 1", "Mail 1 - Label", "Mail 2")) == (("Mail 1", "Mail 1 - Label"),)
    assert typed_pairs(("Contract", "Contract Type", "Phone 1", "Phone 1 Type")) == ()


@pytest.mark.parametrize(
    ("addresses", "types"),
    [
        (("Correo 1", "Correo 2"), ("Tipo de correo 1", "Tipo de correo 2")),
        (("E-Mail 1", "E-Mail 2"), ("E-Mail-Art 1", "E-Mail-Art 2")),
        (("Email Address 1", "Email Address 2"), ("Email Type 1", "Email Type 2")),
        (("Courriel", "Courriel 2"), ("Type de courriel", "Type de courriel 2")),
    ],
)
def test_pairs_of_one_number(addresses: tuple[str, str], types: tuple[str, str]) -> None:
    """An address and its type have the same number, whatever the words for them; one without a number is the first."""
    headers = (types[0], addresses[0], types[1], addresses[1])

    assert typed_pairs(headers) == tuple(zip(addresses, types, strict=True))


@pytest.mark.parametrize(
    ("headers", "pairs"),
    [
        (("Type 1", "E-mail 1", "Type 2", "E-mail 2"), [(1, 0), (3, 2)]),
        (("E-mail 1", "Type 1", "E-mail 2", "Type 2"), [(0, 1), (2, 3)]),
        (("Type adresse 1", "Adresse mail 1", "Type adresse 2", "Adresse mail 2"), [(1, 0), (3, 2)]),
        (("Art", "E-Mail"), [(1, 0)]),
        (("Correo", "Tipo"), [(0, 1)]),
        (("EMAIL_ADDR", "DEPTID", "E_ADDR_TYPE"), [(0, 2)]),
        (("Type", "Name", "E-mail"), []),
        (("Type 2", "E-mail 1"), []),
    ],
)
def test_pairs_of_neighbours(headers: tuple[str, ...], pairs: list[tuple[int, int]]) -> None:
    """A type that does not say of what is that of the address beside it, of the same number."""
    assert typed_pairs(headers) == tuple((headers[address], headers[kind]) for address, kind in pairs)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["Pro", "Perso"], ["a@x.fr", None]),
        (["BUSN", "HOME"], ["a@x.fr", None]),
        (["W1", "H1"], ["a@x.fr", None]),
        (["CORP", "PERS"], ["a@x.fr", None]),
        (["Personal", "Extern"], ["a@x.fr", "b@y.fr"]),
    ],
)
def test_words_and_codes_of_a_bare_type(kinds: list[str], expected: list[str | None]) -> None:
    """They say which address is private, unless the column has types of something else."""
    cells = pl.DataFrame({"Type": kinds, "E-mail": ["a@x.fr", "b@y.fr"]})
    chosen = address_at_work("E-mail", cells)

    taken = cells.select(pl.all().name.prefix("source.")).select(pl.col("source.E-mail") if chosen is None else chosen)
    assert taken.to_series().to_list() == expected


def test_type_of_one_of_several_addresses_is_nobodys() -> None:
    """Where two addresses could have the type it is open which of them has it."""
    assert typed_pairs(("Correo", "Mail", "Tipo de correo")) == ()


def test_address_at_work_is_found_among_numbered_ones() -> None:
    """In each row the numbered address whose type says work in its language is taken, and a private one never."""
    cells = pl.DataFrame(
        {
            "Soort e-mail 1": ["Privé", "Werk", "Thuis"],
            "E-mailadres 1": ["a@home.nl", "b@work.nl", "c@home.nl"],
            "Soort e-mail 2": ["Werk", "Privé", None],
            "E-mailadres 2": ["a@work.nl", "b@home.nl", None],
        }
    )
    chosen = address_at_work("E-mailadres 1", cells)

    assert chosen is not None
    taken = cells.select(pl.all().name.prefix("source.")).select(chosen).to_series().to_list()
    assert taken == ["a@work.nl", "b@work.nl", None]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Work", "Home"), "one@a.com"),
        (("Home", "Work"), "two@b.com"),
        (("* Other", "* Work"), "two@b.com"),
        (("privat", "geschäftlich"), "two@b.com"),
        (("Home", "Other"), "two@b.com"),
        (("HOME", "HOME"), "one@a.com"),
        ((None, None), "one@a.com"),
    ],
)
def test_address_at_work_goes_first(types: tuple[str | None, str | None], expected: str) -> None:
    """In each row the address whose type says work is taken, else that of the column that was chosen."""
    cells = pl.DataFrame([(types[0], "one@a.com", types[1], "two@b.com", "+44")], schema=HEADERS, orient="row")
    chosen = address_at_work("E-mail 1 - Value", cells)

    assert chosen is not None
    assert cells.select(pl.all().name.prefix("source.")).select(chosen).item() == expected


@pytest.mark.parametrize(
    ("types_count", "expected"), [(True, ["a@work.com", None]), (False, ["a@work.com", "b@home.com"])]
)
def test_private_address_is_not_taken_beside_those_at_work(*, types_count: bool, expected: list[str | None]) -> None:
    """Whoever has none but a private one has none, unless the types are said to count for nothing."""
    cells = pl.DataFrame({"Mail": ["a@work.com", "b@home.com"], "Mail Type": ["WORK", "HOME"]})
    chosen = address_at_work("Mail", cells, types_count=types_count)

    assert chosen is not None
    assert cells.select(pl.all().name.prefix("source.")).select(chosen).to_series().to_list() == expected


def test_private_ones() -> None:
    """Who has a private address by its type, and which column says so."""
    cells = pl.DataFrame({"Mail": ["a@work.com", "b@home.com", None], "Mail Type": ["WORK", "HOME", "HOME"]})
    found = private_ones("Mail", cells)

    assert found is not None
    assert found[0] == "Mail Type"
    assert cells.select(pl.all().name.prefix("source.")).select(found[1]).to_series().to_list() == [False, True, False]
    assert types_beside("Mail", cells.columns) == {"Mail Type"}


def test_address_without_a_type_stands_as_it_is() -> None:
    """Only a column with its type beside it is read with it."""
    assert address_at_work("Email", pl.DataFrame({"Email": ["one@a.com"]})) is None


def test_headers_beside_the_chosen_one() -> None:
    """Types, and addresses that are taken where those say so."""
    headers = ("Email 1", "Email 1 Type", "Phone", "Email 2", "Email 2 Type")
    cells = pl.DataFrame({header: ["x"] for header in headers})

    assert headers_beside(("Email 1",), cells) == ("Email 1 Type", "Email 2", "Email 2 Type")
    assert headers_beside(("Email 1", "Email 2"), cells) == headers_beside((), cells) == ()
