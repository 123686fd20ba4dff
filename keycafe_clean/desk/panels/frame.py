"""The frame of the page, the same around every step.

Above the step: the job, its month and how full that is (`head`); a button a step (`rail`); what goes on, or why
something cannot be had (`status`). Below it, always in sight: the counts that add up, and the one way on (`foot`).
"""

from dataclasses import asdict
from itertools import pairwise

import ipywidgets as widgets

from keycafe_clean.desk.bar_chart import bar
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs, tag
from keycafe_clean.desk.panels.find_panel import finder
from keycafe_clean.desk.panels.widgets import button, following, row, style
from keycafe_clean.desk.state import STEPS, THIS_MONTH, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import StepLine
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.rail import Rail
from keycafe_clean.wording import counted

#: The step that comes after each, and so the one way on from it.
_NEXT = dict(pairwise(STEPS)) | {THIS_MONTH: "hand_over"}


def head(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the job and the month, who is looked for, how full it is, what closes the desk, and who else has the job."""
    title = following(state, ["job"], _title)
    limit = following(state, ["limit_line", "months", "mass_changes"], _limit)
    top = row(title, finder(state, callbacks), limit, button(text("head.close"), callbacks.close_desk), look="kc-head")
    return widgets.VBox([top, following(state, ["read_only"], lambda now: paragraphs([now.read_only], "kc-strong"))])


def rail(state: DeskState, callbacks: Callbacks) -> Rail:
    """Get a button a step: the open one stands out, those with nothing to ask are ticked."""
    made = Rail(label=text("head.steps"), current=state.step)
    made.on_choose(callbacks.go)

    def refresh(_: object = None) -> None:
        """Say on each button how its step stands; this month has none, but a page of its own."""
        steps = ((number, step) for number, step in enumerate((THIS_MONTH, *STEPS)))
        made.steps = tuple(asdict(_step(state, number, step)) for number, step in steps)
        made.current = state.step

    refresh()
    state.observe(refresh, ["step", "ticked", "counts", "history"])
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


def foot(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get the line that adds up, before that what the analyst need not fear; beside it the one way on."""
    said = following(state, ["equation"], _adds_up)
    on = button("", lambda: callbacks.go(_NEXT[state.step]))

    def label(_: object = None) -> None:
        """Say where the way on leads."""
        on.description = _way_on(state)
        on.layout.display = None if on.description else "none"
        on.button_style = style(primary=not _decides_first(state))

    label()
    state.observe(label, ["step", "counts", "months", "handed_over", "side", "check_shows", "mass_changes", "found"])
    return row(said, on, look="kc-foot")


def _decides_first(state: DeskState) -> bool:
    """Tell whether the next decision is on the screen, and with it the primary button."""
    if state.step == "check":
        return state.check_shows == "pair" or state.side == "question"
    return state.step == THIS_MONTH and bool(state.mass_changes)


def _adds_up(state: DeskState) -> Markup:
    return (
        paragraphs([state.equation], "kc-equation") if state.equation else paragraphs([text("head.fears")], "kc-quiet")
    )


def _title(state: DeskState) -> Markup:
    job = tag("span", state.job, class_="kc-job") if state.job else ""
    month = tag("span", f"{state.today:%B %Y}")
    return tag("p", tag("strong", text("head.title")), " ", job, " ", month, class_="kc-title")


def _limit(state: DeskState) -> Markup:
    """Get how full this month is, as a bar and in words; its year stands beside them.

    Of a file that may be another one nothing is planned.
    """
    if state.mass_changes:
        return Markup()
    if not state.months:
        return paragraphs([state.limit_line])
    this = state.months[0]
    said = state.limit_line.replace(this.month, this.name, 1)
    return tag("p", bar(this, state.limit_line), " ", tag("span", said), class_="kc-limit")


def _step(state: DeskState, number: int, step: str) -> StepLine:
    name = text(f"step.{step}")
    waiting = state.counts.get("waiting", 0) if step == "check" else 0
    said = f"{number} {name}" if number else name
    if waiting:
        look = ("open", f"{number}", text("head.waits", step=said, count=waiting))
    elif step in state.ticked:
        look = ("done", "✓", text("head.done", step=said))
    else:
        look = ("open", f"{number}" if number else "", said)
    count = f"{waiting:,}" if waiting else ""
    return StepLine(step, name, *look, count, is_shown=bool(number or state.history))


def _way_on(state: DeskState) -> str:
    """Get what stands on the way on from the open step; blank: there is none."""
    if not state.counts or state.handed_over or state.found or state.step not in _NEXT:
        return ""
    if state.step == THIS_MONTH:
        return text("month.hand_over", month=f"{state.today:%B}")
    people = counted(state.counts.get("ready", 0), "person", "people")
    return text(f"{state.step}.looks_right", people=people, month=f"{state.today:%B}")
