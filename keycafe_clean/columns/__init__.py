"""Which header is which: the vocabulary, the suggestions, and the frame with our columns."""

from keycafe_clean.columns.complete import complete_setup
from keycafe_clean.columns.mapping import map_columns
from keycafe_clean.columns.suggest import Suggestion, likeliest, suggest_columns

__all__ = ["Suggestion", "complete_setup", "likeliest", "map_columns", "suggest_columns"]
