import polars as pl
import pytest

from keycafe_clean.decide.known import KNOWN, already_in_keycafe, partners_in_keycafe, possibly_known
from tests.import_rows import FULL_USER, changed, import_rows

Cells = tuple[str | None, str | None, str | None]


def known(*people: Cells) -> pl.DataFrame:
    """Get people who are in Keycafe: first name, last name, address."""
    return pl.DataFrame(people, schema=dict.fromkeys(KNOWN, pl.String), orient="row")


@pytest.mark.parametrize(
    ("person", "is_found"),
    [
        (("Jana", "Novak", "jana@example.com"), True),
        ((None, None, "jana@example.com"), True),
        (("JANA", None, " Jana@Example.com "), True),
        (("Jana", "Lis", "jana@example.com"), True),
        (("Piotr", "Lis", "jana@example.com"), False),
        (("Jana", "Novak", "other@example.com"), False),
        (("Jana", "Novak", None), False),
        (("Jana", "Novak", ""), False),
    ],
)
def test_already_in_keycafe(person: Cells, *, is_found: bool) -> None:
    """Somebody is in Keycafe whose address is known there with a name that fits."""
    assert already_in_keycafe(import_rows(FULL_USER), known(person)).to_list() == ([0] if is_found else [])


def test_rows_without_name_or_address() -> None:
    """A row without a name is known by its address; one without an address is not known."""
    nameless = changed(FULL_USER, First_Name=None, Last_Name=None)
    rows = import_rows(nameless, changed(FULL_USER, Email_Address=None))

    assert already_in_keycafe(rows, known(("Jana", "Novak", "jana@example.com"))).to_list() == [0]


def test_every_row_is_found_once() -> None:
    """Rows are found once, in order, however often somebody is known."""
    person = ("Jana", "Novak", "jana@example.com")

    assert already_in_keycafe(import_rows(FULL_USER, FULL_USER), known(person, person)).to_list() == [0, 1]


def test_nobody_is_known() -> None:
    """Where nobody is known nobody is found."""
    assert already_in_keycafe(import_rows(FULL_USER), known()).is_empty()


def pair(left: int, right: int, score: float, reason: str) -> dict[str, object]:
    """Get a pair of rows that may be one person."""
    return {"left_row_id": left, "right_row_id": right, "score": score, "reason": reason}


def test_partners() -> None:
    """Partners are the rows left out as known, and known people whom no row has as address, numbered above the rows."""
    rows = import_rows(FULL_USER, changed(FULL_USER, Email_Address="piotr@example.com"))
    people = known(("Jana", "Novak", "JANA@example.com"), ("Eva", "Brandt", "eva@example.com"), ("Ana", None, None))

    partners = partners_in_keycafe(rows, pl.Series([0], dtype=pl.UInt32), people)

    assert partners.select("row_id", "Email Address").rows() == [
        (0, "jana@example.com"),
        (2, "eva@example.com"),
        (3, None),
    ]


def test_possibly_known_by_the_likeliest() -> None:
    """A row is asked about once, by its likeliest pair with somebody in Keycafe; partners are not asked about."""
    rows = import_rows(FULL_USER, FULL_USER)
    partners = partners_in_keycafe(
        rows, pl.Series(dtype=pl.UInt32), known(("Eva", "Brandt", "e@example.com"), ("A", "B", None))
    )
    pairs = pl.DataFrame(
        [pair(0, 2, 0.7, "weak"), pair(0, 3, 0.9, "strong"), pair(0, 1, 0.99, "x"), pair(2, 3, 0.9, "y")]
    )

    found = possibly_known(pairs.cast({"left_row_id": pl.UInt32, "right_row_id": pl.UInt32}), partners)

    assert found.select("row_id", "code", "value", "reason").rows() == [(0, "possible_known", "A B", "strong")]
