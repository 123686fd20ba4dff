"""Whether the rows of one key are one person."""

import polars as pl
import pytest

from keycafe_clean.join.strangers import are_strangers, with_strangers
from tests.join.pairs import STAFF, side

HERE = side("staff.csv", *STAFF)


def pairs(count: int, shift: int = 0) -> pl.DataFrame:
    """Get pairs of the first rows of two files, those of the second moved on."""
    rows = range(count)
    told = {"row_id": list(rows), "other_id": [(row + shift) % count for row in rows]}
    return pl.DataFrame(told, schema={"row_id": pl.UInt32, "other_id": pl.UInt32})


@pytest.mark.parametrize(
    ("address", "fewest", "is_other"),
    [
        ("anna.adler@firma.de", 2, False),
        ("anna.bauer@firma.de", 2, False),
        ("ben.bauer@firma.de", 2, True),
        ("bauer@firma.de", 1, True),
        ("bauer@firma.de", 2, None),
        ("b.bauer@firma.de", 1, True),
        ("bbauer@firma.de", 1, None),
        ("ben.unbekannt@firma.de", 1, None),
        ("info@firma.de", 1, None),
        ("", 1, None),
    ],
)
def test_address_tells_whose_it_is(address: str, fewest: int, is_other: bool | None) -> None:  # noqa: FBT001
    """An address is somebody's of whose names it is made; one of other words says nothing."""
    there = side("ad.csv", "Nr;Mail", f"42;{address}", "43;cem.celik@firma.de")

    assert with_strangers(pairs(1), HERE, there, fewest).get_column("is_other").to_list() == [is_other]


def test_names_go_before_addresses() -> None:
    """Where the file has names, its addresses say nothing."""
    there = side("ad.csv", "Nr;Name;Mail", "42;Anna Adler;ben.bauer@firma.de", "43;Ben Bauer;b@firma.de")

    told = with_strangers(pairs(1), HERE, there)

    assert told.select("name_there", "is_other").rows() == [("Anna Adler", False)]


@pytest.mark.parametrize(("shift", "expected"), [(0, False), (1, True)])
def test_most_pairs_decide(shift: int, *, expected: bool) -> None:
    """A key by which most rows meet somebody else is no key."""
    there = side("ad.csv", "Nr;Name", "42;Adler, Anna", "43;Bauer, Ben", "44;Celik, Cem")

    assert are_strangers(pairs(3, shift), HERE, there) is expected


def test_files_without_names_tell_nothing() -> None:
    """Where nothing tells, nobody is somebody else."""
    there = side("ad.csv", "Nr;Login", "42;x1", "43;x2", "44;x3")

    assert not are_strangers(pairs(3, 1), HERE, there)
