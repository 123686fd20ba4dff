"""What kind of thing a cell holds."""

import pytest

from keycafe_clean.read.table.cell_kinds import kind, spelling


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", "blank"),
        (" \t", "blank"),
        ("ann@example.com", "address"),
        ("SMTP:ann@example.com, smtp:al@example.org", "address"),
        ("ann@example.com and al@example.org", "address"),
        ("Ask ann@example.com, or write to al@example.org", "text"),
        ("2024-01-02", "date"),
        ("02.01.2024", "date"),
        ("3/5/19 12:00", "date"),
        ("15-Mar-2021", "date"),
        ("08:30", "date"),
        ("42", "number"),
        ("1 200,50 €", "number"),
        ("+421-322-934-084", "number"),
        ("yes", "flag"),
        ("Ann Lee", "text"),
        ("E-Mail", "text"),
        ("Müller", "text"),
    ],
)
def test_cells_have_a_kind(cell: str, expected: str) -> None:
    """The shape of a cell tells addresses, dates, numbers and flags from text."""
    assert kind(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("e_mail", "lower"), ("EMAIL", "upper"), ("Email", "mixed"), ("1", "mixed")]
)
def test_letters_have_a_spelling(cell: str, expected: str) -> None:
    """Small, large, or both."""
    assert spelling(cell) == expected


def test_long_cells_are_text() -> None:
    """Whatever they begin with, from 321 letters on."""
    assert (kind("1" * 320), kind("1" * 321)) == ("number", "text")
