"""Who is new, left, changed or missing against the month before, and how many of them stop a run."""

import polars as pl
import pytest

from keycafe_clean.decide.setup import MassChanges
from keycafe_clean.job.comparison import Comparison, mass_changes

GO_ON = "Nothing was written. Give the whole file, or say --continue if it is right."


def comparison(known: int, new: int = 0, **became: int) -> Comparison:
    """Get a comparison of so many known people, of whom these became something else."""
    kinds = [kind for kind, count in became.items() for _ in range(count)]
    told = pl.DataFrame({"became": [*kinds, *["there"] * (known - len(kinds))], "stands": "in Keycafe"})
    return Comparison(told, pl.Series(range(new), dtype=pl.UInt32))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            comparison(24, missing=8),
            "8 of 24 known people are not in this file (33 %). Is it the whole company?",
        ),
        (
            comparison(24, left=3),
            "3 of 24 known people have left by this file (12 %). Is its column of last days right?",
        ),
        (
            comparison(1_000, changed=101),
            "101 of 1,000 known people have another name or address in this file (10 %). Is it right?",
        ),
        (
            comparison(3_400, new=500),
            "500 people are new in this file, beside 3,400 known ones (15 %). Is it another file?",
        ),
    ],
)
def test_mass_change_is_said(changed: Comparison, sentence: str) -> None:
    """How many of how many, a share, and what to do."""
    assert [it.sentence for it in mass_changes(changed, MassChanges())] == [f"{sentence} {GO_ON}"]


@pytest.mark.parametrize(
    ("usual", "allowed"),
    [
        (comparison(1_000, missing=100, left=100, changed=100, new=100), MassChanges()),
        (comparison(1_000, missing=300), MassChanges(missing=0.3)),
        (comparison(19, missing=19), MassChanges()),
        (comparison(0, new=3_400), MassChanges()),
    ],
)
def test_usual_change_is_none(usual: Comparison, allowed: MassChanges) -> None:
    """A tenth, what the set-up allows, or few people altogether: the run goes on."""
    assert list(mass_changes(usual, allowed)) == []


def test_several_mass_changes_are_all_said() -> None:
    """Each has a sentence of its own."""
    assert [it.kind for it in mass_changes(comparison(40, new=30, missing=20), MassChanges())] == ["missing", "new"]
