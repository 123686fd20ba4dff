import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.folding import folded_name
from keycafe_clean.match.name_fit import (
    are_in_two_scripts,
    fits,
    is_same_person_name,
    is_spelt_out,
    is_whole_name,
    share_a_word,
)


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
        ("jo ann", None, "jo ann", False, False),
        (None, "ng berg", "ng berg", False, False),
        ("herr", "ng", "herr ng", False, False),
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


Name = tuple[str | None, str | None, str | None]

JO_NG = ("jo", "ng", "jo ng")
NOBODY = (None, None, None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (JO_NG, ("j", "ng", "j ng"), True),
        (JO_NG, ("jo", "ng berg", "jo ng berg"), True),
        (JO_NG, ("eva", "ng", "eva ng"), False),
        (JO_NG, ("jo", "lund", "jo lund"), False),
        (JO_NG, ("ng", "jo", "ng jo"), False),
        (("jo", None, "jo"), ("j", None, "j"), True),
        (("jo", None, "jo"), ("eva", None, "eva"), False),
        (JO_NG, ("jo", None, "jo"), False),
        (JO_NG, (None, "ng", "ng"), True),
        (JO_NG, (None, "ng", None), False),
        (JO_NG, (None, "jo", "jo"), False),
        (JO_NG, (None, "ng berg", "ng berg"), False),
        (JO_NG, (None, None, "ng"), False),
        (JO_NG, (None, None, "ng jo"), True),
        (JO_NG, (None, None, "jong"), True),
        (JO_NG, (None, None, "ng jo ann"), True),
        (("jo ann", "ng", "jo ann ng"), (None, None, "jo ng berg"), False),
        (("jo", None, "jo"), (None, "ng", "ng"), False),
        ((None, None, "jo"), (None, None, "jo ng"), False),
        (JO_NG, NOBODY, False),
        (NOBODY, NOBODY, False),
    ],
)
def test_names_of_one_person_fit_part_by_part_or_share_their_words(one: Name, other: Name, *, expected: bool) -> None:
    """Two parts must fit; a last name alone fits whoever has it; names not cut alike share two words; nobody fits."""
    columns = [*("first", "last", "whole"), *("first_other", "last_other", "whole_other")]
    both = pl.DataFrame([(*one, *other), (*other, *one)], schema=dict.fromkeys(columns, pl.String), orient="row")

    assert both.select(is_same_person_name("", "_other")).to_series().to_list() == [expected] * 2


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("野村美咲", "misaki nomura", True),
        ("иван орлов", "ivan orlov", True),
        ("野村美咲", "野村 美咲", False),
        ("ivan orlov", "misaki nomura", False),
        ("野村美咲", None, False),
        (None, "ivan orlov", False),
    ],
)
def test_names_in_two_scripts(left: str | None, right: str | None, *, expected: bool) -> None:
    """One has Latin letters, the other none; a blank is in no script."""
    frame = pl.DataFrame({"left": [left], "right": [right]}, schema={"left": pl.String, "right": pl.String})

    assert frame.select(are_in_two_scripts(pl.col("left"), pl.col("right"))).item() is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("jo ng", "ng eva", True),
        ("jo ng", "jo", True),
        ("jo ng", "eva lund", False),
        ("j ng", "j lund", False),
        ("jo ng", None, False),
        (None, None, False),
    ],
)
def test_names_that_share_a_word(left: str | None, right: str | None, *, expected: bool) -> None:
    """In any place; an initial is none, and who has no name has nothing in common with anybody."""
    frame = pl.DataFrame({"left": [left], "right": [right]}, schema={"left": pl.String, "right": pl.String})

    assert frame.select(share_a_word("left", "right")).item() is expected
