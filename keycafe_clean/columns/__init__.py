"""Which header is which: the vocabulary, the suggestions, and the frame with our columns."""

from keycafe_clean.columns.complete import complete_setup
from keycafe_clean.columns.mapping import map_columns

__all__ = ["complete_setup", "map_columns"]
