"""The words of cells: one vocabulary, whatever they are asked about."""

from collections import Counter
from itertools import chain

import polars as pl
import pytest

from keycafe_clean.folding import fold
from keycafe_clean.words import any_of, has_word, is_unspaced, name_groups, short_names, words

STATUS = ("active", "inactive", "leave", "future")


def test_no_status_word_has_two_meanings() -> None:
    """What a word says of employment does not depend on the order of the lists."""
    counted = Counter(chain.from_iterable(words("status", kind) for kind in STATUS))

    assert [word for word, count in counted.items() if count > 1] == []


def test_no_word_is_yes_and_no() -> None:
    """A flag's word means one thing in every language."""
    assert set(words("flags", "true")).isdisjoint(words("flags", "false"))


def test_no_month_name_is_two_months() -> None:
    """A month's name means one month in every language."""
    counted = Counter(chain.from_iterable(words("months", str(month)) for month in range(1, 13)))

    assert [word for word, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("section", "kind"), [("status", kind) for kind in STATUS] + [("flags", "true"), ("flags", "false")]
)
def test_words_are_written_as_they_are_compared(section: str, kind: str) -> None:
    """Words stand in small letters, trimmed."""
    assert [word for word in words(section, kind) if word != word.lower().strip()] == []


def test_pattern_of_words_prefers_the_longest() -> None:
    """A longer spelling is found before the shorter one that it begins with."""
    assert any_of(["dr", "dr.-ing", "a+b"]) == r"dr\.-ing|a\+b|dr"


def test_words_of_several_kinds() -> None:
    """Several kinds of a section are one list, in the order that is asked for."""
    assert words("flags", "false", "marks") == words("flags", "false") + words("flags", "marks")


@pytest.mark.parametrize(
    ("spelling", "cell", "expected"),
    [
        ("terminat*", "voluntarily terminated", True),
        ("terminat*", "undetermined", False),
        ("*typ", "vertragstyp", True),
        ("*typ", "typen", False),
        ("on leave", "is on-leave now", True),
        ("left", "cleft", False),
        ("Zwölf", "seit zwolf jahren", True),
        ("a", "a", True),
        ("a", "class a", False),
        ("yes", "yes", True),
        ("yes", "yes and no", False),
        ("在籍", "現在在籍中", True),
        ("재직", "재직중", True),
    ],
)
def test_word_is_found_anywhere(spelling: str, cell: str, *, expected: bool) -> None:
    """A word counts between borders, a yes or a letter alone, East Asian words within others."""
    found = pl.DataFrame({"cell": [fold(cell), None]}).select(has_word(pl.col("cell"), [spelling]))

    assert found.to_series().to_list() == [expected, None]


@pytest.mark.parametrize("kind", ["employment", "application", "contract", "process"])
def test_topics_are_sorted_and_stand_once(kind: str) -> None:
    """Every list of a topic is sorted, and has no word twice."""
    assert list(words("topics", kind)) == sorted(set(words("topics", kind)), key=lambda word: (word.casefold(), word))


def test_no_word_of_employment_is_listed_twice() -> None:
    """What stands in the lists of meanings is no topic besides."""
    assert set(words("topics", "employment")).isdisjoint(words("status", *STATUS))


def test_no_particle_is_listed_twice() -> None:
    """A particle of last names stands in one list."""
    counted = Counter(words("particles", "leading", "inner", "joining", "capital"))

    assert [word for word, count in counted.items() if count > 1] == []


def test_abbreviations_of_given_names_are_forms_of_them() -> None:
    """Every abbreviation has the name that is meant, and is one of its forms too."""
    assert short_names()["fco"] == "francisco"
    assert {f"{name} {short}" for short, name in short_names().items()} <= {
        f"{group.split()[0]} {short}" for group in name_groups() for short in group.split()[1:]
    }


def test_abbreviations_stand_once() -> None:
    """They are sorted by the name that is meant; no abbreviation is short for two names."""
    shorts = list(short_names())
    names = list(dict.fromkeys(short_names().values()))

    assert names == sorted(names)
    assert len(shorts) == sum(len(group.split()) - 1 for group in name_groups()[-len(names) :])


def test_scripts_without_blanks_between_words_are_told() -> None:
    """Japanese, Chinese and Korean write none; Thai words are long enough to be told from codes."""
    told = {word: is_unspaced(word) for word in ("辞职", "退社", "メンバー", "해고", "left", "уволен", "ลาออก", "עזב")}

    assert [word for word, is_so in told.items() if is_so] == ["辞职", "退社", "メンバー", "해고"]
