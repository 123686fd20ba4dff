"""Columns that are dropped while reading."""

import pytest

from keycafe_clean.read.sensitive import sensitive_headers

HEADERS = ["First Name", "Password", "Geburtsdatum", "IBAN", "Salary", "Email"]


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
