"""How right words look in a language."""

import pytest

from keycafe_clean.read.text.languages import FREQUENT, NOT_OF_MOST, RARE, is_east_asian, languages, looks_right


@pytest.mark.parametrize(
    ("words", "encoding", "right"),
    [
        ({"Müller", "Jäger"}, "cp1252", 2.0),
        ({"Doğan", "Kâzım"}, "cp1254", 1 + RARE),
        ({"Ångström", "Søren", "Åse"}, "cp1252", 2 + NOT_OF_MOST),
        ({"JosŽ"}, "cp1252", 0.0),
        ({"MÜller"}, "cp1252", 0.0),
        ({"MÜLLER"}, "cp1252", 1.0),
        ({"aäöüäöb"}, "cp1252", 0.0),
        ({"aäöüäb"}, "cp1252", 1.0),
        ({"Jürgen-Öl"}, "cp1252", 1.0),
        ({"Ελένη"}, "cp1253", 1 - FREQUENT * 2 / 5),
        ({"aΕλένη"}, "cp1253", 0.0),
        ({"田中"}, "cp932", 1.0),
        ({"田中X"}, "cp932", 0.0),
        (set(), "cp1252", 0.0),
    ],
)
def test_each_word_counts_as_right_as_it_looks(words: set[str], encoding: str, right: float) -> None:
    """By its letters, those that are rare and those of other languages less; and no word with a shape of none."""
    assert looks_right(words, languages()[encoding]) == pytest.approx(right)


def test_frequent_letters_count_more() -> None:
    """Two Cyrillic encodings make letters of the same bytes: the one with frequent ones wins."""
    language = languages()["koi8-r"]

    assert looks_right({"Иванов"}, language) > looks_right({"Щъыэюф"}, language)


def test_languages_of_many_characters_are_told_by_their_codec() -> None:
    """Their words may be one character long."""
    assert [name for name in ("cp932", "gb18030", "cp1252", "koi8-r") if is_east_asian(languages()[name])] == [
        "cp932",
        "gb18030",
    ]
