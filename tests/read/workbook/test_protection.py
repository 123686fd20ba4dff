"""Whether a workbook needs a password."""

import struct

import pytest

from keycafe_clean.read.workbook.protection import is_protected
from tests.read.workbooks import workbook, zipped

BEGINNING = b"\x09\x08\x10\x00" + b"\0" * 16
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("data", "protected"),
    [
        (workbook(["x"]), False),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), True),
        (OLE2 + BEGINNING + struct.pack("<HHH", 0x2F, 2, 0), True),
        (OLE2 + BEGINNING + struct.pack("<HHHHHH", 0xE1, 2, 0, 0x2F, 2, 0), True),
        (OLE2 + BEGINNING + struct.pack("<HHH", 0xE1, 2, 0) * 30, False),
        (OLE2 + BEGINNING, False),
        (OLE2, False),
        (zipped({"content.xml": b"", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}), True),
        (zipped({"content.xml": b"", "META-INF/manifest.xml": b"<manifest:manifest/>"}), False),
    ],
)
def test_a_password_is_seen(data: bytes, *, protected: bool) -> None:
    """Encrypted packages, the record of an old workbook, and the manifest of an ods."""
    assert is_protected(data) is protected


@pytest.mark.parametrize(("between", "protected"), [(18, True), (19, False)])
def test_the_record_of_the_password_is_among_the_first_twenty(between: int, *, protected: bool) -> None:
    """Further down, the same bytes are those of a cell."""
    records = struct.pack("<HHH", 0xE1, 2, 0) * between + struct.pack("<HHH", 0x2F, 2, 0)

    assert is_protected(OLE2 + BEGINNING + records) is protected
