from itertools import chain

import pytest

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.decide.answer_words import (
    ANSWERS,
    EMPTY,
    RIGHT,
    SAME_PERSON,
    TWO_PEOPLE,
    YES,
    Kind,
    Said,
    can_be_typed,
    choices,
    fitting,
    how_to_answer,
    meaning_of,
    new_cell,
    words_offered,
)
from keycafe_clean.findings import LEAVE_OUT
from keycafe_clean.words import words


def kind(
    column: str | None = "First Name",
    severity: str = "question",
    suggestion: str | None = None,
    *,
    is_pair: bool = False,
    is_broken: bool = False,
) -> Kind:
    """Get a question about one cell without a suggestion, or another one."""
    return Kind(column, severity, suggestion, is_pair, is_broken)


@pytest.mark.parametrize(
    ("question", "ways"),
    [
        (kind(), "Answer: right / leave out, or the First Name."),
        (kind(suggestion="Zoë"), "Answer: yes / right / leave out, or the First Name."),
        (kind(is_broken=True), "Answer: leave out, or the First Name."),
        (kind(severity="fix"), "Answer: leave out, or the First Name."),
        (kind("Email Address"), "Answer: right / leave out / blank, or the Email Address."),
        (kind("Badge Code", "fix", "17"), "Answer: yes / leave out / blank, or the Badge Code."),
        (kind("Send Invitation"), "Answer: true / false / leave out."),
        (kind("exit_date"), "Answer: right / leave out."),
        (kind(None, suggestion="leave out"), "Answer: yes / right / leave out."),
        (kind(None, is_pair=True), "Answer: same person / two people / leave out."),
        (
            kind("Badge Code", is_pair=True),
            "Answer: same person / two people (the other row keeps it) / leave out, or the Badge Code.",
        ),
    ],
)
def test_how_to_answer(question: Kind, ways: str) -> None:
    """Each question names the words that fit it, and whether a cell can be typed."""
    assert how_to_answer(question) == ways


@pytest.mark.parametrize(
    "question", [kind(suggestion="Zoë"), kind("Send Invitation"), kind("Badge Code", is_pair=True), kind("exit_date")]
)
def test_words_offered_are_read_from_the_advice(question: Kind) -> None:
    """As many as it names, in its order; other sentences name none."""
    assert words_offered(f"Look at it. {how_to_answer(question)}") == fitting(question)
    assert words_offered("Nothing to do: the row has its own address.") == ()


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        (kind(suggestion="Zoë"), ("Zoë", "right", "leave out")),
        (kind(suggestion="Ruiz, Zoë"), ("yes", "right", "leave out")),
        (kind(suggestion="Z" * 100), ("Z" * 100, "right", "leave out")),
        (kind(suggestion="Z" * 101), ("yes", "right", "leave out")),
        (kind("exit_date", suggestion="31.08.2026"), ("yes", "right", "leave out")),
        (kind(None, suggestion="leave out"), ("leave out", "right")),
        (kind(), ("right", "leave out")),
        (kind(None, suggestion="same person", is_pair=True), ("same person", "two people", "leave out")),
    ],
)
def test_choices(question: Kind, offered: tuple[str, ...]) -> None:
    """A drop-down has the suggestion first, as it stands where a list can hold it and it is an answer."""
    assert choices(question) == offered


@pytest.mark.parametrize("column", [*IMPORT_COLUMNS, "exit_date", None])
def test_what_can_be_typed(column: str | None) -> None:
    """A cell is typed for a column of an import that is no yes or no."""
    assert can_be_typed(kind(column)) is (column in IMPORT_COLUMNS and column not in FLAGS)


def test_first_word_settles() -> None:
    """`right` is offered of no cell that the article refuses."""
    assert RIGHT not in fitting(kind(is_broken=True)) + fitting(kind(severity="fix")) + fitting(kind(is_pair=True))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((text, Said(LEAVE_OUT, "")) for text in ("LEAVE OUT.", "Leave  out", '"weglassen"', "exclure", "Pominąć!")),
        *((text, Said(RIGHT, "")) for text in ("Right.", "stimmt", "Correcto", "klopt", "richtig ")),
        *((text, Said(YES, "")) for text in ("Yes", "ja.", "OUI", "sí", "tak", "はい")),
        *((text, Said(SAME_PERSON, "")) for text in ("one person", "Same person.", "même personne", "Dieselbe Person")),
        *((text, Said(TWO_PEOPLE, "")) for text in ("2 people", "Zwei Personen", "deux personnes", "due persone")),
        *((text, Said(EMPTY, "")) for text in ("blank", "(leer)", "vide")),
        ("Same person, Jo@x.com", Said(SAME_PERSON, "jo@x.com")),
        ("same person jo@x.com.", Said(SAME_PERSON, "jo@x.com")),
        ("two people: row 12", Said(TWO_PEOPLE, "row 12")),
        ("same persons", Said(None, "same persons")),
        (" Right Said ", Said(None, "Right Said")),
        ("?", Said(None, "?")),
    ],
)
def test_meaning(text: str, said: Said) -> None:
    """A word counts in any case, in the languages of analysts, whatever signs stand around it."""
    assert meaning_of(text) == said


def test_no_spelling_means_two_things() -> None:
    """A spelling stands in one list, as answers are compared."""
    spellings = list(chain.from_iterable(words("answers", word) for word in ANSWERS))

    assert len(set(spellings)) == len(spellings)
    assert all(meaning_of(spelling).word == word for word in ANSWERS for spelling in words("answers", word))
    assert not set(spellings) & set(words("answers", "free"))


FREE = [
    "second",
    "y",
    "one person",
    "smartbox",
    "LEAVE OUT.",
    "n/a",
    "?",
    "no",
    "Both",
    "-",
    "",
    "SmartBox User!",
    "tbd",
]


@pytest.mark.parametrize("column", ["First Name", "Last Name", "Email Address", "Badge Code"])
@pytest.mark.parametrize("text", FREE)
def test_free_words_are_no_cell(column: str, text: str) -> None:
    """Words about a cell never become the cell."""
    assert new_cell(column, text) is None


@pytest.mark.parametrize(
    ("column", "text", "cell"),
    [
        ("First Name", "Zoë", "Zoë"),
        ("First Name", "Jo-Ann O'Neill", "Jo-Ann O'Neill"),
        ("Last Name", "李", "李"),
        ("Last Name", "x" * 255, "x" * 255),
        ("Last Name", "x" * 256, None),
        ("First Name", "=Zoë", None),
        ("First Name", "Zo\u202eë", None),
        ("First Name", "zoe@example.com", None),
        ("First Name", "Zoë 2", None),
        ("First Name", "Zoë (ask HR)", None),
        ("First Name", "Zoë, maybe", None),
        ("First Name", "Zoe\u0308", "Zoe\u0308"),
        ("Last Name", "d'Arc-Lluís i Marí·n Jr.", "d'Arc-Lluís i Marí·n Jr."),
        ("Email Address", "zoe@example.com", "zoe@example.com"),
        ("Email Address", "zoe@example", None),
        ("Email Address", "mailto:zoe@example.com", None),
        ("Badge Code", "00A7", "00A7"),
        ("Badge Code", "lost", None),
        ("Badge Code", "a1@example.com", None),
        ("Send Invitation", "Ja", "true"),
        ("Send Invitation", "false.", "false"),
        ("Send Invitation", "maybe", None),
    ],
)
def test_new_cell(column: str, text: str, cell: str | None) -> None:
    """A typed text is a cell only where it looks like one of its column."""
    assert new_cell(column, text) == cell
