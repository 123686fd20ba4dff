"""The desk: a state, the actions on it, and a view that follows it."""

from datetime import date
from functools import partial
from importlib.resources import files as package_files
from pathlib import Path

import ipywidgets as widgets

from keycafe_clean.desk import actions, answering, hand_over
from keycafe_clean.desk.background import Start, one_after_another
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, tag
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.columns_panel import columns_panel
from keycafe_clean.desk.panels.frame import foot, head, rail, status
from keycafe_clean.desk.panels.hand_over_panel import hand_over_panel
from keycafe_clean.desk.panels.people_panel import people_panel
from keycafe_clean.desk.panels.plan_panel import plan_panel
from keycafe_clean.desk.panels.reading_panel import reading_panel
from keycafe_clean.desk.panels.upload_panel import upload_panel
from keycafe_clean.desk.panels.widgets import html
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState


class Desk:
    """An import desk. `view` is the page, `state` every fact on it.

    Named files are looked for in `folder`, and everything is saved there; by default the folder that Python runs in.
    The month is that of `today`, by default the day of the run. Work goes through `start`, by default beside the page.
    """

    def __init__(
        self, folder: str | Path | None = None, today: date | None = None, *, start: Start | None = None
    ) -> None:
        self.state = DeskState(today=today or date.today())  # noqa: DTZ011 - the analyst's own day
        self._session = Session(Path(folder or ".").resolve())
        self._start = start or one_after_another()
        self.view = _view(self.state, self._callbacks(), f"{self._session.folder}")

    def _callbacks(self) -> Callbacks:
        state, session = self.state, self._session
        return Callbacks(
            read_files=lambda files: self._start(partial(actions.read_files, state, session, files)),
            read_path=lambda name: self._start(partial(actions.read_path, state, session, name)),
            toggle_reading=partial(actions.toggle_reading, state),
            read_again=lambda said: self._start(partial(actions.read_again, state, session, said)),
            choose_column=lambda *given: self._start(partial(actions.choose_column, state, session, *given)),
            go=self._go,
            replan=lambda plan, used: self._start(partial(actions.replan, state, session, plan, used)),
            practise=lambda: self._start(partial(hand_over.practise, state, session)),
            save=lambda: self._start(partial(hand_over.save, state, session)),
            toggle_keycafe=partial(hand_over.toggle_keycafe, state),
            answer=lambda said: self._start(partial(answering.answer, state, session, said)),
            accept_alike=lambda: self._start(partial(answering.accept_alike, state, session)),
            undo=lambda: self._start(partial(actions.undo, state, session)),
            redo=lambda: self._start(partial(actions.redo, state, session)),
            show_kind=lambda kind: self._start(partial(answering.show_kind, state, session, kind)),
            show_question=lambda place: self._start(partial(answering.show_question, state, session, place)),
            show_row=lambda row_id: self._start(partial(answering.show_row, state, session, row_id)),
            edit_cell=lambda *given: self._start(partial(answering.edit_cell, state, session, *given)),
        )

    def _go(self, step: str) -> None:
        """Open a step; what the hand-over offers is made ready beside the page."""
        actions.go(self.state, step)
        if self.state.step == "hand_over":
            self._start(partial(hand_over.prepare, self.state, self._session))


def _view(state: DeskState, callbacks: Callbacks, folder: str) -> widgets.VBox:
    style = package_files("keycafe_clean.desk").joinpath("style.css").read_text(encoding="utf-8")
    page = widgets.VBox(
        [
            html(tag("style", Markup(style))),
            head(state),
            reading_panel(state, callbacks),
            rail(state, callbacks),
            status(state),
            upload_panel(state, callbacks, folder),
            columns_panel(state, callbacks),
            people_panel(state, callbacks),
            check_panel(state, callbacks),
            plan_panel(state, callbacks),
            hand_over_panel(state, callbacks, folder),
            foot(state),
        ]
    )
    page.add_class("kc-desk")
    return page
