"""What can be changed about a line of people, beside the lines: nothing is changed before it is saved."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import paragraphs
from keycafe_clean.desk.panels.widgets import button, html, row, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ChangeCard
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.tick_list import TickList

#: The one field of the set-up that a change is about, as either of two sentences.
_EITHER = {
    "on_leave": "include_on_leave",
    "starters": "leave_out_starters",
    "smartbox": "smartbox_user_without_address",
}

#: What can be ticked beside.
_TICKED = {"full": ("send_invitation", "send_welcome_email"), "smartbox": ("generate_access_code",)}

#: What a word of a status can mean.
_MEANINGS = ("inactive", "active", "leave", "future")

#: Gets what is said, as the set-up has it.
_Said = Callable[[], dict[str, Any]]


def change_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: a heading that takes the focus, what to choose, save and close; hidden while nothing is open."""
    heading = Line(role="heading")
    asked = widgets.VBox()
    said: list[_Said] = []

    def refresh(_: object) -> None:
        """Show what can be changed now, and go there."""
        card = state.change
        if card:
            heading.text = text(f"change.{card.change}")
            shown, said[:] = _controls(card)
            asked.children = [html(paragraphs([_lead(card)], "kc-quiet")), *shown]
            heading.focus()

    def save() -> None:
        """Hand on everything that is said."""
        callbacks.change_people({name: value for one in said for name, value in one().items()})

    def close() -> None:
        """Close what is open; nothing is changed."""
        if state.change:
            callbacks.open_change(state.change.key)

    state.observe(refresh, "change")
    buttons = row(button(text("change.save"), save), button(text("change.close"), close))
    panel = widgets.VBox([heading, asked, buttons])
    panel.add_class("kc-change")
    shown_with(state, "change", panel)
    return panel


def _lead(card: ChangeCard) -> str:
    return text("change.words_none" if card.change == "words" and not card.words else f"change.{card.change}_lead")


def _controls(card: ChangeCard) -> tuple[list[widgets.Widget], list[_Said]]:
    """Get what to choose for a change, and what says it."""
    made = [
        *([_either(card, _EITHER[card.change])] if card.change in _EITHER else []),
        *([_by_column(card)] if card.columns else []),
        *(_ticked(card, name) for name in _TICKED.get(card.change, ())),
        *([_words(card)] if card.words else []),
    ]
    return [shown for shown, _ in made], [said for _, said in made]


def _either(card: ChangeCard, field: str) -> tuple[widgets.Widget, _Said]:
    options = [(text(f"change.{field}_{value}".lower()), value) for value in sorted((True, False), reverse=True)]
    chosen = widgets.RadioButtons(options=options, value=card.now[field])
    return chosen, lambda: {field: chosen.value}


def _ticked(card: ChangeCard, field: str) -> tuple[widgets.Widget, _Said]:
    box = widgets.Checkbox(value=card.now[field], description=text(f"change.{field}"), indent=False)
    return box, lambda: {field: box.value}


def _by_column(card: ChangeCard) -> tuple[widgets.Widget, _Said]:
    """Get a column to choose by, and its cells to tick; of places all are ticked as long as there is no rule."""
    column = widgets.Dropdown(
        options=list(card.columns),
        value=card.column if card.column in card.columns else next(iter(card.columns)),
        description=text("change.column"),
    )
    ticks = TickList()

    def refresh(_: object = None) -> None:
        """Show the cells of the column."""
        cells = card.columns[column.value]
        ruled = {value.strip().lower() for value in card.values} if column.value == card.column else None
        ticks.label = column.value
        ticks.lines = tuple(
            text("change.cell", value=value or text("change.empty"), count=count) for value, count in cells
        )
        ticks.ticked = tuple(place for place, (value, _) in enumerate(cells) if _is_ticked(card, value, ruled))

    def said() -> dict[str, Any]:
        """Get the column and the ticked cells; all places are no rule."""
        cells = card.columns[column.value]
        values = tuple(cells[place][0] for place in ticks.ticked)
        return {
            "column": column.value,
            "values": () if card.change == "places" and len(values) == len(cells) else values,
        }

    refresh()
    column.observe(refresh, "value")
    return widgets.VBox([column, ticks]), said


def _is_ticked(card: ChangeCard, value: str, ruled: set[str] | None) -> bool:
    return card.change == "places" if ruled is None else value.lower() in ruled


def _words(card: ChangeCard) -> tuple[widgets.Widget, _Said]:
    """Get a list of meanings a word; only what is another meaning than before is said."""
    meanings = [(text(f"change.{meaning}"), meaning) for meaning in _MEANINGS]
    lists = {word: widgets.Dropdown(options=meanings, value=is_, description=word) for word, is_ in card.words.items()}

    def said() -> dict[str, Any]:
        """Get the words that mean something else now."""
        other = {word: it.value for word, it in lists.items() if it.value != card.words[word]}
        return {"status_words": other} if other else {}

    return widgets.VBox(list(lists.values())), said
