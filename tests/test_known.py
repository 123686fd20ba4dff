import polars as pl
import pytest

from keycafe_clean.known import KNOWN, already_in_keycafe
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
