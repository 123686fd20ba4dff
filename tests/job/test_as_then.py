import pytest

from keycafe_clean.job.as_then import AsThen

SAME = ("report.html", "outcomes.csv")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (AsThen(SAME, (), (), (), ()), "2 files are what they were."),
        (AsThen(SAME[:1], (), (), (), ()), "1 file is what it was."),
        (
            AsThen(SAME, (), (), (), SAME[1:]),
            "2 files are what they were, outcomes.csv but for what Keycafe has answered since.",
        ),
        (
            AsThen(SAME, ("a.csv", "b.csv"), ("c.csv",), ("waiting.csv",), ()),
            (
                "Not as they were: a.csv, b.csv. Changed or gone in job/2026-11 since: c.csv. 2 files are what they "
                "were; waiting.csv in the folder was filled in since."
            ),
        ),
    ],
)
def test_what_was_compared_is_said(told: AsThen, said: str) -> None:
    """With what differs first."""
    assert told.in_words("job/2026-11") == said


@pytest.mark.parametrize(("other", "changed"), [(("a.csv",), ()), ((), ("a.csv",))])
def test_any_difference_is_one(other: tuple[str, ...], changed: tuple[str, ...]) -> None:
    """Made otherwise, or changed in the folder."""
    assert not AsThen(SAME, other, changed, (), ()).is_same
