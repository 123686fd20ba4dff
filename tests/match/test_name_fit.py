import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.folding import folded_name
from keycafe_clean.match.name_fit import fits, is_spelt_out, is_whole_name


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


@pytest.mark.parametrize(
    ("first", "last", "whole", "is_whole", "is_spelt"),
    [
        ("jo", "ng", None, True, True),
        ("j", "ng", None, True, False),
        ("jo", "n", None, True, False),
        ("j r", "ng", None, True, False),
        ("j", "n", None, False, False),
        (None, "ng", "ng", False, False),
        ("jo", None, "jo", False, False),
        ("herr", "ng", None, False, False),
        ("芳", "王", None, True, True),
        (None, None, "jo ng", True, True),
        (None, None, "jo m ng", True, True),
        (None, None, "j ng", True, False),
        (None, None, "ng j", True, False),
        (None, None, "ng", False, False),
        (None, None, "j n", False, False),
        (None, None, "王芳", True, True),
        (None, None, "王", False, False),
        (None, None, None, False, False),
    ],
)
def test_whole_name_has_a_first_and_a_last_one(
    first: str | None, last: str | None, whole: str | None, *, is_whole: bool, is_spelt: bool
) -> None:
    """An initial beside a name is a whole one, but not written out; half a name, initials and a title are none."""
    kinds = {"first": pl.String, "last": pl.String, "whole": pl.String}
    name = pl.DataFrame([(first, last, whole)], schema=kinds, orient="row")

    assert name.select(is_whole_name(), spelt=is_spelt_out()).row(0) == (is_whole, is_spelt)
