"""Rows and known people, from some of their cells."""

import polars as pl

from keycafe_clean.match.known import KNOWN

COLUMNS = dict.fromkeys([*KNOWN, "employee_id", "start_date", "Badge Code"], pl.String)
Cells = dict[str, str]


def people(*persons: Cells) -> pl.DataFrame:
    """Get rows or known people from some of their cells: first, last, email, number, day, badge."""
    names = dict(zip(("first", "last", "email", "number", "day", "badge"), COLUMNS, strict=True))
    cells = [{names[name]: cell for name, cell in person.items()} for person in persons]
    return pl.DataFrame(cells, schema=COLUMNS).with_row_index("row_id")


def person(first: str = "Dora", last: str = "Metz", **cells: str) -> Cells:
    """Get the cells of a person."""
    return {"first": first, "last": last, **cells}
