import polars as pl
import pytest

from keycafe_clean.match.known import KNOWN, people_here, people_known
from keycafe_clean.match.known_longer import longer_familiar_names, longer_names

COLUMNS = dict.fromkeys([*KNOWN, "full_name", "employee_id", "start_date"], pl.String)
Cells = dict[str, str]


def here(*people: Cells) -> pl.DataFrame:
    """Get rows as they are compared."""
    return people_here(pl.DataFrame(people, schema=COLUMNS).with_row_index("row_id"))


def there(*people: Cells, is_row: bool = False) -> pl.DataFrame:
    """Get known people as they are compared."""
    return people_known(pl.DataFrame(people, schema=COLUMNS)).with_columns(is_row=pl.lit(is_row))


def named(first: str, last: str, address: str = "", **cells: str) -> Cells:
    """Get the cells of a person."""
    return {"First Name": first, "Last Name": last, "Email Address": address, **cells}


@pytest.mark.parametrize(
    ("row", "listed"),
    [
        (named("Ebba", "Dahl", "ebba.dahl@a.com"), named("Ebba", "Dahl Friis", "edf@a.com")),
        (named("Ebba", "Dahl Friis", "ebba.dahl@a.com"), named("Ebba", "Dahl", "ed@b.com")),
        (named("Ebba", "Dahl-Friis", "ebba.dahl@a.com"), named("Ebba", "Friis", "ef@a.com")),
        (named("Ebba", "Dahl"), named("Ebba", "Dahl-Friis", "edf@a.com")),
        (named("Ebba", "Dahl", "ebba.dahl@a.com"), named("Ebba Dahl", "Friis", "edf@a.com")),
        (named("Ebba Dahl", "Friis", "ebba.dahl@a.com"), named("Ebba", "Dahl", "ed@a.com")),
        (named("Ebba", "Dahl", "ebba.dahl@a.com"), {"full_name": "Dahl Friis Ebba", "Email Address": "edf@a.com"}),
        (named("Ebba", "Dahl", "ebba.dahl@a.com"), {"Last Name": "Ebba Dahl Friis", "Email Address": "edf@a.com"}),
        (named("Ebba", "Dahl", "ebba.dahl@a.com"), {"First Name": "Friis Ebba Dahl", "Email Address": "edf@a.com"}),
        (named("Ebba Maria", "Dahl", "ebba.dahl@a.com"), named("Ebba", "Dahl", "ed@a.com")),
        (named("Ebba", "de la Cruz", "ebba.cruz@a.com"), named("Ebba", "Cruz Sanz", "ecs@a.com")),
        (named("María del Pilar", "Sanz Cruz"), named("Mª Pilar", "Sanz Cruz", "mp@b.com")),
        (named("Francisco", "Sanz Cruz", "f.sanz@a.com"), named("Fco.", "Sanz", "fs@b.com")),
    ],
)
def test_one_name_has_more_than_the_other(row: Cells, listed: Cells) -> None:
    """With one first name, and all other names of one among those of the other, addresses make no difference."""
    assert longer_names(here(row), there(listed)).height == 1


@pytest.mark.parametrize(
    ("row", "listed"),
    [
        (named("Ebba", "Dahl Friis"), named("Ebba", "Dahl Lund")),
        (named("Ebba", "Dahl"), named("Elsa", "Dahl Friis")),
        (named("Ebba", "Dahl"), named("Ebba", "Dahlgren Friis")),
        (named("Ebba", "Dahl"), named("Dahl", "Friis")),
        (named("E.", "Dahl"), named("E.", "Dahl Friis")),
        (named("Van Anh", "Le"), named("Van Anh", "Nguyen")),
        (named("Ebba", "Dahl", employee_id="1"), named("Ebba", "Dahl Friis", employee_id="2")),
        (named("Ebba", "Dahl", start_date="2020-02-20"), named("Ebba", "Dahl Friis", start_date="2021-03-30")),
    ],
)
def test_names_of_two_people(row: Cells, listed: Cells) -> None:
    """Another first name, last names of which neither has all, two numbers and two first days are two people."""
    assert longer_names(here(row), there(listed)).is_empty()


@pytest.mark.parametrize(
    ("row", "listed", "is_met"),
    [
        (named("Robert", "Dahl", "rd@a.com"), named("Bob", "Dahl Friis", "bob@b.com"), True),
        (named("Robert", "Dahl Friis", "rd@a.com"), named("Bob Dahl", "Friis Lund", "bob@b.com"), True),
        (named("Robert", "Dahl", "rd@a.com"), named("Bob", "Dahl", "bob@b.com"), False),
        (named("Robert", "Dahl", "rd@a.com"), named("Nils", "Dahl Friis", "nils@b.com"), False),
    ],
)
def test_a_familiar_form_with_more_names(row: Cells, listed: Cells, *, is_met: bool) -> None:
    """A form of the first name counts where one name has more last names; with the same ones others ask."""
    assert (longer_familiar_names(here(row), there(listed)).height > 0) is is_met


@pytest.mark.parametrize("find", [longer_names, longer_familiar_names])
def test_a_known_person_is_who_has_exactly_that_name(find: object) -> None:
    """Where a row has the known name, or is the known person for certain, others with more names are not met."""
    rows = (named("Ebba", "Dahl Friis"), named("Ebba", "Dahl Lund"))
    listed = named("Ebba", "Dahl", "ed@a.com")

    assert callable(find)
    assert longer_names(here(*rows), there(listed)).get_column("row_id").sort().to_list() == [0, 1]
    assert find(here(*rows, named("Dahl", "Ebba")), there(listed)).is_empty()
    assert find(here(*rows), there(listed, is_row=True)).is_empty()


def test_a_pair_is_met_once() -> None:
    """However many names two people share, and however often the list has one of them."""
    listed = there(*[named("Ebba", "Dahl Friis Lund", "ed@a.com")] * 3)

    assert longer_names(here(named("Ebba", "Dahl Friis")), listed).height == 1
