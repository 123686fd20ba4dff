import polars as pl
import pytest

from keycafe_clean.columns.typed_addresses import address_at_work, typed_pairs

HEADERS = ("E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Type", "E-mail 2 - Value", "Phone 1 - Value")


def test_pairs_of_address_and_type() -> None:
    """An address and its type have the same number and the same words before it."""
    assert typed_pairs(HEADERS) == (("E-mail 1 - Value", "E-mail 1 - Type"), ("E-mail 2 - Value", "E-mail 2 - Type"))
    assert typed_pairs(("Email", "Email Type", "Email 2")) == ()


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (("Work", "Home"), "one@a.com"),
        (("Home", "Work"), "two@b.com"),
        (("* Other", "* Work"), "two@b.com"),
        (("privat", "geschäftlich"), "two@b.com"),
        (("Home", "Other"), "one@a.com"),
        ((None, None), "one@a.com"),
    ],
)
def test_address_at_work_goes_first(types: tuple[str | None, str | None], expected: str) -> None:
    """In each row the address whose type says work is taken, else that of the column that was chosen."""
    cells = pl.DataFrame([(types[0], "one@a.com", types[1], "two@b.com", "+44")], schema=HEADERS, orient="row")
    chosen = address_at_work("E-mail 1 - Value", cells)

    assert chosen is not None
    assert cells.select(pl.all().name.prefix("source.")).select(chosen).item() == expected


def test_address_without_a_type_stands_as_it_is() -> None:
    """Only a column with its type beside it is read with it."""
    assert address_at_work("Email", pl.DataFrame({"Email": ["one@a.com"]})) is None
