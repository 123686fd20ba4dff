"""What one edit costs in a process that has the rows ready, as a desk has them; prints the costs by what was done.

    python -m bench.speed.inside.edits EXPORT FOLDER RUNS

In turn with a pass of bare Polars over the same file. Each time another row gets another cell, so that nothing is
decided twice.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import polars as pl

from bench.costs import of_call
from bench.speed.inside.ways import TODAY, bare_polars
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.decide.who import WHO
from keycafe_clean.desk import actions
from keycafe_clean.desk.answering import edit_cell
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.job import JobFolder
from keycafe_clean.pipeline import Cleaned, decide, prepare
from keycafe_clean.read import read_export

#: Row and number of the edit -> whatever it gives.
Edit = Callable[[int], object]


def engine(export: Path) -> dict[str, Edit]:
    """Get the edits of the engine: new decisions to findings, of rows that are prepared."""
    prepared = prepare(read_export(export))
    cleaned = decide(prepared, today=TODAY)
    decided = partial(decide, prepared, today=TODAY)
    return {
        "an edit of an address": lambda number: decided(edited(cleaned, number, "Email Address")),
        "an edit of a badge": lambda number: decided(edited(cleaned, number, "Badge Code"), pairs=cleaned.pairs),
        "an answer": lambda number: decided(left_out(cleaned, number), pairs=cleaned.pairs),
    }


def edited(cleaned: Cleaned, number: int, column: str) -> Decisions:
    """Get the decisions with a new cell in the row of that number."""
    value = f"new{number}@example.com" if column == "Email Address" else f"{9_000_000 + number}"
    row = cleaned.who.row(number, named=True)
    who = {name: row[name] for name in WHO}
    seen = cleaned.cell_as_read(row["row_id"], column)
    return Decisions().with_edit(who, column, seen=seen, value=value)


def left_out(cleaned: Cleaned, number: int) -> Decisions:
    """Get the decisions with the person of the row of that number left out."""
    row = cleaned.who.row(number, named=True)
    return Decisions().with_answer("leave_out", {name: row[name] for name in WHO})


def at_the_desk(export: Path, folder: Path) -> Edit:
    """Get the edit of an address at the desk, up to everything that its page is told."""
    state, session = DeskState(today=TODAY), Session(JobFolder(folder / "desk"))
    actions.read_files(state, session, [("export.csv", export.read_bytes())])
    assert session.run, state.message  # noqa: S101 - else nothing is measured
    ready = session.run.cleaned.rows.filter(pl.col("outcome") == "ready").get_column("row_id")
    return lambda number: edit_cell(state, session, ready[number], "Email Address", f"new{number}@example.com")


def measured(edits: dict[str, Edit], bare: Callable[[], None], runs: int) -> dict[str, list[dict[str, float]]]:
    """Get the costs of each edit, and of the bare pass, all in turn; the first of each warms up."""
    costs: dict[str, list[dict[str, float]]] = {name: [] for name in (*edits, "bare_polars")}
    for number in range(runs + 1):
        for name, edit in edits.items():
            costs[name].append(of_call(partial(edit, number)))
        costs["bare_polars"].append(of_call(bare))
    return {name: ones[1:] for name, ones in costs.items()}


def main(export: Path, folder: Path, runs: int) -> None:
    """Measure the edits, and print the costs."""
    edits = {**engine(export), "an edit of an address at the desk": at_the_desk(export, folder)}
    print(json.dumps(measured(edits, partial(bare_polars, export, folder), runs)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
