"""Which character stands between two cells."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.text.delimiter import as_delimiter, find_delimiter


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("Vorname;Nachname;Gehalt\nAnn;Lee;1,5\nBob;Roe;2,5\n", ";"),
        ("First Name\tLast Name\nAnn\tLee, PhD\n", "\t"),
        ("First Name|Email\nAnn|a@example.com\n", "|"),
        ("name\nSmith, Ann\nLee, Bob\n", ","),
        ("name\nAnn Smith\n", ","),
        ('Name;Titel\n"Roe, Ann";"Leiterin, Einkauf"\n', ";"),
        ("Report, all staff, 2026\nRun by: Ann, Bob\n\nVorname;Nachname\nAnn;Lee\nBob;Roe\nCy;Poe\n", ";"),
        ("sep=|\na,b|c\n", "|"),
        ('"sep=;"\r\na,b;c\n', ";"),
        ("SEP=\t\na,b\tc\n", "\t"),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str) -> None:
    """A declared one is obeyed; otherwise known names and steady widths decide."""
    assert find_delimiter(text.encode()) == delimiter


@pytest.mark.parametrize(("said", "delimiter"), [(";", ";"), ("Tab", "\t"), ("\\t", "\t"), ("pipe", "|"), ("^", "^")])
def test_a_delimiter_can_be_named(said: str, delimiter: str) -> None:
    """A character is itself, and what is hard to type has a word."""
    assert as_delimiter(said) == delimiter


@pytest.mark.parametrize("said", ["::", "", '"', "\n"])
def test_what_is_no_delimiter_is_said(said: str) -> None:
    """Several characters, quote marks and line ends stand between no cells."""
    with pytest.raises(UnreadableExport) as told:
        as_delimiter(said)

    assert str(told.value) == (f"'{said}' is no delimiter. Give one character, or say comma, semicolon, tab or pipe.")
