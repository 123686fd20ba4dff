"""The words of cells: `words.toml` and `status.toml`, read once, as tuples and patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _vocabulary() -> dict[str, Any]:
    folder = files("keycafe_clean.steps")
    texts = [folder.joinpath(name).read_text(encoding="utf-8") for name in ("words.toml", "status.toml")]
    return {section: kinds for text in texts for section, kinds in tomllib.loads(text).items()}


def words(section: str, kind: str) -> tuple[str, ...]:
    """Get the words of one kind of one section, in the order of the file. KeyError: there is none."""
    return tuple(_vocabulary()[section][kind])


def any_of(spellings: Iterable[str]) -> str:
    """Get the pattern of any of these spellings, the longest first; no spelling is read as a pattern."""
    return "|".join(
        re.escape(spelling).replace(r"\-", "-") for spelling in sorted(spellings, key=lambda s: (-len(s), s))
    )
