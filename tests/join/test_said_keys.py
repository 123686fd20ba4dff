"""A key as somebody said it."""

import pytest

from keycafe_clean.join.said_keys import header_like, said_key
from tests.join.pairs import source

STAFF = source("staff.csv", "Personalnummer;Name;A=B", "7;Anna;1")
ACCOUNTS = source("ad.csv", "personalnummer;EmployeeID;A=B", "7;8;1")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Personalnummer", ("Personalnummer", "personalnummer")),
        ("Personalnummer=EmployeeID", ("Personalnummer", "EmployeeID")),
        (" PERSONALNUMMER = Employee ID ", ("Personalnummer", "EmployeeID")),
        ("A=B", ("A=B", "A=B")),
        ("A=B=EmployeeID", ("A=B", "EmployeeID")),
        ("Personalnummer=A=B", ("Personalnummer", "A=B")),
        ("EmployeeID=Personalnummer", None),
        ("Name", None),
        ("", None),
        ("=", None),
    ],
)
def test_said_key(text: str, key: tuple[str, str] | None) -> None:
    """A key is one header, or one of the export and one of the file; case and signs do not count."""
    assert said_key(text, STAFF, ACCOUNTS) == key


def test_header_that_several_are_like_is_none() -> None:
    """Where two headers are like what was said, neither is meant, unless one is the same."""
    assert header_like("e mail", ("E-Mail", "E_mail")) is None
    assert header_like("E-Mail", ("E-Mail", "E_mail")) == "E-Mail"
