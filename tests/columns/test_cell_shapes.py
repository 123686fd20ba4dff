"""What the cells of a column say."""

import polars as pl
import pytest

from keycafe_clean.columns import cell_shapes
from keycafe_clean.columns.profile import CellTest
from keycafe_clean.steps.status import active_meanings, status_meanings
from keycafe_clean.words import words

ADDRESSES = ["ana@acme.com", "<ana@acme.com>", "mailto:ana@acme.com", "wilson k@acme.com", "ana@acme", "ana @acme.com"]
DATES = [
    *(
        "2019-03-15",
        "03/15/2019",
        "3/5/19",
        "15-Mar-2019",
        "01-JAN-19",
        "15.03.2019",
        "1.3.26",
        "20190315",
        "2019/03/15",
    ),
    *(
        "March 15, 2019",
        "03/15/2019 12:00:00 AM",
        "2019-03-15T00:00:00.000Z",
        "Fr, 02.10.2026",
        "46296",
        "2019年3月15日",
    ),
    *("15 de marzo de 2019", "15 mars 2019"),
]
EMPLOYMENT = [
    *(
        "Active",
        "Terminated - Voluntary",
        "On Leave",
        "A",
        "L",
        "T",
        "Former employee",
        "Long-term leave",
        "Future Start",
    ),
    *("Aktiv", "Ausgeschieden", "Elternzeit", "gekündigt", "Actif", "Présent", "Sorti", "ACTIVO", "BAJA", "Desligado"),
    *(
        "Cessato",
        "uit dienst",
        "zwolniony",
        "slutat",
        "在籍中",
        "退職済",
        "재직",
        "Not on payroll",
        "SUSPENDED",
        "1",
        "No",
    ),
]
APPLICATION = ["Applied", "Offered", "In Review", "Rejected", "Interviewing", "Phone Screen", "応募中"]


@pytest.mark.parametrize(
    ("says", "yes", "no"),
    [
        (cell_shapes.is_address, ADDRESSES, ["ana", "@acme.com", "ana@", "acme.com"]),
        (cell_shapes.is_name, ["Ana", "Żółkiewska, Ewa", "佐川恭子"], ["1001", "ana@acme.com", "+421-322"]),
        (cell_shapes.is_date, DATES, ["soon", "12", "Ana Ruiz", "1001", "99,5"]),
        (cell_shapes.is_flag, ["Yes", "no", "TRUE", "1", "x", "Nein", "não", "はい"], ["maybe", "2", "Active"]),
        (cell_shapes.is_employment, EMPLOYMENT, ["Blue", "Married", "Applied", "Cadre", "7"]),
        (cell_shapes.is_application, APPLICATION, ["Active", "Terminated"]),
        (cell_shapes.is_contract, ["Full-Time", "CDI", "Teilzeit", "正社員"], ["Active", "Terminated"]),
        (cell_shapes.has_several_words, ["Ana Ruiz", "Ruiz,Ana"], ["Ana", "O'Neill", "Ana 1001"]),
        (cell_shapes.has_inner_blank, ["Ana R"], ["aruiz", "h.potter"]),
        (
            cell_shapes.looks_like_a_name,
            ["Ana Ruiz", "Ruiz, Ana", "Ana de la Cruz"],
            ["Ana", "Sales team", "Room 12", "ANA"],
        ),
        (cell_shapes.is_said_to_be_blank, ["", "N/A", "nan", "-", "kein", "なし"], ["Nan Li", "0", "no"]),
    ],
)
def test_cell_says_what_it_looks_like(says: CellTest, yes: list[str], no: list[str]) -> None:
    """A cell says what it says in any language and case, and nothing where it is null."""
    cells = pl.DataFrame({"cell": [*yes, *no, None]})

    assert cells.select(says("cell")).to_series().to_list() == [True] * len(yes) + [False] * len(no) + [None]


def words_that(says: CellTest, cells: tuple[str, ...]) -> set[str]:
    """Get the cells that pass a test."""
    return set(pl.DataFrame({"cell": cells}).filter(says("cell")).to_series())


def test_every_flag_of_the_vocabulary_is_a_flag_and_understood() -> None:
    """Whatever a step reads as a yes or a no is one to the columns, in any case, and the other way round."""
    flags = words("flags", "true", "false", "marks")
    cells = (*flags, *(word.upper() for word in flags))

    assert words_that(cell_shapes.is_flag, cells) == set(cells)
    assert set(active_meanings(pl.Series(cells))) == {"active", "inactive"}


def test_every_status_word_of_the_vocabulary_is_about_employment() -> None:
    """What a step understands as a status is one to the columns; words of a contract or a process alone are none."""
    statuses = words("status", "active", "inactive", "leave", "future")
    others = (cell_shapes.is_contract, cell_shapes.is_about_a_process, cell_shapes.is_application)
    about_else = set().union(*(words_that(says, statuses) for says in others))

    assert set(statuses) - words_that(cell_shapes.is_employment, statuses) <= about_else
    assert len(about_else) < len(statuses) / 10


def test_what_counts_as_a_status_is_understood_or_asked_about() -> None:
    """A word that only says that a cell is about employment is never taken for blank, nor a known one for unknown."""
    topics = pl.Series([word.replace("*", "") for word in words("topics", "employment")])
    statuses = pl.Series(words("status", "active", "inactive", "leave", "future"))

    assert status_meanings(topics).null_count() == 0
    assert status_meanings(statuses.filter(~statuses.is_in(["0", "1"]))).is_in(["unknown"]).any() is False
