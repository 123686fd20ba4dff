"""What panels call when the analyst clicks, chooses or types. Panels know nothing of what is behind a callback."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keycafe_clean.desk.view_models import ColumnLine


@dataclass(frozen=True)
class Callbacks:
    """The callables that panels are given.

    `close_desk` closes the desk. `find` takes part of a name, an address or an employee number (blank: back to the
    step), `print_person` the place of one of those found.

    On the file: `read_files` takes names and bytes, `read_path` a path, `try_sample` the sample; `toggle_reading` shows
    or hides how they are read, `read_again` takes it (`encoding`, `delimiter`, `sheet`, `header`; blank: found out).
    `choose_column` takes a line of the columns and the header to take for it (blank: none), `about_column` shows what
    is known of a column of a file (blank: of the import), or closes that. `go` takes a step, `replan` the plan and the
    places used. Of a file that changes very many people `go_on` says that it is right, `forget_files` that it is
    another one. `undo` and `redo` are about everything that is decided.

    On people: `toggle_known` shows or hides where it is said who is in Keycafe, `say_known` takes what was pasted,
    names and bytes of lists, and the places used. `show_people` shows the rows of a line of people, `open_change` opens
    what can be changed about it (both take its key), `change_people` takes that (as `people_changes.changed()`).

    On what waits: `answer` takes what is said to the question that is shown, `accept_alike` its suggestion in all like
    it; `show_rows` takes which rows to look through (or `review_rows.DECISIONS`), `show_question` a place among the
    questions, `show_row` a row to look at; `list_pairs` shows pairs as a list, or side by side again. `edit_cell` takes
    a row, a column and its new cell; `part_row` a row that is another person than the one it was combined with,
    `leave_out_row` one to leave out. `take_back` takes the id of a decision, `keep_mine` that of one whose cell is
    another one by now.

    On the hand-over: `download` hands the month over, `tick_steps` takes which steps of the upload are done (their
    places), `answer_month` what Keycafe said of the month (one of `job.ANSWERS`) and of whom, a line each;
    `toggle_keycafe` shows or hides what Keycafe would show, `show_as_python` writes a month as Python.
    """

    close_desk: Callable[[], None]
    find: Callable[[str], None]
    print_person: Callable[[int], None]
    read_files: Callable[[Sequence[tuple[str, bytes]]], None]
    read_path: Callable[[str], None]
    try_sample: Callable[[], None]
    toggle_reading: Callable[[], None]
    read_again: Callable[[Mapping[str, str]], None]
    choose_column: Callable[[ColumnLine, str], None]
    about_column: Callable[[str, str], None]
    go: Callable[[str], None]
    go_on: Callable[[], None]
    forget_files: Callable[[], None]
    toggle_known: Callable[[], None]
    show_people: Callable[[str], None]
    open_change: Callable[[str], None]
    change_people: Callable[[Mapping[str, Any]], None]
    say_known: Callable[[str, Sequence[tuple[str, bytes]], int], None]
    replan: Callable[[str, int], None]
    practise: Callable[[], None]
    download: Callable[[], None]
    answer_month: Callable[[str, str], None]
    tick_steps: Callable[[tuple[int, ...]], None]
    show_as_python: Callable[[], None]
    toggle_keycafe: Callable[[], None]
    answer: Callable[[str], None]
    accept_alike: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    show_rows: Callable[[str], None]
    list_pairs: Callable[[], None]
    show_question: Callable[[int], None]
    show_row: Callable[[int], None]
    edit_cell: Callable[[int, str, str], None]
    part_row: Callable[[int], None]
    leave_out_row: Callable[[int], None]
    take_back: Callable[[str], None]
    keep_mine: Callable[[str], None]
