"""Rows whose name is a known person's, but for a blank in the place of an apostrophe."""

import pytest

from keycafe_clean.match.known_apostrophes import names_with_apostrophes
from tests.match.test_known_names import Cells, here, named, there


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Awa", "N'Dour"), named("Awa", "N Dour"), True),
        (named("Awa", "N'Dour", "awa@a.com"), named("N Dour", "Awa", "andour@b.com"), True),
        (named("Awa", "N DOUR"), named("Awa", "N’Dour"), True),
        (named("Awa", "Ndour"), named("Awa", "N Dour"), True),
        (named("Awa", "N'Dour"), named("N", "Dour Awa"), True),
        (named("Lea", "Dell'Alba"), named("Lea", "Dell Alba"), True),
        (named("Lea", "Dell Alba"), named("Lea", "Dell´Alba"), True),
        (named("Awa", "N'Dour"), named("Awa", "Ndour"), False),
        (named("Awa", "N'Dour"), named("Awa", "Dour"), False),
        (named("Awa", "N'Dour"), named("Mia", "N Dour"), False),
        (named("Awa", "N'Dour", None, "1"), named("Awa", "N Dour", None, "2"), False),
    ],
)
def test_names_with_a_blank_for_an_apostrophe(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """Either side may have the blank, unless two numbers tell two people apart; the same name is met elsewhere."""
    assert (names_with_apostrophes(here(row), there(listed)).height > 0) is is_met


def test_who_is_a_row_is_nobody_else() -> None:
    """A known person who is a row for certain is no other row besides."""
    listed = there(named("Awa", "N Dour"), is_row=True)

    assert names_with_apostrophes(here(named("Awa", "N'Dour")), listed).is_empty()
