"""Who of one table stands in another one too."""

import polars as pl
import pytest

from keycafe_clean.read.table.same_people import keys_of, same_people

NAMES = ("First Name", "Last Name", "Email", "Employee ID")


def keys(*people: tuple[str, ...], headers: tuple[str, ...] = NAMES) -> pl.DataFrame:
    """Get the keys of these people."""
    cells = pl.DataFrame(people, dict.fromkeys(headers, pl.String), orient="row").with_columns(
        pl.all().replace("", None)
    )
    return keys_of(cells, pl.DataFrame({"not_people": pl.Series([None] * len(people), dtype=pl.String)}))


@pytest.mark.parametrize(
    ("there", "met"),
    [
        (("T.", "H.", "TOM.HILL@example.com ", ""), [(1, 0)]),
        (("Hill", "Tom", "", ""), [(1, 0)]),
        (("Thomas", "Hill", "", "42"), [(1, 0)]),
        (("Tom", "Hill", "", "43"), []),
        (("Ann", "Lee", "", "42"), []),
    ],
)
def test_the_same_are_met(there: tuple[str, ...], met: list[tuple[int, int]]) -> None:
    """By address, name or number; two numbers of one name are two people, and so are two names of one number."""
    here = keys(("Ann", "Roe", "", ""), ("Tom", "Hill", "tom.hill@example.com", "0042"))

    assert same_people(here, keys(there)).rows() == met


def test_each_is_met_once() -> None:
    """In the order of the first table, with the first row of the other one."""
    here = keys(("Bo", "Roe", "", ""), ("Ann", "Lee", "", ""))

    assert same_people(here, keys(("Ann Lee",), ("Bo Roe",), ("Lee, Ann",), headers=("Name",))).rows() == [
        (0, 1),
        (1, 0),
    ]
