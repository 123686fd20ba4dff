"""The kinds of what waits, as the analyst sees them: a heading for the codes that are about one thing."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def kinds() -> dict[str, str]:
    """Get the kind of every code that is about a row, in the order of the screen."""
    text = files("keycafe_clean").joinpath("kinds.toml").read_text(encoding="utf-8")
    return {code: kind for kind, codes in tomllib.loads(text)["kinds"].items() for code in codes}
