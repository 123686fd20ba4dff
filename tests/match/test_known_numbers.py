import polars as pl
import pytest

from keycafe_clean.match.known_numbers import namesakes, numbers_of_others
from tests.match.known_cells import COLUMNS, Cells, people, person


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


NOBODY: pl.DataFrame = pl.DataFrame(schema=COLUMNS).with_row_index("row_id")
THEN, NOW = "2003-03-01", "2026-11-01"


@pytest.mark.parametrize(
    ("here", "there", "reason"),
    [
        (
            person(number="905", day=NOW),
            person(number="107", day=THEN),
            "employee number '107' and first day 2003-03-01",
        ),
        (person(day=NOW), person(day=THEN), "first day 2003-03-01"),
        (person(number="905", day=NOW), person(day=THEN), "first day 2003-03-01"),
        (person(number="905"), person(number="107"), None),
        (person(number="905", day=NOW), person(number="107", day=NOW), None),
        (person("Egon", day=NOW), person(day=THEN), None),
        (person(day="2020-02-01"), person(day="2020-01-02"), None),
    ],
)
def test_a_namesake_is_noted(here: Cells, there: Cells, reason: str | None) -> None:
    """Who has a known name and another first day is taken for somebody else, and it is said."""
    found = namesakes(people(here), NOBODY, people(there).drop("row_id"))

    assert found.get_column("reason").to_list() == ([] if reason is None else [reason])


@pytest.mark.parametrize("same", [{"number": "107"}, {"email": "d@example.com"}, {"day": THEN}])
def test_a_known_person_who_is_another_row_has_no_namesake(same: Cells) -> None:
    """Who was left out as that person leaves nothing to say of the other rows of the name."""
    known = people(person(number="107", day=THEN, email="d@example.com")).drop("row_id")

    assert namesakes(people(person(day=NOW)), people(person(**same)), known).is_empty()
