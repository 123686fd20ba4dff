"""Text read all the careful way, which the fast way is compared with."""

from keycafe_clean.read.budget import FULL
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text import delimited


def careful_grid(data: bytes, delimiter: str) -> Grid:
    """Get the same grid as `text_grid`, all of it the careful way."""
    return delimited._joined(
        [delimited._careful(delimited._Text(data, delimiter), 0, len(data), FULL)], delimiter, FULL
    )
