import polars as pl
import pytest

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.flags import FLAG_RULES, FLAG_STEPS
from keycafe_clean.words import words


def flags(*cells: str | None) -> pl.DataFrame:
    """Get a frame whose flag Send Invitation had these cells, after every step of flags."""
    column = pl.Series(cells, dtype=pl.String)
    blank = dict.fromkeys(FLAGS, pl.lit(None, pl.String))
    frame = pl.DataFrame({"Send Invitation": column}).with_row_index("row_id")
    frame = frame.with_columns(**{k: v for k, v in blank.items() if k != "Send Invitation"})
    frame = frame.with_columns(pl.col(name).alias(f"raw.{name}") for name in FLAGS)
    for step in FLAG_STEPS:
        frame = step(frame)
    return frame


@pytest.mark.parametrize(
    "cell", ["true", "TRUE", "yes", "Y", "1", "١", "ja", "WAHR", "oui", "vrai", "sí", "verdadeiro", "evet"]
)
def test_flag_is_true_in_every_language(cell: str) -> None:
    """Words for yes become "true"."""
    assert flags(cell).get_column("Send Invitation").to_list() == ["true"]


@pytest.mark.parametrize(
    "cell", ["false", "FALSE", "no", "N", "0", "nein", "FALSCH", "non", "faux", "falso", "não", "hayır"]
)
def test_flag_is_false_in_every_language(cell: str) -> None:
    """Words for no become "false"."""
    assert flags(cell).get_column("Send Invitation").to_list() == ["false"]


@pytest.mark.parametrize("cell", [None, "n/a", "-", "unknown"])
def test_flag_is_blank_when_it_says_nothing(cell: str | None) -> None:
    """A blank or a placeholder is neither yes nor no; the defaults decide."""
    assert flags(cell).get_column("Send Invitation").to_list() == [None]


def test_blank_is_no_when_the_column_is_ticked() -> None:
    """Among marks a blank says no; among words it says nothing."""
    assert flags("x", None, "X").get_column("Send Invitation").to_list() == ["true", "false", "true"]
    assert flags("x", None, "no").get_column("Send Invitation").to_list() == ["true", None, "false"]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("○", "×"), ["true", "false"]),
        (("〇", "✕", None), ["true", "false", None]),
        (("✓", "✗"), ["true", "false"]),
        (("レ", "☓"), ["true", "false"]),
        (("◯", "X"), ["true", "false"]),
        (("✓", "X"), ["true", "true"]),
        (("×", None), ["×", None]),
    ],
)
def test_cross_is_no_beside_circles_and_ticks(cells: tuple[str | None, ...], read: list[str | None]) -> None:
    """A cross alone may be a tick, and is asked about; the letter x is no only beside circles."""
    assert flags(*cells).get_column("Send Invitation").to_list() == read


def test_unknown_word_is_a_question_and_stays() -> None:
    """What nobody knows is never taken for no."""
    frame = flags("perhaps", "yes")
    places = frame.select("row_id", source_row=pl.col("row_id") + 2, file=pl.lit("a.csv"))

    found = in_words(break_rules(frame, FLAG_RULES), places)

    assert found.select("severity", "sentence", "advice").rows() == [
        (
            "question",
            "Row 2: Send Invitation is 'perhaps', which is neither yes nor no.",
            "Say whether it means 'true' or 'false'.",
        )
    ]


@pytest.mark.parametrize("word", words("flags", "true", "marks"))
def test_every_yes_of_the_vocabulary_is_true(word: str) -> None:
    """Whatever the vocabulary knows as a yes is "true", in any case."""
    assert flags(word, word.upper()).get_column("Send Invitation").to_list() == ["true", "true"]


@pytest.mark.parametrize("word", words("flags", "false"))
def test_every_no_of_the_vocabulary_is_false(word: str) -> None:
    """Whatever the vocabulary knows as a no is "false", in any case."""
    assert flags(word, word.upper()).get_column("Send Invitation").to_list() == ["false", "false"]
