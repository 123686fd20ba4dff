"""What stands on the button of an answer, and in what undo takes back: the same words."""

from keycafe_clean.decide.answer_words import EMPTY, YES
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.view_models import QuestionCard


def label(word: str, card: QuestionCard | None) -> str:
    """Get the label of a word that answers a question; without a question that of any."""
    if word == YES:
        return text("answer.yes", suggestion=card.suggestion if card else "")
    if word == EMPTY and card and card.column == "Email Address":
        return text("answer.no_address")
    return texts("answer")[word.replace(" ", "_")]


def said_in_words(said: str, card: QuestionCard) -> str:
    """Get an answer as its button says it; a cell that was typed stands as it is."""
    return label(said, card) if said in card.words else said
