import polars as pl
import pytest

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.steps.flag_letters import flags_as, letters_said


def said(*cells: str | None, usual: str | None = None) -> dict[str, str]:
    """Get what the letters of a column say."""
    return letters_said(pl.Series(cells, dtype=pl.String), usual)


@pytest.mark.parametrize(
    ("cells", "yes"),
    [
        (("E", "H", None), "e"), (("I", "N", ""), "i"), (("a", "n"), "a"), (("D", "N"), "d"), (("K", "E"), "k"),
        (("J", "E"), "j"), (("Д", "Н"), "д"), (("Т", "Н"), "т"), (("Ν", "Ο"), "ν"),
    ],
)  # fmt: skip
def test_both_letters_of_a_language(cells: tuple[str | None, ...], yes: str) -> None:
    """E is a yes beside H, as in Turkish, and a no beside K, as in Finnish."""
    assert [letter for letter, flag in said(*cells).items() if flag == TRUE] == [yes]


@pytest.mark.parametrize("cells", [("E", "H", "X"), ("E", "Halle"), ("A", "T"), (None,), ()])
def test_other_letters_say_nothing(cells: tuple[str | None, ...]) -> None:
    """Nor do both beside anything else."""
    assert said(*cells) == {}


def test_one_letter_says_what_such_a_column_says_of_nearly_everybody() -> None:
    """Of three people or more: fewer may be the exception, and a letter for the contrary may be either."""
    assert said("E", "E", "E", usual=TRUE) == {"e": TRUE}
    assert said("E", "E", "E", usual=FALSE) == {"e": FALSE}
    assert said("E", "E", usual=TRUE) == said("H", "H", "H", usual=TRUE) == said("E", "E", "E") == {}


def test_letters_go_before_words() -> None:
    """What is no letter of these is read as a word."""
    cells = pl.DataFrame({"cell": ["E", "yes", "no", "Zq"]})
    read = flags_as(pl.col("cell"), {"e": FALSE}, yes="here", no="gone")

    assert cells.select(read).to_series().to_list() == ["gone", "here", "gone", None]
