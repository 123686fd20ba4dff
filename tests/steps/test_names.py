import polars as pl
import pytest

from keycafe_clean.steps.names import NAME_STEPS


def named(first: str | None, last: str | None, *others: tuple[str, str]) -> tuple[str | None, str | None]:
    """Get first and last name after every step of names, in a file that has others too."""
    rows = [(first, last), *others]
    frame = pl.DataFrame(rows, schema={"First Name": pl.String, "Last Name": pl.String}, orient="row")
    for step in NAME_STEPS:
        frame = step(frame)
    answer: tuple[str | None, str | None] = frame.row(0)
    return answer


@pytest.mark.parametrize(
    "cell", ["n/a", "N/A", "-", "--", "TBD", "Vacant", "NaN", "nan", "None", "unbekannt", "(blank)", "#N/A", "null"]
)
def test_name_is_blank_when_it_says_that_there_is_none(cell: str) -> None:
    """Placeholders of any language become blank."""
    assert named("Ana", cell) == ("Ana", None)


@pytest.mark.parametrize(
    ("first", "last"), [("Nan", "Li"), ("Jennifer", "Null"), ("Ji", "Na"), ("Bo", "Ng"), ("Al", "Y")]
)
def test_name_stays_when_people_are_called_so(first: str, last: str) -> None:
    """Names that look like placeholders are names as long as they are written like names."""
    assert named(first, last) == (first, last)


def test_name_stays_when_the_whole_name_is_in_capitals() -> None:
    """NAN beside LI may be Nan Li."""
    assert named("NAN", "LI") == ("Nan", "Li")


@pytest.mark.parametrize(
    "cell",
    ["Ana 🎉", "Ana she/her", "Ana (1001)", "Ana - external", "Ana,", "Dr. Ana", "Ana Jr.", "ANA"],
)
def test_every_step_of_names_is_taken(cell: str) -> None:
    """Pictures, pronouns, brackets, other companies, loose ends, titles, suffixes and lost case, in either part."""
    assert named(cell, "Ruiz") == ("Ana", "Ruiz")
    assert named("Bo", cell) == ("Bo", "Ana")


def test_placeholder_is_blank_in_either_part() -> None:
    """First names are read as last names are; a name beside one stays."""
    assert named("n/a", "Ruiz") == (None, "Ruiz")
    assert named("Ana", None) == ("Ana", None)
    assert named("TBD", "n/a") == (None, None)
