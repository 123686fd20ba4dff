"""Every step that can alter a cell has words, and no words are left over."""

import ast
from pathlib import Path

import polars as pl

import keycafe_clean
from keycafe_clean.events import JOIN
from keycafe_clean.step_words import rule_in_words, step_words, steps_alone
from keycafe_clean.steps import STEPS

PHASES = Path(keycafe_clean.__file__).parent / "phases"


def steps_of_phases() -> set[str]:
    """Get the step that each call of `after()` in the phases names."""
    calls = (it for path in PHASES.glob("*.py") for it in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = [
        call.args[1].value
        for call in calls
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "after" and len(call.args) > 1
        if isinstance(call.args[1], ast.Constant)
    ]
    return {f"{name}" for name in named}


#: Steps that add columns of their own and leave the cells as they are.
ADDING = {"suggest_addresses", "mark_turned_names", "suggest_badges"}


def test_steps_and_words_are_the_same() -> None:
    """A step without words would be shown by its code."""
    tidying = {step.__name__ for step in STEPS} - ADDING

    assert step_words().keys() == tidying | steps_of_phases() | {JOIN}


def test_rule_of_several_steps() -> None:
    """In their order; where a cell was joined from stays behind its words."""
    assert rule_in_words("squash_spaces, repair_case") == "blanks tidied, capitals written as a name"
    assert rule_in_words("join (row 3 of b.csv)") == "from the list that belongs to the file (row 3 of b.csv)"


def test_steps_alone_leave_out_which_row_a_cell_comes_from() -> None:
    """Also where the file has brackets in its name."""
    rules = pl.DataFrame({"rule": [f"{JOIN} (row 2 of acc (1).csv), tidy_text", "tidy_text"]})

    assert rules.select(steps_alone()).to_series().to_list() == [f"{JOIN}, tidy_text", "tidy_text"]
