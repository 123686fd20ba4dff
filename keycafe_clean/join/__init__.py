"""Files that belong together: a list without addresses, and the addresses, by a key that both have."""

from keycafe_clean.join.belonging import how_to_join, may_belong_together
from keycafe_clean.join.files import join_files, refuse_forgotten
from keycafe_clean.join.sentences import JoinCounts, join_counts, join_in_words

__all__ = [
    "JoinCounts",
    "how_to_join",
    "join_counts",
    "join_files",
    "join_in_words",
    "may_belong_together",
    "refuse_forgotten",
]
