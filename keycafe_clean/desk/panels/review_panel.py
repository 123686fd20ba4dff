"""The rows of the file to look through: kinds with their counts, the grid, and beside it the question that waits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.about_panel import about_panel
from keycafe_clean.desk.panels.decisions_panel import decisions_panel
from keycafe_clean.desk.panels.pair_panel import pair_panel
from keycafe_clean.desk.panels.question_panel import question_panel
from keycafe_clean.desk.panels.row_panel import row_panel
from keycafe_clean.desk.panels.widgets import button, row, shown_with
from keycafe_clean.desk.review_rows import DECISIONS
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.view_models import KindLine, RowsBlock, RowsRequest
from keycafe_clean.desk.views.grid import Grid, GridCallbacks
from keycafe_clean.desk.views.kind_list import KindList


def review_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel; hidden until rows were counted."""
    grid = Grid(_grid_callbacks(state, callbacks), labels=texts("grid"), kind=state.rows_kind)
    pills = KindList(label=text("review.lists"), look="pills")
    kinds = KindList(label=text("review.kinds"))
    for chooser in (pills, kinds):
        dlink((state, "rows_kind"), (chooser, "chosen"))
        chooser.on_choose(callbacks.show_rows)
    _follow(state, grid, pills, kinds)
    above = row(pills, *_way_back(state, callbacks), look="kc-review-above")
    rows = row(kinds, grid, pair_panel(state, callbacks), look="kc-review-rows")
    shown_with(state, "check_shows", rows, lambda shows: shows != "decisions")
    shown_with(state, "check_shows", grid, lambda shows: shows == "rows")
    left = widgets.VBox([above, rows, decisions_panel(state, callbacks)])
    left.add_class("kc-review-left")
    panel = widgets.VBox(
        [
            row(
                left,
                about_panel(state, callbacks),
                row_panel(state, callbacks),
                question_panel(state, callbacks),
                look="kc-review",
            )
        ]
    )
    shown_with(state, "review", panel)
    return panel


def _grid_callbacks(state: DeskState, callbacks: Callbacks) -> GridCallbacks:
    def rows_of(request: RowsRequest) -> RowsBlock:
        """Get rows of the run that is there now."""
        return state.review.block(request) if state.review else RowsBlock()

    def about(column: str) -> None:
        """Show what is known of a column, or close it."""
        callbacks.about_column("", column)

    return GridCallbacks(rows_of, callbacks.show_row, callbacks.edit_cell, callbacks.undo, callbacks.redo, about)


def _follow(state: DeskState, grid: Grid, pills: KindList, kinds: KindList) -> None:
    """Keep grid and kinds in step with the run, with the question that is shown, and with what was refused."""

    def count(_: object = None) -> None:
        """Show the rows of the run that is there now; a grid with the same columns keeps its place."""
        if state.review:
            grid.columns = tuple(asdict(column) for column in state.review.columns)
            turn()
            grid.refresh()

    def turn(_: object = None) -> None:
        """Show the rows that are looked through; where no rows are, those before stay behind."""
        lines = [*state.review.kinds, *_people(state)] if state.review else []
        lists = [line for line in lines if not line.heading]
        pills.lines = _shown([*lists, KindLine("", DECISIONS, text("decisions.pill"), len(state.decided or ()))])
        kinds.lines = _shown(line for line in lines if line.heading)
        if state.rows_kind != DECISIONS:
            names = {line.kind: line.name for line in lines}
            # What there is instead of rows comes first: the page asks for them once the kind is another one.
            grid.none, grid.label = _none(state.rows_kind), names.get(state.rows_kind, state.rows_kind)
            grid.kind = state.rows_kind

    def stand_out(_: object = None) -> None:
        """Have the row stand out that is shown beside."""
        shown = state.row or state.card
        grid.chosen = shown.row_id if shown else -1

    def put_back(_: object) -> None:
        """Show the cell again as it is, where a new one was refused."""
        if state.message:
            grid.refresh()

    count()
    stand_out()
    state.observe(count, "review")
    state.observe(turn, "rows_kind")
    state.observe(stand_out, ["card", "row"])
    state.observe(put_back, "message")


def _people(state: DeskState) -> Iterator[KindLine]:
    """Yield the people that are looked through, where it is a line of them."""
    for line in state.people:
        if line.key == state.rows_kind and state.review:
            name = text("review.people", what=line.what, note=line.note.rstrip("."))
            yield KindLine("", line.key, name if line.what == text("people.left_out") else line.what, line.number)


def _none(kind: str) -> str:
    """Get what is said where a kind has no rows."""
    return texts("empty").get(kind, text("empty.others"))


def _shown(lines: Iterable[KindLine]) -> tuple[dict[str, object], ...]:
    return tuple(asdict(line) for line in lines)


def _way_back(state: DeskState, callbacks: Callbacks) -> list[widgets.Button]:
    return [
        _told(state, "to_undo", "question.undo", callbacks.undo),
        _told(state, "to_redo", "question.redo", callbacks.redo),
    ]


def _told(state: DeskState, trait: str, key: str, act: Callable[[], None]) -> widgets.Button:
    """Get a button that says what it takes back or does again, there while there is something."""
    made = button("", act)
    dlink((state, trait), (made, "description"), lambda what: text(key, what=what))
    shown_with(state, trait, made)
    return made
