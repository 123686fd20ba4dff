"""Your decisions: what was decided about people, each to be taken back by itself, and what no longer holds and why."""

from dataclasses import asdict

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.panels.widgets import shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.views.decision_list import DecisionList
from keycafe_clean.desk.views.line import Line

#: So many decisions are shown at once, and so many more each time.
_SHOWN = 50


def decisions_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the list under how many there are; shown while the decisions are looked at."""
    count = Line(role="status")
    dlink((state, "decided"), (count, "text"), _count)
    decisions = DecisionList(labels=texts("decisions"))
    shown = {"most": _SHOWN}

    def refresh(_: object = None) -> None:
        """Show the first decisions; what nobody looks at is not worked out."""
        if state.decided is not None and state.check_shows == "decisions":
            decisions.total = len(state.decided)
            decisions.lines = tuple(asdict(line) for line in state.decided.lines[: shown["most"]])

    def press(name: str, decision: str) -> None:
        """Show more, or hand on what is done about a decision."""
        if name == "more":
            shown["most"] += _SHOWN
            refresh()
        else:
            hand_on(callbacks, name, decision)

    decisions.on_press(press)
    refresh()
    state.observe(refresh, ["decided", "check_shows"])
    panel = widgets.VBox([count, decisions])
    panel.add_class("kc-decided")
    shown_with(state, "check_shows", panel, lambda shows: shows == "decisions")
    return panel


def hand_on(callbacks: Callbacks, name: str, decision: str) -> None:
    """Do what is pressed beside a decision, `take_back` or `keep_mine`."""
    if name == "keep_mine":
        callbacks.keep_mine(decision)
    else:
        callbacks.take_back(decision)


def _count(decided: DecisionLines | None) -> str:
    if not decided:
        return text("decisions.none")
    number = len(decided)
    said = text("decisions.one") if number == 1 else text("decisions.many", count=number)
    return f"{said}. {text('decisions.lead')}"
