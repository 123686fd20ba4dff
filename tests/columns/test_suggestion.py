"""A suggestion and its reason in words."""

import pytest

from keycafe_clean.columns.suggestion import in_words, percent, usual


@pytest.mark.parametrize(
    ("header", "column", "reason"),
    [
        ("First Name", "First Name", "usual name"),
        ("Vorname", "First Name", "German for first name"),
        ("samAccountName", "employee_id", "usual Active Directory name"),
        ("Shoe", "employee_id", "means employee number"),
    ],
)
def test_reason_of_a_header(header: str, column: str, reason: str) -> None:
    """A header is usual, of a language, of a system, or only means something."""
    assert usual(header, column) == reason


@pytest.mark.parametrize(("column", "words"), [("employee_id", "employee number"), ("Badge Code", "badge code")])
def test_column_in_words(column: str, words: str) -> None:
    """Our own names of columns are said as people say them; Keycafe's in small letters."""
    assert in_words(column) == words


@pytest.mark.parametrize(("share", "said"), [(1.0, "100 %"), (0.999, "99 %"), (0.0, "0 %")])
def test_share_is_never_rounded_up(share: float, said: str) -> None:
    """Of nearly all it is not said that they are all."""
    assert percent(share) == said
