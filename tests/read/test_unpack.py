"""Files by their content: packed ones, and those that are no tables."""

import bz2
import gzip

import pytest

from keycafe_clean.errors import ExportError
from keycafe_clean.read import read_export, unpack
from keycafe_clean.read.budget import OverBudgetError
from keycafe_clean.read.files import RawFile
from tests.read.workbooks import workbook, zipped

CSV = b"First Name,Email\nAnn,a@example.com\n"


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(CSV, mtime=0),
        bz2.compress(CSV),
        zipped({"hr.csv": CSV, "__MACOSX/._hr.csv": b"x"}),
        zipped({"hr.xlsx": workbook(["First Name", "Email"], ["Ann", "a@example.com"])}),
        gzip.compress(workbook(["First Name", "Email"], ["Ann", "a@example.com"])),
    ],
)
def test_one_packed_file_is_read(data: bytes) -> None:
    """gzip, bz2 and zip of one file are opened."""
    assert read_export(("hr.packed", data)).sources[0].cells.rows() == [("Ann", "a@example.com")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (zipped({"a.csv": CSV, "b.csv": CSV}), "hr holds 2 files, not one table. Unpack it and choose the HR export."),
        (zipped({"a": zipped({"a.csv": CSV})}), "hr holds another packed file. Unpack it and choose the HR export."),
        (gzip.compress(b"%PDF-1.7", mtime=0), "hr is a PDF, not a table. Export it again as CSV or as a workbook."),
        (gzip.compress(b"", mtime=0), "hr holds an empty file. Export it again from the HR system."),
        (gzip.compress(CSV, mtime=0)[:-12], "hr is damaged and cannot be opened. Export or copy it again."),
        (b"PK\x03\x04 and no more", "hr is damaged and cannot be opened. Export or copy it again."),
        (b"%PDF-1.7", "hr is a PDF, not a table. Export it again as CSV or as a workbook."),
        (b"\x89PNG\r\n", "hr is a picture, not a table. Export it again as CSV or as a workbook."),
        (b"\x03" + b"\0" * 99 + b"NAME", "hr is no text and no workbook. Export it again as CSV or as a workbook."),
        (b'[{"name": "Ann"}]', "hr is JSON, not a table. Export it again as CSV or as a workbook."),
    ],
)  # fmt: skip
def test_what_is_no_table_is_said(data: bytes, sentence: str) -> None:
    """Each kind has its sentence."""
    with pytest.raises(ExportError) as told:
        read_export(("hr", data))

    assert str(told.value) == sentence


def test_a_text_that_begins_as_a_sylk_file_is_a_text() -> None:
    """An id and a word with P are column names."""
    assert read_export(("hr.csv", b"ID;Personal;Email\nC;X1;a@example.com\n")).sources[0].rows.height == 1


def test_unpacking_stops_at_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than a packed file may hold is too much; so many are not."""
    monkeypatch.setattr(unpack, "UNPACKED_BYTES", 1_000_000)

    assert len(unpack.unpacked(RawFile("hr.gz", gzip.compress(b"a" * 1_000_000))).data) == 1_000_000
    with pytest.raises(OverBudgetError, match="unpacked_bytes"):
        unpack.unpacked(RawFile("hr.gz", gzip.compress(b"a" * 1_000_001)))


def test_a_packed_file_with_a_password_is_refused() -> None:
    """What only a password opens is said, with what to do."""
    data = bytearray(zipped({"hr.csv": CSV}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1

    with pytest.raises(ExportError) as refused:
        read_export(("hr.zip", bytes(data)))

    assert str(refused.value) == "hr.zip is protected by a password. Unpack it and choose the file in it."
