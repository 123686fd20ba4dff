"""Text read all the careful way, which the fast way is compared with."""

from keycafe_clean.read import text
from keycafe_clean.read.budget import WHOLE
from keycafe_clean.read.grid import Grid


def careful_grid(data: bytes, delimiter: str) -> Grid:
    """Get the same grid as `text_grid`, all of it the careful way."""
    return text._joined([text._careful(text._Text(data, delimiter), 0, len(data), WHOLE)], delimiter, WHOLE)
