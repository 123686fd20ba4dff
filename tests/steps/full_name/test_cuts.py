"""The ways to cut a whole name, certain and likely."""

import polars as pl
import pytest

from keycafe_clean.steps.full_name.bare import proofs, worded
from keycafe_clean.steps.full_name.cuts import certain, likely

Pair = list[str | None] | None


def cuts(whole: str, order: str | None = None, address: str | None = None) -> tuple[Pair, Pair]:
    """Get the certain and the likely [first, last] of one whole name alone in its file."""
    columns = ("whole", "name_order", "Email Address", "First Name", "Last Name")
    frame = pl.DataFrame([(whole, order, address, None, None)], schema=dict.fromkeys(columns, pl.String), orient="row")
    rows = frame.with_columns(file=pl.lit("hr.csv"))
    usual = proofs(rows).with_columns(pl.col("family_first").fill_null(value=False))
    proven = worded(rows.join(usual, on="file"))
    sure, guess = proven.select(certain=certain(), likely=likely()).row(0)
    return sure, guess


@pytest.mark.parametrize(
    ("whole", "pair"),
    [
        ("Ruiz, Ana", ["Ana", "Ruiz"]),
        ("Ana RUIZ", ["Ana", "RUIZ"]),
        ("von Massenbach Anna", ["Anna", "von Massenbach"]),
        ("Jan van der Berg", ["Jan", "van der Berg"]),
        ("Ana Ruiz", ["Ana", "Ruiz"]),
        ("Анна Игоревна Орлова", ["Анна Игоревна", "Орлова"]),
        ("Орлова Анна Игоревна", ["Анна Игоревна", "Орлова"]),
        ("Ana Lucy Ruiz", ["Ana Lucy", "Ruiz"]),
        ("Dirk Lucy Ruiz", ["Dirk Lucy", "Ruiz"]),
        ("Ana Lucy Eva de la Cruz", ["Ana Lucy Eva", "de la Cruz"]),
        ("佐川 恭子", ["恭子", "佐川"]),
        ("Orlov I.P.", ["I.P.", "Orlov"]),
    ],
)
def test_certain_cut(whole: str, pair: Pair) -> None:
    """Commas, capitals, particles, names after the father, and two or three plain words decide."""
    assert cuts(whole)[0] == pair


@pytest.mark.parametrize(
    ("whole", "local", "sure"),
    [
        ("De Luca Ida", "i.deluca", True),
        ("De Luca Ida", "ida", False),
        ("Della Rosa Ida", None, False),
        ("De La Fuente Ida", "idelafuente", True),
        ("De La Fuente Ida", None, False),
    ],
)
def test_particle_before_last_names_that_go_first(whole: str, local: str | None, *, sure: bool) -> None:
    """It belongs to the last name, which an address proves; no last name is a particle alone."""
    pair = ["Ida", whole.removesuffix(" Ida")]

    assert cuts(whole, "family first", local and f"{local}@acme.com") == (pair if sure else None, pair)


@pytest.mark.parametrize("whole", ["Acme GmbH", "Ana", "Ana Lucy Eva Ruiz", "Nguyễn Thị Hoa", "De Wit Jan"])
def test_no_certain_cut(whole: str) -> None:
    """Organisations, single words, four words, Vietnamese names and three words behind a particle are not cut."""
    assert cuts(whole)[0] is None


@pytest.mark.parametrize(
    ("whole", "order", "pair"),
    [
        ("佐川恭子", None, ["恭子", "佐川"]),
        ("Ana", None, ["Ana", None]),
        ("Ana Lucy Ruiz", None, ["Ana Lucy", "Ruiz"]),
        ("Nguyễn Thị Hoa", None, ["Thị Hoa", "Nguyễn"]),
        ("Ana Lucy Eva Ruiz", None, ["Ana Lucy Eva", "Ruiz"]),
        ("Ana Lucy Gil Ruiz", "two surnames", ["Ana Lucy", "Gil Ruiz"]),
        ("Ana Gil Ruiz", "two surnames", ["Ana", "Gil Ruiz"]),
        ("Ruiz Gil Ana", "family first", ["Gil Ana", "Ruiz"]),
    ],
)
def test_likely_cut(whole: str, order: str | None, pair: Pair) -> None:
    """What cannot be cut for certain has a likeliest cut, by script, by the header and by the count of words."""
    assert cuts(whole, order)[1] == pair


def test_address_says_where_the_last_name_begins() -> None:
    """Three words of which the address has the first two end in two last names."""
    assert cuts("Ana Ruiz Gil", address="ana.ruiz@acme.com")[0] == ["Ana", "Ruiz Gil"]
