"""What panels may ask for: one callable a gesture of the analyst. Panels know nothing of what is behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from keycafe_clean.desk.view_models import ColumnLine


@dataclass(frozen=True)
class Gestures:
    """The callables that panels are given.

    `read_files` takes names and bytes, `read_named` a path; `doubt` opens what `read_again` takes: how to read them
    (`encoding`, `delimiter`, `sheet`, `header`; blank: found out). `choose_column` takes a line of the columns and the
    header to take for it (blank: none), `go` a step, `replan` the plan and the places used.
    """

    read_files: Callable[[Sequence[tuple[str, bytes]]], None]
    read_named: Callable[[str], None]
    doubt: Callable[[], None]
    read_again: Callable[[Mapping[str, str]], None]
    choose_column: Callable[[ColumnLine, str], None]
    go: Callable[[str], None]
    replan: Callable[[str, int], None]
    practise: Callable[[], None]
    save: Callable[[], None]
    look: Callable[[], None]
