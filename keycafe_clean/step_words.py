"""What each step did to a cell, in words: codes are for files, these are for people."""

import tomllib
from functools import cache
from importlib.resources import files

import polars as pl


@cache
def step_words() -> dict[str, str]:
    """Get the words of every step that can alter a cell."""
    return tomllib.loads(files("keycafe_clean").joinpath("step_words.toml").read_text(encoding="utf-8"))


def rule_in_words(rule: str) -> str:
    """Get the `rule` of a change (`changes.CHANGES`) in words, its steps in their order.

    What stands in brackets behind a step, as of a cell that was joined, stays as it is.
    """
    told = []
    for step in rule.split(", "):
        name, _, more = step.partition(" (")
        words = step_words().get(name, name.replace("_", " "))
        told.append(f"{words} ({more}" if more else words)
    return ", ".join(told)


def steps_alone(rule: str = "rule") -> pl.Expr:
    """Yield a column of rules without what stands in brackets behind a step: which row a joined cell comes from."""
    steps = pl.col(rule).str.replace(r"\(.*\)", "").str.strip_chars()
    return steps.str.replace_all(" ,", ",", literal=True).alias(rule)
