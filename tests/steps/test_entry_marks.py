import polars as pl
import pytest

from keycafe_clean.steps.entry_marks import speak_against_going_in


def told(*cells: str | None, goes_in: bool) -> str:
    """Get an x for each cell that leaves open whether somebody goes in, a full stop for the others."""
    against = speak_against_going_in(pl.Series(cells, dtype=pl.String), goes_in=goes_in)
    return "".join("x" if it else "." for it in against)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("x", None, "", " "), "x..."),
        (("yes", "no", None), "x.."),
        (("1", "0", "0"), "x.."),
        (("H", "E", "H"), ".x."),
        (("on request of HR", "n/a", "-"), "x.."),
        (("×", None), "x."),
    ],
)
def test_mark_of_who_stays_out(cells: tuple[str | None, ...], expected: str) -> None:
    """Whatever is written there says so, but for a no and a word for nothing."""
    assert told(*cells, goes_in=False) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("yes", "no", None), ".x."),
        (("x", None, "x", ""), ".x.x"),
        (("Y", "later", "Y", "Y"), ".x.."),
        (("2", "0", "1"), "xx."),
        (("Front door", "none", "Back", None), ".x.."),
        (("○", "×"), ".x"),
        ((None, None), ".."),
        (("no", "no"), "xx"),
    ],
)
def test_mark_of_who_goes_in(cells: tuple[str | None, ...], expected: str) -> None:
    """A no says the contrary, and so does a blank where all others are ticked."""
    assert told(*cells, goes_in=True) == expected
