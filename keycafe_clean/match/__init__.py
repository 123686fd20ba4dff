"""Which rows are one person: certain ones are combined with their reason, possible ones are shown with it."""

from keycafe_clean.match.certain import match_certain
from keycafe_clean.match.find import find_duplicates
from keycafe_clean.match.mailboxes import shared_addresses
from keycafe_clean.match.oversized_blocks import oversized_values
from keycafe_clean.match.possible import possible_duplicates, suggest_duplicates, without_pairs
from keycafe_clean.match.survivors import combine, contradicting_cells, filled_cells

__all__ = [
    "combine",
    "contradicting_cells",
    "filled_cells",
    "find_duplicates",
    "match_certain",
    "oversized_values",
    "possible_duplicates",
    "shared_addresses",
    "suggest_duplicates",
    "without_pairs",
]
