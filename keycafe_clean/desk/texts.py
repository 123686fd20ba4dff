"""The words of the desk: every label and sentence of its own stands in `texts.toml`, once."""

import tomllib
from functools import cache
from importlib.resources import files


def text(key: str, **blanks: object) -> str:
    """Get the text of `section.name` with its blanks filled. KeyError: there is none, or a blank is missing."""
    section, name = key.split(".")
    return _texts()[section][name].format(**blanks)


def texts(section: str) -> dict[str, str]:
    """Get all texts of a section by their names, in order; KeyError: there is no such section."""
    return _texts()[section]


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("keycafe_clean.desk").joinpath("texts.toml").read_text(encoding="utf-8"))
