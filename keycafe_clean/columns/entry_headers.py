"""Headers that say who is to go into Keycafe or who is not: `Exclude`, `Nicht einladen`, `Import?`, `Needs key`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from keycafe_clean.columns.headers import key, roles_of_words, words


@lru_cache(maxsize=32_768)
def goes_in(header: str) -> bool | None:
    """Get whether a yes below a header says of people that they are to go in, or that they are not; null: neither."""
    said = _without_remarks(words(header))
    if not said:
        return None
    if (whole := "".join(said)) in _whole("in") | _whole("out"):
        return whole in _whole("in")
    roles = [_roles().get(word, frozenset[str]()) for word in said]
    return _said(roles) if all(roles) else None


def _said(roles: list[frozenset[str]]) -> bool | None:
    """Get what words of these roles say together; one that denies a key or an access stands before it (`Key No`)."""
    every = frozenset[str]().union(*roles)
    is_denied = "not" in roles[0] if every.isdisjoint(("in", "need", "out")) else "not" in every
    if "out" in every:
        return is_denied
    if is_denied and not every.isdisjoint(("in", "need", "what")):
        return False
    return True if "in" in every or every >= {"need", "what"} else None


def _without_remarks(said: tuple[str, ...]) -> tuple[str, ...]:
    """Take out remarks such as `yes/no`, unless nothing else is there."""
    text = f" {' '.join(said)} "
    for remark in _remarks():
        text = text.replace(f" {remark} ", " ")
    return tuple(text.split()) or said


@cache
def _remarks() -> tuple[str, ...]:
    """Get the words of each remark, folded, the longest first."""
    return tuple(sorted((" ".join(words(remark)) for remark in _lists()["remarks"]["yes_no"]), key=len, reverse=True))


@cache
def _whole(kind: str) -> frozenset[str]:
    return frozenset(map(key, _lists()["whole"][kind]))


@cache
def _roles() -> dict[str, frozenset[str]]:
    return roles_of_words(_lists()["words"])


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("keycafe_clean.columns").joinpath("entry_headers.toml").read_text(encoding="utf-8"))
