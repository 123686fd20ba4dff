import polars as pl
import pytest

from keycafe_clean.known.pairing import fits_address, is_made_of_names, with_names_above

SCHEMA = {"name": pl.String, "Email Address": pl.String, "is_denied": pl.Boolean, "list_doubt": pl.String}


@pytest.mark.parametrize(
    ("name", "address", "fits"),
    [
        ("Ona Reyes", "ona.reyes@a.com", True),
        ("Reyes, Ona", "oreyes@a.com", True),
        ("Jürgen Müller", "j.mueller@a.com", True),
        ("Jo Ng", "jo@a.com", True),
        ("Jo Ng", "john.angus@a.com", False),
        ("Ona Reyes", "carl.ives@a.com", False),
        ("Ona Reyes", "desk7@a.com", False),
        (None, "ona@a.com", False),
        ("Ona Reyes", None, False),
    ],
)
def test_whether_an_address_is_made_of_a_name(name: str | None, address: str | None, *, fits: bool) -> None:
    """A whole word of both, or a long word of the name within the address; a blank fits nothing."""
    cells = pl.DataFrame({"name": [name], "address": [address]}, schema=dict.fromkeys(("name", "address"), pl.String))

    assert cells.select(fits_address(pl.col("name"), pl.col("address"))).item() is fits


@pytest.mark.parametrize(
    ("address", "is_so"), [("ona.reyes@a.com", True), ("o.reyes@a.com", False), ("ona@a.com", False)]
)
def test_addresses_of_two_names(address: str, *, is_so: bool) -> None:
    """Two words or more, none of them an initial."""
    assert pl.DataFrame({"address": [address]}).select(is_made_of_names(pl.col("address"))).item() is is_so


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("Ona Reyes", None, False, None), (None, "ona@a.com", False, None)], [("Ona Reyes", "ona@a.com")]),
        (
            [("Ona Reyes", None, True, None), (None, "ona@a.com", True, None)],
            [("Ona Reyes", None), (None, "ona@a.com")],
        ),
        (
            [("Ona Reyes", None, False, None), (None, None, False, "unread"), (None, "ona@a.com", False, None)],
            [("Ona Reyes", None), (None, None), (None, "ona@a.com")],
        ),
    ],
)
def test_names_above_their_addresses(lines: list[tuple[object, ...]], expected: list[tuple[str | None, ...]]) -> None:
    """A name goes to the address right below it; lines that deny, and others between them, keep the two apart."""
    found = with_names_above(pl.DataFrame(lines, schema=SCHEMA, orient="row"))

    assert found.select("name", "Email Address").rows() == expected
