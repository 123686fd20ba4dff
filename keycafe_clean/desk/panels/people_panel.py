"""Step People: who goes into Keycafe, in sentences, and who is there already."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.decide.setup import MOST_USED
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs
from keycafe_clean.desk.panels.change_panel import change_panel
from keycafe_clean.desk.panels.upload_panel import ACCEPT, MOST
from keycafe_clean.desk.panels.widgets import button, following, html, row, shown_with, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.views.drop_zone import DropZone
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.people_list import PeopleList


def people_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: a line each on who goes in and who does not, and where it is said who is in Keycafe already."""
    somebody = button(text("people.somebody"), callbacks.toggle_known)
    return step_panel(
        state,
        "people",
        html(paragraphs([text("people.lead")], "kc-strong")),
        following(state, ["in_file"], lambda now: paragraphs([now.in_file], "kc-quiet")),
        row(_people(state, callbacks), change_panel(state, callbacks), look="kc-people-beside"),
        row(following(state, ["is_known", "known"], _known), somebody),
        _known_people(state, callbacks, somebody),
    )


def _people(state: DeskState, callbacks: Callbacks) -> PeopleList:
    """Get the lines, each with its rows to look at and what can be changed about it."""
    labels = {**{name: text(f"people.{name}") for name in ("lead", "show", "change")}, "places": text("change.places")}
    people = PeopleList(labels=labels)
    acts = {"show": callbacks.show_people, "change": callbacks.open_change}
    people.on_press(lambda name, key: acts[name](key))
    dlink((state, "people"), (people, "lines"), lambda lines: tuple(asdict(line) for line in lines))
    dlink((state, "change"), (people, "opened"), lambda card: card.key if card else "")
    return people


def _known(state: DeskState) -> Markup:
    return paragraphs(state.known if state.is_known else (text("people.none_known"),))


def _list_chooser(take: Callable[[Sequence[tuple[str, bytes]]], None]) -> DropZone:
    """Get what lets lists be chosen or dropped, and hands them on."""
    labels = {**texts("drop"), "too_large": texts("people")["known_large"]}
    zone = DropZone(label=text("people.known_file"), labels=labels, accept=ACCEPT, most=MOST)
    zone.on_files(take)
    return zone


def _known_people(state: DeskState, callbacks: Callbacks, somebody: widgets.Button) -> widgets.VBox:
    """Get where it is said who is in Keycafe already: pasted, in lists, and how many places that has used.

    `somebody` opens it, and has the focus again once it is closed: beside it stands what was understood.
    """
    heading = Line(text=text("people.known"), role="heading")
    pasted = widgets.Textarea(
        description=text("people.known"), placeholder=text("people.known_hint"), continuous_update=False
    )
    pasted.add_class("kc-who")
    used = widgets.BoundedIntText(value=state.used, min=0, max=MOST_USED, description=text("plan.used"), tooltip="")
    dlink((state, "used"), (used, "value"))

    def save(files: Sequence[tuple[str, bytes]] = ()) -> None:
        """Hand on what was said; lists are taken as soon as they are chosen."""
        callbacks.say_known(pasted.value, files, used.value)

    def forget(_: object) -> None:
        """Begin anew once what was said is counted."""
        pasted.value = ""

    state.observe(forget, "known")

    def go_there(_: object) -> None:
        """Take the focus where it is opened, and give it back where it is closed."""
        (heading if state.shows_known else somebody).focus()

    lead = html(paragraphs([text("people.known_lead"), text("plan.used_lead")], "kc-quiet"))
    lists = row(_list_chooser(save), html(paragraphs([text("people.known_taken")], "kc-quiet")), look="kc-drop-box")
    panel = widgets.VBox([heading, lead, used, pasted, button(text("people.known_save"), save), lists])
    panel.add_class("kc-answer")
    shown_with(state, "shows_known", panel)
    # What is not shown yet cannot take the focus.
    state.observe(go_there, "shows_known")
    return panel
