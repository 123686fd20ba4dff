import polars as pl
import pytest

from keycafe_clean.match.doubted import doubts
from keycafe_clean.match.evidence import CELL, LIKELY, OWN

PAIR = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32}


def links(*pairs: tuple[int, int]) -> pl.DataFrame:
    """Get pairs of rows."""
    return pl.DataFrame(pairs, schema=PAIR, orient="row")


def people(rows: int, **cells: list[str | None]) -> pl.DataFrame:
    """Get rows of Jo Ng with one number and one address, and these further cells."""
    same = {"employee_id": ["7"] * rows, "email": ["jo@x.de"] * rows, "whole": ["jo ng"] * rows}
    columns = {"row_id": range(rows), **same, **cells}
    return pl.DataFrame(columns, schema={**dict.fromkeys(columns, pl.String), "row_id": pl.UInt32})


def test_what_is_the_same_and_what_differs_is_told() -> None:
    """A pair that one cell keeps apart says in what both agree, and the header of that cell."""
    rows = people(2, **{f"{OWN}Born": ["1", "2"]})

    assert doubts(links(), links((0, 1)), rows).rows() == [
        (0, 1, "same employee number, same address, same name, different Born")
    ]


@pytest.mark.parametrize("own", [OWN, LIKELY])
def test_cells_of_a_person_go_before_others(own: str) -> None:
    """Where a cell that only one person has differs, other cells are not told."""
    rows = people(2, **{f"{own}Born": ["1", "2"], f"{CELL}Desk": ["a", "b"]})

    assert doubts(links(), links((0, 1)), rows).item(0, "reason").endswith("same name, different Born")


def test_pair_that_is_certain_is_not_doubted() -> None:
    """Rows that are one person all the same are no question."""
    assert doubts(links((0, 1)), links((0, 1)), people(2)).is_empty()


def test_one_row_stands_for_each_certain_person() -> None:
    """Of two rows that are one person the first is asked about beside a third."""
    assert doubts(links((0, 1)), links((0, 1), (1, 2)), people(3)).select(PAIR.keys()).rows() == [(0, 2)]


def test_other_cells_are_told_where_no_own_one_differs() -> None:
    """A blank differs from nothing, and no more than three cells are told."""
    cells = {f"{CELL}{header}": ["a", "b"] for header in "PQRS"}
    rows = people(2, **{f"{OWN}Born": ["1", None], **cells})

    assert (
        doubts(links(), links((0, 1)), rows)
        .item(0, "reason")
        .endswith("same name, different P, different Q, different R")
    )


@pytest.mark.parametrize("key", ["employee_id", "email", "whole"])
def test_what_is_not_the_same_is_not_told_as_such(key: str) -> None:
    """Of number, address and name only what both rows have in common is named."""
    words = {"employee_id": "same employee number", "email": "same address", "whole": "same name"}
    rows = people(2, **{key: ["x", "y"], f"{OWN}Born": ["1", "2"]})

    said = [word for name, word in words.items() if name != key]
    assert doubts(links(), links((0, 1)), rows).item(0, "reason") == ", ".join([*said, "different Born"])


@pytest.mark.parametrize(("size", "pairs"), [(30, 435), (31, 30)])
def test_many_rows_in_doubt_are_paired_with_the_first_only(size: int, pairs: int) -> None:
    """Thirty rows are paired with one another; of more, each with the first, in the order of the rows."""
    found = doubts(links(), links(*((row, row + 1) for row in reversed(range(size - 1)))), people(size))

    told = found.select(PAIR.keys()).rows()
    assert len(told) == pairs
    assert told == sorted(told)
    assert told[: size - 1] == [(0, row) for row in range(1, size)]
