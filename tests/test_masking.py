import pytest

from keycafe_clean.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  NOVAK ", "  NXXXX "),
        ("O'Neill-Żółć 3rd", "O'Nxxxx-Żxxx 0rx"),
        ("j.novak@acme.con", "j.nxxxx@acme.con"),
        ("Jana <jana@acme.com>; 0420 77", "Jxxx <jxxx@acme.com>; 0000 00"),
        ("李小龍", "李xx"),
        ("", ""),
    ],
)
def test_shape_without_the_letters(text: str, shown: str) -> None:
    """What is said of a cell can be seen, and not whose it is."""
    assert masked(text) == shown


@pytest.mark.parametrize("text", ["NOVAK", "j.novak@acme.con", "Müller 12"])
def test_masked_twice_is_masked_once(text: str) -> None:
    """Digits and letters stay what they were made."""
    assert masked(masked(text)) == masked(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rene\u0301e", "Rxxx\u0301x"),
        ("A\u200bn\u200bn", "A\u200bx\u200bx"),
        ("\u092a\u094d\u0930\u093f\u092f\u093e", "\u092a\u094dx\u093fx\u093e"),
        ("O'Neil-Roe", "O'Nxxx-Rxx"),
    ],
)
def test_accent_or_unseen_letter_ends_no_word(text: str, expected: str) -> None:
    """The letter behind it is not the first one of a word."""
    assert masked(text) == expected
