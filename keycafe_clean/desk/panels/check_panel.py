"""Step Check: the rows to look through, what waits, the counts that add up, and why rows stay out."""

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs, tag
from keycafe_clean.desk.panels.review_panel import review_panel
from keycafe_clean.desk.panels.widgets import button, following, html, lines, row, shown_with, step_panel
from keycafe_clean.desk.review_rows import COMBINED, are_asked_about
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line
from keycafe_clean.outcomes import OUTCOMES
from keycafe_clean.wording import counted


def check_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: what waits for an answer, how the rows add up, and why some stay out."""
    return step_panel(
        state,
        "check",
        _waiting(state, callbacks),
        following(state, ["counts"], _how),
        _duplicates(state, callbacks),
        review_panel(state, callbacks),
        html(paragraphs([text("check.lead")])),
        following(state, ["counts"], _tiles),
        following(state, ["reasons", "ready_users"], _reasons),
    )


def _tiles(state: DeskState) -> Markup:
    """Get the equation as numbers that are read from a distance."""
    if not state.counts:
        return Markup()
    total = _tile(state.counts["rows_read"], counted(state.counts["rows_read"], "row").split()[1], "total")
    parts = [_tile(state.counts[outcome], text(f"check.{outcome}"), outcome) for outcome in OUTCOMES]
    signs = ("=", *"++++")
    signed = [
        tag("span", tag("span", sign, class_="kc-sign"), " ", part, " ", class_="kc-tile-with-sign")
        for sign, part in zip(signs, parts, strict=True)
    ]
    return tag("div", total, " ", *signed, class_="kc-tiles")


def _tile(number: int, word: str, kind: str) -> Markup:
    return tag("span", tag("strong", f"{number:,}"), " ", tag("span", word), class_=f"kc-tile kc-{kind}")


def _reasons(state: DeskState) -> Markup:
    ready = f"{state.ready_users}." if state.ready_users else ""
    return lines(paragraphs([ready]), paragraphs(state.reasons, "kc-quiet"))


def _waiting(state: DeskState, callbacks: Callbacks) -> widgets.Box:
    """Get the sentence whether something waits; where nothing stands beside the rows any more it takes the focus.

    The keys of the questions that take back and do again are heard there too.
    """
    line = Line(role="status", letters="ur")
    line.on_key(lambda _, key: {"u": callbacks.undo, "r": callbacks.redo}[key]())

    def say(_: object = None) -> None:
        """Say how much waits."""
        line.text = _what_waits(state)

    def focus(_: object) -> None:
        """Go there, unless there are rows to go on with."""
        if state.step != "check" or state.side or state.check_shows == "pair":
            return
        say()
        if are_asked_about(state.rows_kind):
            line.focus()
        else:
            line.focus_unless_in(".kc-grid, .kc-decisions, .kc-kinds")

    say()
    state.observe(say, ["counts"])
    state.observe(focus, ["side", "check_shows"])
    said = widgets.Box([line])
    said.add_class("kc-what-waits")
    return said


def _what_waits(state: DeskState) -> str:
    if not state.counts:
        return ""
    if not state.counts["waiting"]:
        return text("check.nothing_waits", people=_ready_people(state))
    return text("check.waiting_lead", rows=counted(state.counts["waiting"], "row"))


def _how(state: DeskState) -> Markup:
    return paragraphs([text("check.waiting_how")], "kc-quiet") if state.counts.get("waiting") else Markup()


def _duplicates(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get the sentence that nobody seems to be there twice, and a way to the rows that were combined."""
    show = button(text("check.show_combined"), lambda: callbacks.show_rows(COMBINED))
    shown_with(state, "counts", show, lambda counts: counts.get("combined", 0) > 0)
    said = row(
        following(state, ["twice"], lambda now: paragraphs([now.twice], "kc-quiet")), show, look="kc-beside-line"
    )
    shown_with(state, "twice", said)
    return said


def _ready_people(state: DeskState) -> str:
    ready = state.counts["ready"]
    return f"{counted(ready, 'person is', 'people are')} {text('check.ready')}"
