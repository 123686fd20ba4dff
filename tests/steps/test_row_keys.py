"""The folded names and address of a row."""

import polars as pl

from keycafe_clean.steps.row_keys import with_row_keys


def test_keys_of_a_row() -> None:
    """Each is folded as names are; what has no letter or figure is null, and so is a blank."""
    cells = {
        "First Name": ["José", None, "-"],
        "Last Name": ["O'Neil", "Müller", None],
        "full_name": [None, "Müller, A.", None],
        "Email Address": ["Jose.ONeil@acme.com", "@acme.com", None],
    }

    keyed = with_row_keys(pl.DataFrame(cells))

    assert keyed.select("key.first", "key.last", "key.full", "key.local").rows() == [
        ("jose", "oneil", None, "jose oneil"),
        (None, "muller", "muller a", None),
        (None, None, None, None),
    ]
