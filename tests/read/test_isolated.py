"""Where files are taken apart: text as systems write it here, everything else in a child."""

import sys
from contextlib import nullcontext
from dataclasses import replace

import pytest

from keycafe_clean.read import isolated
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.isolated import parse
from keycafe_clean.read.options import ReadingOptions
from tests.read.workbooks import workbook


@pytest.mark.parametrize(
    ("data", "in_child"),
    [
        (b"a,b\n1,2\n", False),
        ("a;b\nZoë;2\n".encode("utf-16"), False),
        (b"a,b\n" + b"1,2\n" * 2_000_000, False),
        (b"a" + b",b" * 1_000 + b"\n", True),
        (b"a,b\n" + b"x" * 100_001 + b",2\n", True),
        (b'a,b\n"x" y,2\n' * 10_000, True),
        (b"[a],b\n1,2\n", False),
        (b"<table><tr><td>a</td></tr></table>", True),
        (workbook(["a"], ["1"]), True),
    ],
    ids=["text", "utf-16", "long", "wide", "long cell", "many odd quotes", "a bracket first", "page", "workbook"],
)
def test_usual_text_is_read_here_and_everything_else_in_a_child(
    data: bytes, monkeypatch: pytest.MonkeyPatch, *, in_child: bool
) -> None:
    """What cannot be bounded by counting may only cost a child: where none can be started, it is not read at all."""
    monkeypatch.setattr(isolated, "IN_PROCESS", replace(isolated.IN_PROCESS, careful_bytes=50_000))
    raw = RawFile("hr", data)
    assert parse(raw, ReadingOptions()).grid.cells.height >= 1

    monkeypatch.setattr(sys, "executable", "/there/is/no/python")

    with pytest.raises(FileNotFoundError) if in_child else nullcontext():
        assert parse(raw, ReadingOptions()).grid.cells.height >= 1
