import polars as pl

from keycafe_clean.match.pairs import PAIR, both_ways, no_pairs, without_pairs


def pairs(*rows: tuple[int, int]) -> pl.DataFrame:
    """Get pairs, each with its place as `score`."""
    return pl.DataFrame(rows, schema=PAIR, orient="row").with_row_index("score")


def test_without_pairs_whichever_row_stands_left() -> None:
    """A pair is taken out in whichever order its rows stand; the others stay in order."""
    left = without_pairs(pairs((0, 1), (2, 3), (4, 5)), pairs((3, 2), (4, 9)))

    assert left.select("score", *PAIR).rows() == [(0, 0, 1), (2, 4, 5)]


def test_without_no_pairs() -> None:
    """Nothing is taken out where there are no others."""
    assert without_pairs(pairs((0, 1)), no_pairs()).equals(pairs((0, 1)))


def test_both_ways() -> None:
    """Each row of a pair meets the other, with what is told of the pair."""
    assert both_ways(pairs((0, 1), (2, 3)), "score").sort("row_id").rows() == [
        (0, 0, 1),
        (0, 1, 0),
        (1, 2, 3),
        (1, 3, 2),
    ]
