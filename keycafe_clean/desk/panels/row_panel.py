"""A row about which nothing is open: what became of it and why, what was tidied, and what can be taken back."""

from collections.abc import Callable
from dataclasses import asdict

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.widgets import button, following, row, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.view_models import RowCard
from keycafe_clean.desk.views.decision_list import DecisionList
from keycafe_clean.desk.views.line import Line


def row_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel; shown while such a row is chosen."""
    panel = widgets.VBox(
        [
            _heading(state),
            following(state, ["row"], _facts),
            row(
                _act(state, "row.two_people", callbacks.part_row, lambda card: card.can_part),
                _act(state, "row.leave_out", callbacks.leave_out_row, lambda card: card.can_leave_out),
            ),
            _decisions(state, callbacks),
            following(state, ["row"], _cells),
            _back(state, callbacks),
        ]
    )
    panel.add_class("kc-question")
    panel.add_class("kc-row-card")
    shown_with(state, "side", panel, lambda side: side == "row")
    return panel


def _heading(state: DeskState) -> Line:
    """Get the heading: it takes the focus where what had it is gone, but not from the rows."""
    line = Line(role="heading")

    def refresh(_: object) -> None:
        """Name the row that is chosen now."""
        if state.row and state.side == "row":
            line.text = text("row.heading", row=state.row.row, name=state.row.name).rstrip(", ")
            line.focus_unless_in(".kc-grid, .kc-decisions")

    state.observe(refresh, ["row", "side"])
    return line


def _act(state: DeskState, key: str, act: Callable[[int], None], test: Callable[[RowCard], bool]) -> widgets.Button:
    """Get a button that does something to the row, there while that can be done."""
    made = button(text(key), lambda: act(state.row.row_id) if state.row else None)
    shown_with(state, "row", made, lambda card: bool(card) and test(card))
    return made


def _decisions(state: DeskState, callbacks: Callbacks) -> DecisionList:
    """Get what was decided about the row, to be taken back."""
    shown = DecisionList(labels=texts("decisions"))
    acts = {"take_back": callbacks.take_back, "keep_mine": callbacks.keep_mine}
    shown.on_press(lambda name, decision: acts[name](decision))
    lines: Callable[[RowCard | None], tuple[dict[str, object], ...]] = lambda card: (  # noqa: E731 - typed
        tuple(asdict(line) for line in card.decisions) if card else ()
    )
    dlink((state, "row"), (shown, "lines"), lines)
    dlink((state, "row"), (shown, "total"), lambda card: len(card.decisions) if card else 0)
    shown_with(state, "row", shown, lambda card: bool(card) and bool(card.decisions))
    return shown


def _back(state: DeskState, callbacks: Callbacks) -> widgets.Button:
    """Get the way back to the question that waits."""
    made = button(text("row.back"), lambda: callbacks.show_question(state.place))
    shown_with(state, "card", made)
    return made


def _facts(state: DeskState) -> Markup:
    card = state.row
    if not card:
        return Markup()
    tidied = [
        tag("dt", cell.column) + tag("dd", f"{cell.before} → {cell.after}", " ", tag("small", f"({cell.rule})"))
        for cell in card.tidied
    ]
    listed = tag("dl", *map(Markup, tidied), class_="kc-facts")
    return join([paragraphs(card.said), *([tag("h3", text("row.tidied")), listed] if tidied else [])])


def _cells(state: DeskState) -> Markup:
    if not state.row or not state.row.cells:
        return Markup()
    lines = [tag("dt", line.header) + tag("dd", *line.cells) for line in state.row.cells]
    return join([tag("h3", text("question.cell")), tag("dl", *map(Markup, lines), class_="kc-facts")])
