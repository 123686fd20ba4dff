import polars as pl
import pytest

from keycafe_clean.steps.placeholders import is_name_placeholder, is_placeholder


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("n/a", True),
        ("N/A", True),
        ("-", True),
        ("Unbekannt", True),
        ("null", True),
        ("Na", True),
        ("NaN", True),
        ("Ana", False),
        ("0", False),
    ],
)
def test_placeholder_says_that_there_is_no_value(cell: str | None, *, expected: bool | None) -> None:
    """Words for nothing are placeholders in any case; a blank is none, and a zero is a value."""
    frame = pl.DataFrame({"cell": pl.Series([cell], dtype=pl.String)})

    assert frame.select(is_placeholder(pl.col("cell"))).item() is expected


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("NA", "Smith", True),
        ("NA", "KIM", False),
        ("Na", "Kim", False),
        ("na", None, True),
        ("Na", None, True),
        ("null", "null", True),
        ("na", "kim", False),
        ("na", "Kim", True),
        ("nan", "KIM", True),
        ("NAN", "li", True),
        ("Na", "n/a", True),
        ("NaN", "Li", True),
        ("n/a", "Li", True),
        ("Ana", "Li", False),
    ],
)
def test_name_is_a_placeholder_beside_its_other_half(name: str, other: str | None, *, expected: bool) -> None:
    """A word that is also a name is judged by how the other half is written."""
    frame = pl.DataFrame({"one": [name], "two": pl.Series([other], dtype=pl.String)})

    assert frame.select(is_name_placeholder("one", "two")).item() is expected
