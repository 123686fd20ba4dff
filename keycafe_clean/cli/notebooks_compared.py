"""Notebooks run again, and told: what each shows differently from before."""

from collections.abc import Sequence
from pathlib import Path

from keycafe_clean.cli.ending import tell
from keycafe_clean.cli.output import say, say_json
from keycafe_clean.exit_codes import DONE, NEEDS_A_FIX, UNUSABLE
from keycafe_clean.job_notebook.run_again import ACCEPTED, DIFFERENT, FAULT, SAME, NotebookRun, run_again
from keycafe_clean.quoting import quoted


def compare_notebooks(paths: Sequence[Path], *, accept: bool, as_json: bool) -> int:
    """Run notebooks again, say what is different, and get the exit code: 0 nothing, 1 something, 2 one is unusable."""
    told = run_again(paths, accept=accept)
    if as_json:
        say_json({"notebooks": [_as_json(it) for it in told]})
    for it in told:
        if it.result == FAULT:
            tell(f"{it.path}: {it.fault}")
        elif not as_json:
            _show(it)
    results = {it.result for it in told}
    if DIFFERENT in results and not as_json:
        others = " ".join(quoted(it.path) for it in told if it.result == DIFFERENT)
        say(f"Where that is right from now on: keycafe-clean notebook test --accept {others}")
    return UNUSABLE if FAULT in results else NEEDS_A_FIX if DIFFERENT in results else DONE


def _show(done: NotebookRun) -> None:
    if done.result == SAME:
        say(f"{done.path}: as before.")
        return
    taken = " Taken as right." if done.result == ACCEPTED else ""
    say(f"{done.path}: {done.words()}.{taken}", *(f"  {line}" for line in done.raw().splitlines()))


def _as_json(done: NotebookRun) -> dict[str, object]:
    """Get what became of a notebook, with what each cell showed and shows; nobody is named."""
    cells = [{"cell": it.cell, "words": it.words(), "before": it.before, "now": it.now} for it in done.differences]
    return {"notebook": f"{done.path}", "result": done.result, "said": done.fault or done.words(), "cells": cells}
