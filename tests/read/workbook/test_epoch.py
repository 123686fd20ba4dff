"""From when workbooks count their days."""

import struct

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from keycafe_clean.read.workbook.epoch import counts_from_1904
from tests.read.workbooks import saved, zipped


def book(*, old: bool) -> bytes:
    """Get an xlsx workbook that counts from 1904, or from 1900."""
    made = Workbook()
    if old:
        made.epoch = CALENDAR_MAC_1904
    return saved(made)


def binary(flags: int) -> bytes:
    """Get the list of sheets of an xlsb workbook with these properties."""
    return zipped({"xl/workbook.bin": b"\x83\x01\x00" + b"\x99\x01\x04" + struct.pack("<I", flags)})


@pytest.mark.parametrize(
    ("data", "expected"),
    [(book(old=True), True), (book(old=False), False), (binary(0x21), True), (binary(0x20), False)],
)
def test_workbook_says_from_when_it_counts(data: bytes, expected: bool) -> None:  # noqa: FBT001
    """An attribute of an xlsx workbook does, and a bit of an xlsb one."""
    assert counts_from_1904(data) is expected


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04nothing", zipped({"content.xml": b"<a/>"}), binary(1)[:60]])
def test_what_says_nothing_counts_from_1900(data: bytes) -> None:
    """Nor does what is no workbook, or a damaged one."""
    assert not counts_from_1904(data)
