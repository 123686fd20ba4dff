import csv
import json
import string

import polars as pl
import pytest
from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.article.addresses import email_key, is_email_address
from tests.shared import SHARED, needs_shared


def accepted(*cells: str | None) -> list[bool | None]:
    """Get the answer of the expression, cell by cell."""
    return pl.DataFrame({"a": pl.Series(cells, dtype=pl.String)}).select(is_email_address("a")).to_series().to_list()


@pytest.mark.parametrize(
    "cell",
    [
        "jana.novak@acme.com",
        "JANA@ACME.COM",
        "o'neil+keys@mail.acme.co.uk",
        "a@b-c.de",
        "a@xn--mnchen-3ya.de",
        "jörg@müller.de",
        "花子@例え.jp",
        "a@acme.example",
        "a@acme.local",
        "x" * 64 + "@acme.com",
    ],
)
def test_address_is_accepted_when_it_is_complete(cell: str) -> None:
    """Everyday, international and company-internal addresses are addresses."""
    assert accepted(cell) == [True]


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "jana.novak@acme",
        "jana.novak",
        "jana@@acme.com",
        "jana@acme..com",
        ".jana@acme.com",
        "jana.@acme.com",
        "jana novak@acme.com",
        " jana@acme.com",
        "jana@acme.com ",
        "jana@acme.com.",
        "jana@acme,com",
        "<jana@acme.com>",
        "jana@acme.com; jo@acme.com",
        "jana@-acme.com",
        "jana@acme.123",
        "jana@[127.0.0.1]",
        '"jana"@acme.com',
        "jana@ab--c.com",
        "jörg@localhost",
        "jana\u200b@acme.com",
        "jana@acme.com\n",
        "x" * 65 + "@acme.com",
        "jana@" + "a" * 64 + ".com",
    ],
)
def test_address_is_refused_when_it_is_not_one_complete_address(cell: str) -> None:
    """Whatever is not exactly one address is none."""
    assert accepted(cell) == [False]


def test_address_is_null_when_the_cell_is_blank() -> None:
    """A blank cell is neither an address nor a broken one."""
    assert accepted(None, "a@b.com") == [None, True]


def library_accepts(address: str) -> bool:
    """Ask email-validator, as strictly as it can be asked without the network."""
    try:
        validate_email(address, check_deliverability=False, strict=True)
    except EmailNotValidError:
        return False
    return True


@given(
    local=st.text("ab.1'+-_ \"(ä\u0301", min_size=1, max_size=8),
    domain=st.text(string.ascii_lowercase[:3] + ".-1ü_ X", min_size=1, max_size=10),
)
def test_address_agrees_with_the_library(local: str, domain: str) -> None:
    """The expression says what email-validator says, whatever the letters."""
    address = f"{local}@{domain}"

    assert accepted(address) == [library_accepts(address)]


@pytest.mark.parametrize("domain", sorted(set(SPECIAL_USE_DOMAIN_NAMES) - {"localhost"}))
def test_address_is_accepted_when_only_delivery_is_in_doubt(domain: str) -> None:
    """Names kept for special use are syntax, though the library refuses them."""
    assert accepted(f"jana@acme.{domain}") == [True]


@needs_shared
def test_address_refuses_every_case_that_is_invalid_or_dubious() -> None:
    """Of the public collection of cases nothing invalid or dubious is accepted."""
    with (SHARED / "data/email/isemail_cases.csv").open(encoding="utf-8", newline="") as file:
        cases = [line for line in csv.DictReader(file) if not line["verdict"].startswith("valid")]

    answers = accepted(*(json.loads(case["address_json"]) for case in cases))

    assert [case["id"] for case, answer in zip(cases, answers, strict=True) if answer] == []


def test_international_domain_and_its_punycode_are_one() -> None:
    """An address is compared as a machine writes its domain; what is no domain stays."""
    cells = pl.DataFrame({"Email Address": ["Ana@BÜRO.de", "ana@xn--bro-hoa.de", "ana@ü..de", None]})

    assert cells.select(email_key("Email Address")).to_series().to_list() == [
        "ana@xn--bro-hoa.de",
        "ana@xn--bro-hoa.de",
        "ana@ü..de",
        None,
    ]
