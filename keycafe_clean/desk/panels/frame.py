"""The frame of the page, the same around every step.

Above the step: the month and its limit, what was read, and that nothing is sent by itself (`head`); a button a step
(`rail`); what goes on, or why something cannot be had (`status`). Below it: the counts that add up (`foot`).
"""

from functools import partial

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs
from keycafe_clean.desk.panels.widgets import button, following, lines, row, shown_with
from keycafe_clean.desk.state import STEPS, THIS_MONTH, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line


def head(state: DeskState) -> widgets.VBox:
    """Get the month and its limit, what was read, and what the analyst need not fear."""
    title = following(state, ["job"], lambda now: paragraphs([_title(now)], "kc-month"))
    limit = following(state, ["limit_line"], lambda now: paragraphs([now.limit_line], "kc-limit"))
    top = row(title, limit)
    top.add_class("kc-top")
    closed = following(state, ["read_only"], lambda now: paragraphs([now.read_only], "kc-strong"))
    return widgets.VBox([top, closed, following(state, ["step", "read"], _known)])


def rail(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get a button a step: the open one stands out, those with nothing to ask are ticked."""
    buttons = {step: button("", partial(callbacks.go, step)) for step in (THIS_MONTH, *STEPS)}

    def refresh(_: object = None) -> None:
        """Say on each button how its step stands; this month has none, but a page of its own."""
        for number, (step, one) in enumerate(buttons.items()):
            name = f"{number} {text(f'step.{step}')}" if number else text(f"step.{step}")
            one.description = f"{name}{_mark(state, step)}"
            one.button_style = "primary" if step == state.step else ""

    refresh()
    state.observe(refresh, ["step", "ticked", "counts"])
    shown_with(state, "history", buttons[THIS_MONTH])
    made = row(*buttons.values())
    made.add_class("kc-rail")
    return made


def status(state: DeskState) -> Line:
    """Get the one line that says what goes on, what stopped, or why not, and takes the focus where it stops people."""
    line = Line(role="status")

    def refresh(_: object) -> None:
        """Say the status, and take the focus where it stops the analyst."""
        stopped = bool(state.blocked or state.message)
        line.kind = "stop" if stopped else "busy"
        line.text = state.status
        if stopped:
            line.focus()

    state.observe(refresh, ["status"])
    return line


def foot(state: DeskState) -> widgets.HTML:
    """Get the line that adds up, under every step."""
    return following(state, ["equation"], lambda now: paragraphs([now.equation], "kc-foot"))


def _title(state: DeskState) -> str:
    """Get the job and the month; a job that is called as ours is by default goes unnamed."""
    month = f"{state.today:%B %Y}"
    return text("head.job", job=state.job, month=month) if state.job else month


def _known(state: DeskState) -> Markup:
    """Get what was read; after the first step, which says it itself, also why nothing can go wrong."""
    fears = "" if state.step == "file" else text("head.fears")
    return lines(paragraphs(state.read), paragraphs([fears], "kc-quiet"))


def _mark(state: DeskState, step: str) -> str:
    """Get how much waits in a step, else its tick."""
    waiting = state.counts.get("waiting", 0)
    if step == "check" and waiting:
        return f" {waiting:,}"
    return " ✓" if step in state.ticked else ""
