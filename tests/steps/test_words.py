from collections import Counter
from itertools import chain

import pytest

from keycafe_clean.steps.words import any_of, words

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
