"""The parts that panels are made of."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.markup import Markup, join
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line


def step_panel(state: DeskState, step: str, *children: widgets.Widget) -> widgets.VBox:
    """Get the box of a step under its heading: shown, and given the focus, when the step is opened."""
    heading = Line(text=text(f"step.{step}"), role="heading")
    panel = widgets.VBox([heading, *children])
    panel.add_class("kc-panel")

    def show(_: object = None) -> None:
        """Show the panel while its step is open, and nobody is shown by name."""
        panel.layout.display = "flex" if state.step == step and not state.found else "none"

    def focus(_: object) -> None:
        """Move the focus to the heading of the step that was opened, or that is shown again."""
        if state.step == step and not state.found:
            heading.focus()

    show()
    state.observe(show, ["step", "found"])
    state.observe(focus, ["step", "found"])
    return panel


def html(value: Markup) -> widgets.HTML:
    """Get HTML that never changes."""
    return widgets.HTML(value)


def following(state: DeskState, traits: list[str], render: Callable[[DeskState], Markup]) -> widgets.HTML:
    """Get HTML that is rendered anew whenever one of the traits changes."""
    shown = widgets.HTML(render(state))

    def refresh(_: object) -> None:
        """Render the HTML anew."""
        shown.value = render(state)

    state.observe(refresh, traits)
    return shown


def spoken(state: DeskState, trait: str) -> Line:
    """Get a line with a text of the state, which a screen reader says when it changes; blank: it is not there."""
    line = Line(role="status")
    dlink((state, trait), (line, "text"))
    return line


def style(*, primary: bool) -> str:
    """Get the style of a button; of a screen one alone is primary, the next decision or the way on."""
    return "primary" if primary else ""


def button(label: str, act: Callable[[], None], *, primary: bool = False) -> widgets.Button:
    """Get a button as wide as its label. It is never disabled: what cannot be had now is said when it is clicked."""
    made = widgets.Button(description=label, button_style=style(primary=primary))
    made.on_click(lambda _: act())
    return made


def row(*children: widgets.Widget, look: str = "kc-row") -> widgets.HBox:
    """Get the children side by side; `look` is a class of `style.css`."""
    made = widgets.HBox(children)
    made.add_class(look)
    return made


def shown_with(state: DeskState, trait: str, widget: widgets.Widget, test: Callable[[Any], bool] = bool) -> None:
    """Show a widget while the test holds for a trait of the state."""
    display = "flex" if isinstance(widget, widgets.Box) else None
    dlink((state, trait), (widget.layout, "display"), lambda value: display if test(value) else "none")


def lines(*parts: str) -> Markup:
    """Get the parts as one piece of HTML; empty ones leave nothing behind."""
    return join(part for part in parts if part)
