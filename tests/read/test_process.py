"""A child process that may die."""

import pytest

from keycafe_clean.read import process
from keycafe_clean.read.process import ChildStoppedError, ask_child


def test_a_child_answers() -> None:
    """The input of the child is the data, its output the answer."""
    assert ask_child("json.tool", "--compact", data=b'{"a": [1, 2]}') == b'{"a":[1,2]}\n'


def test_a_child_that_fails_is_told() -> None:
    """An end without success is no answer."""
    with pytest.raises(ChildStoppedError):
        ask_child("json.tool", data=b"no JSON")


@pytest.mark.parametrize("limit", ["BYTES", "SECONDS"])
def test_a_child_over_a_limit_is_ended(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much memory or time ends the child, and nothing else."""
    monkeypatch.setattr(process, limit, -100)
    monkeypatch.setattr(process, "LOOK_EVERY", 0.001)

    with pytest.raises(ChildStoppedError):
        ask_child("json.tool", data=b"[" + b"1," * 1_000_000 + b"1]")
