"""A child process that may die."""

import pytest

from keycafe_clean.read import process
from keycafe_clean.read.process import ChildStoppedError, ask_child

CHILD = "tests.read.any_child"


def test_a_child_answers() -> None:
    """The parts of the request are its input, its output is the answer."""
    assert ask_child(CHILD, b"echo 9\n", b"and", b" bytes") == b"and bytes"


def test_a_large_request_and_a_large_answer_do_not_block_each_other() -> None:
    """What does not fit into a pipe is written while the answer is read."""
    data = bytes(3_000_000)

    assert ask_child(CHILD, b"echo 3000000\n", data) == data


def test_a_child_that_fails_is_told() -> None:
    """An end without success is no answer."""
    with pytest.raises(ChildStoppedError):
        ask_child(CHILD, b"fail\n")


@pytest.mark.parametrize(
    ("limit", "most", "what"),
    [("CHILD_BYTES", 100_000_000, b"grow"), ("CHILD_SECONDS", 0.3, b"work"), ("CHILD_IDLE_SECONDS", 0.1, b"wait")],
)
def test_a_child_over_a_limit_is_ended(limit: str, most: float, what: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much memory, too much processor time, or none at all for long, and it is ended."""
    monkeypatch.setattr(process, limit, most)

    with pytest.raises(ChildStoppedError):
        ask_child(CHILD, what + b"\n")
