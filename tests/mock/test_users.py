import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.mock.users import key_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ann@Example.com", "ann@example.com"),
        ("  ann@example.com\t", "ann@example.com"),
        ("00042", "00042"),
        ("AB-7", "ab-7"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("", None),
        (" \u00a0\n", None),
    ],
)
def test_a_key_is_trimmed_and_folded(text: str, key: str | None) -> None:
    """Zeros stay; a blank is nobody's key."""
    assert key_of(text) == key


@given(email=st.emails())
def test_case_and_outer_spaces_make_no_other_address(email: str) -> None:
    """However somebody types it, it is one address."""
    assert key_of(f" {email.swapcase()} ") == key_of(email)
