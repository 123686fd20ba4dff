"""The desk: a state, the actions on it, and a view that follows it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.resources import files as package_files
from os import environ
from pathlib import Path

import ipywidgets as widgets

from keycafe_clean.desk import (
    actions,
    answering,
    as_python,
    choosing,
    find_person,
    hand_over,
    known_people,
    opening,
    people_changes,
    taking_back,
)
from keycafe_clean.desk.background import Start, heard, one_after_another
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, tag
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.closed_panel import closed_panel, stopped_panel
from keycafe_clean.desk.panels.columns_panel import columns_panel
from keycafe_clean.desk.panels.find_panel import find_panel
from keycafe_clean.desk.panels.frame import foot, head, rail, status
from keycafe_clean.desk.panels.hand_over_panel import hand_over_panel
from keycafe_clean.desk.panels.month_panel import month_panel
from keycafe_clean.desk.panels.people_panel import people_panel
from keycafe_clean.desk.panels.plan_panel import plan_panel
from keycafe_clean.desk.panels.upload_panel import upload_panel
from keycafe_clean.desk.panels.widgets import html, shown_with
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import UNNAMED


class Desk:
    """An import desk. `view` is the page, `state` every fact on it.

    Everything is kept in the folder `job`, and named files are looked for where that folder lies. The month is that of
    `today`, by default the day of the run. Work goes through `start`, by default beside the page.
    """

    def __init__(self, job: str | Path | None = None, today: date | None = None, *, start: Start | None = None) -> None:
        self.state = DeskState(today=today or date.today())  # noqa: DTZ011 - the analyst's own day
        self._session = Session(JobFolder(Path(job or environ.get("KEYCAFE_JOB") or UNNAMED).resolve()))
        self._start = heard(self.state, start or one_after_another())
        self.view = _view(self.state, self._callbacks(), self._session.job.path)
        self._start(partial(opening.open_job, self.state, self._session))

    def _callbacks(self) -> Callbacks:
        state, session = self.state, self._session
        return Callbacks(
            close_desk=lambda: self._start(partial(opening.close_desk, state, session)),
            find=lambda asked: self._start(partial(find_person.find, state, session, asked)),
            print_person=lambda place: self._start(partial(find_person.print_person, state, session, place)),
            read_files=self._kept(choosing.choose_files),
            read_path=self._kept(choosing.choose_path),
            try_sample=self._kept(choosing.try_sample),
            toggle_reading=partial(actions.toggle_reading, state),
            read_again=self._kept(actions.read_again),
            choose_column=self._kept(actions.choose_column),
            about_column=lambda file, column: self._start(partial(actions.about_column, state, session, file, column)),
            go=self._go,
            go_on=self._kept(actions.go_on),
            forget_files=self._kept(opening.forget_files),
            toggle_known=partial(known_people.toggle_known, state),
            show_people=lambda key: self._place(partial(people_changes.show_people, state, key)),
            open_change=lambda key: self._start(partial(people_changes.open_change, state, session, key)),
            change_people=self._kept(people_changes.change_people),
            say_known=self._kept(known_people.say_known),
            replan=self._kept(actions.replan),
            practise=lambda: self._start(partial(hand_over.practise, state, session)),
            download=self._kept(hand_over.download),
            answer_month=self._kept(hand_over.answer),
            tick_steps=lambda done: self._start(partial(hand_over.tick_steps, state, session, done)),
            show_as_python=lambda: self._start(partial(as_python.show_as_python, state, session)),
            toggle_keycafe=partial(hand_over.toggle_keycafe, state),
            answer=self._asked(answering.answer),
            accept_alike=self._asked(answering.accept_alike),
            undo=self._kept(actions.undo),
            redo=self._kept(actions.redo),
            show_rows=lambda kind: self._place(partial(answering.show_rows, state, session, kind)),
            list_pairs=lambda: self._start(partial(answering.list_pairs, state)),
            show_question=lambda place: self._place(partial(answering.show_question, state, session, place)),
            show_row=lambda row_id: self._place(partial(answering.show_row, state, session, row_id)),
            edit_cell=self._kept(answering.edit_cell),
            part_row=self._kept(answering.part_row),
            leave_out_row=self._kept(answering.leave_out_row),
            take_back=self._kept(taking_back.take_back),
            keep_mine=self._kept(taking_back.keep_mine),
        )

    def _kept(self, action: Callable[..., None]) -> Callable[..., None]:
        """Get what does an action beside the page, and keeps what came of it."""
        kept = opening.keeping(action)
        return lambda *given: self._start(partial(kept, self.state, self._session, *given))

    def _asked(self, action: Callable[..., None]) -> Callable[..., None]:
        """Get what does an action on the question that is shown when it is called, as `_kept()` does."""

        def answer(*given: object) -> None:
            """Remember about which question that is."""
            self._kept(answering.while_shown(self.state.card, action))(*given)

        return answer

    def _place(self, move: Callable[[], None]) -> None:
        """Do what shows something else beside the page, and keep where the analyst is."""
        self._start(move)
        self._start(partial(opening.keep, self.state, self._session))

    def _go(self, step: str) -> None:
        self._place(partial(actions.go, self.state, step))

    def close(self) -> None:
        """Give the folder of the job back."""
        self._session.release()


def _view(state: DeskState, callbacks: Callbacks, job: Path) -> widgets.VBox:
    style = package_files("keycafe_clean.desk").joinpath("style.css").read_text(encoding="utf-8")
    page = widgets.VBox(
        [
            html(tag("style", Markup(style))),
            head(state, callbacks),
            rail(state, callbacks),
            status(state),
            find_panel(state, callbacks),
            month_panel(state, callbacks),
            upload_panel(state, callbacks, f"{job.parent}"),
            columns_panel(state, callbacks),
            people_panel(state, callbacks),
            check_panel(state, callbacks),
            plan_panel(state, callbacks),
            hand_over_panel(state, callbacks),
            foot(state, callbacks),
        ]
    )
    page.add_class("kc-desk")
    shown_with(state, "closed", page, lambda closed: not closed)
    # What watches hears first that the desk is closed.
    stopped = stopped_panel(state, job)
    both = widgets.VBox([page, closed_panel(state), stopped])
    both.add_class("kc-both")
    return both
