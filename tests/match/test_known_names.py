import polars as pl
import pytest

from keycafe_clean.match.known import KNOWN, people_here, people_known
from keycafe_clean.match.known_names import (
    familiar_names,
    names_in_other_letters,
    names_in_other_spelling,
    parts_of_names,
)

COLUMNS = dict.fromkeys([*KNOWN, "employee_id"], pl.String)
Cells = tuple[str | None, str | None, str | None, str | None]


def here(*people: Cells) -> pl.DataFrame:
    """Get rows as they are compared: first name, last name, address, number."""
    return people_here(pl.DataFrame(people, schema=COLUMNS, orient="row").with_row_index("row_id"))


def there(*people: Cells, is_row: bool = False) -> pl.DataFrame:
    """Get known people as they are compared."""
    return people_known(pl.DataFrame(people, schema=COLUMNS, orient="row")).with_columns(is_row=pl.lit(is_row))


def named(first: str, last: str, address: str | None = None, number: str | None = None) -> Cells:
    """Get the cells of a person."""
    return first, last, address, number


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Вера", "Стоянова"), named("Vera", "Stoyanova"), True),
        (named("Вера", "Стоянова", "v@a.com"), named("Stoianova", "Vera", "v@b.com"), True),
        (named("Vera", "Stoyanova"), named("Вера", "Стоянова"), True),
        (named("Vera", "Stoianova"), named("Vera", "Stoyanova"), False),
        (named("Вера", "Стоянова", None, "1"), named("Vera", "Stoyanova", None, "2"), False),
        (named("Вера", "Петрова"), named("Vera", "Stoyanova"), False),
    ],
)
def test_names_in_other_letters(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """A whole name in other letters is met, unless two numbers tell two people apart."""
    assert names_in_other_letters(here(row), there(listed)).height == is_met


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Inés", "Vidal Prat"), named("Inés", "Vidal"), True),
        (named("Inés", "Vidal"), named("Inés", "Vidal Prat"), True),
        (named("Inés María", "Vidal"), named("Inés", "Vidal"), True),
        (named("Inés", "Vidal Prat"), named("Inés", "Vidal Soto"), False),
        (named("Inés", "Vidal Prat"), named("Vidal", "Inés"), False),
        (named("Inés", "Vidal Prat"), named("Inés", "Vidal", "i@b.com"), False),
        (named("Inés", "Vidal Prat", None, "1"), named("Inés", "Vidal", None, "2"), False),
        (named("Luz", "Vidal Prat"), named("Inés", "Vidal"), False),
    ],
)
def test_parts_of_names(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """A name that is part of another is met, the first name being one, where the list has no address."""
    assert parts_of_names(here(row), there(listed)).height == is_met


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Paal", "Haagen"), named("Pål", "Hågen"), True),
        (named("Pål", "Hågen", "p@a.com"), named("Haagen", "Paal", "p@b.com"), True),
        (named("Joergen", "Aasved"), named("Jørgen", "Åsved"), True),
        (named("Kaere", "Braaten"), named("Kære", "Bråten"), True),
        (named("Pål", "Hågen"), named("Pål", "Hågen"), False),
        (named("Paal", "Haagen", None, "1"), named("Pål", "Hågen", None, "2"), False),
        (named("Per", "Haagen"), named("Pål", "Hågen"), False),
    ],
)
def test_names_in_other_spelling(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """A whole name with aa for å is met, unless two numbers tell two people apart; the same name is met elsewhere."""
    assert names_in_other_spelling(here(row), there(listed)).height == is_met


def test_an_exact_name_goes_before_its_parts() -> None:
    """All whose names have the known one are met, unless somebody has exactly that."""
    longer = (named("Inés", "Vidal Prat"), named("Inés", "Vidal Soto"))
    listed = there(named("Inés", "Vidal"))

    assert parts_of_names(here(*longer), listed).get_column("row_id").to_list() == [0, 1]
    assert parts_of_names(here(*longer, named("Inés", "Vidal")), listed).is_empty()


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Robert", "Holm", "robert.holm@a.com"), named("Bob", "Holm", "bholm@a.com"), True),
        (named("Robert", "Holm"), named("Bob", "Holm", "bholm@a.com"), True),
        (named("Robert", "Holm", "robert.holm@a.com"), named("Bob", "Holm", "bholm@b.com"), True),
        (named("Robert", "Holm", None, "1"), named("Bob", "Holm", None, "2"), False),
        (named("Robert", "Holm", "robert.holm@a.com"), named("Nils", "Holm", "nholm@a.com"), False),
        (named("Robert", "Falk", "robert.falk@a.com"), named("Bob", "Holm", "bholm@a.com"), False),
        (named("Tom", "Hill"), named("Hill", "Thomas"), True),
        (named("Tom", "Hill"), named("Hill", "Thomas", number="7"), True),
        (named("Tom", "Hill"), named("Holm", "Thomas"), False),
        (named("Tom", "Hill", number="8"), named("Hill", "Thomas", number="7"), False),
    ],
)
def test_familiar_names(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """A familiar form of the first name is met with the same last name, unless two numbers tell two people apart."""
    assert (familiar_names(here(row), there(listed)).height > 0) == is_met


@pytest.mark.parametrize("find", [names_in_other_letters, parts_of_names, familiar_names])
def test_who_is_a_row_is_nobody_else(find: object) -> None:
    """A known person who is a row for certain is no other row besides."""
    rows = here(named("Вера", "Холм"), named("Robert", "Holm"), named("Vera", "Holm Falk"))
    listed = there(named("Vera", "Holm"), named("Bob", "Holm"), is_row=True)

    assert callable(find)
    assert find(rows, listed).is_empty()
