import pytest

from keycafe_clean.match.known_numbers import numbers_of_others
from tests.match.known_cells import Cells, people, person


def noted(here: Cells, *there: Cells) -> list[tuple[str, str]]:
    """Get the number and the known name of the notes on one row."""
    found = numbers_of_others(people(here), people(*there).drop("row_id"))
    return found.select("value", "reason").rows()


@pytest.mark.parametrize(
    ("here", "there", "is_noted"),
    [
        (person("Egon", "Falk", number="0017"), person(number="17"), True),
        (person("Egon", "Falk", number="17"), person("Falk", "Egon", number="17"), False),
        (person("Dora", "Falk", number="17"), person(number="17"), False),
        (person("Egon", "Falk", number="17"), person(number="18"), False),
        (person("Egon", "Falk", number="17"), {"number": "17"}, False),
        ({"number": "17"}, person(number="17"), False),
        (person("Egon", "Falk"), person(), False),
    ],
)
def test_a_number_with_quite_another_name(here: Cells, there: Cells, *, is_noted: bool) -> None:
    """The number of somebody known is noted where no word of the names is one; whose names share one is asked about."""
    assert noted(here, there) == ([("0017", "Dora Metz")] if is_noted else [])


def test_a_number_is_that_of_whose_name_fits() -> None:
    """Where the list has a number twice, once with the row's name, nothing is noted; else the first is named."""
    row = person("Egon", "Falk", number="17")

    assert noted(row, person(number="17"), person("Falk", "Egon", number="17")) == []
    assert noted(row, person(number="17"), person("Ona", "Reyes", number="17")) == [("17", "Dora Metz")]


def test_every_row_has_its_note() -> None:
    """Notes come in the order of the rows, and say the column."""
    rows = people(person("Egon", "Falk", number="17"), person("Ona", "Reyes", number="18"))
    known = people(person(number="18"), person(number="17")).drop("row_id")

    assert numbers_of_others(rows, known).select("row_id", "column", "code").rows() == [
        (0, "employee number", "known_number"),
        (1, "employee number", "known_number"),
    ]
    assert numbers_of_others(rows, known).get_column("severity").unique().to_list() == ["note"]
