"""What each step did to a cell, in words: codes are for files, these are for people."""

import tomllib
from functools import cache
from importlib.resources import files


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
