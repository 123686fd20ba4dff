"""Step File: choose a file, or name one; what was read, in words."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import paragraphs
from keycafe_clean.desk.panels.reading_panel import reading_panel
from keycafe_clean.desk.panels.widgets import button, following, html, row, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.views.drop_zone import DropZone
from keycafe_clean.desk.views.path_field import PathField

#: What the browser offers to choose; the reader looks at the bytes, not at the name.
ACCEPT = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"

#: So many bytes a file may have that goes through the browser; a larger one is named.
MOST = 100_000_000

#: What the field of a path says, by its name on the page.
_PATH_LABELS = {"path": "file.path", "hint": "file.path_hint", "read": "file.path_use"}


def upload_panel(state: DeskState, callbacks: Callbacks, folder: str) -> widgets.VBox:
    """Get the panel: files to choose or to name; `folder` is where named files are looked for."""
    path = PathField(labels={name: text(key) for name, key in _PATH_LABELS.items()})
    path.on_read(callbacks.read_path)
    return step_panel(
        state,
        "file",
        html(paragraphs([text("file.lead")])),
        html(paragraphs([text("file.undo")], "kc-quiet")),
        row(
            file_chooser(state, callbacks),
            _sample(state, callbacks),
            html(paragraphs([text("file.kinds")], "kc-quiet")),
            look="kc-drop-box",
        ),
        following(
            state, ["is_sample"], lambda now: paragraphs([text("file.is_sample")] if now.is_sample else [], "kc-asked")
        ),
        path,
        html(paragraphs([text("file.path_lead", folder=folder)], "kc-quiet")),
        following(state, ["read"], lambda now: paragraphs(now.read)),
        following(state, ["file_questions"], lambda now: paragraphs(now.file_questions, "kc-asked")),
        reading_panel(state, callbacks),
    )


def _sample(state: DeskState, callbacks: Callbacks) -> widgets.Button:
    """Get the button that tries the desk, there until a file was chosen or a month handed over."""
    made = button(text("file.sample"), callbacks.try_sample)

    def show(_: object = None) -> None:
        """Offer the sample to whoever has nothing here yet."""
        made.layout.display = "none" if state.files or state.history else None

    show()
    state.observe(show, ["files", "history"])
    return made


def file_chooser(state: DeskState, callbacks: Callbacks) -> DropZone:
    """Get what lets files be chosen or dropped, and hands them on."""
    zone = DropZone(labels=texts("drop"), accept=ACCEPT, most=MOST)
    zone.on_files(callbacks.read_files)
    dlink((state, "files"), (zone, "primary"), lambda files: not files)
    dlink((state, "files"), (zone, "label"), lambda files: text("file.choose_another" if files else "file.choose"))
    return zone
