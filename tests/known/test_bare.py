import polars as pl
import pytest

from keycafe_clean.known.bare import bare_names


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Chiara Galli (Guest)", "Chiara Galli"),
        ("Evans, Mair (Mrs)", "Evans, Mair"),
        ("Théo LEFEBVRE [EXT]", "Théo LEFEBVRE"),
        ("Bea Kant - External", "Bea Kant"),
        ("Dr. Ona Reyes", "Ona Reyes"),
        ("Ona Reyes, PhD", "Ona Reyes"),
        ("Ona Reyes", "Ona Reyes"),
        ("(EXT)", "(EXT)"),
        (None, None),
    ],
)
def test_names_without_what_stands_around_them(name: str | None, bare: str | None) -> None:
    """As with rows, nothing is taken off where no name would be left."""
    assert bare_names(pl.Series("full_name", [name], pl.String)).to_list() == [bare]
