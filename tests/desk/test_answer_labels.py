from dataclasses import fields

import pytest

from keycafe_clean.decide.answer_words import ANSWERS
from keycafe_clean.desk.answer_labels import label, said_in_words
from keycafe_clean.desk.view_models import QuestionCard


def card(**said: object) -> QuestionCard:
    """Get a question about an address, but for what is said."""
    blank = {field.name: "" for field in fields(QuestionCard)}
    return QuestionCard(**{**blank, "column": "Email Address", "words": ("yes", "leave out", "blank"), **said})


@pytest.mark.parametrize("word", [*ANSWERS, "true", "false"])
def test_every_word_has_a_label(word: str) -> None:
    """Before any question is there, too."""
    assert label(word, None)


@pytest.mark.parametrize(
    ("word", "column", "said"),
    [
        ("yes", "Email Address", "Use p.lis@acme.com"),
        ("blank", "Email Address", "Make a SmartBox User"),
        ("blank", "Badge Code", "Leave it blank"),
        ("leave out", "Email Address", "Leave out"),
    ],
)
def test_a_label_says_what_becomes_of_the_row(word: str, column: str, said: str) -> None:
    """An address taken away makes a SmartBox User; that is what the analyst decides."""
    assert label(word, card(column=column, suggestion="p.lis@acme.com")) == said


@pytest.mark.parametrize(("said", "words"), [("leave out", "Leave out"), ("p.lis@acme.org", "p.lis@acme.org")])
def test_a_typed_cell_stands_as_it_is(said: str, words: str) -> None:
    """What undo takes back has the words of the button, or what was typed."""
    assert said_in_words(said, card()) == words
