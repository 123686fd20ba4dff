"""What Keycafe would show after the import: its Imports page, and its Users under Invited and All."""

from collections.abc import Sequence

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs, table
from keycafe_clean.desk.panels.widgets import button, following, lines
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ImportLine, UserLine

#: People of a filter that are shown: enough to see how it would look; how many there are is always said.
_SHOWN = 10

_IMPORTS = ("file", "state", "progress", "added", "failed_rows")
_USERS = ("name", "email", "user_type")


def keycafe_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: a button until the analyst asks for more, and nothing before an import was practised."""
    toggle = button(text("keycafe.show"), callbacks.toggle_keycafe)
    dlink((state, "shows_keycafe"), (toggle, "description"), lambda on: text(f"keycafe.{'hide' if on else 'show'}"))
    shown = following(state, ["shows_keycafe", "imports", "practice_errors", "invited", "everybody"], _page)
    panel = widgets.VBox([toggle, shown])
    dlink((state, "imports"), (panel.layout, "display"), lambda imports: "flex" if imports else "none")
    return panel


def _page(state: DeskState) -> Markup:
    if not state.shows_keycafe:
        return Markup()
    return lines(
        paragraphs([text("keycafe.lead")], "kc-quiet"),
        table(_headings(_IMPORTS), map(_import_cells, state.imports), text("keycafe.imports")),
        paragraphs(state.practice_errors or [text("keycafe.no_errors")]),
        _users("invited", state.invited),
        _users("all", state.everybody),
    )


def _users(shown: str, users: Sequence[UserLine]) -> Markup:
    """Get the people under a filter of the Users tab: how many, the first few, and why they stand there."""
    caption = text(f"keycafe.{shown}", number=len(users))
    cells = [(user.name, user.email, text(f"keycafe.{user.user_type}")) for user in users[:_SHOWN]]
    more = text("keycafe.more", number=len(users) - _SHOWN) if len(users) > _SHOWN else ""
    people = table(_headings(_USERS), cells, caption) if users else paragraphs([caption], "kc-strong")
    return lines(people, paragraphs([more, text(f"keycafe.{shown}_lead")], "kc-quiet"))


def _import_cells(one: ImportLine) -> tuple[str, ...]:
    progress = text("keycafe.progress_part", done=one.done, rows=one.rows)
    return (one.name, text(f"keycafe.{one.state}"), progress, f"{one.added:,}", f"{one.failed:,}")


def _headings(names: Sequence[str]) -> list[str]:
    return [text(f"keycafe.{name}") for name in names]
