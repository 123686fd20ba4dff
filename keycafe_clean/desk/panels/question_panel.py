"""The question that waits: what is asked, the cells as they were read, and a button or an input for each answer."""

from functools import partial

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.decide.answer_words import EMPTY, RIGHT, SAME_PERSON, TWO_PEOPLE, YES
from keycafe_clean.desk.answer_labels import label
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.widgets import button, following, row, shown_with, style
from keycafe_clean.desk.question_view import domain_of
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import CellLine, QuestionCard
from keycafe_clean.desk.views.line import Line
from keycafe_clean.findings import LEAVE_OUT

#: What can be answered by a button, in the order of the screen.
_WORDS = (YES, SAME_PERSON, TWO_PEOPLE, TRUE, FALSE, RIGHT, EMPTY, LEAVE_OUT)

#: Stands for the input beside the words.
_TYPED = "typed"

#: What a key does while the focus is on the question.
_KEYS = {"s": SAME_PERSON, "d": TWO_PEOPLE}


def question_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the question, its cells, and what answers it; hidden where nothing waits."""
    question = _heading(state, callbacks)
    compare = button(text("pair.compare"), callbacks.list_pairs)
    shown_with(state, "card", compare, lambda card: bool(card) and card.is_pair)
    answers = row(compare, *(_answer(state, callbacks, word) for word in _WORDS), _all_alike(state, callbacks))
    panel = widgets.VBox(
        [
            row(*_turning(state, callbacks)),
            question,
            _typed(state, callbacks),
            answers,
            following(state, ["card"], _cells),
        ]
    )
    panel.add_class("kc-question")
    shown_with(state, "side", panel, lambda side: side == "question")
    _focus(state, question)
    return panel


def _focus(state: DeskState, question: Line) -> None:
    """Have a question that comes take the focus, but not from the rows. What is not shown yet could not take it."""

    def focus(change: dict[str, object]) -> None:
        """Go to a question that was not there before."""
        comes = change["old"] or change["name"] == "side"
        if comes and state.side == "question" and state.step == "check":
            question.focus_unless_in(".kc-grid, .kc-decisions")

    state.observe(focus, ["card", "side", "check_shows"])


def _heading(state: DeskState, callbacks: Callbacks) -> Line:
    """Get the question itself, which hears the keys."""
    line = Line(text=_sentence(state), role="heading", letters="sdur")

    def refresh(_: object) -> None:
        """Ask the question that is shown now."""
        line.text = _sentence(state)

    def press(_: object, key: str) -> None:
        """Do what a key stands for, where the question has that answer."""
        if key in "ur":
            {"u": callbacks.undo, "r": callbacks.redo}[key]()
        elif state.card and _KEYS[key] in state.card.words:
            callbacks.answer(_KEYS[key])

    state.observe(refresh, ["card", "side", "check_shows"])
    line.on_key(press)
    return line


def _sentence(state: DeskState) -> str:
    """Get which question of how many this is, and what it asks."""
    if not state.card:
        return ""
    return text("question.asks", place=state.place + 1, asked=state.asked, sentence=state.card.sentence)


def _turning(state: DeskState, callbacks: Callbacks) -> list[widgets.Button]:
    """Get the buttons to the question before and behind this one."""
    turn = {"question.before": -1, "question.later": 1}
    made = [button(text(key), partial(_turn, state, callbacks, by)) for key, by in turn.items()]
    for one in made:
        shown_with(state, "asked", one, lambda asked: asked > 1)
    return made


def _turn(state: DeskState, callbacks: Callbacks, by: int) -> None:
    callbacks.show_question(state.place + by)


def _answer(state: DeskState, callbacks: Callbacks, word: str) -> widgets.Button:
    """Get the button of one word, there where the question can be answered by it."""
    made = button("", partial(callbacks.answer, word))
    dlink((state, "card"), (made, "description"), partial(label, word))
    dlink((state, "card"), (made, "button_style"), lambda card: style(primary=_next_decision(card) == word))
    shown_with(state, "card", made, lambda card: bool(card) and word in card.words)
    return made


def _next_decision(card: QuestionCard | None) -> str:
    """Get what answers a question most likely: the suggestion, else what is typed, else the first button."""
    if not card or YES in card.words:
        return YES
    return _TYPED if card.typed else next((word for word in _WORDS if word in card.words), "")


def _all_alike(state: DeskState, callbacks: Callbacks) -> widgets.Button:
    """Get the button that takes the suggestions of all questions like this one."""
    made = button("", callbacks.accept_alike)
    dlink((state, "card"), (made, "description"), _alike_label)
    shown_with(state, "card", made, lambda card: bool(card) and card.alike > 1)
    return made


def _alike_label(card: QuestionCard | None) -> str:
    if not card:
        return ""
    domain = domain_of(card.suggestion)
    return text("question.alike_domain" if domain else "question.alike", domain=domain, count=card.alike)


def _typed(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get the input for a new cell, with the present one in it, there where a cell answers the question."""
    # As one message when it is left: one for each letter would come behind the click of who is quick.
    cell = widgets.Text(continuous_update=False)
    cell.add_class("kc-cell")

    def refresh(_: object) -> None:
        """Name the column, and put its present cell in."""
        if state.card:
            cell.description, cell.value = state.card.typed, state.card.cell

    def save() -> None:
        """Hand on what was typed."""
        callbacks.answer(cell.value)

    state.observe(refresh, "card")
    saves = button(text("question.save"), save)
    dlink((state, "card"), (saves, "button_style"), lambda card: style(primary=_next_decision(card) == _TYPED))
    typed = row(cell, saves)
    shown_with(state, "card", typed, lambda card: bool(card) and bool(card.typed))
    return typed


def _cells(state: DeskState) -> Markup:
    """Get the cells as they were read, side by side where two rows are asked about; what differs stands out."""
    card = state.card
    if not card or card.is_pair:
        return Markup()
    both = any(len(line.cells) > 1 for line in card.cells)
    headings = [text("question.cell"), *_rows(card, both=both)]
    head = tag("thead", tag("tr", *(tag("th", heading, scope="col") for heading in headings)))
    table = tag("table", head, tag("tbody", *map(_line, card.cells)), class_="kc-table kc-pair")
    return join([paragraphs([f"{card.kind}: {card.name}" if card.name else card.kind], "kc-quiet"), table])


def _rows(card: QuestionCard, *, both: bool) -> list[str]:
    mine = text("question.row", row=card.row)
    return [text("question.kept", row=card.other_row), mine] if both else [mine]


def _line(line: CellLine) -> Markup:
    cells = (tag("td", tag("strong", cell) if line.differs else cell) for cell in line.cells)
    return tag("tr", tag("th", line.header, scope="row"), *cells, class_="kc-differs" if line.differs else "kc-same")
