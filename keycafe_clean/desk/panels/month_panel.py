"""This month: what was handed over, what Keycafe said, and what became of everybody in this month's file."""

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.answer_panel import answer_panel, answered
from keycafe_clean.desk.panels.upload_panel import file_chooser
from keycafe_clean.desk.panels.widgets import button, following, html, row, shown_with, step_panel
from keycafe_clean.desk.state import THIS_MONTH, DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Tile


def month_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the months before, the file to choose, and then who is new, has left, is changed or waits."""
    return step_panel(
        state,
        THIS_MONTH,
        following(state, ["history", "to_do"], _history),
        answered(state),
        answer_panel(state, callbacks),
        row(file_chooser(state, callbacks), html(paragraphs([text("month.drop")], "kc-quiet")), look="kc-drop-box"),
        following(state, ["tiles", "mass_changes"], _tiles),
        _mass_changes(state, callbacks),
        following(state, ["this_file", "mass_changes", "months", "counts"], _this_file),
        _going_on(state, callbacks),
    )


def _history(state: DeskState) -> Markup:
    months = state.history or (text("month.none"),)
    return join([paragraphs(months, "kc-strong"), paragraphs(state.to_do, "kc-quiet")])


def _tiles(state: DeskState) -> Markup:
    # What becomes of whom is a plan too, and there is none for a file that may be another one.
    tiles = () if state.mass_changes else state.tiles
    return tag("div", *map(_tile, tiles), class_="kc-numbers") if tiles else Markup()


def _tile(tile: Tile) -> Markup:
    number, word, note = (
        tag("strong", f"{tile.number:,}"),
        tag("span", text(f"tiles.{tile.kind}")),
        tag("small", tile.note),
    )
    look = "kc-tile kc-alarm" if tile.is_alarm else "kc-tile"
    return tag("span", number, " ", word, " ", note, class_=look)


def _mass_changes(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the question whether the file is the right one, where it changes very many people."""
    asked = following(state, ["mass_changes"], lambda now: paragraphs(now.mass_changes, "kc-strong"))
    another = button(text("month.another_file"), callbacks.forget_files)
    panel = widgets.VBox([asked, row(another, button(text("month.go_on"), callbacks.go_on, primary=True))])
    panel.add_class("kc-question")
    shown_with(state, "mass_changes", panel)
    return panel


def _this_file(state: DeskState) -> Markup:
    """Say who is in this month's file; where nobody can be, why not."""
    if state.mass_changes or not state.this_file:
        return Markup()
    return paragraphs(tuple(state.blockers("hand_over")) or [state.this_file], "kc-strong")


def _going_on(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get the ways on from here, once a file was read."""
    ways = row(
        button(text("month.rows"), lambda: callbacks.go("check")),
        button(text("month.order"), lambda: callbacks.go("plan")),
    )
    shown_with(state, "tiles", ways)
    return ways
