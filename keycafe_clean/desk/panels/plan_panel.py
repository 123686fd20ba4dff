"""Step Plan: the monthly limit, what of it is used, and who fits into which month."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.decide.setup import MOST_USED
from keycafe_clean.desk.bar_chart import months_table
from keycafe_clean.desk.blockers import why_nobody
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs
from keycafe_clean.desk.panels.widgets import following, html, row, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


def plan_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the account's plan and the places used to enter, and the months."""
    plans = [(text("plan.paid"), "paid"), (text("plan.confirmed"), "confirmed")]
    plan = widgets.RadioButtons(options=plans, value=state.plan, description=text("plan.limit"), tooltip="")
    used = widgets.BoundedIntText(value=state.used, min=0, max=MOST_USED, description=text("plan.used"), tooltip="")
    dlink((state, "plan"), (plan, "value"))
    dlink((state, "used"), (used, "value"))

    def choose(_: object) -> None:
        """Hand on another plan."""
        if plan.value != state.plan:
            callbacks.replan(plan.value, state.used)

    def enter(_: object) -> None:
        """Hand on another number of used places."""
        if used.value != state.used:
            callbacks.replan(state.plan, used.value)

    plan.observe(choose, "value")
    used.observe(enter, "value")
    return step_panel(
        state,
        "plan",
        html(paragraphs([text("plan.lead")], "kc-strong")),
        row(plan, used, html(paragraphs([text("plan.used_lead")], "kc-quiet"))),
        following(state, ["months", "counts"], _nobody),
        following(state, ["months"], lambda now: months_table(now.months)),
        following(state, ["finish", "months"], _finish),
    )


def _nobody(state: DeskState) -> Markup:
    """Get why nobody goes in this month, where it is so."""
    if not state.months or state.months[0].people:
        return Markup()
    return paragraphs([why_nobody(state.counts, state.months)], "kc-strong")


def _finish(state: DeskState) -> Markup:
    """Get when everybody is in; of nobody there is nothing to say."""
    goes_in = any(month.people for month in state.months)
    return paragraphs([state.finish] if goes_in else [])
