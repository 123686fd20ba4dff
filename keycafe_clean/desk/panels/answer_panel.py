"""What did Keycafe say? Of the oldest month that was handed over and has no answer yet."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import paragraphs
from keycafe_clean.desk.panels.widgets import button, html, row, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.tick_list import TickList
from keycafe_clean.job.keycafe_answer import is_there_already
from keycafe_clean.job_words import ANSWERS, FAILED


def answer_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the question, its answers, who failed where some did, and a button to save; hidden without one."""
    asked = Line(role="heading")
    dlink((state, "open_question"), (asked, "text"))
    said = widgets.RadioButtons(options=[(text(f"answer_month.{kind}"), kind) for kind in ANSWERS], value=None)
    who = widgets.Textarea(
        description=text("answer_month.who"), placeholder=text("answer_month.who_hint"), continuous_update=False
    )
    who.add_class("kc-who")
    there = _there_already(state)
    failed = widgets.VBox([html(paragraphs([text("answer_month.there")])), there, who])
    dlink((said, "value"), (failed.layout, "display"), lambda kind: "flex" if kind == FAILED else "none")

    def save() -> None:
        """Hand on what was said; without a choice there is nothing to save yet."""
        if said.value is None:
            asked.focus()
        else:
            ticked = (is_there_already(state.open_people[place][0]) for place in there.ticked)
            callbacks.answer_month(said.value, "\n".join(filter(None, [who.value, *ticked])))

    def forget(change: dict[str, str]) -> None:
        """Begin anew with another month; whoever has answered goes on from its question."""
        said.value, who.value, there.ticked = None, "", ()
        if change["old"] and change["new"]:
            asked.focus()

    state.observe(forget, "open_month")
    panel = widgets.VBox([asked, row(said, failed), button(text("answer_month.save"), save)])
    panel.add_class("kc-answer")
    shown_with(state, "open_month", panel)
    return panel


def answered(state: DeskState) -> Line:
    """Get the line that takes the focus once what Keycafe said is kept: the button that had it is gone."""
    line = Line(role="status")

    def follow(change: dict[str, str]) -> None:
        """Say so where nothing else is asked."""
        is_done = bool(change["old"]) and not change["new"]
        line.text = text("answer_month.saved") if is_done else ""
        if is_done:
            line.focus()

    state.observe(follow, "open_month")
    return line


def _there_already(state: DeskState) -> TickList:
    """Get the people of the file, to be looked for and ticked: who is there already has nothing to be repaired."""
    search = {"label": text("answer_month.there_search"), "found": text("answer_month.there_found", count="{count}")}
    there = TickList(label=text("answer_month.there"), search=search)
    dlink((state, "open_people"), (there, "lines"), lambda people: tuple(said for _, said in people))
    there.on_tick(lambda ticked: there.set_trait("ticked", ticked))
    return there
