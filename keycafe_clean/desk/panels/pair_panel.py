"""A pair that may be one person, at full width: the two rows side by side, and a key for each answer."""

from dataclasses import asdict
from functools import partial
from typing import Any

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.widgets import shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import CellLine, PairView
from keycafe_clean.desk.views.pair_compare import PairCompare

#: What a button says, by its name on the page.
_LABELS = {
    "same": "answer.same_person",
    "two": "answer.two_people",
    "leave_out": "answer.leave_out",
    "later": "question.later",
    "previous": "question.before",
    "undo": "pair.undo",
    "list": "pair.list",
    "goes": "pair.goes",
    "differs": "pair.differs",
}


def pair_panel(state: DeskState, callbacks: Callbacks) -> PairCompare:
    """Get the view; shown while the question is about a pair, and the rows are not looked at as a list."""
    compare = PairCompare(labels={name: text(key) for name, key in _LABELS.items()})
    acts = {
        "previous": lambda: callbacks.show_question(state.place - 1),
        "later": lambda: callbacks.show_question(state.place + 1),
        "undo": callbacks.undo,
        "redo": callbacks.redo,
        "list": callbacks.list_pairs,
    }
    compare.on_press(lambda pressed: acts.get(pressed, partial(callbacks.answer, pressed))())

    def refresh(change: dict[str, object]) -> None:
        """Show the pair that is asked about now; one that comes in the place of something else takes the focus."""
        # The card may have come before what follows from it.
        if state.check_shows == "pair" and state.card and state.card.is_pair:
            compare.pair = _pair(state)
            if change["old"] and state.step == "check":
                compare.focus_unless_in(".kc-grid, .kc-decisions")

    refresh({"old": None})
    state.observe(refresh, ["card", "check_shows", "asked", "to_undo"])
    shown_with(state, "check_shows", compare, lambda shows: shows == "pair")
    return compare


def _pair(state: DeskState) -> dict[str, Any]:
    card = state.card
    if not card:
        return {}
    view = PairView(
        kind=card.kind,
        place=text("pair.place", place=state.place + 1, asked=state.asked),
        sentence=card.sentence,
        headings=(text("question.kept", row=card.other_row), text("question.row", row=card.row)),
        cells=tuple(map(_line, card.cells)),
        addresses=card.addresses,
        undo=state.to_undo,
        alone=state.asked < 2,
    )
    return asdict(view)


def _line(line: CellLine) -> dict[str, object]:
    return {"header": line.header, "cells": line.cells, "differs": line.differs}
