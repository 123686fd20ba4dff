"""What the cells of a column say."""

import tomllib
from importlib.resources import files

import polars as pl
import pytest

from keycafe_clean.columns import evidence
from keycafe_clean.columns.profile import Evidence

VALUES = tomllib.loads(files("keycafe_clean.columns").joinpath("values.toml").read_text(encoding="utf-8"))

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
        (evidence.is_address, ADDRESSES, ["ana", "@acme.com", "ana@", "acme.com"]),
        (evidence.is_name, ["Ana", "Żółkiewska, Ewa", "佐川恭子"], ["1001", "ana@acme.com", "+421-322"]),
        (evidence.is_date, DATES, ["soon", "12", "Ana Ruiz", "1001", "99,5"]),
        (evidence.is_flag, ["Yes", "no", "TRUE", "1", "x", "Nein", "não", "はい"], ["maybe", "2", "Active"]),
        (evidence.is_employment, EMPLOYMENT, ["Blue", "Married", "Applied", "Cadre", "7"]),
        (evidence.is_application, APPLICATION, ["Active", "Terminated"]),
        (evidence.is_contract, ["Full-Time", "CDI", "Teilzeit", "正社員"], ["Active", "Terminated"]),
        (evidence.is_east_asian, ["佐川", "サガワ", "김철수"], ["Sagawa", "Żółć"]),
        (evidence.has_several_words, ["Ana Ruiz", "Ruiz,Ana"], ["Ana", "O'Neill", "Ana 1001"]),
        (evidence.has_inner_blank, ["Ana R"], ["aruiz", "h.potter"]),
        (
            evidence.looks_like_a_name,
            ["Ana Ruiz", "Ruiz, Ana", "Ana de la Cruz"],
            ["Ana", "Sales team", "Room 12", "ANA"],
        ),
        (evidence.is_said_to_be_blank, ["", "N/A", "nan", "-", "kein", "なし"], ["Nan Li", "0", "no"]),
    ],
)
def test_evidence(says: Evidence, yes: list[str], no: list[str]) -> None:
    """A cell says what it says in any language and case, and nothing where it is null."""
    cells = pl.DataFrame({"cell": [*yes, *no, None]})

    assert cells.select(says("cell")).to_series().to_list() == [True] * len(yes) + [False] * len(no) + [None]


@pytest.mark.parametrize("kind", VALUES)
def test_words_are_sorted_and_stand_once(kind: str) -> None:
    """Every list of words is sorted, and has no word twice."""
    assert VALUES[kind] == sorted(set(VALUES[kind]), key=lambda word: (word.casefold(), word))


@pytest.mark.parametrize(("cell", "expected"), [("Müller", "muller"), ("ŻÓŁĆ", "zołc"), (" a ", " a "), (None, None)])
def test_folded(cell: str | None, expected: str | None) -> None:
    """Folding takes case and accents off, and leaves blanks."""
    assert pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String}).select(evidence.folded("cell")).item() == expected
