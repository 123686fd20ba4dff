import polars as pl

from keycafe_clean.match.doubted import doubts
from keycafe_clean.match.evidence import CELL, OWN

PAIR = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32}


def links(*pairs: tuple[int, int]) -> pl.DataFrame:
    """Get pairs of rows."""
    return pl.DataFrame(pairs, schema=PAIR, orient="row")


def people(rows: int, **cells: list[str | None]) -> pl.DataFrame:
    """Get rows of Jo Ng with one number and one address, and these further cells."""
    same = {"employee_id": "7", "email": "jo@x.de", "whole": "jo ng"}
    frame = pl.DataFrame({"row_id": range(rows)}, schema={"row_id": pl.UInt32})
    return frame.with_columns(
        *(pl.lit(cell).alias(name) for name, cell in same.items()),
        *(pl.Series(name, values, dtype=pl.String) for name, values in cells.items()),
    )


def test_what_is_the_same_and_what_differs_is_told() -> None:
    """A pair that one cell keeps apart says in what both agree, and the header of that cell."""
    rows = people(2, **{f"{OWN}Born": ["1", "2"]})

    assert doubts(links(), links((0, 1)), rows).rows() == [
        (0, 1, "same employee number, same address, same name, different Born")
    ]


def test_cells_of_a_person_go_before_others() -> None:
    """Where a cell that only one person has differs, other cells are not told."""
    rows = people(2, **{f"{OWN}Born": ["1", "2"], f"{CELL}Desk": ["a", "b"]})

    assert doubts(links(), links((0, 1)), rows).item(0, "reason").endswith("same name, different Born")


def test_pair_that_is_certain_is_not_doubted() -> None:
    """Rows that are one person all the same are no question."""
    assert doubts(links((0, 1)), links((0, 1)), people(2)).is_empty()


def test_one_row_stands_for_each_certain_person() -> None:
    """Of two rows that are one person the first is asked about beside a third."""
    assert doubts(links((0, 1)), links((0, 1), (1, 2)), people(3)).select(PAIR.keys()).rows() == [(0, 2)]
