from pathlib import Path

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.waiting import WAITING, waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Get a desk at which a pair and four addresses wait; one person has no address."""
    return waiting_desk(tmp_path, WAITING.replace("k.oz@acme.com", ""))


@pytest.mark.parametrize(
    ("file", "column", "key", "lines", "most"),
    [
        (
            "",
            "Email Address",
            "Email Address",
            (
                "Email Address: 10 filled, 10 different, 1 empty.",
                "Most common domain acme.com (6).",
                "Odd: jana.novak@acme, p.lis@acme.con, e.brandt@acme.con, t.hill@acme.con.",
            ),
            ("acme.com", 6),
        ),
        (
            "workers.csv",
            "location",
            "workers.csv:location",
            ("Location: 11 filled, 2 different, 0 empty.", "Most common Oslo (7)."),
            ("Oslo", 7),
        ),
    ],
)
def test_a_column_is_told(  # noqa: PLR0917 - a case and what it is tried with
    desk: Desk, file: str, column: str, key: str, lines: tuple[str, ...], most: tuple[str, int]
) -> None:
    """Of the import as its cells are now, of a file as they were read."""
    actions.about_column(*desk, file, column)

    about = desk[0].about
    assert about
    assert (about.key, about.lines, about.most[0]) == (key, lines, most)


@pytest.mark.parametrize(("file", "column"), [("", "Email Address"), ("workers.csv", "location")])
def test_asked_again_it_is_closed(desk: Desk, file: str, column: str) -> None:
    """One button for both."""
    actions.about_column(*desk, file, column)
    side = desk[0].side

    actions.about_column(*desk, file, column)

    assert (side, desk[0].about) == ("column", None)


def test_a_column_that_is_not_used_is_empty(desk: Desk) -> None:
    """There is nothing odd in it either."""
    actions.about_column(*desk, "workers.csv", "Badge Code")

    assert desk[0].about
    assert desk[0].about.lines == ("Badge Code: 0 filled, 0 different, 11 empty.",)


def test_of_a_row_s_number_there_is_nothing_to_tell(desk: Desk) -> None:
    """Nor of what is remarked."""
    actions.about_column(*desk, "", "remark")

    assert (desk[0].about, desk[0].message) == (None, "")
