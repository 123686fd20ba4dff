"""The vocabulary of headers as it is looked up."""

from collections import Counter

import pytest

from keycafe_clean.columns.headers import key
from keycafe_clean.columns.spellings import (
    Meaning,
    beside,
    is_east_asian,
    joined,
    noise,
    phrases,
    spans,
    spellings,
    word_lists,
    words_as_written,
)
from tests.columns.vocabulary_file import SPELLINGS, VOCABULARY


def _twice(spellings: list[str]) -> list[str]:
    keys = Counter(key(spelling) if not spelling.startswith("[") else spelling for spelling in spellings)
    return [spelt for spelt, times in keys.items() if times > 1]


def test_no_spelling_twice() -> None:
    """No spelling of a column stands in the vocabulary twice, whatever its case, accents and punctuation."""
    assert _twice([spelling for _, spelling in SPELLINGS]) == []


@pytest.mark.parametrize("section", ["sensitive", "decoy"])
def test_no_phrase_twice(section: str) -> None:
    """No phrase stands in a section twice."""
    assert _twice([phrase for phrases in VOCABULARY[section].values() for phrase in phrases if "*" not in phrase]) == []


def test_lists_are_sorted() -> None:
    """Every list of the vocabulary is sorted without regard to case."""
    groups = [*VOCABULARY["spellings"].values(), VOCABULARY["sensitive"], VOCABULARY["decoy"], VOCABULARY["words"]]
    lists = [listed for group in groups for listed in group.values()]

    assert [listed for listed in lists if listed != sorted(listed, key=lambda word: (word.casefold(), word))] == []


@pytest.mark.parametrize(
    ("spelt", "expected"),
    [
        ("vorname", Meaning("First Name", "German")),
        ("geschaftlicheemail", Meaning("Email Address", "German")),
        ("geschaeftlicheemail", Meaning("Email Address", "German")),
        ("[accountenabled]", Meaning("disabled", "Entra bulk template")),
        ("givenName", None),
        ("", None),
    ],
)
def test_spellings(spelt: str, expected: Meaning | None) -> None:
    """A spelling is found by its key, with and without the umlaut, and in brackets where it stands in some."""
    assert spellings().get(spelt) == expected


def test_every_spelling_has_a_key() -> None:
    """Nothing in the vocabulary is signs alone, which any other header would be found by."""
    assert [spelling for _, spelling in SPELLINGS if not key(spelling)] == []


@pytest.mark.parametrize(("spelt", "expected"), [("nomfamille", "Last Name"), ("vorname", None)])
def test_joined(spelt: str, expected: str | None) -> None:
    """`Nom de famille` is found without its `de`; a single word has nothing to be without."""
    found = joined().get(spelt)

    assert (found and found.kind) == expected


def test_beside() -> None:
    """A word that means something else among headers of a language is kept with that language."""
    assert beside()["Polish"] == {"etat": Meaning("other", "Polish")}


def test_spans() -> None:
    """Each language has its words for a first and a last day, as keys."""
    assert (frozenset({"fra"}), frozenset({"til"})) in spans()
    assert (frozenset({"van", "vanaf"}), frozenset({"tot", "totenmet", "tm"})) in spans()


@pytest.mark.parametrize(
    ("place", "phrase"),
    [("anywhere", "salary"), ("alone", "age"), ("signs", "マイナンハー"), ("stems", "birth and age")],
)
def test_phrases(place: str, phrase: str) -> None:
    """Short phrases count alone, East Asian ones as signs, those with a star as stems of a group, others anywhere."""
    found = phrases("sensitive")
    places = {"anywhere": found.anywhere, "alone": found.alone, "signs": found.signs, "stems": found.stems}

    assert [name for name, listed in places.items() if phrase in listed] == [place]


@pytest.mark.parametrize(("word", "expected"), [("stundenlohn", True), ("lohn", True), ("lohnt", False)])
def test_stem_fits_a_whole_word(word: str, *, expected: bool) -> None:
    """A star is any letters, also none; what stands behind the stem is part of the word."""
    assert (phrases("sensitive").stems["pay"].fullmatch(word) is not None) is expected


def test_word_lists_are_keys() -> None:
    """Every word of a list is found by the words of a header."""
    lists = word_lists()

    assert lists.keys() == VOCABULARY["words"].keys()
    assert {word for listed in lists.values() for word in listed if word != key(word)} == set()


def test_noise_is_longest_first() -> None:
    """A remark of two words is taken out before one of its words is."""
    lengths = [len(remark) for remark in noise()]

    assert lengths == sorted(lengths, reverse=True)
    assert {"required", "read only"} <= set(noise())


@pytest.mark.parametrize(
    ("text", "expected"), [("氏名", True), ("カナ name", True), ("Имя", False), ("Name", False), ("", False)]
)
def test_is_east_asian(text: str, *, expected: bool) -> None:
    """Kana and Chinese signs are told from letters."""
    assert is_east_asian(text) is expected


def test_words_are_known_as_they_are_written() -> None:
    """With their accents, and without those that have none."""
    assert {"imię", "prénom"} <= words_as_written()
    assert {"imie", "prenom", "name"}.isdisjoint(words_as_written())
