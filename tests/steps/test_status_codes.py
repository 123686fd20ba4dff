import polars as pl
import pytest

from keycafe_clean.steps.employment import EmploymentAnswers, meanings_of
from keycafe_clean.steps.status_codes import are_prevailing_letters, are_status_letters, known_codes, other_letters


def meant(header: str, *cells: str | None, words: dict[str, str] | None = None) -> list[str | None]:
    """Get what the cells of a status mean under a header."""
    column = pl.Series("status_1", cells, dtype=pl.String)
    return meanings_of(column, EmploymentAnswers(words or {}, headers={"status_1": header})).to_list()


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("STAT2", ("3", "0", "2", "1", None), ["active", "inactive", "inactive", "unknown", None]),
        ("Stat-2", ("3", "3"), ["active", "active"]),
        ("STAT2", ("1", "0"), ["unknown", "inactive"]),
        ("EMPL_STATUS", ("A", "d", "L", "Q", "W"), ["active", "inactive", "leave", "inactive", "unknown"]),
        ("RA_SITFOLH", ("D", "A", None, "T"), ["inactive", "leave", None, "unknown"]),
        ("Situação Folha", ("D", "A", None, "T"), ["inactive", "leave", None, "unknown"]),
    ],
)
def test_codes_of_systems(header: str, cells: tuple[str | None, ...], expected: list[str | None]) -> None:
    """They mean what the system says, and what it leaves open is unknown."""
    assert meant(header, *cells) == expected


@pytest.mark.parametrize("header", ["UFLAG", "Benutzersperre"])
def test_locks_of_sap(header: str) -> None:
    """Whom an administrator locked is gone, alone or with wrong log-ons; these alone lock nobody for good."""
    cells = pl.Series("disabled_1", ["0", "32", "64", "96", "128", "160", "192", "224", None])

    meanings = meanings_of(cells, EmploymentAnswers(headers={"disabled_1": header})).to_list()
    gone = "inactive"
    assert meanings == ["active", gone, gone, gone, "active", gone, gone, gone, None]


@pytest.mark.parametrize(
    ("header", "cells"), [("STAT2", ("3", "9")), ("Grade", ("3", "0")), ("EMPL_STATUS", ("A", "Z"))]
)
def test_other_codes_have_a_key_of_their_own(header: str, cells: tuple[str, ...]) -> None:
    """One cell that is none of the codes, or another header, and the system is not that one."""
    assert known_codes(header, pl.Series(cells)) == {}


@pytest.mark.parametrize("blank", [None, "", "  "])
def test_blank_is_no_code_of_another_key(blank: str | None) -> None:
    """Cells that nobody filled in leave the others what they are."""
    assert known_codes("STAT2", pl.Series(["3", blank, "0"])) == known_codes("STAT2", pl.Series(["3", "0"])) != {}


def test_answer_goes_before_a_known_code() -> None:
    """What a person says of a code counts."""
    assert meant("STAT2", "3", "1", words={"1": "leave"}) == ["active", "leave"]


@pytest.mark.parametrize(
    ("cells", "others"),
    [
        (["A", "A", "T", None, " "], [False, False, True, False, False]),
        (["a", "T", "T", "T"], [False, True, True, True]),
        (["E", "E", "A"], [False, False, True]),
        (["ACT", "ACT", "TRM", "LOA"], [False, False, True, True]),
        (["ACT", "ACT", "TERM"], [False, False, True]),
    ],
)
def test_other_letters(cells: list[str | None], others: list[bool]) -> None:
    """Whoever has another letter than most of those who work here; a blank is none."""
    column = pl.Series("cell", cells, dtype=pl.String)

    assert are_status_letters(column)
    assert other_letters(column).to_list() == others


@pytest.mark.parametrize(
    "cells",
    [["TRM", "LOA"], ["ACT", "Leeds"], ["ACT", "T4"], ["ACT"], ["ACT", *(f"{letter}X" for letter in "BCDEFGHIJKLM")]],
)
def test_cells_that_are_no_codes_of_a_status(cells: list[str]) -> None:
    """None for who works here, longer words, figures, one code alone, or more codes than a status has."""
    assert not are_status_letters(pl.Series("cell", cells))


@pytest.mark.parametrize(
    ("cells", "of_codes", "expected"),
    [
        (("A", "A", "G", "R", "a", None), False, True),
        (("A", "A", "C"), False, True),
        (("А", "А", "У"), False, True),
        (("A", "A", "B"), False, False),
        (("A", "A", "B"), True, True),
        (("A", "G"), True, False),
        (("A", "A", "M"), True, False),
        (("A", "A"), True, False),
        (("A", "A", "A", "A", "A", "A", "A", "C", "G", "I", "K", "L", "P"), True, False),
        ((), True, False),
    ],
)
def test_letters_of_which_one_prevails(cells: tuple[str | None, ...], *, of_codes: bool, expected: bool) -> None:
    """More than half are that of who works here, and a few others are those of who has left; A beside B is a rank."""
    assert are_prevailing_letters(pl.Series(cells, dtype=pl.String), of_codes=of_codes) is expected


def test_other_letters_than_the_prevailing_one() -> None:
    """Cyrillic letters too."""
    assert other_letters(pl.Series(["А", "У", None, "А"])).to_list() == [False, True, False, False]
