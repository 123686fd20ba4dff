import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.folding import folded_name
from keycafe_clean.match.name_fit import fits


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("anna", "anna", True),
        ("anna", None, True),
        (None, None, True),
        ("j", "john", True),
        ("anna", "anna maria", True),
        ("maria", "anna maria", True),
        ("anna m", "anna maria", True),
        ("jean p", "jean paul", True),
        ("annamaria", "anna maria", True),
        ("garcia", "garcia lopez", True),
        ("leyen", "von der leyen", True),
        ("schmidt berg", "schmidt", True),
        ("anna", "hannah", False),
        ("bob", "robert", False),
        ("j", "robert", False),
        ("anna m", "anna sofie", False),
        ("garcia lopez", "garcia ruiz", False),
        ("smith", "smyth", False),
        ("a b c d", "anna berta clara dora", True),
        ("a b c d", "anna berta clara eva", False),
        ("a b c d", "anna berta clara dora eva", False),
        ("a b c d e", "anna berta clara dora eva", False),
        ("anna berta clara dora eva", "anna berta clara dora fay", False),
        ("anna berta clara dora", "anna berta clara dora eva", True),
        ("anna berta clara dora eva", None, True),
        ("jo", "john", False),
        ("anna berta", "anna b clara", True),
    ],
)
def test_fits(left: str | None, right: str | None, *, expected: bool) -> None:
    """A blank fits any name, an initial its name, fewer parts more of them; another name never fits."""
    frame = pl.DataFrame({"left": [left], "right": [right]}, schema={"left": pl.String, "right": pl.String})

    assert frame.select(fits(pl.col("left"), pl.col("right"))).item() is expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_fits_either_way_round(left: str, right: str) -> None:
    """Whether two names fit does not depend on which comes first, and every name fits itself."""
    names = pl.DataFrame({"left": [left], "right": [right]}).select(folded_name(pl.all()))
    one, other = pl.col("left"), pl.col("right")

    there, back, same = names.select(fits(one, other), back=fits(other, one), same=fits(one, one)).row(0)

    assert there == back
    assert same
