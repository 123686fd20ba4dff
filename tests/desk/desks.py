"""An export with one row of every outcome, and how tests find their way around a desk."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import ipywidgets as widgets

from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.line import Line
from keycafe_clean.job import JobFolder

TODAY = date(2026, 11, 3)

#: What panels have asked for, in order.
Asked = list[tuple[object, ...]]

#: Six people and a blank row: two go in by e-mail, one as a SmartBox User, one waits, one is combined, one has left.
EXPORT = (
    b"First Name;Last Name;E-mail;Employee ID;Status\n"
    b"Jana;Novak;jana.novak@example.com;0001;active\n"
    b"Piotr;<b>Lis</b>;piotr.lis@example;0002;active\n"
    b"Eva;Brandt;;0003;active\n"
    b"JANA;NOVAK;jana.novak@example.com;0001;active\n"
    b"Tom;Baker;tom.baker@example.com;0005;terminated\n"
    b";;;;\n"
    b"Ana;Ruiz;ana.ruiz@example.com;0006;active\n"
)

EQUATION = "7 rows = 3 ready + 1 waiting for you + 1 combined + 1 left out + 1 not people"


def fresh(folder: Path) -> tuple[DeskState, Session]:
    """Get the state and session of a desk before anything was read; its job lies in the folder."""
    return DeskState(today=TODAY), Session(JobFolder(folder / "job"))


def at_once(session: Callable[[], None]) -> None:
    """Do what a desk would do beside the page."""
    session()


def button(view: widgets.Widget, label: str) -> widgets.Button:
    """Get the button with this label."""
    return next(one for one in walk(view) if isinstance(one, widgets.Button) and one.description == label)


def dropdown(view: widgets.Widget, label: str) -> widgets.Dropdown:
    """Get the list with this label."""
    return next(one for one in walk(view) if isinstance(one, widgets.Dropdown) and one.description == label)


def typed(view: widgets.Widget, label: str) -> widgets.Text:
    """Get the input with this label."""
    return next(one for one in walk(view) if isinstance(one, widgets.Text) and one.description == label)


def shown_html(view: widgets.Widget) -> str:
    """Get the HTML of a view, hidden steps included."""
    return "\n".join(one.value for one in walk(view) if isinstance(one, widgets.HTML))


def heard(view: widgets.Widget) -> list[str]:
    """Get the lines of a view that a screen reader says by itself, and that are there."""
    return [one.text for one in walk(view) if isinstance(one, Line) and one.role == "status" and one.text]


def first(view: widgets.Widget, kind: type) -> widgets.Widget:
    """Get the first widget of a kind."""
    return next(one for one in walk(view) if isinstance(one, kind))


def walk(view: widgets.Widget) -> Iterator[widgets.Widget]:
    """Yield the widget and everything in it."""
    yield view
    for child in getattr(view, "children", ()):
        yield from walk(child)
