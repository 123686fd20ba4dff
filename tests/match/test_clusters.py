from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.match.clusters import clusters
from tests.match.people import pairs


def test_pairs_hang_together() -> None:
    """Rows that are linked through others are one cluster, named by its smallest row."""
    assert clusters(pairs((5, 9), (9, 7), (2, 3))).rows() == [(2, 2), (3, 2), (5, 5), (7, 5), (9, 5)]


def test_no_pairs_no_clusters() -> None:
    """Nobody is in a cluster without a pair."""
    assert clusters(pairs()).is_empty()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=30))
def test_order_of_pairs_does_not_matter(linked: list[tuple[int, int]]) -> None:
    """The same pairs in any order and direction make the same clusters."""
    turned = [(right, left) for left, right in reversed(linked)]

    assert clusters(pairs(*linked)).equals(clusters(pairs(*turned)))
