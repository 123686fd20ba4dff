"""Initials that may stand for several people."""

import polars as pl
import pytest

from keycafe_clean.match import match_certain
from keycafe_clean.match.identity_keys import people_of
from keycafe_clean.match.initials import open_initials

COLUMNS = ("First Name", "Last Name", "Email Address", "source.Mobile")
JO, INITIAL = ("Jo", "Ng", "j.ng@acme.com", "555-0101"), ("J.", "Ng", "j.ng@acme.com", "555-0101")


@pytest.mark.parametrize(
    ("others", "together"),
    [
        ([INITIAL], True),
        ([INITIAL, ("Eva", "Ng", "eva@acme.com", "555-0103")], True),
        ([INITIAL, ("Jan", "Ng", "jan@acme.com", "555-0103")], False),
        ([(*INITIAL[:3], "555-0199")], False),
        ([(*INITIAL[:3], None)], True),
        ([(*JO[:3], "555-0101"), ("Jan", "Ng", "jan@acme.com", "555-0103")], True),
    ],
)
def test_initial_is_somebody_for_certain_where_nobody_else_has_it(
    others: list[tuple[str | None, ...]], *, together: bool
) -> None:
    """Somebody of that letter and last name, or another telephone, leaves it open; a name that is spelt out is none."""
    rows = pl.DataFrame([JO, *others], schema=dict.fromkeys(COLUMNS, pl.String), orient="row").with_row_index("row_id")

    expected = [0, 0] if together else [None, None]
    assert match_certain(rows).get_column("cluster_id").to_list()[:2] == expected


@pytest.mark.parametrize(("address", "is_open"), [("j.ng@acme.com", True), (None, False)])
def test_telephones_tell_nothing_of_rows_without_an_address(address: str | None, *, is_open: bool) -> None:
    """Another telephone leaves an initial open below one address; who has none shares it with nobody."""
    people = [("J.", "Ng", address, "555-0101"), ("J.", "Ng", address, "555-0199")]
    rows = pl.DataFrame(people, schema=dict.fromkeys(COLUMNS, pl.String), orient="row").with_row_index("row_id")

    assert open_initials(rows, pl.Series([True, True]), people_of(rows), ()).to_list() == [is_open] * 2
