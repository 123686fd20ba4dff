"""Arabic words with and without the article and a final ة."""

import pytest

from keycafe_clean.words import words
from keycafe_clean.words.arabic import with_arabic_forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("عامل", ["عامل", "العامل", "عاملة", "العاملة"]),
        ("ضيفة", ["ضيفة", "ضيف", "الضيف", "الضيفة"]),
        ("أب", ["أب", "الأب"]),
        ("سابق*", ["سابق*", "السابق*"]),
        ("غير نشط", ["غير نشط", "غير النشط", "غير نشطة", "غير النشطة"]),
        ("بازنشسته شده است و", ["بازنشسته شده است و"]),
        ("مستعفی", ["مستعفی"]),
        ("worker", ["worker"]),
    ],
)
def test_arabic_word_has_its_other_forms_behind_it(word: str, forms: list[str]) -> None:
    """Short words have no ending, small ones nothing, and other languages neither."""
    assert with_arabic_forms([word]) == forms


def test_form_that_is_another_word_elsewhere_is_none() -> None:
    """What a file says of it stays so; the words themselves stay too."""
    assert with_arabic_forms(["عامل"], ["عامل", "عاملة"]) == ["عامل", "العامل", "العاملة"]


@pytest.mark.parametrize(
    ("section", "kind", "word"),
    [
        ("relations", "self", "الموظفة"), ("relations", "family", "الزوجة"), ("status", "inactive", "المستقيلة"),
        ("status", "active", "النشط"), ("marks", "left", "متقاعدة"), ("left_notes", "phrases", "المتقاعد"),
    ],
)  # fmt: skip
def test_every_vocabulary_of_people_has_the_forms(section: str, kind: str, word: str) -> None:
    """States, relatives and marks."""
    assert word in words(section, kind)
