"""Which rows are one person: certain ones are combined with their reason, possible ones are shown with it."""

from keycafe_clean.match.certain import match_and_doubt, match_certain
from keycafe_clean.match.employments import in_clusters, outdated_rows, unclear_rows
from keycafe_clean.match.find import find_duplicates
from keycafe_clean.match.identity_keys import half_named
from keycafe_clean.match.keeping import address_ranks, name_counts
from keycafe_clean.match.mailboxes import shared_addresses
from keycafe_clean.match.open_names import names_left_open
from keycafe_clean.match.oversized_blocks import oversized_values
from keycafe_clean.match.pairs import without_pairs
from keycafe_clean.match.possible import possible_duplicates, suggest_duplicates
from keycafe_clean.match.survivors import cells_beside_kept, combine, contradicting_cells, filled_cells

__all__ = [
    "address_ranks",
    "cells_beside_kept",
    "combine",
    "contradicting_cells",
    "filled_cells",
    "find_duplicates",
    "half_named",
    "in_clusters",
    "match_and_doubt",
    "match_certain",
    "name_counts",
    "names_left_open",
    "outdated_rows",
    "oversized_values",
    "possible_duplicates",
    "shared_addresses",
    "suggest_duplicates",
    "unclear_rows",
    "without_pairs",
]
