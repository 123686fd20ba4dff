"""Workbooks that count days from 1904."""

import io
import re
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from keycafe_clean.read import read_export
from keycafe_clean.read.workbook.one_epoch import with_one_epoch
from tests.read.workbooks import saved, workbook, zipped

EXTENSION = (
    b'<extLst><ext uri="{1}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
    b"%s</ext></extLst></workbook>"
)


def of_1904(*changes: tuple[bytes, bytes]) -> bytes:
    """Get a workbook with a day in 2020 that counts from 1904, its list of sheets changed."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    for row in (["First Name", "Last Name", "Start Date"], ["Ann", "Lee", date(2020, 5, 1)]):
        book.active.append(row)
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for before, after in changes:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(before, after)
    return zipped(parts)


@pytest.mark.parametrize(
    "extension",
    [
        b'<x15:workbookPr chartTrackingRefBase="1"/>',
        b'<x15:workbookPr chartTrackingRefBase="1"></x15:workbookPr>',
        b'<workbookPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" date1904="0"/>',
    ],
)
def test_an_extension_does_not_say_from_when_days_count(extension: bytes) -> None:
    """Elements of another namespace with the same name are others."""
    data = of_1904((b"</workbook>", EXTENSION % extension))

    assert read_export(("staff.xlsx", data)).sources[0].cells.item(0, "Start Date") == "2020-05-01"


def test_the_list_of_sheets_may_have_a_prefix() -> None:
    """It is told by its first element."""
    data = of_1904((b"</workbook>", EXTENSION % b"<x15:workbookPr/>"), (b' xmlns="', b' xmlns:s="'))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = re.sub(rb"<(/?)(?=\w)(?!x15)", rb"<\1s:", parts["xl/workbook.xml"])

    assert read_export(("staff.xlsx", zipped(parts))).sources[0].cells.item(0, "Start Date") == "2020-05-01"


def test_other_workbooks_stay_as_they_are() -> None:
    """One that says it once, one that counts from 1900, and one that is no zip."""
    once = of_1904()

    assert [with_one_epoch(data) is data for data in (once, workbook(["x"]), b"no zip")] == [True, True, True]
