import polars as pl

from keycafe_clean.job.comparison import Comparison
from keycafe_clean.job.since_last_month import since_last_month
from tests.job.lines import lines, sent


def test_what_became_of_the_month_before() -> None:
    """A line a kind, with how many of them are in Keycafe; what did not happen has none."""
    kinds = [("left", "in Keycafe"), ("left", "planned"), ("changed", "planned"), ("missing", "waiting")]
    before = pl.DataFrame(
        [*kinds, ("there", "planned"), ("conflict", "planned")], schema=["became", "stands"], orient="row"
    )

    assert list(since_last_month(Comparison(before, pl.Series([1], dtype=pl.UInt32)))) == [
        "New since the last month: 1 person.",
        "Left: 2; in Keycafe, to remove there: 1; were waiting, and are dropped: 1.",
        "Another name or address: 1; in Keycafe, to change there: 0.",
        "Not in this file: 1. Nothing is concluded from that.",
        "1 person of the last month could be several people of this file.",
        "Not in Keycafe yet, of the last month: 4.",
    ]


def test_who_is_back_and_who_left_long_after_a_month() -> None:
    """Each with its number, and where to look; the second also of a first month, by a list."""
    nobody = pl.DataFrame(schema={"became": pl.String, "stands": pl.String})
    one = pl.DataFrame({"became": "there", "stands": "planned"})
    somebody = lines(sent(2, "Ann Lee"), sent(3, "Bob Ray"))

    assert list(since_last_month(Comparison(nobody, pl.Series(dtype=pl.UInt32), left_since=somebody))) == [
        "Left, and in Keycafe by an earlier month or a list, to remove there: 2."
    ]
    assert list(since_last_month(Comparison(one, pl.Series(dtype=pl.UInt32), back=somebody)))[1] == (
        "Back again, and in Keycafe by the history: 2. Look whether they were removed there."
    )


def test_whoever_is_to_be_removed_is_one_number() -> None:
    """What is left to do counts them together."""
    before = pl.DataFrame({"became": ["left", "left"], "stands": ["in Keycafe", "planned"]})
    somebody = lines(sent(2, "Ann Lee"), sent(3, "Bob Ray"))

    said = list(since_last_month(Comparison(before, pl.Series(dtype=pl.UInt32), left_since=somebody)))

    assert said[0] == "Left, and in Keycafe by an earlier month or a list, to remove there: 2."
    assert said[2:4] == [
        "Left: 2; in Keycafe, to remove there: 1; were waiting, and are dropped: 1.",
        "To remove in Keycafe, of both: 3.",
    ]


def test_nothing_is_said_of_a_first_month() -> None:
    """There is nothing to compare with."""
    nobody = pl.DataFrame(schema={"became": pl.String, "stands": pl.String})
    assert list(since_last_month(Comparison(nobody, pl.Series(dtype=pl.UInt32)))) == []
